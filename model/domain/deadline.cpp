// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deadline.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace zhida::domain {
namespace {

constexpr int kMostDays = 3660;
constexpr int kFarthestDays = 40 * 366;
constexpr Day kFirstDay{-25567};  // 1900-01-01
constexpr Day kLastDay{84006};    // 2200-01-01

constexpr std::array<std::pair<TermUnit, std::string_view>, 5> kSuffixes{{{TermUnit::workingDay, "wd"},
                                                                          {TermUnit::day, "d"},
                                                                          {TermUnit::workHour, "wh"},
                                                                          {TermUnit::hour, "h"},
                                                                          {TermUnit::minute, "min"}}};

bool inDays(Term term) { return term.unit == TermUnit::workingDay || term.unit == TermUnit::day; }

bool tooLong(Term term) {
    const int perDay = inDays(term) ? 1 : term.unit == TermUnit::minute ? 24 * 60 : 24;
    return term.amount > kMostDays * perDay;
}

bool neverOpens(const Calendar& calendar) {
    const auto& periods = calendar.officePeriods();
    return std::none_of(periods.begin(), periods.end(), [](const OfficePeriod& each) { return each.from < each.to; });
}

Error badTerm(Term term) { return Error("deadline.badTerm", {{"term", textOf(term)}}); }

template <class T>
struct Span {
    T from;
    T to;
};

/// In order, joined where they touch.
template <class T>
std::vector<Span<T>> joined(std::vector<Span<T>> spans) {
    std::sort(spans.begin(), spans.end(), [](const Span<T>& a, const Span<T>& b) { return a.from < b.from; });
    std::vector<Span<T>> result;
    for (const Span<T>& each : spans) {
        if (!result.empty() && each.from <= result.back().to) {
            result.back().to = std::max(result.back().to, each.to);
        } else if (each.from < each.to) {
            result.push_back(each);
        }
    }
    return result;
}

/// The first span that ends after `at`; nullptr when there is none.
template <class T>
const Span<T>* spanAfter(const std::vector<Span<T>>& spans, T at) {
    const auto it = std::find_if(spans.begin(), spans.end(), [at](const Span<T>& each) { return each.to > at; });
    return it == spans.end() ? nullptr : &*it;
}

/// Counts one clock, part after part.
class Counter {
public:
    Counter(const Calendar& calendar, const TermClock& clock) : m_calendar(calendar), m_at(clock.received) {
        m_limit = localDay(m_at, offset()).plus(kFarthestDays);
        std::vector<Span<Day>> days;
        for (const Pause& each : clock.pauses) {
            m_paused.push_back({each.from, *each.to});
            // The days at whose 23:59:59 the clock stands still.
            days.push_back(
                {localDay(each.from.plus(kSecondMs - 1), offset()), localDay(each.to->plus(kSecondMs), offset())});
        }
        m_paused = joined(std::move(m_paused));
        m_pausedDays = joined(std::move(days));
    }

    /// False: too far ahead.
    bool count(Term term) {
        if (inDays(term)) {
            countDays(term);
        } else {
            std::int64_t left = term.amount * (term.unit == TermUnit::minute ? kMinuteMs : kHourMs);
            term.unit == TermUnit::workHour ? countWorkHours(left)
                                            : countOpen(startOf(m_limit, offset()), left, "", true);
            m_tooFar = m_tooFar || left > 0;
        }
        m_result.partDues.push_back(m_at);
        return !m_tooFar;
    }

    Deadline take() {
        m_result.due = m_at;
        return std::move(m_result);
    }

private:
    [[nodiscard]] UtcOffset offset() const { return m_calendar.offset(); }
    [[nodiscard]] Instant midnight(Day day) const { return startOf(day, offset()); }

    /// Appends the time up to `to`, joined to the last segment when it is of the same kind.
    void add(Instant to, bool counted, std::string_view reason, bool known = true) {
        if (m_at >= to) {
            return;
        }
        auto& segments = m_result.segments;
        const std::size_t part = m_result.partDues.size();
        Segment* const last = segments.empty() ? nullptr : &segments.back();
        if (last != nullptr && last->counted == counted && last->provisional == !known && last->part == part &&
            last->reason == reason) {
            last->to = to;
        } else {
            segments.push_back({m_at, to, counted, std::string(reason), !known, part});
        }
        m_result.provisional = m_result.provisional || !known;
        m_at = to;
    }

    /// The day the part begins on is not counted. One that begins at the end of a day gives that day its last second.
    void leaveFirstDay(Day next) {
        const bool atEnd = !m_result.partDues.empty() && m_at.plus(kSecondMs) == midnight(next);
        if (atEnd) {
            m_result.segments.back().to = m_at = midnight(next);
        }
        add(midnight(next), false, m_result.partDues.empty() ? "received" : "dueDay");
    }

    void countDays(Term term) {
        const Day first = localDay(m_at, offset()).plus(1);
        const int runs = term.unit == TermUnit::workingDay ? term.amount / 2 + 4 : 2;
        m_result.segments.reserve(m_result.segments.size() + static_cast<std::size_t>(runs));
        leaveFirstDay(first);
        Calendar::Walk walk(m_calendar, first);
        int left = term.amount;
        while (left > 0 && !m_tooFar) {
            const Calendar::Run run = term.unit == TermUnit::day
                                          ? Calendar::Run{localDay(m_at, offset()), m_limit, true, true, {}}
                                          : walk.next();
            if (run.worked) {
                countRun(run, left);
            } else {
                add(midnight(run.to), false, run.reason, run.known);
            }
            m_tooFar = left > 0 && run.to >= m_limit;
        }
        m_at = m_at.plus(-kSecondMs);
        m_result.segments.back().to = m_at;
    }

    void countRun(const Calendar::Run& run, int& left) {
        Day day = run.from;
        while (day < run.to && left > 0) {
            const auto* const pause = spanAfter(m_pausedDays, day);
            const bool paused = pause != nullptr && pause->from <= day;
            const Day until = pause == nullptr ? run.to : std::min(run.to, paused ? pause->to : pause->from);
            const Day end = paused ? until : std::min(until, day.plus(left));
            left -= paused ? 0 : end.number - day.number;
            add(midnight(end), !paused, paused ? "paused" : run.reason, run.known);
            day = end;
        }
    }

    void countWorkHours(std::int64_t& left) {
        Calendar::Walk walk(m_calendar, localDay(m_at, offset()));
        while (left > 0 && !m_tooFar) {
            const Calendar::Run run = walk.next();
            if (!run.worked) {
                add(midnight(run.to), false, run.reason, run.known);
            }
            for (Day day = run.from; run.worked && day < run.to && left > 0; day = day.plus(1)) {
                countOfficeDay(day, run, left);
            }
            m_tooFar = left > 0 && run.to >= m_limit;
        }
    }

    void countOfficeDay(Day day, const Calendar::Run& run, std::int64_t& left) {
        for (const OfficePeriod& period : m_calendar.officePeriods()) {
            add(midnight(day).plus(period.from * kMinuteMs), false, "closed", run.known);
            countOpen(midnight(day).plus(period.to * kMinuteMs), left, run.reason, run.known);
            if (left == 0) {
                return;
            }
        }
        add(midnight(day.plus(1)), false, "closed", run.known);
    }

    /// Counts up to `to` as far as `left` lasts; suspended time is skipped.
    void countOpen(Instant to, std::int64_t& left, std::string_view reason, bool known) {
        while (m_at < to && left > 0) {
            const auto* const pause = spanAfter(m_paused, m_at);
            if (pause != nullptr && pause->from <= m_at) {
                add(std::min(to, pause->to), false, "paused", known);
                continue;
            }
            const Instant end = std::min({to, pause == nullptr ? to : pause->from, m_at.plus(left)});
            left -= end.ms - m_at.ms;
            add(end, true, reason, known);
        }
    }

    const Calendar& m_calendar;
    Instant m_at;
    Day m_limit;
    bool m_tooFar = false;
    std::vector<Span<Instant>> m_paused;
    std::vector<Span<Day>> m_pausedDays;
    Deadline m_result;
};

bool absurd(Instant at) { return at.ms < kFirstDay.number * kDayMs || at.ms >= kLastDay.number * kDayMs; }

std::string shown(Instant at, UtcOffset offset) {
    return absurd(at) ? std::to_string(at.ms) + " ms" : formatIso(at, offset);
}

Status checked(const Calendar& calendar, const TermClock& clock) {
    if (absurd(clock.received)) {
        return Error("time.bad", {{"value", shown(clock.received, calendar.offset())}});
    }
    for (const Pause& each : clock.pauses) {
        if (!each.to) {
            return Error("deadline.paused", {{"since", shown(each.from, calendar.offset())}});
        }
        if (*each.to < each.from || absurd(each.from) || absurd(*each.to)) {
            return Error("deadline.badPause",
                         {{"from", shown(each.from, calendar.offset())}, {"to", shown(*each.to, calendar.offset())}});
        }
    }
    return done();
}

std::optional<TermUnit> unitOf(std::string_view suffix) {
    for (const auto& [unit, text] : kSuffixes) {
        if (text == suffix) {
            return unit;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<Deadline> dueOf(const Calendar& calendar, const TermClock& clock) {
    if (const Status status = checked(calendar, clock); !status) {
        return status.error();
    }
    std::vector<Term> parts{clock.term};
    parts.insert(parts.end(), clock.extensions.begin(), clock.extensions.end());
    Counter counter(calendar, clock);
    for (const Term& part : parts) {
        if (part.amount <= 0 || tooLong(part) || (part.unit == TermUnit::workHour && neverOpens(calendar))) {
            return badTerm(part);
        }
        if (!counter.count(part)) {
            return Error("deadline.tooFar");
        }
    }
    return counter.take();
}

Result<Deadline> dueAfter(const Calendar& calendar, Instant received, Term term) {
    return dueOf(calendar, {received, term, {}, {}});
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

std::string textOf(Term term) {
    std::string text = std::to_string(term.amount);
    for (const auto& [unit, suffix] : kSuffixes) {
        text += unit == term.unit ? suffix : std::string_view();
    }
    return text;
}

}  // namespace zhida::domain
