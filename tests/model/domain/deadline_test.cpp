// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deadline.h"

#include "model/base/rng.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

constexpr UtcOffset kChina{480};

/// The State Council's papers around the cases below.
Calendar chinese() {
    Calendar calendar(kChina, {{510, 720}, {810, 1050}});
    const auto off = [&](const char* from, int days, const char* name) {
        for (int i = 0; i < days; ++i) {
            calendar.setException(parseDay(from)->plus(i), {name, true});
        }
    };
    const auto madeUp = [&](const char* day, const char* name) {
        calendar.setException(*parseDay(day), {name, false});
    };
    off("2019-05-01", 4, "劳动节");
    madeUp("2019-04-28", "劳动节");
    madeUp("2019-05-05", "劳动节");
    off("2025-10-01", 8, "国庆节、中秋节");
    madeUp("2025-09-28", "国庆节、中秋节");
    madeUp("2025-10-11", "国庆节、中秋节");
    return calendar;
}

std::string due(const char* received, const char* term) {
    const auto deadline = dueAfter(chinese(), *parseIso(received, kChina), *parseTerm(term));
    return deadline ? formatIso(deadline->due, kChina) : deadline.error().code;
}

TEST(Deadline, RealTicketOf2025EndsOnTheSeventhWorkingDay) {
    EXPECT_EQ(due("2025-08-20T10:12:27+08:00", "7wd"), "2025-08-29T23:59:59+08:00");  // domain handbook 1.6
}

TEST(Deadline, MessageOf2019NeedsTheMakeUpDays) {
    EXPECT_EQ(due("2019-04-25T09:32:09+08:00", "10wd"), "2019-05-10T23:59:59+08:00");  // domain handbook 1.6
}

TEST(Deadline, NationalDayBlockAndMakeUpSunday) {
    EXPECT_EQ(due("2025-09-27T12:00:00+08:00", "1wd"), "2025-09-28T23:59:59+08:00");  // Sunday worked
    EXPECT_EQ(due("2025-09-30T12:00:00+08:00", "1wd"), "2025-10-09T23:59:59+08:00");
    EXPECT_EQ(due("2025-09-30T12:00:00+08:00", "3wd"), "2025-10-11T23:59:59+08:00");  // Saturday worked
    EXPECT_EQ(due("2025-09-28T23:59:59+08:00", "2wd"), "2025-09-30T23:59:59+08:00");  // born on a worked Sunday
}

TEST(Deadline, CalendarDaysHoursAndWorkHours) {
    EXPECT_EQ(due("2025-09-30T12:00:00+08:00", "15d"), "2025-10-15T23:59:59+08:00");
    EXPECT_EQ(due("2025-09-30T23:30:00+08:00", "24h"), "2025-10-01T23:30:00+08:00");
    EXPECT_EQ(due("2025-08-20T23:45:00+08:00", "30min"), "2025-08-21T00:15:00+08:00");
    EXPECT_EQ(due("2025-08-20T11:00:00+08:00", "4wh"), "2025-08-20T16:30:00+08:00");  // lunch 12:00-13:30
    EXPECT_EQ(due("2025-08-20T17:00:00+08:00", "1wh"), "2025-08-21T09:00:00+08:00");
    EXPECT_EQ(due("2025-09-30T17:00:00+08:00", "1wh"), "2025-10-09T09:00:00+08:00");
}

TEST(Deadline, SegmentsCoverTheWholeTimeAndProveTheSum) {
    const Calendar calendar = chinese();
    SeededRng rng(7);
    for (int i = 0; i < 500; ++i) {
        const Instant received{parseIso("2019-01-01", kChina)->ms +
                               static_cast<std::int64_t>(rng.below(7ULL * 365 * 86'400'000))};
        const auto unit = static_cast<TermUnit>(1 + rng.below(5));
        const Term term{1 + static_cast<int>(rng.below(20)), unit};
        const auto deadline = dueAfter(calendar, received, term);
        ASSERT_TRUE(deadline);
        Instant at = received;
        std::int64_t counted = 0;
        for (const Segment& each : deadline->segments) {
            ASSERT_EQ(each.from, at);
            ASSERT_LT(each.from, each.to);
            counted += each.counted ? each.to.ms - each.from.ms : 0;
            at = each.to;
        }
        ASSERT_EQ(at, deadline->due);
        const bool days = unit == TermUnit::workingDay || unit == TermUnit::day;
        const std::int64_t unitMs = days ? kDayMs : unit == TermUnit::minute ? kMinuteMs : kHourMs;
        ASSERT_EQ(counted, term.amount * unitMs - (days ? kSecondMs : 0));
    }
}

/// Minute by minute with nothing but the definition: slow, and hard to get wrong.
Instant bruteForce(const Calendar& calendar, Instant received, Term term) {
    const bool days = term.unit == TermUnit::workingDay || term.unit == TermUnit::day;
    Instant at = received;
    if (days) {
        int left = term.amount;
        Day day = localDay(received, kChina);
        while (left > 0) {
            while (localDay(at, kChina) == day) {
                at = at.plus(kMinuteMs - (at.ms % kMinuteMs + kMinuteMs) % kMinuteMs);
            }
            day = localDay(at, kChina);
            left -= term.unit == TermUnit::day || calendar.isWorkday(day) ? 1 : 0;
        }
        return startOf(day.plus(1), kChina).plus(-kSecondMs);
    }
    std::int64_t left = term.amount * (term.unit == TermUnit::minute ? 1 : 60);
    while (left > 0) {
        const Day day = localDay(at, kChina);
        const auto minute = (at.ms - startOf(day, kChina).ms) / kMinuteMs;
        bool open = term.unit != TermUnit::workHour;
        for (const OfficePeriod& period : calendar.officePeriods()) {
            open = open || (calendar.isWorkday(day) && minute >= period.from && minute < period.to);
        }
        left -= open ? 1 : 0;
        at = at.plus(kMinuteMs);
    }
    return at;
}

TEST(Deadline, AgreesWithMinuteByMinuteCounting) {
    const Calendar calendar = chinese();
    SeededRng rng(11);
    for (int i = 0; i < 300; ++i) {
        const std::int64_t minute = static_cast<std::int64_t>(rng.below(7ULL * 365 * 1440));
        const Instant received = parseIso("2019-01-01", kChina)->plus(minute * kMinuteMs);
        const Term term{1 + static_cast<int>(rng.below(15)), static_cast<TermUnit>(1 + rng.below(5))};
        EXPECT_EQ(formatIso(dueAfter(calendar, received, term)->due, kChina),
                  formatIso(bruteForce(calendar, received, term), kChina))
            << formatIso(received, kChina) << " + " << term.amount << codeOf(term.unit);
    }
}

TEST(Deadline, RefusesTermsThatAreNone) {
    for (const char* text : {"", "wd", "0wd", "-1d", "7", "7 wd", "7w", "99999999999wd", "4000d"}) {
        EXPECT_EQ(parseTerm(text).ok(), false) << text;
    }
    EXPECT_EQ(dueAfter(Calendar(kChina, {}), Instant{0}, {1, TermUnit::workHour}).error().code, "deadline.badTerm");
}

}  // namespace
}  // namespace zhida::domain
