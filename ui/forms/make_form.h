// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"

namespace zhida::ui {

/// The form for a command of the ticket in `context`; nullptr for one that needs none (sign, claim, archive).
Form* makeForm(std::string_view command, FormContext context);

}  // namespace zhida::ui
