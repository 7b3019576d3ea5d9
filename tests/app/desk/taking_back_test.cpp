// SPDX-License-Identifier: GPL-3.0-or-later
// Through the program: rest and withdrawing, undo at the centre, one act on many tickets, clocks with their proof.
#include "tests/app/desk/centre_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace zhida::desk {
namespace {

const Json kWait{{"seconds", 20}};

class TakingBack : public CentreFixture {
protected:
    void SetUp() override {
        CentreFixture::SetUp();
        m_taker = desk(account("callTaker"));
        m_dispatcher = desk(account("dispatcher"));
    }
    std::string registered() {
        const std::string ticket = m_taker->ok("ticket.register", healthCertificate())["ticket"];
        m_taker->ok("sync.wait", kWait);
        m_dispatcher->ok("sync.wait", kWait);
        return ticket;
    }
    Json seenByTaker(const std::string& ticket) {
        m_taker->ok("sync.wait", kWait);
        return m_taker->ok("ticket.get", {{"ticket", ticket}});
    }

    std::unique_ptr<DeskProcess> m_taker;
    std::unique_ptr<DeskProcess> m_dispatcher;
};

TEST_F(TakingBack, ADispatchRestsAndIsWithdrawnWithoutATrace) {
    const std::string ticket = registered();
    const Json dispatched = m_dispatcher->ok("ticket.dispatch", {{"ticket", ticket}, {"lead", "wsjk"}});
    const Json item = m_dispatcher->ok("outbox.list")["items"][0];
    EXPECT_EQ(item["state"], "waiting");
    EXPECT_TRUE(item["restsUntil"].is_string());
    EXPECT_EQ(seenByTaker(ticket)["state"], "registered");
    const Json undone = m_dispatcher->ok("ticket.undo", {{"ticket", ticket}});
    EXPECT_EQ(undone["withdrawn"], true);
    EXPECT_EQ(undone["command"], dispatched["command"]);
    m_dispatcher->ok("sync.wait", kWait);
    EXPECT_EQ(seenByTaker(ticket)["rev"], 1);
    EXPECT_EQ(m_dispatcher->ok("ticket.get", {{"ticket", ticket}})["state"], "registered");
}

TEST_F(TakingBack, WhatHasLeftIsUndoneAtTheCentreWithTheHistoryFetched) {
    const std::string ticket = registered();
    const Json dispatched = m_dispatcher->ok("ticket.dispatch", {{"ticket", ticket}, {"lead", "wsjk"}});
    m_dispatcher->ok("sync.wait", kWait);  // ends the rest
    EXPECT_EQ(seenByTaker(ticket)["state"], "dispatched");
    EXPECT_EQ(m_dispatcher->refusal("outbox.withdraw", {{"command", dispatched["command"]}}), "outbox.sent");
    EXPECT_FALSE(m_dispatcher->ok("ticket.undo", {{"ticket", ticket}}).contains("withdrawn"));
    m_dispatcher->ok("sync.wait", kWait);
    EXPECT_TRUE(m_dispatcher->ok("outbox.list")["items"].empty());
    const Json back = seenByTaker(ticket);
    EXPECT_EQ(back["state"], "registered");
    EXPECT_EQ(back["rev"], 3);
}

TEST_F(TakingBack, LeavingTheDeskLetsEverythingGo) {
    const std::string ticket = registered();
    m_dispatcher->ok("ticket.dispatch", {{"ticket", ticket}, {"lead", "wsjk"}});
    EXPECT_EQ(m_dispatcher->finish(), 0);
    m_dispatcher = deskAgain(account("dispatcher"));  // gone with the goodbye, or at the latest now
    m_dispatcher->ok("sync.wait", kWait);
    EXPECT_EQ(seenByTaker(ticket)["state"], "dispatched");
}

TEST_F(TakingBack, OfflineACommandIsWithdrawnFromTheOutbox) {
    const std::string ticket = registered();
    m_dispatcher->ok("net", {{"online", false}});
    const Json comment = m_dispatcher->ok("ticket.comment", {{"ticket", ticket}, {"text", "写错了"}});
    m_dispatcher->ok("outbox.withdraw", {{"command", comment["command"]}});
    EXPECT_TRUE(m_dispatcher->ok("outbox.list")["items"].empty());
    m_dispatcher->ok("net", {{"online", true}});
    m_dispatcher->ok("sync.wait", kWait);
    EXPECT_EQ(seenByTaker(ticket)["rev"], 1);
}

TEST_F(TakingBack, ManyTicketsArePreviewedChangedAndTakenBackAsOne) {
    const std::string first = registered();
    const std::string second = registered();
    const Json tickets{first, second};
    const Json flag{{"flag", "key"}, {"on", true}, {"reason", "集中反映"}};
    m_dispatcher->ok("ticket.flag", {{"ticket", second}, {"flag", "key"}, {"on", true}, {"reason", "已标"}});
    const Json with{{"tickets", tickets}, {"do", "ticket.flag"}, {"with", flag}, {"preview", true}};
    const Json preview = m_dispatcher->ok("ticket.bulk", with);
    EXPECT_EQ(preview["accepted"].size(), 1U);
    EXPECT_EQ(preview["refused"][0]["ticket"], second);
    EXPECT_EQ(preview["refused"][0]["error"]["code"], "ticket.nothingAmended");
    const Json done = m_dispatcher->ok("ticket.bulk", {{"tickets", tickets}, {"do", "ticket.flag"}, {"with", flag}});
    m_dispatcher->ok("sync.wait", kWait);
    EXPECT_EQ(seenByTaker(first)["flags"], Json{"key"});
    EXPECT_EQ(m_dispatcher->ok("ticket.bulkUndo", {{"batch", done["batch"]}})["accepted"].size(), 1U);
    m_dispatcher->ok("sync.wait", kWait);
    EXPECT_TRUE(seenByTaker(first)["flags"].empty());
    EXPECT_EQ(seenByTaker(second)["flags"], Json{"key"});
    EXPECT_EQ(m_dispatcher->refusal("ticket.bulk",
                                    {{"tickets", tickets}, {"do", "ticket.register"}, {"with", healthCertificate()}}),
              "bulk.notPossible");
}

TEST_F(TakingBack, EveryClockOfATicketComesWithItsProof) {
    const std::string ticket = registered();
    const Json clocks = m_dispatcher->ok("ticket.clocks", {{"ticket", ticket}})["clocks"];
    const auto solve =
        std::find_if(clocks.begin(), clocks.end(), [](const Json& each) { return each["stage"] == "solve"; });
    ASSERT_NE(solve, clocks.end());
    EXPECT_EQ((*solve)["state"], "running");
    EXPECT_EQ((*solve)["proof"]["due"], (*solve)["due"]);
    EXPECT_EQ((*solve)["proof"]["segments"][0]["reason"], "received");
    const Json whole = m_dispatcher->ok("ticket.get", {{"ticket", ticket}, {"proof", true}});
    EXPECT_EQ(whole["deadline"]["due"], whole["due"]);
    EXPECT_EQ(whole["deadline"]["proof"], (*solve)["proof"]);
    EXPECT_FALSE(m_dispatcher->ok("ticket.get", {{"ticket", ticket}}).contains("deadline"));
    EXPECT_EQ(m_dispatcher->refusal("ticket.clocks", {{"ticket", "0"}}), "ticket.unknown");
}

}  // namespace
}  // namespace zhida::desk
