// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"
#include "model/base/result.h"
#include "model/domain/calendar.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
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
    static constexpr auto fields() {
        return std::tuple{field(1, "amount", &Term::amount, FieldUse::required),
                          field(2, "unit", &Term::unit, FieldUse::required)};
    }
};

/// A stretch in which a clock stands still, and who allowed it.
struct Pause {
    Instant from;
    std::optional<Instant> to;  ///< none: it still stands; 23:59:59 takes the day with it
    UserCode approver;
    std::string reason;
    bool operator==(const Pause&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "from", &Pause::from, FieldUse::required), field(2, "to", &Pause::to),
                          field(3, "approver", &Pause::approver), field(4, "reason", &Pause::reason)};
    }
};

/// All that a due time follows from, the calendar apart: kept with what it times, it can be counted again on another calendar.
/// A redo is a new clock.
struct TermClock {
    Instant received;  ///< the receipt (接到): dispatch for a unit, not its signature
    Term term;
    std::vector<Term> extensions;  ///< each adds to the due time before it
    std::vector<Pause> pauses;     ///< in any order; they may overlap
    bool operator==(const TermClock&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "received", &TermClock::received, FieldUse::required),
                          field(2, "term", &TermClock::term), field(3, "extensions", &TermClock::extensions),
                          field(4, "pauses", &TermClock::pauses)};
    }
};

/// One stretch between receipt and due time, counted or skipped, with the reason: together they are the proof of a deadline.
struct Segment {
    Instant from;
    Instant to;
    bool counted = false;
    /// "received" (rest of the day of receipt), "dueDay" (rest of the day on which the term before an extension ended),
    /// "weekend", a holiday's name, "closed" (outside office hours), "paused"; of a counted one "", or the name of the holiday
    /// that it makes up for.
    std::string reason;
    bool provisional = false;  ///< by the week alone: no paper of the State Council covers it yet
    std::size_t part = 0;      ///< 0: the term, 1 and up: that extension
    bool operator==(const Segment&) const = default;
};

struct Deadline {
    Instant due;
    std::vector<Segment> segments;  ///< from receipt to due time without hole or overlap
    std::vector<Instant> partDues;  ///< of the term, then after each extension; the last is `due`
    bool provisional = false;       ///< any segment is: the next paper may move it
};

/// When the clock ends. Pure; time O(runs of like days).
/// Days: the day of receipt is not counted, the end is 23:59:59 of the last day; a day counts unless the clock stands still at
/// its 23:59:59, when it would end. Work hours run only inside office periods of working days; hours and minutes run round the
/// clock; what is paused of them is not counted, to the millisecond.
/// Errors: deadline.badTerm{term} (amount not positive, over ten years, or work hours of an office that never opens),
/// deadline.badPause{from,to} (ends before it begins), deadline.paused{since} (stands still now: nobody can tell),
/// time.bad{value} (receipt outside 1900 to 2200), deadline.tooFar (over 40 years ahead).
Result<Deadline> dueOf(const Calendar& calendar, const TermClock& clock);

/// The same for a bare term.
Result<Deadline> dueAfter(const Calendar& calendar, Instant received, Term term);

/// "7wd", "15d", "4wh", "24h", "30min"; error deadline.badTerm names the text.
Result<Term> parseTerm(std::string_view text);
/// As parseTerm reads it.
std::string textOf(Term term);

}  // namespace zhida::domain

template <>
struct zhida::EnumCodes<zhida::domain::TermUnit> {
    using enum zhida::domain::TermUnit;
    static constexpr std::array<std::pair<zhida::domain::TermUnit, std::string_view>, 5> kTable{
        {{workingDay, "workingDay"}, {day, "day"}, {workHour, "workHour"}, {hour, "hour"}, {minute, "minute"}}};
};
