// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"
#include "tests/model/service/desk_fixture.h"

namespace zhida::service {
namespace {

/// The desk of a dispatcher beside a centre in which others act too.
class LedgerRebaseTest : public testing::Test {
protected:
    LedgerRebaseTest() { desk.enrol(centre); }

    /// What the centre has logged beyond `seq`, as one page of the feed.
    static std::vector<FeedItem> page(const FakeCentre& from, std::size_t seq, std::size_t to) {
        std::vector<FeedItem> items;
        for (; seq < to; ++seq) {
            items.push_back(eventItem(from.log[seq]));
        }
        return items;
    }
    void pull() { pullInto(desk, centre); }
    static void pullInto(DeskRig& to, const FakeCentre& from) {
        const std::uint64_t seq = to.ledger->cursor().seq;
        to.ledger->applyFeed(page(from, seq, from.log.size()), {kEpoch, from.log.size(), "c"});
    }
    /// Sends the oldest waiting command to the centre and takes its answer home.
    FakeCentre::Judged push() {
        const PendingCommand waiting = desk.ledger->waiting(0, 1).at(0);
        const FakeCentre::Judged judged = centre.judge(*wire::decode<domain::Command>(waiting.bytes));
        desk.ledger->applyAnswers({{waiting.id, judged.seq, judged.refusal}});
        return judged;
    }
    Result<Submitted> act(const TicketId& ticket, domain::TicketCommand body) {
        return desk.ledger->submit({ticket, std::move(body), ""});
    }
    void others(const TicketId& ticket, const std::string& user, domain::TicketCommand body) {
        domain::Command command;
        command.id = CommandId::make(centre.now, m_rng);
        command.ticket = ticket;
        command.user.value = user;
        command.baseRev = centre.tickets.at(ticket).rev;
        command.occurredAt = centre.now;
        command.body = std::move(body);
        ASSERT_NE(centre.judge(command).seq, 0U);
    }
    domain::Ticket shown(const TicketId& ticket) {
        const auto view = desk.reader->ticket(ticket.text());
        return view ? view->ticket : domain::Ticket();
    }
    bool pending(const TicketId& ticket) { return desk.reader->row(ticket)->pending; }

    test::ScratchFolder folder;
    FakeCentre centre{1};
    DeskRig desk{folder.file("desk.db"), centre};
    SeededRng m_rng{77};
};

TEST_F(LedgerRebaseTest, anAcceptedCommandStaysInViewUntilTheFeedHasIt) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"先看看"}).ok());
    push();
    EXPECT_EQ(desk.ledger->waitingCount(), 1U);
    EXPECT_EQ(shown(ticket).notes.size(), 1U);
    EXPECT_EQ(desk.reader->outbox()[0].state, OutboxItem::State::sent);
    pull();
    EXPECT_EQ(shown(ticket).notes.size(), 1U);
    EXPECT_TRUE(pending(ticket));
    push();
    pull();
    EXPECT_EQ(shown(ticket), centre.tickets.at(ticket));
    EXPECT_FALSE(pending(ticket));
    EXPECT_TRUE(desk.reader->outbox().empty());
    EXPECT_TRUE(desk.reader->ticket(ticket.text())->historyComplete);
}

TEST_F(LedgerRebaseTest, theFeedMayComeBeforeTheAnswer) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"先看看"}).ok());
    const std::vector<PendingCommand> waiting = desk.ledger->waiting(0, 10);
    std::vector<CentreAnswer> answers;
    for (const PendingCommand& each : waiting) {
        const auto judged = centre.judge(*wire::decode<domain::Command>(each.bytes));
        answers.push_back({each.id, judged.seq, judged.refusal});
    }
    pull();
    EXPECT_EQ(shown(ticket).notes.size(), 1U) << "the comment must not be there twice";
    EXPECT_EQ(desk.ledger->waitingCount(), 2U) << "no answer yet";
    desk.reopen();
    EXPECT_EQ(desk.ledger->waiting(0, 10).size(), 2U) << "it is asked again after a restart";
    desk.ledger->applyAnswers(answers);
    EXPECT_EQ(desk.ledger->waitingCount(), 0U);
    EXPECT_TRUE(desk.reader->outbox().empty());
    EXPECT_EQ(shown(ticket), centre.tickets.at(ticket));
}

TEST_F(LedgerRebaseTest, waitingCommandsAreRunAgainOverWhatOthersDid) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    push();
    pull();
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"我的"}).ok());
    others(ticket, "ct", domain::CommentTicket{"别人的"});
    others(ticket, "sp", domain::ClaimTicket{});
    pull();
    ASSERT_EQ(shown(ticket).notes.size(), 2U);
    EXPECT_EQ(shown(ticket).notes[0].text, "别人的");
    EXPECT_EQ(shown(ticket).notes[1].text, "我的");
    EXPECT_EQ(shown(ticket).claim->user.value, "sp");
    EXPECT_EQ(shown(ticket).rev, 4U);
    EXPECT_EQ(desk.reader->history(ticket).size(), 4U);
}

TEST_F(LedgerRebaseTest, whatCanNoLongerBeIsNotShownAndTheCentresWordCounts) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    push();
    pull();
    domain::DispatchTicket dispatch;
    dispatch.lead.value = "u2";
    dispatch.note = "请两日内修好";
    ASSERT_TRUE(act(ticket, dispatch).ok());
    domain::DispatchTicket theirs;
    theirs.lead.value = "u3";
    others(ticket, "sv", theirs);
    pull();
    EXPECT_EQ(domain::responsibleUnit(shown(ticket)).value, "u3");
    EXPECT_TRUE(pending(ticket)) << "our command still waits for its answer";
    EXPECT_EQ(push().seq, 0U);
    EXPECT_FALSE(pending(ticket));
    EXPECT_EQ(shown(ticket), centre.tickets.at(ticket));
    desk.reopen();
    ASSERT_EQ(desk.reader->outbox().size(), 1U);
    const OutboxItem item = desk.reader->outbox()[0];
    EXPECT_EQ(item.state, OutboxItem::State::refused);
    EXPECT_EQ(item.words, "请两日内修好") << "no typed word is lost";
    EXPECT_EQ(item.refusal.code, "ticket.wrongState");
    EXPECT_EQ(item.refusal.arg("state"), "dispatched");
    EXPECT_EQ(desk.ledger->waitingCount(), 0U);
    EXPECT_EQ(desk.ledger->refusedCount(), 1U);
    EXPECT_TRUE(desk.ledger->dismissRefusal(item.command).ok());
    EXPECT_EQ(desk.ledger->dismissRefusal(item.command).error().code, "outbox.notRefused");
    EXPECT_TRUE(desk.reader->outbox().empty());
}

TEST_F(LedgerRebaseTest, anAnswerBehindAClaimThatLostTheRaceIsKeptAsLateWords) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    push();
    pull();
    ASSERT_TRUE(act(ticket, domain::ClaimTicket{}).ok());
    domain::AnswerDirectly answer;
    answer.text = "已报修,今晚恢复";
    ASSERT_TRUE(act(ticket, answer).ok());
    others(ticket, "sp", domain::ClaimTicket{});
    EXPECT_EQ(push().seq, 0U) << "the claim came second";
    EXPECT_NE(push().seq, 0U) << "the words are kept";
    pull();
    ASSERT_EQ(shown(ticket).notes.size(), 1U);
    EXPECT_EQ(shown(ticket).notes[0].kind, domain::NoteKind::lateAnswer);
    EXPECT_EQ(shown(ticket).notes[0].text, "已报修,今晚恢复");
}

TEST_F(LedgerRebaseTest, aRefusedRegistrationLeavesTheQueueButNotTheTray) {
    const Result<Submitted> made = desk.ledger->submit(registration("路灯不亮"));
    desk.ledger->applyAnswers({{made->command, 0, Error("user.disabled", {{"user", "di"}})}});
    EXPECT_FALSE(desk.reader->row(made->ticket));
    EXPECT_EQ(desk.reader->counts().allTotal, 0);
    ASSERT_EQ(desk.reader->outbox().size(), 1U);
    EXPECT_EQ(desk.reader->outbox()[0].number, made->number);
    EXPECT_EQ(desk.reader->outbox()[0].words, "路灯不亮\n路灯不亮，请处理\n13805381234");
}

TEST_F(LedgerRebaseTest, anAnswerThatComesTwiceOrForNobodyChangesNothing) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    const PendingCommand waiting = desk.ledger->waiting(0, 1).at(0);
    push();
    pull();
    const std::string before = picture(desk.path);
    desk.ledger->applyAnswers({{waiting.id, 1, {}}, {CommandId{Uuid::fromName("nobody")}, 0, Error("x")}});
    EXPECT_EQ(picture(desk.path), before);
    EXPECT_EQ(shown(ticket), centre.tickets.at(ticket));
}

TEST_F(LedgerRebaseTest, aTicketThatLeavesStaysWhileOurCommandsWait) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    push();
    pull();
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"我的"}).ok());
    desk.ledger->applyFeed({leaveItem(ticket)}, {kEpoch, 50, ""});
    EXPECT_TRUE(desk.reader->row(ticket));
    EXPECT_EQ(desk.ledger->waitingCount(), 1U);
    const PendingCommand waiting = desk.ledger->waiting(0, 1).at(0);
    desk.ledger->applyAnswers({{waiting.id, 50, {}}});
    EXPECT_FALSE(desk.reader->row(ticket));
    EXPECT_EQ(desk.reader->counts().allTotal, 0);
    EXPECT_TRUE(desk.reader->history(ticket).empty());
}

/// The law: whatever way the feed is cut into pages, and whenever our own commands were made, answered and the program
/// restarted in between, the desk ends with the same picture, and with that of the centre.
TEST_F(LedgerRebaseTest, everyCutOfTheFeedGivesTheSameDesk) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        FakeCentre busy(seed);
        for (int step = 0; step < 120; ++step) {
            busy.step();
        }
        std::string first;
        for (const std::size_t cut : {std::size_t{1}, std::size_t{7}, busy.log.size()}) {
            const std::string name = "cut" + std::to_string(seed) + "-" + std::to_string(cut) + ".db";
            DeskRig each(folder.file(name), busy);
            each.enrol(busy);
            for (std::size_t seq = 0; seq < busy.log.size(); seq += cut) {
                const std::size_t to = std::min(seq + cut, busy.log.size());
                each.ledger->applyFeed(page(busy, seq, to), {kEpoch, to, "c"});
            }
            for (const auto& [id, ticket] : busy.tickets) {
                ASSERT_EQ(each.reader->ticket(id.text())->ticket, ticket);
            }
            first = first.empty() ? picture(each.path) : first;
            ASSERT_EQ(picture(each.path), first) << "seed " << seed << ", pages of " << cut;
        }
    }
}

TEST_F(LedgerRebaseTest, withOurOwnCommandsUnderWayTheEndIsTheCentre) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        FakeCentre busy(seed);
        SeededRng dice(seed);
        DeskRig each(folder.file("own" + std::to_string(seed) + ".db"), busy);
        each.enrol(busy);
        std::size_t accepted = 0;
        std::size_t refused = 0;
        const auto answerOne = [&] {
            const auto waiting = each.ledger->waiting(0, 1);
            if (!waiting.empty()) {
                const auto judged = busy.judge(*wire::decode<domain::Command>(waiting[0].bytes));
                each.ledger->applyAnswers({{waiting[0].id, judged.seq, judged.refusal}});
                (judged.seq == 0 ? refused : accepted) += 1;
            }
        };
        for (int round = 0; round < 250; ++round) {
            each.clock.set(busy.now);
            switch (dice.below(6)) {
                case 0:
                    (void)each.ledger->submit(registration("第" + std::to_string(round)));
                    break;
                case 1:
                case 2: {
                    if (busy.tickets.empty()) {
                        break;
                    }
                    domain::DispatchTicket dispatch;
                    dispatch.lead.value = "u2";
                    const domain::TicketCommand body =
                        dice.below(2) == 0 ? domain::TicketCommand(dispatch) : domain::CommentTicket{"我"};
                    (void)each.ledger->submit({busy.someTicket(), body, ""});
                    break;
                }
                case 3:
                    busy.step();
                    break;
                case 4:
                    answerOne();
                    break;
                default:
                    pullInto(each, busy);
            }
        }
        while (each.ledger->waitingCount() > 0) {
            answerOne();
        }
        pullInto(each, busy);
        EXPECT_GT(accepted, 5U);
        EXPECT_EQ(each.ledger->refusedCount(), refused);
        EXPECT_EQ(each.reader->outbox().size(), refused);
        EXPECT_EQ(each.reader->counts().allTotal, static_cast<std::int64_t>(busy.tickets.size()));
        for (const auto& [id, ticket] : busy.tickets) {
            const auto view = each.reader->ticket(id.text());
            ASSERT_TRUE(view);
            EXPECT_EQ(view->ticket, ticket) << "seed " << seed;
            EXPECT_FALSE(view->pending);
            EXPECT_TRUE(view->historyComplete);
        }
        // The same history without commands of ours gives the same queues and counts.
        DeskRig quiet(folder.file("quiet" + std::to_string(seed) + ".db"), busy);
        quiet.enrol(busy);
        pullInto(quiet, busy);
        const auto upToOutbox = [](const std::string& text) {
            std::size_t at = 0;
            for (int part = 0; part < 9; ++part) {
                at = text.find("--\n", at) + 3;
            }
            return text.substr(0, at);
        };
        EXPECT_EQ(upToOutbox(picture(each.path)), upToOutbox(picture(quiet.path)));
    }
}

TEST_F(LedgerRebaseTest, otherRulesChangeWhatOurWaitingCommandsShow) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    const std::optional<Instant> before = shown(ticket).due;
    (void)desk.ledger->takeChanges();
    const std::string sooner = R"({"centre":{"name":"泰安市12345","region6":"370902"},
        "deadlines":[{"term":"1wd"}]})";
    desk.ledger->applyFeed({recordItem("rules", "rules", sooner)}, desk.ledger->cursor());
    ASSERT_TRUE(before && shown(ticket).due);
    EXPECT_LT(*shown(ticket).due, *before);
    EXPECT_EQ(desk.ledger->takeChanges().tickets, std::vector{ticket});
    desk.reopen();
    EXPECT_LT(*shown(ticket).due, *before);
}

TEST_F(LedgerRebaseTest, rulesOfANewerCentreCountAsFarAsTheyAreUnderstood) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    const std::optional<Instant> before = shown(ticket).due;
    const std::string newer = R"({"centre":{"name":"泰安市12345","region6":"370902"},"deadlines":[{"term":"1wd"}],
        "redo":{"start":"aWayThatIsNewToUs"}})";
    ASSERT_FALSE(wire::rulesFromText(newer).ok());
    desk.ledger->applyFeed({recordItem("rules", "rules", newer)}, desk.ledger->cursor());
    EXPECT_LT(*shown(ticket).due, *before);
}

/// What we show again while a fill runs must not pass for something that the fill has brought.
TEST_F(LedgerRebaseTest, aTicketThatAFillDidNotBringGoesAlsoWhenItWasShownAnewMeanwhile) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    push();
    pull();
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"先看看"}).ok());
    const FillProgress fill{true, kEpoch, centre.log.size(), ""};
    desk.ledger->beginFill(fill, true);
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"再看看"}).ok());
    desk.ledger->applyFillPage(referenceItems(centre), fill);
    desk.ledger->finishFill({kEpoch, fill.pinnedSeq, "c"});
    EXPECT_EQ(shown(ticket).notes.size(), 2U);
    for (const PendingCommand& each : desk.ledger->waiting(0, 9)) {
        desk.ledger->applyAnswers({{each.id, 0, Error("ticket.outOfScope")}});
    }
    EXPECT_FALSE(desk.reader->ticket(ticket.text()));
}

/// Words that the refilled ticket has already must not stand there a second time on top of it.
TEST_F(LedgerRebaseTest, whatAFillBringsIsNotShownTwice) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    push();
    pull();
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"答复丢了"}).ok());
    const PendingCommand lost = desk.ledger->waiting(0, 1).at(0);
    const FakeCentre::Judged judged = centre.judge(*wire::decode<domain::Command>(lost.bytes));
    const FillProgress fill{true, kEpoch, centre.log.size(), ""};
    desk.ledger->askAgain();
    desk.ledger->beginFill(fill, true);
    desk.ledger->applyFillPage({ticketItem(centre.tickets.at(ticket))}, fill);
    desk.ledger->applyAnswers({{lost.id, judged.seq, {}}});
    EXPECT_EQ(shown(ticket).notes.size(), 1U) << "answered after the fill has brought it";
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"填充中"}).ok());
    push();
    EXPECT_EQ(shown(ticket).notes.size(), 2U);
    desk.ledger->applyFillPage({ticketItem(centre.tickets.at(ticket))}, fill);
    EXPECT_EQ(shown(ticket).notes.size(), 2U) << "answered before the fill brings it";
    desk.ledger->finishFill({kEpoch, fill.pinnedSeq, "c"});
    EXPECT_EQ(shown(ticket).notes.size(), 2U);
    pull();
    EXPECT_EQ(shown(ticket).notes.size(), 2U);
    EXPECT_FALSE(pending(ticket));
}

TEST_F(LedgerRebaseTest, whatHadComeByTheFeedIsNotShownTwiceWhenItIsOfferedAgain) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"先看看"}).ok());
    push();
    push();
    pull();
    EXPECT_EQ(desk.ledger->waitingCount(), 0U);
    const FillProgress fill{true, Uuid::fromName("another epoch"), 0, ""};
    desk.ledger->beginFill(fill, false);
    EXPECT_EQ(desk.ledger->waitingCount(), 2U) << "also what was confirmed: the copy may be older";
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"再看看"}).ok());
    EXPECT_EQ(shown(ticket).notes.size(), 2U);
}

TEST_F(LedgerRebaseTest, aTicketWhoseLastCommandIsRefusedDuringAFillGoesWhenTheFillDidNotBringIt) {
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    push();
    pull();
    ASSERT_TRUE(act(ticket, domain::CommentTicket{"先看看"}).ok());
    const FillProgress fill{true, kEpoch, centre.log.size(), ""};
    desk.ledger->beginFill(fill, true);
    desk.ledger->applyAnswers({{desk.ledger->waiting(0, 1).at(0).id, 0, Error("ticket.outOfScope")}});
    desk.ledger->finishFill({kEpoch, fill.pinnedSeq, "c"});
    EXPECT_FALSE(desk.reader->ticket(ticket.text()));
}

}  // namespace
}  // namespace zhida::service
