// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::domain {

/// A period of a working day, in minutes after local midnight.
struct OfficePeriod {
    int from = 0;
    int to = 0;
    bool operator==(const OfficePeriod&) const = default;
};

/// Which days are worked: Monday to Friday, changed by the State Council's yearly papers (holidays and make-up working days).
class Calendar {
public:
    struct Exception {
        std::string name;
        bool off = true;
        bool operator==(const Exception&) const = default;
    };

    /// Like days in a row, [from, to). `reason` as reasonOf; it lives as long as the calendar stays unchanged.
    struct Run {
        Day from;
        Day to;
        bool worked = true;
        bool known = true;
        std::string_view reason;
    };

    /// Reads the days in order, a run at a time: constant time for each run. The calendar outlives it and stays unchanged.
    class Walk {
    public:
        Walk(const Calendar& calendar, Day from);
        Run next();

    private:
        void lookUpPaper();

        const Calendar& m_calendar;
        Day m_day;
        std::size_t m_next;   ///< the first exception that is not before m_day
        Day m_sameUntil;      ///< whether a paper covers the days stays the same up to here
        bool m_known = true;  ///< from m_day up to m_sameUntil
    };

    Calendar() = default;
    Calendar(UtcOffset offset, std::vector<OfficePeriod> officePeriods)
        : m_offset(offset), m_officePeriods(std::move(officePeriods)) {}

    void setOfficePeriods(std::vector<OfficePeriod> periods) { m_officePeriods = std::move(periods); }
    void setException(Day day, Exception exception);
    [[nodiscard]] bool isWorkday(Day day) const;
    /// Why the day is not, or against the week is, a working day: the paper's name, "weekend", or "".
    [[nodiscard]] std::string reasonOf(Day day) const;
    /// The last year a State Council paper covers; 0 when there is none. Later days follow the week alone.
    [[nodiscard]] int lastYear() const { return m_years.empty() ? 0 : m_years.back(); }
    /// The first year without a paper between years that have one; 0 when there is no such gap.
    [[nodiscard]] int gapYear() const;
    /// Whether a paper says what the day is: its year's own, and in the last week of December the next year's too, which may
    /// still change it (2006, 2011, 2018 and 2022 did). A year has its paper when it has a day off before December.
    [[nodiscard]] bool knows(Day day) const;
    [[nodiscard]] UtcOffset offset() const { return m_offset; }
    [[nodiscard]] const std::vector<OfficePeriod>& officePeriods() const { return m_officePeriods; }

    bool operator==(const Calendar&) const = default;

private:
    using Entry = std::pair<Day, Exception>;

    [[nodiscard]] std::size_t firstNotBefore(Day day) const;
    [[nodiscard]] bool coversYear(int year) const;
    void addYearOf(const Entry& entry);

    UtcOffset m_offset;
    std::vector<OfficePeriod> m_officePeriods{{510, 720}, {810, 1050}};
    std::vector<Entry> m_exceptions;  ///< by day
    std::vector<int> m_years;         ///< covered by a paper, rising
};

/// Milliseconds of office hours between two times; 0 when `to` is not later.
std::int64_t workTime(const Calendar& calendar, Instant from, Instant to);

}  // namespace zhida::domain
