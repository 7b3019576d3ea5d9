// SPDX-License-Identifier: GPL-3.0-or-later
// One minute, a quarter of an hour, a day (天平); half an hour to the first call (白银); two working days to return (Shandong).
#include "model/domain/stage_clocks.h"

#include "tests/model/domain/paper_calendar.h"

#include <gtest/gtest.h>

namespace zhida::domain::test {
namespace {

class StageClocks : public testing::Test {
protected:
    StageClocks() {
        m_rules.calendar = paperCalendar();
        m_rules.deadlines = {{{}, {}, {1, TermUnit::minute}, Stage::accept},
                             {{}, {}, {15, TermUnit::minute}, Stage::dispatch},
                             {{}, {}, {30, TermUnit::minute}, Stage::firstContact},
                             {{}, {}, {2, TermUnit::workHour}, Stage::sign},
                             {{}, {}, {2, TermUnit::workingDay}, Stage::returnRequest},
                             {{}, {}, {24, TermUnit::hour}, Stage::solve}};
        m_times.received = at("23:50:00");
    }
    /// On 30 September 2026, the eve of the holidays.
    static Instant at(const char* time) { return parseIso(std::string("2026-09-30T") + time, kChina).value(); }

    [[nodiscard]] std::string told(Instant now) const {
        std::string text;
        for (const StageClock& each : stageClocks(m_rules, {}, m_times, m_pauses, now)) {
            text += std::string(codeOf(each.stage)) + " " +
                    (each.due ? formatIso(*each.due, kChina).substr(5, 14) : "-") + " " +
                    std::string(codeOf(each.state)) + "\n";
        }
        return text;
    }

    Rules m_rules;
    StageTimes m_times;
    std::vector<Pause> m_pauses;
};

TEST_F(StageClocks, BeginWithTheirEventAndEndAcrossMidnightAndHolidays) {
    EXPECT_EQ(told(at("23:51:00")),
              "accept 09-30T23:51:00 running\ndispatch 10-01T00:05:00 running\nsolve 10-01T23:50:00 running\n");
    m_times.accepted = at("23:51:00");
    m_times.dispatched = m_times.withLead = at("23:56:00");
    EXPECT_EQ(told(at("23:56:00").plus(40 * kMinuteMs)),
              "accept 09-30T23:51:00 done\n"
              "dispatch 10-01T00:05:00 done\n"
              "firstContact 10-01T00:26:00 overdue\n"
              "sign 10-08T10:30:00 running\n"           // work hours wait for the office
              "returnRequest 10-09T23:59:59 running\n"  // the two working days after the holidays
              "solve 10-01T23:50:00 running\n");
}

TEST_F(StageClocks, LateIsLateByASecondAndStaysSo) {
    m_times.accepted = at("23:51:01");
    EXPECT_EQ(told(at("23:52:00")).substr(0, 30), "accept 09-30T23:51:00 doneLate");
    m_times.accepted.reset();
    EXPECT_EQ(told(at("23:51:01")).substr(0, 29), "accept 09-30T23:51:00 overdue");
}

TEST_F(StageClocks, APauseStopsThemAllAndGivesTheTimeBack) {
    m_pauses = {{at("23:50:30"), {}, {"boss"}, "awaits a court"}};
    EXPECT_EQ(told(at("23:59:00")), "accept - paused\ndispatch - paused\nsolve - paused\n");
    m_pauses[0].to = at("23:55:30");
    EXPECT_EQ(told(at("23:56:00")),
              "accept 09-30T23:56:00 running\ndispatch 10-01T00:10:00 running\nsolve 10-01T23:55:00 running\n");
}

TEST_F(StageClocks, AStageWithoutATermIsNotTimed) {
    m_rules.deadlines.clear();
    EXPECT_EQ(told(at("23:59:00")), "");
}

}  // namespace
}  // namespace zhida::domain::test
