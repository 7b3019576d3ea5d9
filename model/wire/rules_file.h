// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/org.h"
#include "model/domain/rules.h"

#include <string_view>
#include <vector>

namespace zhida::wire {

/// A city's rules out of a procedure file (resources/procedures/*.json; format in docs/data-model.md).
/// Errors: rules.syntax{at} for broken JSON; rules.value{path,expected} naming the place of the first bad value.
Result<domain::Rules> rulesFromText(std::string_view json);

/// Puts the days into the calendar. Error rules.value{path,expected} for a date that is none.
Status applyHolidays(domain::Calendar& calendar, const std::vector<domain::Holiday>& holidays);

}  // namespace zhida::wire
