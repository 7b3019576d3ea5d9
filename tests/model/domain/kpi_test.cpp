// SPDX-License-Identifier: GPL-3.0-or-later
// Figures against published bulletins (docs/data-sources.md) and against tickets counted by hand.
#include "model/domain/kpi.h"

#include "tests/model/domain/paper_calendar.h"

#include <gtest/gtest.h>

namespace zhida::domain::test {
namespace {

TEST(KpiRatio, RoundsOnceHalfUpAndTellsNothingOfNothing) {
    EXPECT_EQ(percentText({0, 0}), "-");
    EXPECT_EQ(percentText({0, 7}), "0.00%");
    EXPECT_EQ(percentText({7, 7}), "100.00%");
    EXPECT_EQ(percentText({1, 3}), "33.33%");
    EXPECT_EQ(percentText({2, 3}), "66.67%");
    EXPECT_EQ(percentText({1, 8}, 0), "13%");      // 12.5
    EXPECT_EQ(percentText({1, 20'000}), "0.01%");  // 0.005
    EXPECT_EQ(percentText({-1, 8}, 0), "-13%");
    EXPECT_EQ(percentText({999'999, 1'000'000}, 1), "100.0%");
    EXPECT_EQ(percentText({999'999'999'999, 1'000'000'000'000}, 4), "100.0000%");
    EXPECT_EQ(fixedText(-5, 2), "-0.05");
    EXPECT_EQ(fixedText(7, 0), "7");
}

TEST(KpiRatio, ReproducesTheBulletins) {
    EXPECT_EQ(percentText({72'500, 96'700}), "74.97%");      // 盘锦 2023-01 to 04: answered directly
    EXPECT_EQ(percentText({1'562, 1'600}, 1), "97.6%");      // 琅琊镇: 97.625
    EXPECT_EQ(percentText({355'557, 356'072}, 1), "99.9%");  // 峄城: the bulletin cuts to 99.8, we round
    EXPECT_EQ(percentText({355'557, 356'072}, 3), "99.855%");
    EXPECT_EQ(percentText({172 + 80 + 50, 506}), "59.68%");  // 大英县, the week to 2016-03-10: the first three matters
    EXPECT_EQ(percentText({783 + 579 + 562, 2'495}, 0), "77%");  // the same, 2017-03
    EXPECT_EQ(percentText(changeOf(506, 420)), "20.48%");        // against the week before
    EXPECT_EQ(percentText(changeOf(62, 100), 0), "-38%");        // 庆云镇: complaints
    EXPECT_EQ(percentText(changeOf(5, 0)), "-");
    EXPECT_EQ(percentText({99'110, 100'682}, 1), "98.4%");  // 兰州: closed of accepted
}

TEST(KpiRatio, ReproducesTheScoresOfPanjin) {
    struct Row {
        std::int64_t closed, satisfied, inTime, answered, score;  // 10^-2 %, score in 10^-1 points
    };
    for (const Row& row : {Row{9806, 9900, 10000, 10000, 993}, Row{9844, 9837, 10000, 10000, 992},
                           Row{9795, 9844, 10000, 9996, 991}, Row{9621, 9401, 10000, 10000, 974},
                           Row{10000, 10000, 10000, 10000, 1000}, Row{9925, 9702, 10000, 10000, 990}}) {
        EXPECT_EQ(scoreOf({{row.closed, 20}, {row.satisfied, 30}, {row.inTime, 25}, {row.answered, 25}}, 1), row.score);
    }
}

class KpiOfTickets : public testing::Test {
protected:
    KpiOfTickets() {
        m_rules.calendar = paperCalendar();
        m_rules.deadlines = {{{}, {}, {5, TermUnit::workingDay}}, {{}, {}, {2, TermUnit::workHour}, Stage::sign}};
    }

    static Instant at(const std::string& text) { return parseIso(text, kChina).value(); }
    Ticket received(const char* when, AppealType type = AppealType::complaint) const {
        Ticket t;
        t.createdAt = at(when);
        t.appealType = type;
        t.state = TicketState::pendingDispatch;
        t.category = {"010203"};
        t.due = m_rules.dueOf(Stage::solve, matterOf(t), t.createdAt);
        return t;
    }
    Ticket dispatched(const char* when, const char* signedAt = nullptr) const {
        Ticket t = received(when);
        t.state = TicketState::dispatched;
        Assignment a;
        a.unit = {"zjj"};
        a.dispatchedAt = t.createdAt;
        if (signedAt != nullptr) {
            a.signedAt = at(signedAt);
        }
        t.assignments = {a};
        return t;
    }
    Ticket closed(const char* when, const char* repliedAt, const char* closedAt, Satisfied how) const {
        Ticket t = dispatched(when, when);
        t.state = TicketState::closed;
        t.assignments[0].reply = UnitReply{"", "done", {}, at(repliedAt)};
        t.closedAt = at(closedAt);
        t.lastCallback = CallbackRecord{true, Solved::solved, how, "", {}, *t.closedAt};
        t.firstCallback = t.lastCallback;
        return t;
    }
    [[nodiscard]] KpiReport report(const std::vector<Ticket>& tickets, const char* unit = "") const {
        KpiTally tally(m_rules, {at("2026-03-01"), at("2026-04-01"), at("2026-03-25"), {unit}});
        for (const Ticket& each : tickets) {
            tally.add(each);
        }
        return tally.report();
    }

    Rules m_rules;
};

TEST_F(KpiOfTickets, NothingGivesDashesAndNoFullMarks) {
    const KpiReport none = report({});
    for (const auto& [kpi, code] : EnumCodes<Kpi>::kTable) {
        EXPECT_EQ(percentText(none.of(kpi)), "-") << code;  // hard case 12
    }
    EXPECT_EQ(none.handling, Spread{});
    EXPECT_EQ(none.days, 31);
}

TEST_F(KpiOfTickets, CountsWhatWasReceivedInThePeriodAndWhatIsWork) {
    const KpiReport r = report({received("2026-03-01T00:00:00"), received("2026-03-31T23:59:59"),
                                received("2026-04-01T00:00:00"), received("2026-02-28T23:59:59"),
                                received("2026-03-05T10:00:00", AppealType::harass), received("2025-03-31T12:00:00")});
    EXPECT_EQ(r.received, 3);
    EXPECT_EQ(r.counted, 2);
    EXPECT_EQ(r.receivedBefore, 1);
    EXPECT_EQ(r.receivedYearBefore, 1);
    EXPECT_EQ(r.of(Kpi::closed), (Ratio{0, 2}));
    EXPECT_EQ(r.byAppealType.at("harass"), 1);
    EXPECT_EQ(r.byCategory.at("01"), 3);
}

TEST_F(KpiOfTickets, TimesAgainstTheDueTime) {
    const KpiReport r =
        report({closed("2026-03-02T10:00:00", "2026-03-05T10:00:00", "2026-03-09T23:59:59", Satisfied::satisfied),
                closed("2026-03-02T10:00:00", "2026-03-09T10:00:00", "2026-03-10T00:00:00", Satisfied::basic),
                closed("2026-03-02T10:00:00", "2026-03-10T10:00:00", "2026-03-11T10:00:00", Satisfied::dissatisfied),
                dispatched("2026-03-02T10:00:00"),
                dispatched("2026-03-24T10:00:00"),    // not due yet
                dispatched("2026-02-26T10:00:00")});  // fell due in March, received before
    EXPECT_EQ(r.fellDue, 5);
    EXPECT_EQ(r.of(Kpi::closedOnTime), (Ratio{1, 5}));
    EXPECT_EQ(r.of(Kpi::overdue), (Ratio{4, 5}));
    EXPECT_EQ(r.of(Kpi::replied), (Ratio{3, 5}));
    EXPECT_EQ(r.of(Kpi::repliedOnTime), (Ratio{2, 5}));
    EXPECT_EQ(r.of(Kpi::closed), (Ratio{3, 5}));
    EXPECT_EQ(r.of(Kpi::closedOfDue), (Ratio{3, 4}));
    EXPECT_EQ(r.of(Kpi::satisfied), (Ratio{2, 3}));
    EXPECT_EQ(r.of(Kpi::calledBack), (Ratio{3, 3}));
    EXPECT_EQ(r.handling.n, 3U);
    EXPECT_EQ(r.handling.median, (7 * 24 + 14) * 60);
    EXPECT_EQ(r.handling.p90, 9 * 24 * 60);
    EXPECT_EQ(r.working.p90, 7 * 450 + 0);  // 2 March 10:00 to 11 March 10:00: seven working days' hours
}

TEST_F(KpiOfTickets, SigningReturningAndUnits) {
    Ticket back = dispatched("2026-03-02T09:00:00", "2026-03-02T09:30:00");
    back.assignments[0].state = AssignmentState::exited;
    Assignment next;
    next.unit = {"szz"};
    next.dispatchedAt = at("2026-03-03T09:00:00");
    back.assignments.push_back(next);
    const std::vector<Ticket> tickets = {back, dispatched("2026-03-02T16:30:00", "2026-03-03T09:30:00"),
                                         dispatched("2026-03-02T16:30:00", "2026-03-03T09:30:01"),
                                         dispatched("2026-03-25T00:00:00")};  // may still be signed in time
    const KpiReport all = report(tickets);
    EXPECT_EQ(all.of(Kpi::signedOnTime), (Ratio{2, 4}));
    EXPECT_EQ(all.of(Kpi::returned), (Ratio{1, 5}));
    EXPECT_EQ(all.of(Kpi::dispatchedRight), (Ratio{4, 5}));
    const KpiReport unit = report(tickets, "szz");
    EXPECT_EQ(unit.received, 1);
    EXPECT_EQ(unit.of(Kpi::returned), (Ratio{0, 1}));
    EXPECT_EQ(unit.of(Kpi::signedOnTime), (Ratio{0, 1}));
    m_rules.deadlines.pop_back();
    const KpiReport without = report(tickets);
    EXPECT_EQ(without.absent.at(Kpi::signedOnTime), "noTerm");
    EXPECT_EQ(without.of(Kpi::signedOnTime).denominator, 0);
}

TEST_F(KpiOfTickets, DirectAnswersRedosAndCallbacks) {
    Ticket cited = received("2026-03-02T09:00:00", AppealType::consult);
    cited.state = TicketState::directAnswered;
    cited.directAnswer = DirectAnswer{"text", "article", 3, {}, {"wsjk"}, cited.createdAt.plus(kMinuteMs)};
    cited.updatedAt = cited.createdAt.plus(20 * kDayMs);
    Ticket free = cited;
    free.directAnswer->article.clear();
    Ticket redone = closed("2026-03-02T10:00:00", "2026-03-05T10:00:00", "2026-03-06T10:00:00", Satisfied::satisfied);
    redone.redoCount = 1;
    redone.firstCallback->satisfied = Satisfied::dissatisfied;
    Ticket unreached =
        closed("2026-03-02T10:00:00", "2026-03-05T10:00:00", "2026-03-06T10:00:00", Satisfied::satisfied);
    unreached.lastCallback = CallbackRecord{false, {}, {}, "", {}, {}};
    const KpiReport r = report({cited, free, redone, unreached});
    EXPECT_EQ(r.of(Kpi::answeredDirectly), (Ratio{2, 4}));
    EXPECT_EQ(r.of(Kpi::articleCited), (Ratio{1, 2}));
    EXPECT_EQ(r.of(Kpi::closedOnTime), (Ratio{4, 4}));  // answered on the spot, commented long after
    EXPECT_EQ(r.of(Kpi::redone), (Ratio{1, 4}));
    EXPECT_EQ(r.of(Kpi::callbackAnswered), (Ratio{1, 2}));
    EXPECT_EQ(r.of(Kpi::satisfied), (Ratio{1, 1}));
    EXPECT_EQ(r.of(Kpi::satisfiedAtFirst), (Ratio{0, 1}));
    EXPECT_EQ(r.of(Kpi::calledBack), (Ratio{2, 2}));
    m_rules.callback.directAnswers = true;  // 全量回访
    EXPECT_EQ(report({cited, free, redone, unreached}).of(Kpi::calledBack), (Ratio{2, 4}));
}

TEST_F(KpiOfTickets, WhatIsWithdrawnMergedOrLeftOutByAPetitionIsReceivedAndNotCounted) {
    Ticket withdrawn = received("2026-03-02T09:00:00");
    withdrawn.state = TicketState::withdrawn;
    Ticket merged = received("2026-03-02T09:00:00");
    merged.state = TicketState::merged;
    merged.mergedInto = TicketId{Uuid::fromName("parent")};
    Ticket excluded = dispatched("2026-03-02T09:00:00");
    excluded.excluded = true;
    const KpiReport r = report({withdrawn, merged, excluded, received("2026-03-02T09:00:00")});
    EXPECT_EQ(r.received, 4);
    EXPECT_EQ(r.counted, 1);
}

TEST_F(KpiOfTickets, FirstContactExtensionFactsAndOnceIsEnough) {
    m_rules.deadlines.push_back({{}, {}, {30, TermUnit::minute}, Stage::firstContact});
    Ticket quick = closed("2026-03-02T10:00:00", "2026-03-05T10:00:00", "2026-03-06T10:00:00", Satisfied::satisfied);
    quick.contacts = {{false, "", {}, {"zjj"}, at("2026-03-02T10:05:00")},
                      {true, "", {}, {"zjj"}, at("2026-03-02T10:30:00")}};
    quick.lastCallback->process = Satisfied::basic;
    quick.lastCallback->factsTrue = true;
    Ticket slow = closed("2026-03-02T10:00:00", "2026-03-05T10:00:00", "2026-03-06T10:00:00", Satisfied::satisfied);
    slow.contacts = {{true, "", {}, {"zjj"}, at("2026-03-02T10:30:01")}};
    slow.lastCallback->process = Satisfied::dissatisfied;
    slow.lastCallback->factsTrue = false;
    slow.rejectedReviews = 1;
    Request extension;
    extension.state = RequestState::approved;
    slow.requests = {extension};
    Ticket never = dispatched("2026-03-02T10:00:00");
    never.contacts = {{false, "", {}, {"zjj"}, at("2026-03-02T10:05:00")}};  // tried, not reached
    const KpiReport r = report({quick, slow, never});
    EXPECT_EQ(r.of(Kpi::contactedInTime), (Ratio{1, 3}));
    EXPECT_EQ(r.of(Kpi::extended), (Ratio{1, 3}));
    EXPECT_EQ(r.of(Kpi::processSatisfied), (Ratio{1, 2}));
    EXPECT_EQ(r.of(Kpi::factsConfirmed), (Ratio{1, 2}));
    EXPECT_EQ(r.of(Kpi::closedAtOnce), (Ratio{1, 2}));
    m_rules.deadlines.pop_back();
    EXPECT_EQ(report({quick}).absent.at(Kpi::contactedInTime), "noTerm");
}

TEST_F(KpiOfTickets, TheSameCallerAndMatterWithinThirtyDaysIsARepeat) {
    std::vector<Ticket> tickets;
    for (const char* when :
         {"2026-02-20T10:00:00", "2026-03-03T10:00:00", "2026-03-30T10:00:00", "2026-01-01T10:00:00"}) {
        tickets.push_back(received(when));
        tickets.back().caller.phone = "19900001234";
    }
    tickets.push_back(received("2026-03-04T10:00:00"));  // without a number
    tickets.push_back(received("2026-03-05T10:00:00"));
    tickets.back().caller.phone = "19900001234";
    tickets.back().category = {"02"};
    EXPECT_EQ(report(tickets).of(Kpi::repeated), (Ratio{2, 3}));
}

TEST(WorkTime, IsWhatTheDeadlineOfThatLengthEndsWith) {
    const Calendar calendar = paperCalendar();
    for (int hours = 1; hours < 60; ++hours) {
        for (const char* from : {"2025-09-26T07:15:00", "2025-09-30T16:59:59", "2026-02-13T12:30:00"}) {
            const Instant start = parseIso(from, kChina).value();
            const Instant due = dueAfter(calendar, start, {hours, TermUnit::workHour})->due;
            EXPECT_EQ(workTime(calendar, start, due), hours * kHourMs) << from << " " << hours;
        }
    }
    EXPECT_EQ(workTime(calendar, Instant{5}, Instant{4}), 0);
}

}  // namespace
}  // namespace zhida::domain::test
