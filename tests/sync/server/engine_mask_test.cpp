// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/permission.h"
#include "model/domain/roster.h"
#include "tests/sync/server/engine_fixture.h"

namespace zhida::sync {
namespace {

constexpr std::string_view kName = "Wang Xiaoming";

/// What unit-a's handler is sent of a ticket that was dispatched to him.
class EngineMask : public EngineFixture {
protected:
    EngineMask() {
        addUser("supervisor", domain::Role::supervisor, "centre");
        ticket = TicketId{Uuid::fromName("a")};
    }
    void start(const domain::RegisterTicket& facts) {
        signIn(1, "supervisor");
        signIn(2, "handler");
        act(facts);
        act(dispatchTo("unit-a"));
    }
    domain::RegisterTicket facts(domain::Secrecy secrecy = domain::Secrecy::open) {
        domain::RegisterTicket body = appeal();
        body.callerName = kName;
        body.callerPhone = "13800000001";
        body.secrecy = secrecy;
        return body;
    }
    void act(domain::TicketCommand body) {
        const auto it = store.tickets().find(ticket);
        const auto made =
            command("supervisor", ticket, std::move(body), it == store.tickets().end() ? 0 : it->second.rev);
        push(1, {made});
        engine->process();
        EXPECT_EQ(store.answer(made.id)->refusal.code, "");
    }
    /// Everything that a desk has been sent, as one text.
    std::string sent(ConnectionId desk) {
        std::string all;
        for (const pb::Frame& frame : desks[desk].heard) {
            all += frame.SerializeAsString();
        }
        return all;
    }
    bool knows(ConnectionId desk) { return sent(desk).find(kName) != std::string::npos; }
    domain::Ticket ticketIn(const pb::Item& item) { return wire::decode<domain::Ticket>(item.body()).value(); }
    void askHistory(ConnectionId desk, bool whole) {
        pb::Frame frame;
        frame.mutable_history_request()->set_ticket(std::string(ticket.raw()));
        frame.mutable_history_request()->set_whole(whole);
        say(desk, frame);
    }

    TicketId ticket;
};

TEST_F(EngineMask, AHiddenCallerGoesToNoUnitByAnyWay) {
    start(facts(domain::Secrecy::callerHidden));
    ASSERT_EQ(items(2).size(), 1U);
    EXPECT_EQ(ticketIn(items(2)[0]), domain::masked(store.tickets().at(ticket)));
    domain::AmendTicket amend;
    amend.reason = "checked";
    amend.callerName = std::string(kName) + " junior";
    act(amend);
    EXPECT_EQ(items(2).back().kind(), pb::Item::EVENT);
    askHistory(2, false);
    EXPECT_EQ(last(2).history().events_size(), 3);
    askHistory(2, true);
    EXPECT_EQ(ticketIn(last(2).history().whole()), domain::masked(store.tickets().at(ticket)));
    signIn(3, "handler");  // filled anew
    EXPECT_NE(sent(3).find("title"), std::string::npos);
    EXPECT_FALSE(knows(2) || knows(3));
    EXPECT_TRUE(knows(1));
}

TEST_F(EngineMask, EventsOfATicketWithoutAVeilArePassedOnAsTheyAre) {
    start(facts());
    EXPECT_EQ(items(2).back().body(), wire::encode(store.tickets().at(ticket)));
    act(domain::CommentTicket{"text"});
    EXPECT_EQ(items(2).back().kind(), pb::Item::EVENT);
    EXPECT_EQ(items(2).back().body(), store.log().back().body);
}

TEST_F(EngineMask, WhatWasSentIsWithdrawnWhenTheCallerIsHidden) {
    start(facts());
    ASSERT_TRUE(knows(2));
    desks[2].heard.clear();
    act(domain::SetSecrecy{domain::Secrecy::callerHidden, "asked for"});
    ASSERT_EQ(items(2).size(), 1U);
    EXPECT_EQ(items(2)[0].kind(), pb::Item::TICKET);
    EXPECT_EQ(ticketIn(items(2)[0]), domain::masked(store.tickets().at(ticket)));
    EXPECT_EQ(items(1).back().kind(), pb::Item::EVENT);
    desks[2].heard.clear();
    act(domain::SetSecrecy{domain::Secrecy::open, "no longer"});
    EXPECT_EQ(ticketIn(items(2)[0]), store.tickets().at(ticket));
}

TEST_F(EngineMask, AUnitThatIsNamedLaterAsTheOneComplainedAboutLosesTheCaller) {
    start(facts());
    desks[2].heard.clear();
    domain::AmendTicket amend;
    amend.reason = "learned";
    amend.targetUnit = UnitCode{"unit-a"};
    act(amend);
    ASSERT_EQ(items(2).back().kind(), pb::Item::TICKET);
    EXPECT_FALSE(knows(2));
}

TEST_F(EngineMask, ADeskThatWasAwayGetsNothingOfTheTimeBeforeEither) {
    start(facts());
    act(domain::CommentTicket{"text"});
    act(domain::SetSecrecy{domain::Secrecy::callerHidden, "asked for"});
    act(domain::CommentTicket{"more"});
    const std::uint64_t head = store.head();
    // From before the ticket came: its cursor knows nothing of it.
    pb::Frame again = hello("handler", "pw-handler");
    pb::Cursor& cursor = *again.mutable_hello()->mutable_cursor();
    const std::uint64_t then = store.log().front().seq + 6;
    ASSERT_LT(then, head);
    cursor.set_epoch(std::string(store.epoch().raw()));
    cursor.set_seq(then);
    cursor.set_chain(store.chainAt(then));
    for (const std::string& scope :
         domain::scopesOf(domain::UserProfile{{"handler"}, "", domain::Role::unitHandler, {"unit-a"}, {}, false})) {
        again.mutable_hello()->add_scopes(scope);
    }
    engine->opened(9, "peer");
    say(9, again);
    answerChecks();
    creditAll(9);
    EXPECT_EQ(desks[9].heard.front().welcome().mode(), pb::Welcome::RESUME);
    EXPECT_FALSE(items(9).empty());
    EXPECT_FALSE(knows(9));
}

TEST_F(EngineMask, ARestrictedTicketIsInNobodysFillButItsOwn) {
    start(facts(domain::Secrecy::restricted));
    signIn(3, "taker");
    signIn(4, "dispatcher");
    EXPECT_EQ(sent(3).find("title"), std::string::npos);
    EXPECT_EQ(sent(4).find("title"), std::string::npos);
    EXPECT_NE(sent(2).find("title"), std::string::npos);
}

/// Roster: rights that last from one day to another.
class EngineRoster : public EngineFixture {
protected:
    void put(std::string_view kind, std::string_view key, const std::string& body) {
        store.begin();
        store.appendRecord(kind, key, body);
        store.commit();
        engine->process();
    }
    void enter(Day from, Day to) {
        put("rules", "rules",
            R"({"centre":{"name":"c","region6":"370902"},"deadlines":[{"term":"5wd"}],
                "rosterRights":[{"code":"hall","zh":"h","role":"specialist"}]})");
        const domain::RosterEntry entry{
            "r", UserCode{"handler"}, UnitCode{"unit-a"}, "hall", formatDay(from), formatDay(to), {}};
        put("roster", "r", wire::encode(entry));
    }
    Day today() { return localDay(clock.now(), UtcOffset{480}); }
    std::vector<std::string> scopes(ConnectionId desk) {
        const auto& list = desks[desk].heard.front().welcome().scopes();
        return {list.begin(), list.end()};
    }
    std::string refusal(const domain::Command& made) { return store.answer(made.id)->refusal.code; }
};

TEST_F(EngineRoster, AnEntryOpensTheHallAndItsEndClosesEverythingAtMidnight) {
    signIn(1, "handler");
    enter(today(), today());
    EXPECT_EQ(last(1).bye().reason().code(), "profile.changed");
    signIn(2, "handler");
    EXPECT_EQ(scopes(2), (std::vector<std::string>{"hall", "unit:unit-a", "user:handler"}));
    engine->tick();
    EXPECT_FALSE(last(2).has_bye());
    clock.advance(kDayMs);
    engine->tick();
    EXPECT_EQ(last(2).bye().reason().code(), "profile.changed");
    signIn(3, "handler");
    EXPECT_EQ(scopes(3), std::vector<std::string>{"nobody"});
    const auto late = command("handler", TicketId{Uuid::fromName("x")}, appeal());
    push(3, {late});
    engine->process();
    EXPECT_EQ(refusal(late), "roster.over");
}

TEST_F(EngineRoster, AnAuditLineGoesToNoDesk) {
    signIn(1, "taker");
    put("audit", "1", "the line");
    put("article", "a", "an article");
    ASSERT_EQ(items(1).size(), 1U);
    EXPECT_EQ(items(1)[0].record_kind(), "article");
    signIn(2, "taker");
    for (const pb::Frame& frame : desks[2].heard) {
        EXPECT_EQ(frame.SerializeAsString().find("the line"), std::string::npos);
    }
}

TEST_F(EngineRoster, PresenceIsSeenInTheOwnUnitAndByASupervisorWhileSomebodyIsThere) {
    addUser("supervisor", domain::Role::supervisor, "watch");
    signIn(1, "taker");
    signIn(2, "handler");
    signIn(3, "supervisor");
    std::uint64_t calls = 0;
    const auto ask = [&](ConnectionId desk, const char* operation, const char* with) {
        pb::Frame frame;
        frame.mutable_admin_call()->set_id(++calls);
        frame.mutable_admin_call()->set_operation(operation);
        frame.mutable_admin_call()->set_json(with);
        say(desk, frame);
        return last(desk).admin_result().has_fault() ? last(desk).admin_result().fault().code()
                                                     : last(desk).admin_result().json();
    };
    EXPECT_NE(ask(1, "presence.set", R"({"state":"coordinating","reason":"unit-a"})").find("coordinating"),
              std::string::npos);
    EXPECT_NE(ask(3, "presence.list", "{}").find("coordinating"), std::string::npos);
    EXPECT_NE(ask(3, "presence.list", "{}").find("handler"), std::string::npos);
    EXPECT_EQ(ask(2, "presence.list", "{}").find("taker"), std::string::npos);
    EXPECT_EQ(ask(1, "presence.set", R"({"state":"asleep"})"), "field.value");
    EXPECT_EQ(ask(1, "presence.none", "{}"), "operation.unknown");
    EXPECT_EQ(ask(1, "user.list", "{}"), "user.mayNot");
    engine->closed(1);
    EXPECT_EQ(ask(3, "presence.list", "{}").find("taker"), std::string::npos);
}

TEST_F(EngineRoster, WhoHasAnArticleInHisEditorIsTold) {
    addUser("second", domain::Role::unitHandler, "unit-a");
    addUser("supervisor", domain::Role::supervisor, "watch");
    domain::Article article;
    article.key = "health";
    article.unit = UnitCode{"unit-a"};
    put("article", "health", wire::encode(article));
    signIn(1, "handler");
    signIn(2, "second");
    signIn(3, "specialist");
    signIn(4, "supervisor");
    std::uint64_t calls = 0;
    const auto edit = [&](ConnectionId desk, const char* with = R"({"article":"health","editing":true})") {
        pb::Frame frame;
        frame.mutable_admin_call()->set_id(++calls);
        frame.mutable_admin_call()->set_operation("presence.editing");
        frame.mutable_admin_call()->set_json(with);
        say(desk, frame);
        return last(desk).admin_result().has_fault() ? last(desk).admin_result().fault().code()
                                                     : last(desk).admin_result().json();
    };
    const std::string alone = R"({"others":[]})";
    EXPECT_EQ(edit(1), alone);
    steady.advance(5'000);
    EXPECT_EQ(edit(1), alone) << "oneself";
    EXPECT_NE(edit(2).find("handler"), std::string::npos);
    EXPECT_NE(edit(1).find("second"), std::string::npos);
    EXPECT_LT(edit(4).find("handler"), edit(4).find("second")) << "the first one first";
    EXPECT_EQ(edit(4, R"({"article":"health","editing":false})").find("supervisor"), std::string::npos);
    EXPECT_EQ(edit(1).find("supervisor"), std::string::npos);
    EXPECT_EQ(edit(3), "article.notYourUnit");
    for (const char* bad : {"{}", "[]", R"({"article":1,"editing":true})", R"({"article":"health"})"}) {
        EXPECT_EQ(edit(1, bad), "field.type") << bad;
    }
    EXPECT_EQ(edit(1, "{").substr(0, 4), "json");
    steady.advance(21'000);
    EXPECT_EQ(edit(1), alone) << "who says nothing any more is gone";
    EXPECT_NE(edit(2).find("handler"), std::string::npos);
    engine->closed(2);
    EXPECT_EQ(edit(1), alone);
}

TEST_F(EngineRoster, NothingIsPutIntoHandsThatCannotHoldIt) {
    signIn(1, "taker");
    const TicketId ticket{Uuid::fromName("a")};
    push(1, {command("taker", ticket, appeal())});
    engine->process();
    const auto give = [&](const char* to) {
        const auto made = command("taker", ticket, domain::HandOver{UserCode{to}, "", {}}, 1);
        push(1, {made});
        engine->process();
        return refusal(made);
    };
    EXPECT_EQ(give("nobody"), "user.unknown");
    EXPECT_EQ(give("handler"), "handOver.outOfSight");
    enter(today().plus(-3), today().plus(-1));
    EXPECT_EQ(give("handler"), "roster.over");
    EXPECT_EQ(give("dispatcher"), "");
}

}  // namespace
}  // namespace zhida::sync
