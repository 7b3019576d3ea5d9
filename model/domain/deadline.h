// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/record.h"
#include "model/base/result.h"
#include "model/domain/calendar.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::domain {

enum class TermUnit : std::uint8_t { workingDay = 1, day, workHour, hour, minute };

/// An amount of time as a rule states it: 5 working days, 24 hours.
struct Term {
    int amount = 0;
    TermUnit unit = TermUnit::workingDay;
    bool operator==(const Term&) const = default;
};

/// One stretch between receipt and due time, counted or skipped, with the reason: together they are the proof of a deadline.
struct Segment {
    Instant from;
    Instant to;
    bool counted = false;
    std::string reason;  ///< "received", "weekend", a holiday's name, "closed" outside office hours, or ""
    bool operator==(const Segment&) const = default;
};

struct Deadline {
    Instant due;
    std::vector<Segment> segments;
};

/// When a term that starts at `received` ends. Days: the day of receipt is not counted, the end is 23:59:59 of the last day.
/// Work hours run only inside office periods of working days; hours and minutes run round the clock.
/// Errors: deadline.badTerm (amount not positive or over ten years).
Result<Deadline> dueAfter(const Calendar& calendar, Instant received, Term term);

/// "7wd", "15d", "4wh", "24h", "30min"; error deadline.badTerm names the text.
Result<Term> parseTerm(std::string_view text);

}  // namespace zhida::domain

template <>
struct zhida::EnumCodes<zhida::domain::TermUnit> {
    using enum zhida::domain::TermUnit;
    static constexpr std::array<std::pair<zhida::domain::TermUnit, std::string_view>, 5> kTable{
        {{workingDay, "workingDay"}, {day, "day"}, {workHour, "workHour"}, {hour, "hour"}, {minute, "minute"}}};
};
