// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/timed_acts.h"

#include "model/domain/stage_clocks.h"

#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;
using enum Role;

UserProfile scheduler() { return {{"system"}, "", Role::system, {}, {}, false}; }

std::string told(const Office& o) {
    std::string text;
    for (const TimedAct& each : timedActs(*o.ticket, o.rules)) {
        text += each.kind + " " + formatIso(each.at, UtcOffset{480}).substr(5, 14) + "\n";
    }
    return text;
}

/// Does what is due; the kinds, in order.
std::string run(Office& o) {
    std::string kinds;
    for (const TimedAct& each : timedActs(*o.ticket, o.rules)) {
        if (each.at <= o.now) {
            kinds += (kinds.empty() ? "" : " ") + each.kind + (o.act(scheduler(), each.body).empty() ? "" : "!");
        }
    }
    return kinds;
}

Office inHand() {
    Office o;
    o.registerOne(AppealType::help);  // Wednesday 20 August 2025, 5 working days: the 27th
    o.dispatchTo("szz");
    return o;
}

TEST(TimedActs, YellowWithOneWorkingDayLeftRedOnTheFirstDayLateEachOnce) {
    Office o = inHand();
    EXPECT_EQ(told(o), "cards.yellow 08-27T00:00:00\nstage.solve 08-27T23:59:59\ncards.red 08-28T00:00:00\n");
    o.now = o.ticket->due->plus(-kHourMs);
    EXPECT_EQ(run(o), "cards.yellow");
    EXPECT_EQ(o.ticket->supervisions[0].units.front().value, "szz");
    EXPECT_EQ(run(o), "");
    o.now = o.ticket->due->plus(kDayMs);
    EXPECT_EQ(run(o), "stage.solve cards.red");
    EXPECT_EQ(told(o), "");
}

TEST(TimedActs, WhoHasAnsweredGetsNoCard) {
    Office o = inHand();
    o.reply("szz");
    EXPECT_EQ(told(o), "");
    o.act(at(dispatcher), ReviewTicket{false, "不清楚"});
    EXPECT_NE(told(o).find("cards.red"), std::string::npos);
}

TEST(TimedActs, AnExtensionMovesTheCardsWithTheDueTime) {  // hard case 17
    Office o = inHand();
    o.act(at(unitHandler, "szz"), SignTicket{});
    o.now = o.ticket->due->plus(-kHourMs);
    run(o);
    o.act(at(unitHandler, "szz"), RequestExtension{"survey", "5wd", "待勘查"});
    o.act(at(dispatcher), DecideRequest{RequestKind::extension, true, ""});
    EXPECT_EQ(told(o), "cards.yellow 09-03T00:00:00\nstage.solve 09-03T23:59:59\ncards.red 09-04T00:00:00\n");
}

TEST(TimedActs, ASuspendedTicketStandsStillUntilItsPlannedDay) {
    Office o = inHand();
    o.act(at(unitHandler, "szz"), RequestSuspension{"policy", "待政策", o.now.plus(30 * kDayMs)});
    const Instant planned = *o.ticket->requests.back().planned;
    o.act(at(supervisor), DecideRequest{RequestKind::suspension, true, ""});
    const auto acts = timedActs(*o.ticket, o.rules);
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_EQ(acts[0].kind, "suspension.over");
    EXPECT_EQ(acts[0].at, planned);
    o.now = planned;
    EXPECT_EQ(run(o), "suspension.over");
    EXPECT_EQ(run(o), "");
}

TEST(TimedActs, HalfAnHourToTheFirstCallThenAReminderThenOneLevelUp) {  // 白银 半小时致电
    Office o;
    o.rules.deadlines.push_back({{}, {}, {30, TermUnit::minute}, Stage::firstContact});
    Ladder ladder;
    ladder.code = "four";
    ladder.levels = {{"village", "村"}, {"county", "县", "", {}, {2, TermUnit::day}}};
    o.rules.ladders = {ladder};
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), StartLadder{"four"});
    o.now = o.ticket->lead()->dispatchedAt.plus(30 * kMinuteMs);
    EXPECT_EQ(run(o), "");  // the due time itself is still in time
    o.now = o.now.plus(kSecondMs);
    EXPECT_EQ(run(o), "stage.firstContact");
    EXPECT_EQ(o.ticket->urges[0].text, "stage.firstContact");
    o.now = o.now.plus(30 * kMinuteMs);
    EXPECT_EQ(run(o), "stage.firstContact.again");
    EXPECT_EQ(o.ticket->climb->level, "county");
    EXPECT_EQ(run(o), "");
    o.now = o.ticket->climb->due->plus(1);  // the top level runs out
    EXPECT_EQ(run(o), "ladder.top");
    EXPECT_EQ(run(o), "");
}

TEST(TimedActs, ACallInTimeIsNotUrged) {
    Office o;
    o.rules.deadlines.push_back({{}, {}, {30, TermUnit::minute}, Stage::firstContact});
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), LogContact{false, "无人接听"});
    EXPECT_EQ(told(o).find("firstContact"), std::string::npos);
    o.act(at(supervisor), CommentTicket{"x"});
    EXPECT_EQ(told(o).find("firstContact"), std::string::npos);
}

TEST(TimedActs, ALevelThatRunsOutRises) {
    Office o = inHand();
    Ladder ladder;
    ladder.code = "two";
    ladder.levels = {{"village", "村", "", {}, {2, TermUnit::day}}, {"town", "镇"}};
    o.rules.ladders = {ladder};
    o.act(at(unitHandler, "szz"), StartLadder{"two"});
    o.now = o.ticket->climb->due->plus(1);
    EXPECT_EQ(run(o), "ladder.rise");
    EXPECT_EQ(o.ticket->climb->level, "town");
}

TEST(TimedActs, AChangedCalendarMovesTheDueTimeOnce) {  // hard case 9
    Office o = inHand();
    o.rules.calendar.setException(localDay(o.now, UtcOffset{480}).plus(1), {"调休放假", true});
    const auto acts = timedActs(*o.ticket, o.rules);
    EXPECT_EQ(acts[0].kind, "due.recount");
    EXPECT_EQ(run(o), "due.recount");
    EXPECT_EQ(formatIso(*o.ticket->due, UtcOffset{480}), "2025-08-28T23:59:59+08:00");
    EXPECT_EQ(told(o).find("recount"), std::string::npos);
}

TEST(TimedActs, WhatIsClosedGoesToTheArchiveThirtyDaysLaterAndStaysThere) {
    Office o;
    o.registerOne();
    o.act(at(callTaker), AnswerDirectly{"在省庄镇卫生院", "", 0, false});
    const auto acts = timedActs(*o.ticket, o.rules);
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_EQ(acts[0].kind, "archive");
    EXPECT_EQ(formatIso(acts[0].at, UtcOffset{480}).substr(0, 19), "2025-09-19T23:59:59");
    o.now = acts[0].at;
    EXPECT_EQ(run(o), "archive");
    EXPECT_EQ(told(o), "");
}

TEST(TimedActs, AnActHasOneIdUntilItsTimeMoves) {
    Office o = inHand();
    const auto ids = [&o] { return idOf(timedActs(*o.ticket, o.rules).front(), o.ticket->id); };
    const CommandId id = ids();
    o.act(at(callTaker), CommentTicket{"x"});
    EXPECT_EQ(ids(), id);
    EXPECT_NE(idOf(timedActs(*o.ticket, o.rules).back(), o.ticket->id), id);
}

TEST(StageTimes, ANewLeadHasClocksOfItsOwnAndARedoTakesThePlaceOfSolving) {
    Office o;
    o.rules.deadlines.push_back({{}, {}, {2, TermUnit::workHour}, Stage::sign});
    o.submitted();
    const auto stage = [&o](Stage wanted) {
        for (const StageClock& each : stageClocksOf(*o.ticket, o.rules, o.now)) {
            if (each.stage == wanted) {
                return std::string(codeOf(each.state)) + " " + formatIso(*each.due, UtcOffset{480}).substr(5, 14);
            }
        }
        return std::string("none");
    };
    EXPECT_EQ(stage(Stage::sign), "done 08-20T13:31:00");
    EXPECT_EQ(stage(Stage::solve), "done 08-27T23:59:59");
    o.act(at(callbackAgent), CallBack{true, Solved::unsolved, Satisfied::dissatisfied, "没人来"});
    EXPECT_EQ(stage(Stage::solve), "none");
    EXPECT_EQ(stage(Stage::redo), "running 08-27T23:59:59");
}

}  // namespace
}  // namespace zhida::domain
