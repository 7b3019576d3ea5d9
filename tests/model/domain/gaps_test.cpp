// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/gaps.h"

#include "model/base/rng.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

constexpr int kGapPercent = 60;

Instant gapMinute(int minutes) { return Instant{1'760'000'000'000 + minutes * kMinuteMs}; }

class Gaps : public testing::Test {
protected:
    GapTicket& ticket(int minutes, const std::string& title, const std::string& unit) {
        GapTicket seen{TicketId::make(gapMinute(minutes), m_rng),
                       title,
                       {unit},
                       {"desk-" + unit},
                       gapMinute(minutes),
                       false,
                       true,
                       {},
                       {}};
        m_tickets.push_back(seen);
        return m_tickets.back();
    }
    GapTicket& direct(int minutes, const std::string& title, const std::string& unit) {
        GapTicket& seen = ticket(minutes, title, unit);
        seen.direct = true;
        seen.answered = gapMinute(minutes + 2);
        return seen;
    }
    [[nodiscard]] GapReport mined() const { return gapsIn(kGapPercent, gapMinute(1000), m_articles, m_tickets); }
    static Article article(const std::string& key, const std::string& title, std::vector<std::string> questions) {
        Article made;
        made.key = key;
        made.title = title;
        made.questions = std::move(questions);
        return made;
    }

    SeededRng m_rng{7};
    std::vector<Article> m_articles;
    std::vector<GapTicket> m_tickets;
};

TEST_F(Gaps, AnEnquiryThatNothingAnswersIsToBeWritten) {
    const TicketId first = ticket(0, "省庄镇哪里能办健康证", "wsjk").ticket;
    GapTicket& later = ticket(60, "请问省庄镇哪里可以办健康证", "wsjk");
    later.answered = gapMinute(90);
    const TicketId second = later.ticket;
    const GapReport report = mined();
    ASSERT_EQ(report.gaps.size(), 1U);
    const Gap& gap = report.gaps.front();
    EXPECT_EQ(gap.kind, GapKind::missing);
    EXPECT_EQ(gap.tickets, (std::vector{first, second}));
    EXPECT_EQ(gap.model, second) << "the only answer there is";
    EXPECT_EQ(gap.waitedMinutes, 1000 + 30) << "the first still waits";
    EXPECT_EQ(report.all.couldHaveBeen, 0U);
}

TEST_F(Gaps, WhatAnArticleAnswersWasNotFound) {
    m_articles = {article("a1", "预防性健康检查证明", {"哪里能办健康证"})};
    ticket(0, "省庄镇哪里能办健康证", "wsjk");
    direct(10, "哪里能办健康证", "wsjk").cited = "a1";
    const GapReport report = mined();
    ASSERT_EQ(report.gaps.size(), 1U);
    EXPECT_EQ(report.gaps[0].kind, GapKind::article);
    EXPECT_EQ(report.gaps[0].article, "a1");
    EXPECT_EQ(report.articles.at("a1").direct, 1U);
    EXPECT_EQ(report.articles.at("a1").handedDown, 1U);
    EXPECT_EQ(report.articles.at("a1").minutesToAnswer.median, 2);
    const GapRates& desk = report.desks.at({"desk-wsjk"});
    EXPECT_EQ(desk.direct, 1U);
    EXPECT_EQ(desk.handedDown, 1U);
    EXPECT_EQ(desk.couldHaveBeen, 1U);
    EXPECT_EQ(desk.minutesToAnswer.median, 2);
}

TEST_F(Gaps, ADeskIsWhoAnsweredElseWhoRegisteredAndAnImportHasNone) {
    Ticket handed;
    handed.registeredBy.value = "taker";
    handed.createdAt = gapMinute(0);
    Assignment lead;
    lead.unit.value = "wsjk";
    handed.assignments = {lead};
    EXPECT_EQ(gapTicketOf(handed)->user.value, "taker");
    Ticket answered;
    answered.registeredBy.value = "taker";
    answered.directAnswer = DirectAnswer();
    answered.directAnswer->user.value = "specialist";
    EXPECT_EQ(gapTicketOf(answered)->user.value, "specialist");
    ticket(0, "省庄镇哪里能办健康证", "wsjk").user = {};
    EXPECT_TRUE(mined().desks.empty());
    EXPECT_EQ(mined().all.handedDown, 1U);
}

/// A matter to be done counts only when somebody else has settled the like on the spot; an article settles nothing.
TEST_F(Gaps, AComplaintIsNoGapUntilTheLikeWasAnsweredOnTheSpot) {
    m_articles = {article("a1", "路灯不亮报修电话", {})};
    ticket(0, "泰前街道路灯不亮", "zjj").enquiry = false;
    ticket(1, "路灯不亮报修电话", "zjj").enquiry = false;
    EXPECT_TRUE(mined().gaps.empty());
    const TicketId like = direct(30, "泰前街道路灯不亮了", "zjj").ticket;
    const GapReport report = mined();
    ASSERT_EQ(report.gaps.size(), 1U);
    EXPECT_EQ(report.gaps[0].kind, GapKind::elsewhere);
    EXPECT_EQ(report.gaps[0].answered, std::vector{like});
    EXPECT_EQ(report.gaps[0].model, like);
    EXPECT_EQ(report.all.handedDown, 2U);
    EXPECT_EQ(report.all.couldHaveBeen, 1U);
    EXPECT_EQ(report.all.direct, 1U);
}

TEST_F(Gaps, TheCommonestMatterComesFirstThenTheLongestWait) {
    ticket(0, "生育津贴怎么申领", "ybj").answered = gapMinute(500);
    ticket(1, "灵活就业社保怎么缴", "rsj").answered = gapMinute(900);
    for (int i = 0; i < 3; ++i) {
        ticket(10 + i, "公积金提取要什么材料", "gjj").answered = gapMinute(20 + i);
    }
    const GapReport report = mined();
    ASSERT_EQ(report.gaps.size(), 3U);
    EXPECT_EQ(report.gaps[0].title, "公积金提取要什么材料");
    EXPECT_EQ(report.gaps[1].title, "灵活就业社保怎么缴");
    EXPECT_EQ(report.units.at({"gjj"}).handedDown, 3U);
    EXPECT_EQ(report.units.at({"gjj"}).minutesToAnswer.median, 10);
}

TEST(GapTicketOf, LeavesOutWhatTheReportMustNotLeadTo) {
    Ticket ticket;
    ticket.appealType = AppealType::consult;
    ticket.state = TicketState::directAnswered;
    EXPECT_FALSE(gapTicketOf(ticket)) << "nobody has decided how it is answered";
    ticket.directAnswer.emplace();
    ticket.directAnswer->unit = {"wsjk"};
    ASSERT_TRUE(gapTicketOf(ticket));
    EXPECT_TRUE(gapTicketOf(ticket)->direct);
    Ticket other = ticket;
    other.source = "old system";
    EXPECT_FALSE(gapTicketOf(other)->direct);
    other = ticket;
    other.secrecy = Secrecy::restricted;
    EXPECT_FALSE(gapTicketOf(other));
    other = ticket;
    other.appealType = AppealType::report;
    EXPECT_FALSE(gapTicketOf(other));
    other = ticket;
    other.state = TicketState::withdrawn;
    EXPECT_FALSE(gapTicketOf(other));
}

}  // namespace
}  // namespace zhida::domain
