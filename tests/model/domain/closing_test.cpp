// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/lifecycle.h"
#include "tests/model/domain/every_command.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

#include <set>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;
using enum Role;

using test::unhappy;

TEST(Callback, TwoRetriesThenItMayCloseAsUnreachable) {  // 未接通1, 未接通2
    Office o;
    o.submitted();
    EXPECT_EQ(o.act(at(callbackAgent), CallBack{false}), "");
    EXPECT_EQ(o.ticket->state, TicketState::callbackRetry);
    EXPECT_EQ(o.ticket->callbackAttempts, 1U);
    EXPECT_EQ(o.ticket->nextCallback, o.log.back().at.plus(30 * kMinuteMs));
    EXPECT_EQ(o.act(at(callbackAgent), CallBack{false}), "");
    EXPECT_EQ(o.ticket->callbackAttempts, 2U);
    EXPECT_EQ(o.act(at(callbackAgent), CallBack{true, Solved::solved, Satisfied::basic, ""}), "");
    EXPECT_EQ(o.ticket->state, TicketState::closed);

    Office never;
    never.submitted();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(never.act(at(callbackAgent), CallBack{false}), "");
    }
    EXPECT_EQ(never.ticket->state, TicketState::closed);
}

TEST(Callback, WaitsForTheEndOfTheQuietHours) {
    Office o;
    o.rules.callback.quietHours = {{9 * 60, 14 * 60}};
    o.submitted();
    EXPECT_EQ(formatIso(*o.ticket->nextCallback, UtcOffset{480}), "2025-08-20T14:00:00+08:00");
}

TEST(Callback, WhoIsNotDrawnIsClosedAndNobodyCouldChoose) {
    Office o;
    o.rules.callback.mode = CallbackMode::sample;
    o.rules.callback.samplePercent = 0;
    o.submitted();
    EXPECT_EQ(o.ticket->state, TicketState::closed);
    EXPECT_FALSE(o.ticket->lastCallback);
}

TEST(Redo, TooOftenTheCentreTakesItInHandUnderSupervision) {
    Office o;
    o.rules.redo.most = 1;
    o.rules.redo.superviseFrom = 0;
    o.submitted();
    o.act(at(callbackAgent), unhappy());
    ASSERT_EQ(o.ticket->state, TicketState::redo);
    o.reply("szz");
    o.act(at(dispatcher), ReviewTicket{true, ""});
    EXPECT_EQ(o.act(at(callbackAgent), unhappy()), "");
    EXPECT_EQ(o.ticket->state, TicketState::pendingDispatch);
    ASSERT_EQ(o.ticket->supervisions.size(), 1U);
    EXPECT_EQ(o.ticket->supervisions[0].reason, "redo.most");
    EXPECT_EQ(o.act(at(supervisor), CloseTicket{"已当面说明"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::closed);
}

TEST(Redo, DissatisfiedAgainAfterARedoIsSupervised) {  // provincial rule of 2017
    Office o;
    o.rules.redo.superviseFrom = 1;
    o.submitted();
    o.act(at(callbackAgent), unhappy());
    EXPECT_TRUE(o.ticket->supervisions.empty());
    o.reply("szz");
    o.act(at(dispatcher), ReviewTicket{true, ""});
    o.act(at(callbackAgent), unhappy());
    EXPECT_EQ(o.ticket->state, TicketState::redo);
    EXPECT_EQ(o.ticket->redoCount, 2U);
    ASSERT_EQ(o.ticket->supervisions.size(), 1U);
}

TEST(Redo, MayGoBackToTheCentre) {
    Office o;
    o.rules.redo.start = RedoStart::centre;
    o.submitted();
    o.act(at(callbackAgent), unhappy());
    EXPECT_EQ(o.ticket->state, TicketState::pendingDispatch);
    EXPECT_EQ(o.ticket->redoCount, 1U);
    EXPECT_EQ(o.ticket->lead(), nullptr);
}

TEST(LookBack, UpholdsRedoesOrSuspends) {  // 费县 回头看
    Office o;
    o.submitted();
    o.act(at(callbackAgent), CallBack{true, Solved::solved, Satisfied::satisfied, ""});
    EXPECT_EQ(o.act(at(callTaker), StartLookBack{}), "user.mayNot");
    EXPECT_EQ(o.act(at(supervisor), StartLookBack{"不满意工单回头看"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::lookback);
    EXPECT_EQ(o.act(at(supervisor), ReportLookBack{LookBackOutcome::upheld, false, "", "已解决"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::closed);
    o.act(at(supervisor), StartLookBack{});
    EXPECT_EQ(o.act(at(supervisor), ReportLookBack{LookBackOutcome::redo, true, "又积水", ""}), "");
    EXPECT_EQ(o.ticket->state, TicketState::redo);
    EXPECT_EQ(o.ticket->redoCount, 1U);
    EXPECT_EQ(o.ticket->lookBacks.size(), 2U);
}

TEST(Archive, IsReadOnlyForEver) {
    Office o;
    o.submitted();
    EXPECT_EQ(o.act(at(supervisor), ArchiveTicket{}), "ticket.wrongState");
    o.act(at(callbackAgent), CallBack{true, Solved::solved, Satisfied::satisfied, ""});
    const auto closedAt = o.ticket->closedAt;
    EXPECT_EQ(o.act(at(supervisor), ArchiveTicket{}), "");
    EXPECT_EQ(o.ticket->closedAt, closedAt);
    for (const LifecycleRow& row : kLifecycle) {
        EXPECT_FALSE(row.from.has(TicketState::archived)) << row.command;
    }
}

TEST(Refusals, SayWhoMayAndFromWhichState) {
    Office o;
    o.registerOne();
    const auto who = o.attempt(at(unitHandler, "szz"), DispatchTicket{{"szz"}});
    EXPECT_EQ(who.error().arg("who"), "specialist dispatcher supervisor");
    const auto from = o.attempt(at(dispatcher), ReviewTicket{true, ""});
    EXPECT_EQ(from.error().arg("from"), "submitted");
}

// ---- undo ----------------------------------------------------------------------------------------------------------

TEST(Undo, TakesBackTheLastThingAndOnlyThat) {
    Office o;
    o.registerOne();
    const CommandId registration = o.log.back().command;
    o.dispatchTo("szz");
    const CommandId dispatch = o.log.back().command;
    EXPECT_EQ(o.act(at(dispatcher, "zjj"), UndoCommand{dispatch}), "undo.notYours");
    EXPECT_EQ(o.act(at(dispatcher), UndoCommand{dispatch}), "");
    EXPECT_EQ(o.ticket->state, TicketState::registered);
    EXPECT_TRUE(o.ticket->assignments.empty());
    EXPECT_EQ(o.act(at(dispatcher), UndoCommand{dispatch}), "undo.notLast");
    o.dispatchTo("szz");
    const CommandId again = o.log.back().command;
    o.act(at(unitHandler, "szz"), SignTicket{});
    EXPECT_EQ(o.act(at(dispatcher), UndoCommand{again}), "undo.notLast");  // somebody already works on it
    EXPECT_EQ(o.act(at(callTaker), UndoCommand{registration}), "undo.notLast");
}

TEST(Undo, WhatHasLeftTheHouseIsNotTakenBack) {
    Office o;
    o.registerOne();
    EXPECT_EQ(o.act(at(callTaker), UndoCommand{o.log.back().command}), "undo.notLast");
    o.act(at(callTaker), TransferTicket{"police", ""});
    EXPECT_EQ(o.act(at(callTaker), UndoCommand{o.log.back().command}), "undo.notLast");
}

/// The ticket without the counters that every event moves.
Ticket canonical(Ticket ticket) {
    ticket.rev = 0;
    ticket.updatedAt = {};
    return ticket;
}

/// So far on the common way.
Office livedUpTo(int steps) {
    Office o;
    o.registerOne(AppealType::help);
    const std::vector<std::pair<UserProfile, TicketCommand>> way{
        {at(dispatcher), DispatchTicket{{"szz"}}},
        {at(unitHandler, "szz"), SignTicket{}},
        {at(unitHandler, "szz"), ReplyTicket{"", "办结", {}}},
        {at(dispatcher), ReviewTicket{true, ""}},
        {at(callbackAgent), CallBack{true, Solved::solved, Satisfied::satisfied, ""}}};
    for (int i = 0; i < steps; ++i) {
        o.act(way[static_cast<std::size_t>(i)].first, way[static_cast<std::size_t>(i)].second);
    }
    return o;
}

Office handedToAndFro() {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "清单", "", {"zjj"}});
    o.act(at(dispatcher), DecideReturn{true, "", {}, false});
    o.dispatchTo("zjj");
    o.act(at(unitHandler, "zjj"), RequestReturn{"notOurDuty", "清单", "", {"szz"}});
    return o;
}

// do; undo = identity on a canonical dump, for everything that can be taken back, along random lives of many tickets.
TEST(Undo, IsTheInverseOfEveryCommand) {
    const std::vector<UserProfile> people{at(callTaker),    at(specialist, "zjj"),  at(dispatcher),
                                          at(supervisor),   at(unitHandler, "szz"), at(unitHandler, "zjj"),
                                          at(callbackAgent)};
    SeededRng rng(11);
    std::set<std::size_t> undone;
    for (int life = 0; life < 200; ++life) {
        Office o = life % 7 == 6 ? handedToAndFro() : livedUpTo(life % 7);
        o.other = *o.ticket;
        o.other->id = TicketId::make(o.now, o.rng);
        auto commands = test::everyCommand(o);
        commands.erase(commands.begin());  // it has been registered
        for (const TicketCommand& each : test::moreCommands(o)) {
            commands.push_back(each);
        }
        for (int step = 0; step < 300; ++step) {
            const Ticket before = *o.ticket;
            const UserProfile& actor = people[rng.below(people.size())];
            const TicketCommand& body = commands[rng.below(commands.size())];
            const bool rare = undone.count(body.index()) == 0;
            if (!o.act(actor, body).empty()) {
                ASSERT_EQ(*o.ticket, before);
                continue;
            }
            const bool irreversible = std::holds_alternative<TransferTicket>(body) ||
                                      std::holds_alternative<ArchiveTicket>(body) ||
                                      std::holds_alternative<UndoCommand>(body);
            if (irreversible || (!rare && rng.below(3) > 0)) {
                continue;
            }
            ASSERT_EQ(o.act(actor, UndoCommand{o.log.back().command}), "") << nameOf(body);
            ASSERT_EQ(canonical(*o.ticket), canonical(before)) << nameOf(body);
            undone.insert(body.index());
        }
        Ticket replayed;
        for (const Event& event : o.log) {
            replayed = evolve(replayed, event);
        }
        ASSERT_EQ(replayed, *o.ticket);
    }
    // What cannot be taken back, and what this office's rules have no ladder, form or new calendar for.
    std::set<std::string_view> never;
    for (std::size_t i = 0; i < kLifecycle.size(); ++i) {
        if (undone.count(i) == 0) {
            never.insert(kLifecycle[i].command);
        }
    }
    EXPECT_EQ(never, (std::set<std::string_view>{"ticket.register", "ticket.transfer", "ticket.archive", "ticket.undo",
                                                 "ticket.fillForm", "ticket.startLadder", "ticket.round",
                                                 "ticket.escalate", "ticket.recountDue"}));
}

}  // namespace
}  // namespace zhida::domain
