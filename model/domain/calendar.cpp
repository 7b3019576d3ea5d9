// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/calendar.h"

#include <algorithm>

namespace zhida::domain {
namespace {

/// From here on the next year's paper may change the days too.
Day lastWeekOf(int year) { return dayOf({year, 12, 25}); }

}  // namespace

std::size_t Calendar::firstNotBefore(Day day) const {
    const auto before = [](const Entry& entry, Day than) { return entry.first < than; };
    const auto it = std::lower_bound(m_exceptions.begin(), m_exceptions.end(), day, before);
    return static_cast<std::size_t>(it - m_exceptions.begin());
}

void Calendar::setException(Day day, Exception exception) {
    const std::size_t at = firstNotBefore(day);
    if (at < m_exceptions.size() && m_exceptions[at].first == day) {
        m_exceptions[at].second = std::move(exception);
        m_years.clear();
        for (const Entry& each : m_exceptions) {
            addYearOf(each);
        }
        return;
    }
    const auto place = m_exceptions.begin() + static_cast<std::ptrdiff_t>(at);
    addYearOf(*m_exceptions.emplace(place, day, std::move(exception)));
}

void Calendar::addYearOf(const Entry& entry) {
    const CivilDate date = civilOf(entry.first);
    const auto place = std::lower_bound(m_years.begin(), m_years.end(), date.year);
    if (entry.second.off && date.month < 12 && (place == m_years.end() || *place != date.year)) {
        m_years.insert(place, date.year);
    }
}

bool Calendar::coversYear(int year) const { return std::binary_search(m_years.begin(), m_years.end(), year); }

int Calendar::gapYear() const {
    for (std::size_t i = 1; i < m_years.size(); ++i) {
        if (m_years[i] != m_years[i - 1] + 1) {
            return m_years[i - 1] + 1;
        }
    }
    return 0;
}

bool Calendar::knows(Day day) const {
    const int year = civilOf(day).year;
    return coversYear(year) && (day < lastWeekOf(year) || coversYear(year + 1));
}

bool Calendar::isWorkday(Day day) const {
    const std::size_t at = firstNotBefore(day);
    const bool listed = at < m_exceptions.size() && m_exceptions[at].first == day;
    return listed ? !m_exceptions[at].second.off : weekday(day) < 5;
}

std::string Calendar::reasonOf(Day day) const { return std::string(Walk(*this, day).next().reason); }

Calendar::Walk::Walk(const Calendar& calendar, Day from)
    : m_calendar(calendar), m_day(from), m_next(calendar.firstNotBefore(from)), m_sameUntil(from) {}

void Calendar::Walk::lookUpPaper() {
    const int year = civilOf(m_day).year;
    const Day lastWeek = lastWeekOf(year);
    m_sameUntil = m_day < lastWeek ? lastWeek : dayOf({year + 1, 1, 1});
    m_known = m_calendar.knows(m_day);
}

Calendar::Run Calendar::Walk::next() {
    if (m_day >= m_sameUntil) {
        lookUpPaper();
    }
    const auto& listed = m_calendar.m_exceptions;
    Run run{m_day, m_day, true, m_known, {}};
    if (m_next < listed.size() && listed[m_next].first == m_day) {
        const Exception& what = listed[m_next].second;
        run.worked = !what.off;
        run.reason = what.name;
        while (m_next < listed.size() && listed[m_next].first == run.to && listed[m_next].second == what &&
               run.to < m_sameUntil) {
            run.to = run.to.plus(1);
            ++m_next;
        }
    } else {
        const int dayOfWeek = weekday(m_day);
        run.worked = dayOfWeek < 5;
        run.reason = run.worked ? "" : "weekend";
        run.to = std::min(m_day.plus((run.worked ? 5 : 7) - dayOfWeek), m_sameUntil);
        run.to = m_next < listed.size() ? std::min(run.to, listed[m_next].first) : run.to;
    }
    m_day = run.to;
    return run;
}

std::int64_t workTime(const Calendar& calendar, Instant from, Instant to) {
    std::int64_t sum = 0;
    const Day last = localDay(to, calendar.offset());
    Calendar::Walk walk(calendar, localDay(from, calendar.offset()));
    for (Calendar::Run run = walk.next(); from < to && run.from <= last; run = walk.next()) {
        for (Day day = run.from; run.worked && day < run.to && day <= last; day = day.plus(1)) {
            for (const OfficePeriod& period : calendar.officePeriods()) {
                const Instant midnight = startOf(day, calendar.offset());
                const Instant opens = std::max(from, midnight.plus(period.from * kMinuteMs));
                const Instant closes = std::min(to, midnight.plus(period.to * kMinuteMs));
                sum += std::max<std::int64_t>(0, closes.ms - opens.ms);
            }
        }
    }
    return sum;
}

}  // namespace zhida::domain
