// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"
#include "ui/forms/form_plan.h"

namespace zhida::ui {

/// The form for a command of the ticket in `context`; nullptr for one that needs none (sign, claim, archive).
Form* makeForm(std::string_view command, FormContext context);
/// What such a form is made from when it is about a record: the plan of its command with the record's values.
FormPlan recordPlan(std::string_view command, const FormContext& context);

}  // namespace zhida::ui
