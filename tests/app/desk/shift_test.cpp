// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/access.h"
#include "tests/app/desk/centre_fixture.h"

#include <algorithm>
#include <vector>

namespace zhida::desk {
namespace {

class Shifts : public CentreFixture {
protected:
    static inline const Json kWait{{"seconds", 20}};

    static void sync(const std::vector<DeskProcess*>& desks) {
        for (DeskProcess* each : desks) {
            each->ok("sync.wait", kWait);
        }
    }
    /// Holds one ticket by a claim and a promise.
    static std::string busy(DeskProcess& desk) {
        const std::string ticket = desk.ok("ticket.register", healthCertificate())["ticket"];
        desk.ok("ticket.claim", {{"ticket", ticket}});
        desk.ok("ticket.promise", {{"ticket", ticket}, {"text", "下午回电"}, {"due", "2040-01-01T10:00:00+08:00"}});
        return ticket;
    }
    void administer(const char* operation, const Json& with) const {
        auto access = centre::CentreAccess::open(centreDir());
        ASSERT_TRUE(access.ok());
        const auto done = (*access)->call(operation, with.dump());
        ASSERT_TRUE(done.ok()) << done.error().code;
    }
};

TEST_F(Shifts, NobodySignsOutWithWorkInHandOrDraftsOpen) {
    const auto taker = desk(account("callTaker"));
    const std::string ticket = busy(*taker);
    taker->ok("draft.save", {{"key", "d"}, {"form", "register"}, {"fields", Json::object()}});
    const Json held = taker->ok("desk.held");
    EXPECT_EQ(held["claims"][0]["ticket"], ticket);
    EXPECT_EQ(held["promises"][0]["text"], "下午回电");
    EXPECT_EQ(held["drafts"][0]["key"], "d");
    EXPECT_EQ(taker->refusal("desk.signOut", {{"to", "ct02"}}), "shift.drafts");
    taker->ok("draft.discard", {{"key", "d"}});
    EXPECT_EQ(taker->refusal("desk.signOut"), "shift.held");
    EXPECT_EQ(taker->refusal("desk.signOut", {{"to", "nobody"}}), "handOver.unknown");
    EXPECT_EQ(taker->refusal("desk.signOut", {{"to", account("callTaker").user}}), "handOver.self");
    EXPECT_EQ(taker->refusal("desk.signOut", {{"to", account("unitHandler", "gs").user}}), "handOver.outOfSight");
    EXPECT_EQ(taker->ok("desk.held")["claims"].size(), 1U);  // refused before anything was given away
    taker->ok("sync.wait", kWait);
    const Json gone = taker->ok("desk.signOut", {{"to", account("dispatcher").user}});
    EXPECT_EQ(gone["handedOver"].size(), 1U);
    EXPECT_TRUE(taker->ok("desk.held")["claims"].empty());
    taker->ok("sync.wait", kWait);
    const auto successor = desk(account("dispatcher"));
    successor->ok("sync.wait", kWait);
    const Json his = successor->ok("desk.held");
    EXPECT_EQ(his["claims"][0]["ticket"], ticket);
    EXPECT_EQ(his["promises"][0]["ticket"], ticket);
    EXPECT_EQ(his["callbacks"][0]["ticket"], ticket);
    EXPECT_EQ(taker->ok("desk.signOut")["handedOver"].size(), 0U);
}

TEST_F(Shifts, NothingStaysWithSomebodyWhoIsGone) {
    const auto taker = desk(account("callTaker"));
    const auto supervisor = desk(account("supervisor"));
    const std::string ticket = busy(*taker);
    sync({taker.get(), supervisor.get()});
    EXPECT_TRUE(supervisor->ok("desk.orphans")["orphans"].empty());
    EXPECT_EQ(taker->refusal("desk.orphans"), "user.mayNot");
    administer("user.disable", {{"user", account("callTaker").user}});
    supervisor->ok("sync.wait", kWait);
    const Json orphans = supervisor->ok("desk.orphans")["orphans"];
    ASSERT_EQ(orphans.size(), 1U);
    EXPECT_EQ(orphans[0]["ticket"], ticket);
    EXPECT_EQ(orphans[0]["why"], "user.disabled");
    supervisor->ok("ticket.handOver",
                   {{"ticket", ticket}, {"to", account("dispatcher").user}, {"from", account("callTaker").user}});
    supervisor->ok("sync.wait", kWait);
    EXPECT_TRUE(supervisor->ok("desk.orphans")["orphans"].empty());
    EXPECT_TRUE(supervisor->ok("outbox.list")["items"].empty());
}

TEST_F(Shifts, WhatSomebodyDoesIsSeenWhileHeIsThere) {
    const auto taker = desk(account("callTaker"));
    const auto supervisor = desk(account("supervisor"));
    sync({taker.get(), supervisor.get()});
    taker->ok("desk.presence", {{"state", "shortBreak"}, {"reason", "午餐"}});
    const Json all = supervisor->ok("desk.presence")["presence"];
    const auto his = std::find_if(all.begin(), all.end(),
                                  [](const Json& each) { return each["user"] == account("callTaker").user; });
    ASSERT_NE(his, all.end());
    EXPECT_EQ((*his)["state"], "shortBreak");
    EXPECT_EQ((*his)["reason"], "午餐");
    EXPECT_EQ(taker->refusal("desk.presence", {{"state", "asleep"}}), "field.value");
    taker->ok("net", {{"online", false}});
    EXPECT_EQ(taker->refusal("desk.presence", {{"state", "busy"}}), "net.offline");
}

}  // namespace
}  // namespace zhida::desk
