// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/server/engine_fixture.h"

namespace zhida::sync {
namespace {

using EngineTest = EngineFixture;

TicketId ticketOf(const std::string& name) { return TicketId{Uuid::fromName(name)}; }

TEST_F(EngineTest, EverythingThatWaitsIsOneTransaction) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    const std::uint64_t before = store.commits();
    push(1, {command("taker", ticketOf("a"), appeal()), command("taker", ticketOf("b"), appeal())});
    push(2, {command("dispatcher", ticketOf("c"), appeal())});
    push(1, {command("taker", ticketOf("d"), appeal())});
    EXPECT_TRUE(engine->hasWork());
    engine->process();
    EXPECT_EQ(store.commits(), before + 1);
    EXPECT_EQ(store.tickets().size(), 4U);
    EXPECT_FALSE(engine->hasWork());
}

TEST_F(EngineTest, AnswersGoOutBeforeTheFeedAndInTheOrderOfThePushes) {
    signIn(1, "taker");
    desks[1].heard.clear();
    const auto a = command("taker", ticketOf("a"), appeal());
    const auto b = command("taker", ticketOf("b"), appeal());
    push(1, {a});
    push(1, {b});
    engine->process();
    ASSERT_EQ(desks[1].heard.size(), 3U);
    EXPECT_EQ(desks[1].heard[0].answers().answers(0).command(), a.id.raw());
    EXPECT_EQ(desks[1].heard[1].answers().answers(0).command(), b.id.raw());
    EXPECT_EQ(desks[1].heard[2].feed().items_size(), 2);
    EXPECT_EQ(desks[1].heard[2].feed().upto(), store.head());
}

TEST_F(EngineTest, AFailedCommitTellsNobodyAnything) {
    signIn(1, "taker");
    desks[1].heard.clear();
    const auto a = command("taker", ticketOf("a"), appeal());
    push(1, {a});
    faults.failAt(5);
    EXPECT_THROW(engine->process(), testing::Crash);
    EXPECT_TRUE(desks[1].heard.empty());
    EXPECT_TRUE(store.tickets().empty());
    EXPECT_FALSE(store.answer(a.id));
}

TEST_F(EngineTest, ARepeatedCommandGetsItsStoredAnswer) {
    signIn(1, "taker");
    const auto a = command("taker", ticketOf("a"), appeal());
    push(1, {a, a});
    push(1, {a});
    engine->process();
    remake();
    signIn(2, "taker");
    push(2, {a});
    engine->process();
    std::vector<std::string> answers;
    for (const auto& [desk, each] : desks) {
        for (const pb::Frame& frame : each.heard) {
            for (const pb::Answer& answer : frame.answers().answers()) {
                answers.push_back(answer.SerializeAsString());
            }
        }
    }
    ASSERT_EQ(answers.size(), 4U);
    EXPECT_EQ(std::count(answers.begin(), answers.end(), answers.front()), 4);
    EXPECT_EQ(store.tickets().size(), 1U);
}

TEST_F(EngineTest, ARefusalIsDurableToo) {
    signIn(1, "taker");
    const auto wrong = command("taker", ticketOf("none"), domain::CommentTicket{"text"});
    push(1, {wrong, command("taker", ticketOf("a"), appeal())});
    engine->process();
    EXPECT_EQ(store.answer(wrong.id)->refusal.code, "ticket.unknown");
    EXPECT_EQ(store.tickets().size(), 1U);
}

TEST_F(EngineTest, TicketsEnterAndLeaveScopesWhole) {
    signIn(1, "taker");
    signIn(2, "handler");
    const TicketId ticket = ticketOf("a");
    push(1, {command("taker", ticket, appeal())});
    engine->process();
    EXPECT_TRUE(items(2).empty());
    signIn(3, "dispatcher");
    push(3, {command("dispatcher", ticket, dispatchTo("unit-a"), 1)});
    engine->process();
    ASSERT_EQ(items(2).size(), 1U);
    EXPECT_EQ(items(2)[0].kind(), pb::Item::TICKET);
    EXPECT_EQ(items(2)[0].body(), wire::encode(store.tickets().at(ticket)));
    EXPECT_EQ(items(1).back().kind(), pb::Item::EVENT);
    push(2, {command("handler", ticket, domain::RequestReturn{"reason", "basis", "", {}}, 2)});
    engine->process();
    EXPECT_EQ(items(2).back().kind(), pb::Item::EVENT);
    push(3, {command("dispatcher", ticket, domain::DecideReturn{true, "", {}, false}, 3)});
    engine->process();
    EXPECT_EQ(items(2).back().kind(), pb::Item::LEAVE);
}

TEST_F(EngineTest, ASpecialistAnswersWhatWaitsInTheHallForNobody) {
    signIn(1, "taker");
    signIn(2, "specialist");
    const TicketId ticket = ticketOf("a");
    push(1, {command("taker", ticket, appeal())});
    engine->process();
    ASSERT_EQ(items(2).size(), 1U);
    domain::AnswerDirectly answer;
    answer.text = "text";
    const auto spoken = command("specialist", ticket, answer, 1);
    push(2, {spoken});
    engine->process();
    EXPECT_EQ(store.answer(spoken.id)->refusal.code, "");
    EXPECT_EQ(store.tickets().at(ticket).state, domain::TicketState::directAnswered);
}

TEST_F(EngineTest, WhatIsOutOfSightCannotBeTouched) {
    signIn(1, "taker");
    signIn(2, "handler");
    push(1, {command("taker", ticketOf("a"), appeal())});
    const auto comment = command("handler", ticketOf("a"), domain::CommentTicket{"text"}, 1);
    push(2, {comment});
    engine->process();
    EXPECT_EQ(store.answer(comment.id)->refusal.code, "ticket.outOfScope");
    pb::Frame request;
    request.mutable_history_request()->set_ticket(std::string(ticketOf("a").raw()));
    say(2, request);
    EXPECT_EQ(last(2).history().whole().kind(), pb::Item::LEAVE);
    EXPECT_EQ(last(2).history().events_size(), 0);
}

/// A late answer brings the unit back into the ticket's scopes: only whoever had it in sight may give one.
TEST_F(EngineTest, LateWordsNeedSightOfWhatTheyAnswer) {
    signIn(1, "taker");
    signIn(2, "handler");
    const TicketId ticket = ticketOf("a");
    push(1, {command("taker", ticket, appeal()), command("taker", ticket, domain::CommentTicket{"text"}, 1)});
    engine->process();
    domain::ReplyTicket reply;
    reply.publicText = "public";
    for (const std::uint64_t rev : {1U, 0U, 2U, 99U}) {
        const auto guess = command("handler", ticket, reply, rev);
        push(2, {guess});
        engine->process();
        EXPECT_NE(store.answer(guess.id)->refusal.code, "") << rev;
    }
    EXPECT_TRUE(items(2).empty());
    EXPECT_TRUE(store.tickets().at(ticket).notes.size() == 1U);
}

TEST_F(EngineTest, LateWordsOfWhoeverHadItInSightAreKept) {
    signIn(1, "dispatcher");
    signIn(2, "handler");
    const TicketId ticket = ticketOf("a");
    push(1, {command("dispatcher", ticket, appeal()), command("dispatcher", ticket, dispatchTo("unit-a"), 1)});
    engine->process();
    push(2, {command("handler", ticket, domain::RequestReturn{"reason", "basis", "", {}}, 2)});
    push(1, {command("dispatcher", ticket, domain::DecideReturn{true, "", {}, false}, 3)});
    engine->process();
    ASSERT_EQ(items(2).back().kind(), pb::Item::LEAVE);
    domain::ReplyTicket reply;
    reply.internal = "internal";
    reply.publicText = "public";
    const auto blind = command("handler", ticket, reply, 1);
    const auto late = command("handler", ticket, reply, 3);
    push(2, {blind});
    engine->process();
    EXPECT_EQ(store.answer(blind.id)->refusal.code, "ticket.outOfScope");
    creditAll(2);
    push(2, {late});
    engine->process();
    EXPECT_EQ(store.answer(late.id)->refusal.code, "");
    ASSERT_EQ(store.tickets().at(ticket).notes.size(), 2U);  // one for each text
    EXPECT_EQ(items(2)[items(2).size() - 2].kind(), pb::Item::TICKET);
}

TEST_F(EngineTest, ADeskWithNothingNewHearsOfTheHeadALittleLater) {
    signIn(1, "taker");
    signIn(2, "handler");
    const std::size_t before = desks[2].heard.size();
    push(1, {command("taker", ticketOf("a"), appeal())});
    engine->process();
    EXPECT_EQ(desks[2].heard.size(), before);
    steady.advance(500);
    engine->tick();
    ASSERT_EQ(desks[2].heard.size(), before + 1);
    EXPECT_EQ(last(2).feed().upto(), store.head());
}

TEST_F(EngineTest, AskingBringsEverythingBeforeTheAnswer) {
    signIn(1, "taker");
    signIn(2, "handler");
    push(1, {command("taker", ticketOf("a"), appeal())});
    engine->process();
    pb::Frame ask;
    ask.mutable_heartbeat()->set_ask(3);
    say(2, ask);
    const auto& heard = desks[2].heard;
    EXPECT_EQ(heard[heard.size() - 2].feed().upto(), store.head());
    EXPECT_EQ(heard.back().heartbeat().reply(), 3U);
    EXPECT_EQ(heard.back().heartbeat().head(), store.head());
}

TEST_F(EngineTest, ASlowDeskFallsBackAndCatchesUpFromTheLog) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    desks[2].heard.clear();
    for (int i = 0; i < 20; ++i) {
        push(1, {command("taker", ticketOf(std::to_string(i)), appeal())});
        engine->process();
        creditAll(1);
    }
    EXPECT_EQ(desks[2].heard.size(), 4U);
    pb::Frame credit;
    credit.mutable_credit()->set_frames(credited[2] + 4);
    say(2, credit);
    EXPECT_EQ(desks[2].heard.size(), 5U);
    EXPECT_EQ(items(2).size(), 20U);
}

TEST_F(EngineTest, AFullTransportGetsNoMoreFeed) {
    signIn(1, "taker");
    const std::size_t before = desks[1].heard.size();
    queued = 3U << 20U;
    push(1, {command("taker", ticketOf("a"), appeal())});
    engine->process();
    EXPECT_EQ(desks[1].heard.size(), before + 1);
    EXPECT_LE(engine->tick(), 200);
    EXPECT_TRUE(items(1).empty());
    queued = 0;
    engine->tick();
    EXPECT_EQ(items(1).size(), 1U);
}

TEST_F(EngineTest, DisablingEndsSessionsAndKeepsWhatWasQueued) {
    signIn(1, "taker");
    const auto a = command("taker", ticketOf("a"), appeal());
    push(1, {a});
    engine->disableUser(UserCode{"taker"});
    EXPECT_EQ(desks[1].closedWith, "auth.disabled");
    engine->process();
    EXPECT_FALSE(store.answer(a.id));
    signIn(2, "dispatcher");
    engine->disableDevice(DeviceId{Uuid::fromName("device of dispatcher")});
    EXPECT_EQ(desks[2].closedWith, "device.disabled");
}

TEST_F(EngineTest, AChangedPasswordEndsSessionsThatMayComeBackAtOnce) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    const auto a = command("taker", ticketOf("a"), appeal());
    push(1, {a});
    engine->passwordChanged(UserCode{"taker"});
    EXPECT_EQ(desks[1].closedWith, "auth.passwordChanged");
    EXPECT_EQ(last(1).bye().reconnect_min_ms(), 0U);
    EXPECT_EQ(desks[2].closedWith, "");
    engine->process();
    EXPECT_EQ(store.answer(a.id)->refusal.code, "");
}

TEST_F(EngineTest, RightsAreThoseOfTheMomentOfJudging) {
    signIn(1, "taker");
    const auto a = command("taker", ticketOf("a"), appeal());
    push(1, {a});
    Account account = *store.account(UserCode{"taker"});
    account.disabled = true;
    store.begin();
    store.saveAccount(account);
    store.commit();
    engine->process();
    EXPECT_EQ(store.answer(a.id)->refusal.code, "user.disabled");
}

TEST_F(EngineTest, AChangedProfileSignsInAnew) {
    signIn(1, "handler");
    Account account = *store.account(UserCode{"handler"});
    account.profile.unit = UnitCode{"unit-b"};
    store.begin();
    store.saveAccount(account);
    store.appendRecord("user", "handler", wire::encode(account.profile));
    store.commit();
    EXPECT_TRUE(engine->hasWork());
    engine->process();
    EXPECT_EQ(desks[1].closedWith, "profile.changed");
    EXPECT_EQ(last(1).bye().reconnect_min_ms(), 0U);
}

TEST_F(EngineTest, SomebodyElsesCommandIsRefused) {
    signIn(1, "taker");
    const auto foreign = command("dispatcher", ticketOf("a"), appeal());
    push(1, {foreign});
    engine->process();
    EXPECT_EQ(store.answer(foreign.id)->refusal.code, "command.notYours");
}

TEST_F(EngineTest, ANewerDesksCommandGoesOnWaiting) {
    signIn(1, "taker");
    auto newer = command("taker", ticketOf("a"), appeal());
    newer.schema = domain::kCommandSchema + 1;
    push(1, {newer});
    engine->process();
    const auto& heard = desks[1].heard;
    EXPECT_TRUE(heard.back().answers().answers(0).later());
    EXPECT_FALSE(store.answer(newer.id));
}

TEST_F(EngineTest, ExpiredClaimsAreGivenBackOnce) {
    signIn(1, "taker");
    push(1, {command("taker", ticketOf("a"), appeal()), command("taker", ticketOf("a"), domain::ClaimTicket{}, 1)});
    engine->process();
    ASSERT_TRUE(store.tickets().at(ticketOf("a")).claim);
    clock.advance(16 * kMinuteMs);
    for (int i = 0; i < 3; ++i) {
        steady.advance(5'000);
        engine->tick();
        engine->process();
    }
    EXPECT_FALSE(store.tickets().at(ticketOf("a")).claim);
    EXPECT_EQ(store.tickets().at(ticketOf("a")).rev, 3U);
}

TEST_F(EngineTest, OnlyAdministratorsAdminister) {
    signIn(1, "taker");
    signIn(2, "admin");
    pb::Frame call;
    call.mutable_admin_call()->set_id(9);
    call.mutable_admin_call()->set_operation("user.list");
    say(1, call);
    EXPECT_EQ(last(1).admin_result().fault().code(), "user.mayNot");
    say(2, call);
    ASSERT_EQ(adminRequests.size(), 1U);
    engine->adminDone(adminRequests[0].request, std::string("{\"users\":[]}"));
    EXPECT_EQ(last(2).admin_result().id(), 9U);
    EXPECT_EQ(last(2).admin_result().json(), "{\"users\":[]}");
}

TEST_F(EngineTest, AFalseCreditEndsTheLine) {
    signIn(1, "taker");
    pb::Frame credit;
    credit.mutable_credit()->set_frames(99);
    say(1, credit);
    EXPECT_EQ(desks[1].closedWith, "session.badCredit");
}

TEST_F(EngineTest, WhoPushesWithoutWaitingForAnswersIsSentAway) {
    signIn(1, "taker");
    for (int i = 0; i < 9; ++i) {
        EXPECT_EQ(desks[1].closedWith, "");
        push(1, {command("taker", ticketOf(std::to_string(i)), appeal())});
    }
    EXPECT_EQ(desks[1].closedWith, "session.flooded");
    engine->process();
    EXPECT_EQ(store.tickets().size(), 8U);
}

TEST_F(EngineTest, SilentDesksAreLetGo) {
    signIn(1, "taker");
    steady.advance(45'000);
    engine->tick();
    EXPECT_EQ(desks[1].closedWith, "net.silent");
}

}  // namespace
}  // namespace zhida::sync
