// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decide_article.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

using test::Office;
using enum Role;

TEST(MissingArticle, IsAskedOfTheUnitThatAnsweredAConsultationWithoutOne) {
    Office office;
    office.registerOne(AppealType::consult);
    const Ticket before = *office.ticket;
    AnswerDirectly c;
    c.text = "到镇卫生院办理";
    ASSERT_EQ(office.act(Office::person(specialist, "wsjk"), c), "");
    const auto task = missingArticle(before, *office.ticket, office.now);
    ASSERT_TRUE(task);
    EXPECT_EQ(task->unit.value, "wsjk");
    EXPECT_EQ(task->ticket, office.id);
    EXPECT_EQ(task->key, missingArticle(before, *office.ticket, office.now.plus(1))->key) << "one for each ticket";
    EXPECT_FALSE(missingArticle(*office.ticket, *office.ticket, office.now)) << "it was over before";

    Ticket withArticle = *office.ticket;
    withArticle.directAnswer->article = "health";
    EXPECT_FALSE(missingArticle(before, withArticle, office.now));
    Ticket complaint = *office.ticket;
    complaint.appealType = AppealType::complaint;
    EXPECT_FALSE(missingArticle(before, complaint, office.now));
}

class CampaignTest : public testing::Test {
protected:
    CampaignTest() {
        for (int i = 0; i < 3; ++i) {
            Ticket one;
            one.id = TicketId::make(m_office.now, m_office.rng);
            one.directAnswer =
                DirectAnswer{"答", "health", 1, {"an"}, {"wsjk"}, m_office.now, "", {{"条例", "1号", ""}}};
            m_file.tickets.push_back(one);
        }
    }
    std::string act(Role role, RecordAct act) {
        RecordCommand command;
        command.id = CommandId::make(m_office.now, m_office.rng);
        command.kind = kindOf(act);
        command.key = "c1";
        command.act = std::move(act);
        const Context context{m_office.now, Office::person(role), &m_office.rules, &m_office.units};
        const auto campaign = decideCampaign(m_file, command, context);
        m_file.campaign = campaign ? std::optional(*campaign) : m_file.campaign;
        return campaign ? "" : campaign.error().code;
    }
    [[nodiscard]] StartCampaign start() const {
        StartCampaign c;
        c.article = "health";
        c.why = "口径已变";
        for (const Ticket& each : m_file.tickets) {
            c.tickets.push_back(each.id);
        }
        return c;
    }
    Office m_office;
    CampaignFile m_file;
};

TEST_F(CampaignTest, ListsThoseWhoWereToldAndTakesEachDoneOnce) {
    EXPECT_EQ(act(callbackAgent, start()), "user.mayNot");
    ASSERT_EQ(act(supervisor, start()), "");
    EXPECT_EQ(m_file.campaign->items.size(), 3U);
    EXPECT_EQ(m_file.campaign->items[0].version, 1U);
    const TicketId first = m_file.tickets[0].id;
    EXPECT_EQ(act(callTaker, CampaignDone{first, "已告知"}), "user.mayNot");
    ASSERT_EQ(act(callbackAgent, CampaignDone{first, "已告知新口径"}), "");
    EXPECT_TRUE(m_file.campaign->items[0].done());
    EXPECT_FALSE(m_file.campaign->items[1].done());
    EXPECT_EQ(act(supervisor, CampaignDone{first, "又一次"}), "campaign.doneAlready");
    EXPECT_EQ(act(supervisor, CampaignDone{TicketId::make(m_office.now, m_office.rng), "x"}), "campaign.notListed");
    EXPECT_EQ(act(supervisor, start()), "campaign.exists");
}

TEST_F(CampaignTest, ListsNobodyWhoWasNotTold) {
    StartCampaign c = start();
    c.tickets.clear();
    EXPECT_EQ(act(supervisor, c), "campaign.noAnswers");
    c = start();
    m_file.tickets[1].directAnswer->article = "other";
    EXPECT_EQ(act(supervisor, c), "campaign.notTold");
    c.article.clear();
    EXPECT_EQ(act(supervisor, c), "campaign.subject");
    c.basis = "1号";
    EXPECT_EQ(act(supervisor, c), "") << "all three cite it";
    m_file.campaign.reset();
    c.tickets.assign(kMostCampaignItems + 1, m_file.tickets[0].id);
    EXPECT_EQ(act(supervisor, c), "campaign.tooMany");
}

}  // namespace
}  // namespace zhida::domain
