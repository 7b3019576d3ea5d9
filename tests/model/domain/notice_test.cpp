// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/notice.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

/// Who is told what at his desk, as the rules say.
namespace zhida::domain {
namespace {

using test::Office;
using enum Role;

class Notices : public testing::Test {
protected:
    Notices() {
        const auto rule = [](Notable what, Audience to, NoticeWay way = NoticeWay::window) {
            return NotificationRule{what, to, way, std::string(codeOf(what)) + " {number} {title} {due} {unit}", ""};
        };
        m_office.rules.notifications = {rule(Notable::registered, Audience::dispatcher),
                                        rule(Notable::dispatched, Audience::lead),
                                        rule(Notable::dispatched, Audience::assist),
                                        rule(Notable::urged, Audience::lead),
                                        rule(Notable::replied, Audience::registrar),
                                        rule(Notable::returned, Audience::dispatcher),
                                        rule(Notable::redo, Audience::lead),
                                        rule(Notable::redCard, Audience::unitHead),
                                        rule(Notable::closed, Audience::caller),
                                        rule(Notable::closed, Audience::supervisor, NoticeWay::sms)};
    }

    /// What the command tells each: "who:what".
    std::vector<std::string> told(const UserProfile& actor, TicketCommand body, bool unknown = false) {
        const std::optional<Ticket> before = unknown ? std::nullopt : m_office.ticket;
        EXPECT_EQ(m_office.act(actor, std::move(body)), "");
        std::vector<std::string> all;
        for (const UserProfile& me : m_people) {
            for (const Notice& each :
                 noticesOf(m_office.rules, m_office.units, me, before ? &*before : nullptr, *m_office.ticket)) {
                all.push_back(me.user.value + ":" + std::string(codeOf(*each.what)));
            }
        }
        return all;
    }

    using Told = std::vector<std::string>;
    Office m_office;
    UserProfile m_taker = Office::person(callTaker);
    UserProfile m_dispatcher = Office::person(dispatcher);
    UserProfile m_lead = Office::person(unitHandler, "wsjk");
    UserProfile m_assist = Office::person(specialist, "cdc");
    UserProfile m_head = Office::person(supervisor, "wsjk");
    std::vector<UserProfile> m_people{m_taker, m_dispatcher, m_lead, m_assist, m_head};
};

TEST_F(Notices, GoToThoseWhomTheRuleNamesAndToNobodyElse) {
    m_office.registerOne();
    const Ticket registered = *m_office.ticket;
    EXPECT_EQ(noticesOf(m_office.rules, m_office.units, m_dispatcher, nullptr, registered).size(), 1U);
    EXPECT_TRUE(noticesOf(m_office.rules, m_office.units, m_lead, nullptr, registered).empty());

    EXPECT_EQ(told(m_dispatcher, DispatchTicket{{"wsjk"}, {UnitCode{"cdc"}}}),
              (Told{"unitHandler@wsjk:dispatched", "specialist@cdc:dispatched"}));
    EXPECT_EQ(told(m_lead, SignTicket{}), Told{});
    EXPECT_EQ(told(m_taker, UrgeTicket{"还没有人来", true}), Told{"unitHandler@wsjk:urged"});
    EXPECT_EQ(told(m_assist, SignTicket{}), Told{});
    EXPECT_EQ(told(m_assist, ReplyTicket{"", "协办意见"}), Told{});
    EXPECT_EQ(told(m_lead, ReplyTicket{"", "可以办理"}), Told{"callTaker@centre:replied"});
}

TEST_F(Notices, OfATicketThatJustCameOnlyWhatItWasSentFor) {
    m_office.registerOne();
    EXPECT_EQ(m_office.act(m_taker, UrgeTicket{"催", true}), "");
    // The lead's desk has never had it: its old urge is not news, its dispatch is.
    EXPECT_EQ(told(m_dispatcher, DispatchTicket{{"wsjk"}}, true), Told{"unitHandler@wsjk:dispatched"});
}

TEST_F(Notices, ARedoTellsTheLeadAndAReturnTheDispatcher) {
    m_office.registerOne(AppealType::complaint);
    m_office.act(m_dispatcher, DispatchTicket{{"wsjk"}});
    m_office.act(m_lead, SignTicket{});
    EXPECT_EQ(told(m_lead, RequestReturn{"notOurDuty", "三定方案", "不属本单位", {}}),
              Told{"dispatcher@centre:returned"});
    m_office.act(m_dispatcher, DecideReturn{false, "应当办理"});
    m_office.act(m_lead, ReplyTicket{"", "已处理"});
    m_office.act(m_dispatcher, ReviewTicket{true, ""});
    EXPECT_EQ(
        told(Office::person(callbackAgent), CallBack{true, Solved::unsolved, Satisfied::dissatisfied, "没有人来"}),
        Told{"unitHandler@wsjk:redo"});
}

TEST_F(Notices, SayTheTicketInTheWordsOfTheRules) {
    m_office.registerOne();
    m_office.ticket->title = "{due}以前办健康证";  // a title is no template
    m_office.act(m_dispatcher, DispatchTicket{{"wsjk"}});
    const auto notices = noticesOf(m_office.rules, m_office.units, m_lead, nullptr, *m_office.ticket);
    ASSERT_EQ(notices.size(), 1U);
    const std::string due = formatIso(*m_office.ticket->due, UtcOffset{480});
    EXPECT_EQ(notices[0].zh, "dispatched " + m_office.ticket->number + " {due}以前办健康证 " + due.substr(0, 10) + " " +
                                 due.substr(11, 5) + " wsjk");
    EXPECT_EQ(notices[0].en, notices[0].zh);
}

TEST_F(Notices, WithoutARuleForDesksNothingIsLookedAt) {
    EXPECT_TRUE(anyWindowNotices(m_office.rules));
    m_office.rules.notifications = {{Notable::closed, Audience::caller, NoticeWay::sms, "办结", ""}};
    EXPECT_FALSE(anyWindowNotices(m_office.rules));
}

}  // namespace
}  // namespace zhida::domain
