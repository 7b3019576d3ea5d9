// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/calendar.h"

#include "tests/model/domain/paper_calendar.h"

#include <gtest/gtest.h>

#include <map>

namespace zhida::domain::test {
namespace {

Day day(const char* text) { return parseDay(text).value(); }

TEST(Calendar, ShipsTwentyPapersThatHoldTogether) {
    std::map<int, std::map<Day, bool>> papers;
    for (const PaperDay& each : paperDays()) {
        EXPECT_TRUE(papers[each.paper].emplace(each.day, each.off).second) << formatDay(each.day) << " twice";
        EXPECT_FALSE(each.name.empty());
        EXPECT_TRUE(each.off || weekday(each.day) >= 5 || formatDay(each.day) == "2020-02-03") << formatDay(each.day);
    }
    ASSERT_EQ(papers.size(), 20U);
    for (const auto& [year, days] : papers) {
        for (const char* holiday : {"-01-01", "-05-01", "-10-01", "-10-02", "-10-03"}) {  // the same day every year
            const auto it = days.find(day((std::to_string(year) + holiday).c_str()));
            EXPECT_TRUE(it != days.end() && it->second) << year << holiday;
        }
        for (const auto& [each, off] : days) {
            const CivilDate date = civilOf(each);
            EXPECT_TRUE(date.year == year || (date.year == year - 1 && date.month == 12)) << formatDay(each);
        }
    }
}

/// A paper moves days about but gives, weekdays off less weekend days worked, what the law gives: a wrong or lost row shows.
/// 国务院令 513 (2007: 11 days from 2008) and 795 (2024: 13 from 2025); 2015 the day of victory, 2020 the longer Spring Festival.
TEST(Calendar, EveryPaperGivesAsManyDaysAsTheLaw) {
    std::map<int, int> given;
    for (const PaperDay& each : paperDays()) {
        const bool weekend = weekday(each.day) >= 5;
        given[each.paper] += each.off && !weekend ? 1 : !each.off && weekend ? -1 : 0;
    }
    for (const auto& [year, days] : given) {
        const int byLaw = year == 2007 ? 10 : year < 2025 ? 11 : 13;
        EXPECT_EQ(days, year == 2015 ? 12 : year == 2020 ? 13 : byLaw) << year;
    }
}

TEST(Calendar, AWalkTellsEveryDayAsAskingForItDoes) {
    for (const Calendar& calendar : {paperCalendar(), paperCalendar(2015, 2016), Calendar()}) {
        Calendar::Walk walk(calendar, day("2005-01-01"));
        Calendar::Run run = walk.next();
        for (Day each = day("2005-01-01"); each < day("2030-01-01"); each = each.plus(1)) {
            if (each == run.to) {
                run = walk.next();
                ASSERT_EQ(run.from, each);
                ASSERT_LT(run.from, run.to);
            }
            ASSERT_EQ(run.worked, calendar.isWorkday(each)) << formatDay(each);
            ASSERT_EQ(run.reason, calendar.reasonOf(each)) << formatDay(each);
            ASSERT_EQ(run.known, calendar.knows(each)) << formatDay(each);
        }
    }
}

TEST(Calendar, ReasonsAndTheLastPaper) {
    const Calendar calendar = paperCalendar();
    EXPECT_EQ(calendar.reasonOf(day("2025-10-11")), "国庆节、中秋节");
    EXPECT_TRUE(calendar.isWorkday(day("2025-10-11")));
    EXPECT_EQ(calendar.reasonOf(day("2025-10-12")), "weekend");
    EXPECT_EQ(calendar.reasonOf(day("2025-10-13")), "");
    EXPECT_EQ(calendar.lastYear(), 2026);
    EXPECT_EQ(Calendar().lastYear(), 0);
    EXPECT_EQ(paperCalendar(2007, 2018).lastYear(), 2018);  // days of December 2018 in the paper of 2019 are not in it
}

TEST(Calendar, AGapIsNotKnownAndADayInDecemberIsNoPaper) {
    Calendar calendar = paperCalendar(2007, 2024);
    for (const PaperDay& each : paperDays()) {
        if (each.paper == 2026) {
            calendar.setException(each.day, {each.name, each.off});
        }
    }
    EXPECT_EQ(calendar.gapYear(), 2025);
    EXPECT_EQ(paperCalendar().gapYear(), 0);
    EXPECT_EQ(Calendar().gapYear(), 0);
    EXPECT_TRUE(calendar.knows(day("2024-12-24")));
    EXPECT_FALSE(calendar.knows(day("2024-12-25")));
    EXPECT_FALSE(calendar.knows(day("2025-06-03")));
    EXPECT_TRUE(calendar.knows(day("2026-01-01")));
    EXPECT_EQ(calendar.lastYear(), 2026);
    calendar.setException(day("2027-12-31"), {"元旦", true});
    EXPECT_EQ(calendar.lastYear(), 2026);
    calendar.setException(day("2027-01-01"), {"元旦", true});
    EXPECT_EQ(calendar.lastYear(), 2027);
    calendar.setException(day("2027-01-01"), {"元旦", false});  // taken back
    EXPECT_EQ(calendar.lastYear(), 2026);
}

}  // namespace
}  // namespace zhida::domain::test
