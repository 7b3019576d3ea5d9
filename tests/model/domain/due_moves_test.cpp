// SPDX-License-Identifier: GPL-3.0-or-later
// Hard case 9: the paper of next year comes out while tickets run.
#include "model/domain/due_moves.h"

#include "tests/model/domain/paper_calendar.h"

#include <gtest/gtest.h>

namespace zhida::domain::test {
namespace {

class DueMoves : public testing::Test {
protected:
    DueMoves() {
        m_rules.calendar = paperCalendar(2007, 2018);
        m_rules.deadlines = {{AppealType::consult, {}, {1, TermUnit::workingDay}},
                             {AppealType::help, {}, {24, TermUnit::hour}},
                             {{}, {}, {5, TermUnit::workingDay}}};
        m_after = paperCalendar(2007, 2019);
    }

    Ticket ticket(const char* received, AppealType type = AppealType::complaint) const {
        Ticket t;
        t.number = received;
        t.state = TicketState::dispatched;
        t.appealType = type;
        t.createdAt = parseIso(received, kChina).value();
        t.due = m_rules.dueOf(Stage::solve, matterOf(t), t.createdAt);
        return t;
    }
    [[nodiscard]] std::string move(const Ticket& t) const {
        const auto moved = dueMoveOf(t, m_rules, m_after);
        return moved
                   ? formatIso(moved->from, kChina).substr(0, 10) + " -> " + formatIso(moved->to, kChina).substr(0, 10)
                   : "stays";
    }

    Rules m_rules;
    Calendar m_after;
};

TEST_F(DueMoves, OpenTicketsThatTheNewPaperReachesMove) {
    EXPECT_EQ(move(ticket("2018-12-27T10:00:00")), "2019-01-03 -> 2019-01-04");
    EXPECT_EQ(move(ticket("2018-12-28T10:00:00", AppealType::consult)),
              "2018-12-31 -> 2018-12-29");  // made up: earlier
    EXPECT_EQ(move(ticket("2018-12-24T10:00:00")), "2018-12-31 -> 2018-12-29");
    EXPECT_EQ(move(ticket("2018-12-21T10:00:00")), "stays");
    EXPECT_EQ(move(ticket("2018-12-28T10:00:00", AppealType::help)), "stays");  // round the clock
}

TEST_F(DueMoves, DoneTicketsAndPersonsDecisionsStay) {
    Ticket t = ticket("2018-12-27T10:00:00");
    for (const TicketState state : {TicketState::closed, TicketState::directAnswered}) {
        t.state = state;
        EXPECT_EQ(move(t), "stays");
    }
    t.state = TicketState::dispatched;
    t.due = t.due->plus(kDayMs);  // the dispatcher's
    EXPECT_EQ(move(t), "stays");
    t.due.reset();
    EXPECT_EQ(move(t), "stays");
}

TEST_F(DueMoves, TheTicketsOwnClockCountsNotWhatTheRulesWouldGive) {
    Ticket t = ticket("2018-12-27T10:00:00");
    t.clock = TermClock{t.createdAt, {3, TermUnit::workingDay}, {{5, TermUnit::workingDay}}, {}};  // extended
    t.due = dueOf(m_rules.calendar, *t.clock)->due;
    EXPECT_EQ(move(t), "2019-01-08 -> 2019-01-09");
    t.clock->pauses = {{t.createdAt.plus(kHourMs), {}, {"boss"}, "policy"}};
    EXPECT_EQ(move(t), "stays");  // it stands still
}

TEST_F(DueMoves, ARedoCountsFromItsCallback) {
    Ticket t = ticket("2018-11-01T10:00:00");
    t.state = TicketState::redo;
    t.redoCount = 1;
    t.lastCallback = CallbackRecord{};
    t.lastCallback->at = parseIso("2018-12-27T16:00:00", kChina).value();
    EXPECT_EQ(move(t), "stays");  // still the old due time: somebody kept it
    t.due = m_rules.dueOf(Stage::redo, matterOf(t), t.lastCallback->at);
    EXPECT_EQ(move(t), "2019-01-03 -> 2019-01-04");
}

}  // namespace
}  // namespace zhida::domain::test
