// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the domain handbook 1.5, 1.6 and 7, by table; the expected days were counted by another program.
#include "model/domain/deadline.h"

#include "tests/model/domain/paper_calendar.h"

#include <gtest/gtest.h>

#include <limits>

namespace zhida::domain::test {
namespace {

Instant at(const char* text) { return parseIso(text, kChina).value(); }

TermClock clockOf(const char* received, const char* term) { return {at(received), parseTerm(term).value(), {}, {}}; }

Pause pause(const char* from, const char* to) { return {at(from), at(to), {"boss"}, "awaits a court"}; }

std::string due(const TermClock& clock, const Calendar& calendar) {
    const auto deadline = dueOf(calendar, clock);
    return deadline ? formatIso(deadline->due, kChina).substr(0, 19) : deadline.error().code;
}

std::string due(const char* received, const char* term) {
    static const Calendar calendar = paperCalendar();
    return due(clockOf(received, term), calendar);
}

struct Case {
    const char* received;
    const char* term;
    const char* due;
};

void expectAll(std::initializer_list<Case> cases) {
    for (const Case& each : cases) {
        EXPECT_EQ(due(each.received, each.term), each.due) << each.received << " + " << each.term;
    }
}

TEST(Deadline, RealTicketsOfHandbook16) {
    expectAll({{"2025-08-20T10:12:27", "7wd", "2025-08-29T23:59:59"},
               {"2019-04-25T09:32:09", "10wd", "2019-05-10T23:59:59"}});
}

TEST(Deadline, TermsOfTheRegulationsOfHandbook15) {
    expectAll(
        {{"2026-09-23T09:00:00", "5wd", "2026-10-08T23:59:59"},    // Shandong: process, reply, feed back
         {"2026-09-23T09:00:00", "2wd", "2026-09-28T23:59:59"},    // Shandong: return of a wrong ticket
         {"2026-09-23T09:00:00", "15wd", "2026-10-21T23:59:59"},   // provincial complaint line of 2017
         {"2024-09-27T17:00:00", "13wd", "2024-10-21T23:59:59"},   // a bureau's complaints, from the next day
         {"2023-01-18T09:00:00", "45wd", "2023-03-27T23:59:59"},   // market supervision: mediation ends
         {"2026-01-05T09:00:00", "15d", "2026-01-20T23:59:59"},    // petition: register and sort
         {"2026-01-05T09:00:00", "60d", "2026-03-06T23:59:59"},    // petition: handle
         {"2026-09-30T23:45:00", "30min", "2026-10-01T00:15:00"},  // first contact (白银), into the holiday
         {"2026-09-23T23:59:30", "1min", "2026-09-24T00:00:30"},   // the town grid (天平): accept,
         {"2026-09-23T23:50:00", "15min", "2026-09-24T00:05:00"},  // dispatch,
         {"2026-09-30T20:00:00", "24h", "2026-10-01T20:00:00"}});  // solve: hours run through holidays (hard case 15)
}

TEST(Deadline, HolidaysAndMadeUpDays) {
    expectAll(
        {{"2026-02-14T12:00:00", "1wd", "2026-02-24T23:59:59"},    // born on a worked Saturday
         {"2025-01-26T12:00:00", "1wd", "2025-01-27T23:59:59"},    // born on a worked Sunday
         {"2026-05-08T12:00:00", "1wd", "2026-05-09T23:59:59"},    // ends on a worked Saturday
         {"2025-09-30T12:00:00", "1wd", "2025-10-09T23:59:59"},    // the eight days of 2025
         {"2025-10-03T12:00:00", "3wd", "2025-10-11T23:59:59"},    // born within them
         {"2020-01-22T12:00:00", "5wd", "2020-02-06T23:59:59"},    // the holiday that was made longer
         {"2018-12-27T12:00:00", "5wd", "2019-01-04T23:59:59"}});  // 29 December worked, 31 off: next year's paper
}

TEST(Deadline, EdgesOfDaysSecondsAndYears) {
    expectAll({{"2026-09-23T00:00:00", "1wd", "2026-09-24T23:59:59"},
               {"2026-09-23T23:59:59", "1wd", "2026-09-24T23:59:59"},
               {"2026-09-24T00:00:00", "1d", "2026-09-25T23:59:59"},
               {"2024-02-28T12:00:00", "1d", "2024-02-29T23:59:59"},
               {"2024-02-28T12:00:00", "2wd", "2024-03-01T23:59:59"},
               {"2024-02-29T12:00:00", "1wd", "2024-03-01T23:59:59"},
               {"2024-02-29T23:59:59", "1min", "2024-03-01T00:00:59"},
               {"2025-12-31T23:30:00", "1h", "2026-01-01T00:30:00"}});
}

TEST(Deadline, WorkHoursHaveALunchBreak) {
    expectAll({{"2025-08-20T11:00:00", "4wh", "2025-08-20T16:30:00"},
               {"2025-08-20T12:30:00", "1wh", "2025-08-20T14:30:00"},  // received at lunch
               {"2025-08-20T06:00:00", "1wh", "2025-08-20T09:30:00"},  // before opening
               {"2025-08-20T20:00:00", "1wh", "2025-08-21T09:30:00"},  // after closing
               {"2025-08-20T16:30:00", "1wh", "2025-08-20T17:30:00"},  // ends as the office closes
               {"2025-08-20T17:29:59", "1wh", "2025-08-21T09:29:59"},
               {"2025-08-20T17:30:00", "1wh", "2025-08-21T09:30:00"},
               {"2025-09-30T17:00:00", "1wh", "2025-10-09T09:00:00"},    // over the eight days
               {"2025-08-23T10:00:00", "8wh", "2025-08-26T09:00:00"}});  // received on a Saturday
}

TEST(Deadline, AnExtensionAddsToTheOldDueDate) {
    const Calendar calendar = paperCalendar();
    TermClock clock = clockOf("2025-08-20T10:12:27", "7wd");
    clock.extensions = {parseTerm("10wd").value()};
    EXPECT_EQ(due(clock, calendar), "2025-09-12T23:59:59");
    clock.extensions.push_back(parseTerm("2d").value());
    const auto deadline = dueOf(calendar, clock);
    ASSERT_TRUE(deadline);
    EXPECT_EQ(deadline->partDues, (std::vector{at("2025-08-29T23:59:59"), at("2025-09-12T23:59:59"), deadline->due}));
    EXPECT_EQ(deadline->due, at("2025-09-14T23:59:59"));
    EXPECT_EQ(deadline->segments.back().part, 2U);

    clock = clockOf("2025-08-20T10:00:00", "24h");
    clock.extensions = {parseTerm("1wd").value()};
    EXPECT_EQ(due(clock, calendar), "2025-08-22T23:59:59");  // the day of the old due time is not counted
    EXPECT_EQ(dueOf(calendar, clock)->segments.at(1).reason, "dueDay");
    clock = clockOf("2025-08-20T10:00:00", "1wd");
    clock.extensions = {parseTerm("24h").value(), parseTerm("1wh").value()};
    EXPECT_EQ(due(clock, calendar), "2025-08-25T09:30:00");  // 22 August 23:59:59, a Friday, and one work hour
}

TEST(Deadline, SuspendedTimeDoesNotCount) {
    const Calendar calendar = paperCalendar();
    TermClock days = clockOf("2025-08-20T10:00:00", "5wd");  // without a pause 27 August
    days.pauses = {pause("2025-08-22T10:00:00", "2025-08-26T09:00:00")};
    EXPECT_EQ(due(days, calendar), "2025-08-29T23:59:59");  // Friday and Monday did not end running
    days.pauses = {pause("2025-08-22T10:00:00", "2025-08-22T11:00:00")};
    EXPECT_EQ(due(days, calendar), "2025-08-27T23:59:59");  // it ran again when the day ended
    days.pauses = {pause("2025-08-27T23:59:59", "2025-08-28T00:00:00")};
    EXPECT_EQ(due(days, calendar), "2025-08-28T23:59:59");  // it stood still when it would have ended
    days.pauses = {pause("2025-08-27T23:59:59.001", "2025-08-28T12:00:00")};
    EXPECT_EQ(due(days, calendar), "2025-08-27T23:59:59");  // it had ended by a millisecond
    days.pauses = {pause("2025-08-27T09:00:00", "2025-08-27T23:59:59")};
    EXPECT_EQ(due(days, calendar), "2025-08-28T23:59:59");  // "until 23:59:59" takes the day
    days.pauses = {pause("2025-08-27T09:00:00", "2025-08-27T23:59:58")};
    EXPECT_EQ(due(days, calendar), "2025-08-27T23:59:59");
    days.pauses = {pause("2025-08-28T00:00:00", "2025-09-28T00:00:00")};
    EXPECT_EQ(due(days, calendar), "2025-08-27T23:59:59");  // it had ended

    TermClock hours = clockOf("2025-08-20T10:00:00", "24h");
    hours.pauses = {pause("2025-08-20T20:00:00", "2025-08-20T22:00:00"),
                    pause("2025-08-20T21:00:00", "2025-08-20T23:00:00"),
                    pause("2025-08-19T00:00:00", "2025-08-20T10:30:00")};
    EXPECT_EQ(due(hours, calendar), "2025-08-21T13:30:00");  // 0.5 h and, overlapping, 3 h
    TermClock office = clockOf("2025-08-20T16:00:00", "2wh");
    office.pauses = {pause("2025-08-20T17:00:00", "2025-08-21T09:00:00")};
    EXPECT_EQ(due(office, calendar), "2025-08-21T10:00:00");
    office.pauses[0].to.reset();
    EXPECT_EQ(dueOf(calendar, office).error().code, "deadline.paused");
    EXPECT_EQ(dueOf(calendar, office).error().arg("since"), "2025-08-20T17:00:00+08:00");
    office.pauses[0].to = at("2025-08-20T16:59:59");
    EXPECT_EQ(dueOf(calendar, office).error().code, "deadline.badPause");
}

TEST(Deadline, ARedoIsANewClock) {
    const Calendar calendar = paperCalendar();
    EXPECT_EQ(due(clockOf("2026-09-23T09:00:00", "5wd"), calendar), "2026-10-08T23:59:59");
    EXPECT_EQ(due(clockOf("2026-10-08T16:00:00", "3wd"), calendar), "2026-10-12T23:59:59");
}

TEST(Deadline, TheProofNamesEveryStretch) {
    const auto deadline = dueAfter(paperCalendar(), at("2026-02-13T10:00:00"), parseTerm("3wd").value());
    ASSERT_TRUE(deadline);
    const std::vector<Segment> expected = {{at("2026-02-13T10:00:00"), at("2026-02-14"), false, "received", false, 0},
                                           {at("2026-02-14"), at("2026-02-15"), true, "春节", false, 0},  // made up for
                                           {at("2026-02-15"), at("2026-02-24"), false, "春节", false, 0},
                                           {at("2026-02-24"), at("2026-02-25T23:59:59"), true, "", false, 0}};
    EXPECT_EQ(deadline->segments, expected);
    EXPECT_FALSE(deadline->provisional);
    const auto office = dueAfter(paperCalendar(), at("2025-08-22T16:30:00"), parseTerm("2wh").value());
    std::string reasons;
    for (const Segment& each : office->segments) {
        reasons += each.counted ? "+" : each.reason + " ";
    }
    EXPECT_EQ(reasons, "+closed weekend closed +");
}

TEST(Deadline, BeyondTheLastPaperItIsProvisional) {
    const Calendar calendar = paperCalendar();
    const auto provisional = [&](const char* received, const char* term) {
        return dueAfter(calendar, at(received), parseTerm(term).value())->provisional;
    };
    EXPECT_EQ(due("2026-12-30T10:00:00", "3wd"), "2027-01-04T23:59:59");  // by the week alone
    EXPECT_TRUE(provisional("2026-12-30T10:00:00", "3wd"));
    EXPECT_TRUE(provisional("2026-12-24T10:00:00", "1wd"));  // the paper of 2027 may still change it
    EXPECT_FALSE(provisional("2026-12-23T10:00:00", "1wd"));
    EXPECT_TRUE(provisional("2027-03-01T10:00:00", "4wh"));
    EXPECT_FALSE(provisional("2027-03-01T10:00:00", "24h"));  // needs no calendar
    EXPECT_FALSE(provisional("2027-03-01T10:00:00", "15d"));
    EXPECT_TRUE(provisional("2006-03-01T10:00:00", "1wd"));  // before the first one
    const auto proof = dueAfter(calendar, at("2026-12-22T10:00:00"), parseTerm("4wd").value());
    ASSERT_EQ(proof->segments.size(), 5U);  // 22 rest, 23-24, 25, weekend, 28
    EXPECT_FALSE(proof->segments[1].provisional);
    EXPECT_TRUE(proof->segments[2].provisional);
}

TEST(Deadline, TermsThatAreNone) {
    for (const char* text : {"", "wd", "0wd", "-1d", "7", "7 wd", "7w", "99999999999wd", "4000d", "0min", "1.5h",
                             "+7wd", "7WD", "7wd ", "５wd"}) {
        EXPECT_FALSE(parseTerm(text).ok()) << text;
    }
    const Calendar calendar = paperCalendar();
    const Instant now = at("2025-08-20");
    const auto refusal = [&](const Calendar& with, Instant received, Term term) {
        const auto deadline = dueAfter(with, received, term);
        return deadline ? "" : deadline.error().code;
    };
    EXPECT_EQ(refusal(calendar, now, {0, TermUnit::workingDay}), "deadline.badTerm");
    EXPECT_EQ(refusal(calendar, now, {-5, TermUnit::hour}), "deadline.badTerm");
    EXPECT_EQ(refusal(calendar, now, {std::numeric_limits<int>::max(), TermUnit::minute}), "deadline.badTerm");
    EXPECT_EQ(refusal(Calendar(kChina, {}), now, {1, TermUnit::workHour}), "deadline.badTerm");
    EXPECT_EQ(refusal(Calendar(kChina, {{600, 601}}), now, {87'840, TermUnit::workHour}), "deadline.tooFar");
    for (const std::int64_t ms : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        EXPECT_EQ(refusal(calendar, Instant{ms}, {1, TermUnit::workingDay}), "time.bad");
        TermClock clock = clockOf("2025-08-20", "1wd");
        clock.pauses = {{Instant{ms}, Instant{ms}, {}, ""}};
        EXPECT_EQ(due(clock, calendar), "deadline.badPause");
    }
    TermClock clock = clockOf("2025-08-20", "1wd");
    clock.extensions.assign(4, {3'660, TermUnit::workingDay});  // 73 years
    EXPECT_EQ(due(clock, calendar), "deadline.tooFar");
    clock.extensions.assign(4, {3'660, TermUnit::day});
    EXPECT_EQ(due(clock, calendar), "deadline.tooFar");
    clock.extensions = {{0, TermUnit::workingDay}};
    EXPECT_EQ(due(clock, calendar), "deadline.badTerm");
    for (const char* text : {"7wd", "15d", "4wh", "24h", "30min"}) {
        EXPECT_EQ(textOf(parseTerm(text).value()), text);
    }
}

}  // namespace
}  // namespace zhida::domain::test
