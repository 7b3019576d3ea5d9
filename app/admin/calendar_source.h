// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/context.h"
#include "model/domain/rules.h"

#include <string>

namespace zhida::admin {

/// The rules a centre works by, its own holidays in their calendar.
Result<domain::Rules> rulesOf(centre::CentreAccess& access);

/// The calendar of the centre that --data names; where there is no centre, what comes with the program.
Result<domain::Calendar> calendarOf(const Context& context);

/// A calendar of the days in a file as `import holidays` reads it, and of nothing else; clock and office hours are `like`'s.
/// Every row that cannot be read is told on stderr. Errors: those of reading, calendar.badRows{count} when there was such a row.
Result<domain::Calendar> calendarOfFile(const std::string& file, const domain::Calendar& like,
                                        words::Language language);

}  // namespace zhida::admin
