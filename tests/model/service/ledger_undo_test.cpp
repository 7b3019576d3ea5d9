// SPDX-License-Identifier: GPL-3.0-or-later
// Rest in the outbox, withdrawing without a trace, undo by the inverse, and one act on many tickets.
#include "tests/model/service/desk_fixture.h"

#include <algorithm>

namespace zhida::service {
namespace {

class LedgerUndoTest : public testing::Test {
protected:
    LedgerUndoTest() {
        desk.enrol(centre);
        restFor(20);
    }

    void restFor(int seconds) {
        const std::string rules = R"({"centre":{"name":"泰安市12345","region6":"370902"},
            "deadlines":[{"term":"5wd"}],"undoRestSeconds":)" +
                                  std::to_string(seconds) + "}";
        desk.ledger->applyFeed({recordItem("rules", "rules", rules)}, {kEpoch, 0, "chain"});
    }
    void pull() {
        std::vector<FeedItem> items;
        for (std::uint64_t seq = desk.ledger->cursor().seq; seq < centre.log.size(); ++seq) {
            items.push_back(eventItem(centre.log[seq]));
        }
        desk.ledger->applyFeed(items, {kEpoch, centre.log.size(), "c"});
    }
    /// Everything that may leave goes to the centre, and comes home.
    void exchange() {
        for (const PendingCommand& each : desk.ledger->waiting(0, 100)) {
            const FakeCentre::Judged judged = centre.judge(*wire::decode<domain::Command>(each.bytes));
            desk.ledger->applyAnswers({{each.id, judged.seq, judged.refusal}});
        }
        pull();
    }
    TicketId registered(const std::string& title = "路灯不亮") {
        const TicketId ticket = desk.ledger->submit(registration(title))->ticket;
        exchange();
        return ticket;
    }
    Result<Submitted> act(const TicketId& ticket, domain::TicketCommand body) {
        return desk.ledger->submit({ticket, std::move(body), ""});
    }
    std::string undo(const TicketId& ticket, const CommandId& command = {}) {
        const auto outcome = act(ticket, domain::UndoCommand{command});
        return outcome ? (outcome->withdrawn ? "withdrawn" : "undone") : outcome.error().code;
    }
    domain::Ticket shown(const TicketId& ticket) { return desk.reader->ticket(ticket.text())->ticket; }
    std::size_t mayLeave() { return desk.ledger->waiting(0, 100).size(); }

    static domain::DispatchTicket dispatch() { return {{"u1"}, {}, {}, "请核实"}; }

    test::ScratchFolder folder;
    FakeCentre centre{1};
    DeskRig desk{folder.file("desk.db"), centre};
};

TEST_F(LedgerUndoTest, aDispatchRestsAndIsShownAtOnce) {
    const TicketId ticket = registered();
    ASSERT_TRUE(act(ticket, dispatch()).ok());
    EXPECT_EQ(shown(ticket).state, domain::TicketState::dispatched);
    EXPECT_EQ(mayLeave(), 0U);
    EXPECT_EQ(desk.ledger->waitingCount(), 1U);
    EXPECT_EQ(desk.reader->outbox()[0].restsUntil, desk.clock.now().plus(20 * kSecondMs));
    EXPECT_EQ(desk.ledger->restMs(), 20 * kSecondMs);
    desk.clock.advance(19 * kSecondMs);
    EXPECT_EQ(mayLeave(), 0U);
    desk.clock.advance(kSecondMs);
    EXPECT_EQ(mayLeave(), 1U);
    EXPECT_FALSE(desk.reader->outbox()[0].restsUntil);
    EXPECT_FALSE(desk.ledger->restMs());
}

TEST_F(LedgerUndoTest, whatComesAfterOnTheSameTicketWaitsWithItAndOthersOvertake) {
    const TicketId first = registered("一");
    const TicketId second = registered("二");
    ASSERT_TRUE(act(first, dispatch()).ok());
    const CommandId behind = act(first, domain::CommentTicket{"补一句"})->command;
    const CommandId other = act(second, domain::CommentTicket{"别的"})->command;
    const auto now = desk.ledger->waiting(0, 10);
    ASSERT_EQ(now.size(), 1U);
    EXPECT_EQ(now[0].id, other);
    desk.clock.advance(20 * kSecondMs);
    const auto later = desk.ledger->waiting(now[0].localSeq, 10);  // as the session goes on from where it was
    ASSERT_EQ(later.size(), 2U);
    EXPECT_EQ(later[1].id, behind);
}

TEST_F(LedgerUndoTest, leavingTheDeskOrWaitingForTheCentreEndsAllRests) {
    const TicketId ticket = registered();
    ASSERT_TRUE(act(ticket, dispatch()).ok());
    desk.ledger->releaseResting();
    EXPECT_EQ(mayLeave(), 1U);
}

TEST_F(LedgerUndoTest, aClockThatWasSetBackHoldsNothingUp) {
    const TicketId ticket = registered();
    ASSERT_TRUE(act(ticket, dispatch()).ok());
    desk.clock.advance(-kHourMs);
    EXPECT_EQ(desk.ledger->restMs(), 0);
    EXPECT_EQ(mayLeave(), 1U);
}

TEST_F(LedgerUndoTest, whatHasNotLeftIsWithdrawnWithoutATraceAlsoAfterARestart) {
    const TicketId ticket = registered();
    const std::string before = picture(desk.path);
    ASSERT_TRUE(act(ticket, dispatch()).ok());
    desk.reopen();
    EXPECT_EQ(undo(ticket), "withdrawn");
    EXPECT_EQ(picture(desk.path), before);
    desk.clock.advance(kHourMs);
    EXPECT_EQ(mayLeave(), 0U);
    EXPECT_EQ(centre.tickets.at(ticket).state, domain::TicketState::registered);
}

TEST_F(LedgerUndoTest, offlineAnyCommandIsWithdrawnAndOnlyTheLastOfATicket) {
    const TicketId ticket = registered();
    const CommandId first = act(ticket, domain::CommentTicket{"一"})->command;
    const CommandId second = act(ticket, domain::CommentTicket{"二"})->command;
    EXPECT_EQ(undo(ticket, first), "undo.notLast");
    EXPECT_EQ(desk.ledger->withdraw(first).error().code, "undo.notLast");
    EXPECT_EQ(undo(ticket, second), "withdrawn");
    EXPECT_TRUE(desk.ledger->withdraw(first).ok());
    EXPECT_TRUE(shown(ticket).notes.empty());
    EXPECT_EQ(desk.ledger->withdraw(first).error().code, "outbox.sent");
    const TicketId fresh = desk.ledger->submit(registration("新"))->ticket;  // its number has been told
    EXPECT_EQ(undo(fresh), "undo.notLast");
}

TEST_F(LedgerUndoTest, withALineACommandCountsAsSentAtOnce) {
    const TicketId ticket = registered();
    desk.ledger->lineIs(true);
    const CommandId comment = act(ticket, domain::CommentTicket{"一"})->command;
    EXPECT_EQ(desk.ledger->withdraw(comment).error().code, "outbox.sent");
    EXPECT_EQ(undo(ticket), "undone");
    EXPECT_TRUE(shown(ticket).notes.empty());
    ASSERT_TRUE(act(ticket, dispatch()).ok());
    EXPECT_EQ(undo(ticket), "withdrawn");  // it rests
}

TEST_F(LedgerUndoTest, theCentreTakesBackWhatIsThere) {
    const TicketId ticket = registered();
    ASSERT_TRUE(act(ticket, dispatch()).ok());
    desk.ledger->releaseResting();
    exchange();
    ASSERT_EQ(centre.tickets.at(ticket).state, domain::TicketState::dispatched);
    EXPECT_EQ(undo(ticket), "undone");
    EXPECT_EQ(shown(ticket).state, domain::TicketState::registered);
    exchange();
    EXPECT_EQ(centre.tickets.at(ticket).state, domain::TicketState::registered);
    EXPECT_EQ(shown(ticket), centre.tickets.at(ticket));
    EXPECT_TRUE(desk.reader->outbox().empty());
}

TEST_F(LedgerUndoTest, anUndoOfASentCommandIsReplayedOverWhatComes) {
    const TicketId ticket = registered();
    const CommandId comment = act(ticket, domain::CommentTicket{"一"})->command;
    ASSERT_EQ(mayLeave(), 1U);  // handed to the line, no answer yet
    EXPECT_EQ(undo(ticket, comment), "undone");
    desk.reopen();
    restFor(0);  // other rules: all that waits is judged anew
    EXPECT_TRUE(shown(ticket).notes.empty());
    exchange();
    EXPECT_EQ(shown(ticket), centre.tickets.at(ticket));
    EXPECT_TRUE(centre.tickets.at(ticket).notes.empty());
}

TEST_F(LedgerUndoTest, withoutTheHistoryItSaysSoInsteadOfGuessing) {
    const TicketId ticket = registered();
    const CommandId comment = act(ticket, domain::CommentTicket{"一"})->command;
    exchange();
    desk.ledger->applyFeed({leaveItem(ticket), ticketItem(centre.tickets.at(ticket))},
                           {kEpoch, centre.log.size(), "c"});
    EXPECT_EQ(undo(ticket, comment), "undo.historyMissing");
    std::vector<std::string> events;
    for (const domain::Event& each : centre.log) {
        events.push_back(wire::encode(each));
    }
    desk.ledger->saveHistory(ticket, events);
    EXPECT_EQ(undo(ticket, comment), "undone");
    EXPECT_TRUE(shown(ticket).notes.empty());
}

TEST_F(LedgerUndoTest, withoutACommandItIsTheUsersOwnLastOne) {
    const TicketId ticket = registered();
    EXPECT_EQ(undo(ticket), "undo.notLast");  // the registration
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"一"}).ok());
    EXPECT_EQ(undo(ticket), "withdrawn");
    EXPECT_EQ(undo(TicketId{Uuid::fromName("none")}), "undo.nothing");
}

TEST_F(LedgerUndoTest, aBulkIsPreviewedDoneAndTakenBackAsOne) {
    std::vector<TicketId> tickets;
    for (int i = 0; i < 5; ++i) {
        tickets.push_back(registered("件" + std::to_string(i)));
    }
    ASSERT_TRUE(act(tickets[4], domain::WithdrawTicket{"不要了"}).ok());
    exchange();
    const std::string before = picture(desk.path);
    BulkSubmission bulk{tickets, dispatch(), true};
    const auto preview = desk.ledger->submitBulk(bulk);
    EXPECT_EQ(preview->accepted.size(), 4U);
    ASSERT_EQ(preview->refused.size(), 1U);
    EXPECT_EQ(preview->refused[0].first, tickets[4]);
    EXPECT_EQ(preview->refused[0].second.code, "ticket.wrongState");
    EXPECT_EQ(picture(desk.path), before);
    bulk.preview = false;
    const auto done = desk.ledger->submitBulk(bulk);
    EXPECT_EQ(done->accepted.size(), 4U);
    EXPECT_EQ(shown(tickets[0]).state, domain::TicketState::dispatched);
    EXPECT_EQ(desk.ledger->undoBulk(done->batch)->accepted.size(), 4U);
    EXPECT_EQ(picture(desk.path), before);
}

TEST_F(LedgerUndoTest, aBulkThatHasLeftIsTakenBackAtTheCentre) {
    const std::vector<TicketId> tickets{registered("一"), registered("二")};
    const auto done = desk.ledger->submitBulk({tickets, domain::FlagTicket{domain::TicketFlag::hard, true, ""}});
    EXPECT_EQ(mayLeave(), 0U);  // a bulk rests, too
    desk.ledger->releaseResting();
    exchange();
    ASSERT_TRUE(centre.tickets.at(tickets[1]).has(domain::TicketFlag::hard));
    EXPECT_EQ(desk.ledger->undoBulk(done->batch)->accepted.size(), 2U);
    exchange();
    for (const TicketId& each : tickets) {
        EXPECT_FALSE(centre.tickets.at(each).has(domain::TicketFlag::hard));
    }
}

TEST_F(LedgerUndoTest, someActsAreDoneOneByOne) {
    EXPECT_EQ(desk.ledger->submitBulk({{}, domain::RegisterTicket{}}).error().code, "bulk.notPossible");
    EXPECT_EQ(desk.ledger->submitBulk({std::vector<TicketId>(2'001), domain::CommentTicket{"一"}}).error().code,
              "bulk.tooMany");
}

}  // namespace
}  // namespace zhida::service
