// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desk/centre_fixture.h"

#include <string>

/// The life cycle between desks and a real server: what one does, the other sees; what the centre refuses, it says.
namespace zhida::desk {
namespace {

const Json kWait{{"seconds", 20}};

class LifeCycle : public CentreFixture {
protected:
    /// Registered, and known to everybody who has waited since.
    static Json registered(DeskProcess& taker) {
        Json call = healthCertificate();
        call["appealType"] = "complaint";
        const Json made = taker.ok("ticket.register", call);
        taker.ok("sync.wait", kWait);
        return made;
    }
    static Json with(const Json& made, Json more = Json::object()) {
        more["ticket"] = made["ticket"];
        return more;
    }
    static Json seen(DeskProcess& desk, const Json& made) {
        desk.ok("sync.wait", kWait);
        return desk.ok("ticket.get", {{"ticket", made["ticket"]}});
    }
};

TEST_F(LifeCycle, ADispatchIsTakenBackAndEverybodySeesIt) {
    const auto taker = desk(account("callTaker"));
    const auto dispatcher = desk(account("dispatcher"));
    const Json made = registered(*taker);
    EXPECT_EQ(seen(*dispatcher, made)["state"], "registered");
    const Json done = dispatcher->ok("ticket.dispatch", with(made, {{"lead", "wsjk"}}));
    EXPECT_EQ(seen(*dispatcher, made)["state"], "dispatched");
    seen(*taker, made);
    taker->ok("ticket.history", with(made));  // taking back needs the whole of it
    EXPECT_EQ(taker->refusal("ticket.undo", with(made, {{"command", made["command"]}})), "undo.notLast");
    dispatcher->ok("ticket.history", with(made));
    dispatcher->ok("ticket.undo", with(made, {{"command", done["command"]}}));
    EXPECT_EQ(seen(*dispatcher, made)["state"], "registered");
    const Json back = seen(*taker, made);
    EXPECT_EQ(back["state"], "registered");
    EXPECT_TRUE(back["assignments"].empty());
    EXPECT_TRUE(dispatcher->ok("outbox.list")["items"].empty());
}

TEST_F(LifeCycle, TwoTicketsBecomeOneAndTwoAgain) {
    const auto taker = desk(account("callTaker"));
    const auto dispatcher = desk(account("dispatcher"));
    const Json first = registered(*taker);
    const Json second = registered(*taker);
    seen(*dispatcher, second);
    EXPECT_EQ(dispatcher->refusal("ticket.merge", with(second, {{"into", second["ticket"]}})), "link.self");
    dispatcher->ok("ticket.merge", with(second, {{"into", first["ticket"]}, {"reason", "同一诉求"}}));
    seen(*dispatcher, second);
    const Json merged = seen(*taker, second);
    EXPECT_EQ(merged["state"], "merged");
    EXPECT_EQ(merged["mergedInto"], first["ticket"]);
    dispatcher->ok("ticket.unmerge", with(second));
    seen(*dispatcher, second);
    EXPECT_EQ(seen(*taker, second)["state"], "pendingDispatch");
}

TEST_F(LifeCycle, AnExtensionIsAskedForByTheUnitAndGrantedByTheCentre) {
    const auto taker = desk(account("callTaker"));
    const auto dispatcher = desk(account("dispatcher"));
    const auto specialist = desk(account("specialist", "wsjk"));
    const Json made = registered(*taker);
    seen(*dispatcher, made);
    dispatcher->ok("ticket.dispatch", with(made, {{"lead", "wsjk"}}));
    dispatcher->ok("sync.wait", kWait);
    const std::string due = seen(*specialist, made)["due"];
    specialist->ok("ticket.sign", with(made));
    EXPECT_EQ(specialist->refusal("ticket.requestExtension",
                                  with(made, {{"reason", "nonsense"}, {"term", "3wd"}, {"text", "待勘查"}})),
              "reason.unknown");
    specialist->ok("ticket.requestExtension", with(made, {{"reason", "complex"}, {"term", "3wd"}, {"text", "待勘查"}}));
    specialist->ok("sync.wait", kWait);
    EXPECT_EQ(seen(*dispatcher, made)["requests"][0]["state"], "open");
    EXPECT_EQ(taker->refusal("ticket.decideRequest", with(made, {{"kind", "extension"}, {"approve", true}})),
              "user.mayNot");
    dispatcher->ok("ticket.decideRequest", with(made, {{"kind", "extension"}, {"approve", true}}));
    dispatcher->ok("sync.wait", kWait);
    const Json extended = seen(*specialist, made);
    EXPECT_EQ(extended["requests"][0]["state"], "approved");
    EXPECT_GT(extended["due"].get<std::string>(), due);
}

}  // namespace
}  // namespace zhida::desk
