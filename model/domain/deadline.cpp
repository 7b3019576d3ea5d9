// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deadline.h"

#include <charconv>
#include <optional>

namespace zhida::domain {
namespace {

constexpr int kMostDays = 3660;

/// Appends a segment, joining it to the last one of the same kind.
void add(std::vector<Segment>& segments, Segment segment) {
    if (segment.from >= segment.to) {
        return;
    }
    if (!segments.empty()) {
        Segment& last = segments.back();
        if (last.to == segment.from && last.counted == segment.counted && last.reason == segment.reason) {
            last.to = segment.to;
            return;
        }
    }
    segments.push_back(std::move(segment));
}

Deadline countDays(const Calendar& calendar, Instant received, int amount, bool workingOnly) {
    Deadline result;
    const UtcOffset offset = calendar.offset();
    Day day = localDay(received, offset);
    add(result.segments, {received, startOf(day.plus(1), offset), false, "received"});
    while (amount > 0) {
        day = day.plus(1);
        const bool counted = !workingOnly || calendar.isWorkday(day);
        add(result.segments,
            {startOf(day, offset), startOf(day.plus(1), offset), counted, workingOnly ? calendar.reasonOf(day) : ""});
        amount -= counted ? 1 : 0;
    }
    result.due = startOf(day.plus(1), offset).plus(-kSecondMs);
    result.segments.back().to = result.due;
    return result;
}

Deadline countWorkHours(const Calendar& calendar, Instant received, std::int64_t left) {
    Deadline result;
    Instant at = received;
    Day day = localDay(received, calendar.offset());
    for (;; day = day.plus(1)) {
        const Instant midnight = startOf(day, calendar.offset());
        const Instant nextMidnight = startOf(day.plus(1), calendar.offset());
        if (!calendar.isWorkday(day)) {
            add(result.segments, {at, nextMidnight, false, calendar.reasonOf(day)});
            at = nextMidnight;
            continue;
        }
        for (const OfficePeriod& period : calendar.officePeriods()) {
            const Instant opens = std::max(at, midnight.plus(period.from * kMinuteMs));
            const Instant closes = midnight.plus(period.to * kMinuteMs);
            if (opens >= closes) {
                continue;
            }
            add(result.segments, {at, opens, false, "closed"});
            const Instant end = std::min(closes, opens.plus(left));
            add(result.segments, {opens, end, true, ""});
            left -= end.ms - opens.ms;
            at = end;
            if (left == 0) {
                result.due = end;
                return result;
            }
        }
        add(result.segments, {at, nextMidnight, false, "closed"});
        at = nextMidnight;
    }
}

std::optional<TermUnit> unitOf(std::string_view suffix) {
    if (suffix == "wd") {
        return TermUnit::workingDay;
    }
    if (suffix == "d") {
        return TermUnit::day;
    }
    if (suffix == "wh") {
        return TermUnit::workHour;
    }
    if (suffix == "h") {
        return TermUnit::hour;
    }
    return suffix == "min" ? std::optional(TermUnit::minute) : std::nullopt;
}

bool tooLong(Term term) {
    const bool inDays = term.unit == TermUnit::workingDay || term.unit == TermUnit::day;
    return term.amount > (inDays ? kMostDays : kMostDays * 24);
}

bool neverOpens(const Calendar& calendar) {
    for (const OfficePeriod& period : calendar.officePeriods()) {
        if (period.from < period.to) {
            return false;
        }
    }
    return true;
}

}  // namespace

Result<Deadline> dueAfter(const Calendar& calendar, Instant received, Term term) {
    if (term.amount <= 0 || tooLong(term) || (term.unit == TermUnit::workHour && neverOpens(calendar))) {
        return Error("deadline.badTerm",
                     {{"term", std::to_string(term.amount) + " " + std::string(codeOf(term.unit))}});
    }
    const bool days = term.unit == TermUnit::workingDay || term.unit == TermUnit::day;
    if (days) {
        return countDays(calendar, received, term.amount, term.unit == TermUnit::workingDay);
    }
    const std::int64_t length = term.amount * (term.unit == TermUnit::minute ? kMinuteMs : kHourMs);
    if (term.unit == TermUnit::workHour) {
        return countWorkHours(calendar, received, length);
    }
    return Deadline{received.plus(length), {{received, received.plus(length), true, ""}}};
}

Result<Term> parseTerm(std::string_view text) {
    int amount = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), amount);
    const auto unit = unitOf(text.substr(static_cast<std::size_t>(end - text.data())));
    if (failure != std::errc{} || !unit || amount <= 0 || tooLong({amount, *unit})) {
        return Error("deadline.badTerm", {{"term", std::string(text)}});
    }
    return Term{amount, *unit};
}

}  // namespace zhida::domain
