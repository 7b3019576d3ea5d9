// SPDX-License-Identifier: GPL-3.0-or-later
// Time acts at the centre: each due time once, also after a downtime, in slices; undo and merge look beside the ticket.
#include "tests/sync/server/engine_fixture.h"

namespace zhida::sync {
namespace {

constexpr std::string_view kRules = R"({"centre":{"name":"centre","region6":"370902"},"deadlines":[{"term":"5wd"}]})";

class SchedulerTest : public EngineFixture {
protected:
    SchedulerTest() {
        put("rules", "rules", std::string(kRules));
        addUser("boss", domain::Role::supervisor, "centre");
        clock.set(parseIso("2026-03-02T10:00:00+08:00", {480}).value());  // a Monday
        remake();
    }

    static TicketId ticketOf(int n) { return TicketId{Uuid::fromName("ticket " + std::to_string(n))}; }

    void put(const std::string& kind, const std::string& key, const std::string& body) {
        store.begin();
        store.appendRecord(kind, key, body);
        store.commit();
    }
    /// Registered and with unit A.
    void open(int from, int to) {
        for (int i = from; i < to; ++i) {
            push(1, {command("taker", ticketOf(i), appeal())});
            engine->process();
        }
        for (int i = from; i < to; ++i) {
            push(2, {command("dispatcher", ticketOf(i), dispatchTo("unit-a"), 1)});
            engine->process();
        }
    }
    /// Lets the engine look and work until nothing is due; how many slices.
    int settle() {
        int slices = 0;
        for (int quiet = 0; quiet < 3;) {
            steady.advance(5'000);
            engine->tick();
            quiet = engine->hasWork() ? 0 : quiet + 1;
            while (engine->hasWork()) {
                engine->process();
                ++slices;
            }
        }
        return slices;
    }
    std::map<std::string, int> done() {
        std::map<std::string, int> kinds;
        for (const LogEntry& entry : store.log()) {
            const auto event =
                entry.isRecord ? Result<domain::Event>(Error("record")) : wire::decode<domain::Event>(entry.body);
            if (event && event->user.value == "system") {
                const auto* card = std::get_if<domain::SupervisionOpened>(&event->body);
                ++kinds[card != nullptr ? card->supervision.reason : std::string(domain::nameOf(event->body))];
            }
        }
        return kinds;
    }
    const domain::Ticket& ticket(int n) { return store.tickets().at(ticketOf(n)); }
};

TEST_F(SchedulerTest, AServerThatWasDownOverAThousandDueTimesDoesEachOnceInSlices) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    open(0, 1'000);
    settle();
    EXPECT_TRUE(done().empty());
    engine.reset();
    clock.advance(30 * kDayMs);
    remake();
    EXPECT_GE(settle(), 5);  // 200 tickets a slice
    const std::map<std::string, int> once{{"cards.red", 1'000}, {"cards.yellow", 1'000}, {"urged", 1'000}};
    EXPECT_EQ(done(), once);
    remake();  // the next start
    settle();
    EXPECT_EQ(done(), once);
    clock.advance(30 * kDayMs);
    settle();
    EXPECT_EQ(done(), once);
}

TEST_F(SchedulerTest, AnOldCopyDoesAgainWhatItHasLostAndNothingTwice) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    open(0, 10);
    clock.advance(7 * kDayMs);  // yellow
    settle();
    const auto copy = store.copy();
    clock.advance(5 * kDayMs);
    settle();
    const auto before = done();
    EXPECT_EQ(before.at("cards.red"), 10);
    store.restore(copy);
    remake();
    settle();
    EXPECT_EQ(done(), before);
}

TEST_F(SchedulerTest, DesksAreAnsweredBeforeABacklogAndSeeItsCards) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    open(0, 300);
    clock.advance(30 * kDayMs);
    steady.advance(5'000);
    engine->tick();
    ASSERT_TRUE(engine->hasWork());
    push(1, {command("taker", ticketOf(999), appeal())});
    engine->process();
    EXPECT_TRUE(store.tickets().contains(ticketOf(999)));
    EXPECT_LT(done()["cards.red"], 300);
    settle();
    EXPECT_EQ(done()["cards.red"], 300);
}

TEST_F(SchedulerTest, ANewHolidayPaperMovesOpenDueTimesOnceAndNothingThatIsDone) {  // hard case 9
    signIn(1, "taker");
    signIn(2, "dispatcher");
    open(0, 5);
    push(1, {command("taker", ticketOf(7), appeal()),
             command("taker", ticketOf(7), domain::AnswerDirectly{"答", "", 0, false}, 1)});
    engine->process();
    settle();
    const Instant due = *ticket(0).due;
    const Instant answered = *ticket(7).due;
    domain::Holiday holiday{"2026-03-05", "调休放假", true};
    put("holiday", holiday.date, wire::encode(holiday));
    engine->process();
    settle();
    EXPECT_EQ(*ticket(0).due, due.plus(kDayMs));  // from Monday to Tuesday
    EXPECT_EQ(*ticket(7).due, answered);
    EXPECT_EQ(done(), (std::map<std::string, int>{{"dueMoved", 5}}));
    remake();
    settle();
    EXPECT_EQ(done()["dueMoved"], 5);
}

TEST_F(SchedulerTest, ASweepThatAStopHasCutGoesOn) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    open(0, 450);
    settle();
    domain::Holiday holiday{"2026-03-05", "调休放假", true};
    put("holiday", holiday.date, wire::encode(holiday));
    engine->process();
    steady.advance(5'000);
    engine->tick();
    engine->process();
    const int before = done()["dueMoved"];
    EXPECT_GT(before, 0);
    EXPECT_LT(before, 450);
    remake();
    settle();
    EXPECT_EQ(done()["dueMoved"], 450);
}

TEST_F(SchedulerTest, WhatIsDoneGoesToTheArchive) {
    signIn(1, "taker");
    push(1, {command("taker", ticketOf(1), appeal()),
             command("taker", ticketOf(1), domain::AnswerDirectly{"答", "", 0, false}, 1)});
    engine->process();
    clock.advance(31 * kDayMs);
    settle();
    EXPECT_EQ(ticket(1).state, domain::TicketState::archived);
    EXPECT_TRUE(store.timersAfter(kFirstTimer, 10).empty());
}

TEST_F(SchedulerTest, TheLastCommandIsTakenBackByItsMakerAndOnlyWhileItIsTheLast) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    open(1, 2);
    const auto first = command("dispatcher", ticketOf(1), domain::CommentTicket{"一"}, 2);
    const auto second = command("dispatcher", ticketOf(1), domain::CommentTicket{"二"}, 3);
    push(2, {first, second});
    engine->process();
    const auto undo = [&](const std::string& who, const CommandId& what) {
        const auto body = command(who, ticketOf(1), domain::UndoCommand{what}, 4);
        push(who == "taker" ? 1 : 2, {body});
        engine->process();
        return store.answer(body.id)->refusal.code;
    };
    EXPECT_EQ(undo("dispatcher", first.id), "undo.notLast");
    EXPECT_EQ(undo("taker", second.id), "undo.notYours");
    EXPECT_EQ(undo("dispatcher", second.id), "");
    ASSERT_EQ(ticket(1).notes.size(), 1U);
    EXPECT_EQ(ticket(1).rev, 5U);
}

TEST_F(SchedulerTest, AMergeNeedsTheOtherTicketInTheActorsSight) {
    signIn(1, "taker");
    signIn(2, "dispatcher");
    push(1, {command("taker", ticketOf(1), appeal()), command("taker", ticketOf(2), appeal())});
    engine->process();
    const auto merge = [&](const TicketId& into) {
        const auto body = command("dispatcher", ticketOf(1), domain::MergeTicket{into, "同一事项"}, 1);
        push(2, {body});
        engine->process();
        return store.answer(body.id)->refusal.code;
    };
    EXPECT_EQ(merge(ticketOf(99)), "ticket.unknown");
    EXPECT_EQ(merge(ticketOf(2)), "");
    EXPECT_EQ(*ticket(1).mergedInto, ticketOf(2));
}

}  // namespace
}  // namespace zhida::sync
