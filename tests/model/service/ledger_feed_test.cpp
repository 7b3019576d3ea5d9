// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/service/desk_fixture.h"

#include <algorithm>

namespace zhida::service {
namespace {

class LedgerFeedTest : public testing::Test {
protected:
    LedgerFeedTest() {
        desk.enrol(centre);
        while (centre.tickets.size() < 25) {
            centre.step();
        }
    }
    /// All tickets of the centre in order of id, `size` a page, from the page
    /// after `after`.
    std::vector<FeedItem> fillPage(const TicketId& after, std::size_t size) const {
        std::vector<FeedItem> items;
        for (auto it = centre.tickets.upper_bound(after); it != centre.tickets.end() && items.size() < size; ++it) {
            items.push_back(ticketItem(it->second));
        }
        return items;
    }
    /// The ticket to which most has happened.
    const domain::Ticket& busiest() const {
        return std::max_element(centre.tickets.begin(), centre.tickets.end(),
                                [](const auto& a, const auto& b) { return a.second.rev < b.second.rev; })
            ->second;
    }
    FillProgress fillAt(const std::string& position) const { return {true, kEpoch, centre.log.size(), position}; }
    FeedCursor head() const { return {kEpoch, centre.log.size(), "chain"}; }
    /// A whole fill; the program is restarted after every page if `restarts`.
    void fill(DeskRig& to, std::size_t size, bool restarts) const {
        to.ledger->beginFill(fillAt(""), false);
        to.ledger->applyFillPage(referenceItems(centre), fillAt(""));
        for (;;) {
            const auto position = Uuid::fromRaw(to.ledger->fill().position);
            const std::vector<FeedItem> items = fillPage({position.value_or(Uuid{})}, size);
            if (items.empty()) {
                break;
            }
            to.ledger->applyFillPage(items, fillAt(std::string(items.back().ticket.raw())));
            if (restarts) {
                to.reopen();
            }
        }
        to.ledger->finishFill(head());
    }
    void expectCentre(DeskRig& at) const {
        EXPECT_EQ(at.reader->counts().allTotal, static_cast<std::int64_t>(centre.tickets.size()));
        for (const auto& [id, ticket] : centre.tickets) {
            const auto view = at.reader->ticket(id.text());
            ASSERT_TRUE(view);
            EXPECT_EQ(view->ticket, ticket);
        }
        std::size_t rows = 0;
        std::optional<std::string> after;
        do {
            const QueuePage page = at.reader->list({}, 4, after);
            rows += page.rows.size();
            after = page.next;
        } while (after);
        EXPECT_EQ(rows, centre.tickets.size());
    }

    test::ScratchFolder folder;
    FakeCentre centre{3};
    DeskRig desk{folder.file("desk.db"), centre};
};

TEST_F(LedgerFeedTest, aFillCutAnywhereGoesOnToTheSameEnd) {
    fill(desk, 1000, false);
    const std::string whole = picture(desk.path);
    expectCentre(desk);
    EXPECT_FALSE(desk.ledger->fill().running);
    EXPECT_EQ(desk.ledger->cursor(), head());
    for (const std::size_t size : {std::size_t{1}, std::size_t{4}, std::size_t{24}}) {
        DeskRig each(folder.file("cut" + std::to_string(size) + ".db"), centre);
        each.ledger->saveSignIn(each.signIn);
        fill(each, size, true);
        EXPECT_EQ(picture(each.path), whole) << "pages of " << size;
        expectCentre(each);
    }
}

TEST_F(LedgerFeedTest, aFillEndsAsIfTheTicketsHadComeOneByOne) {
    fill(desk, 7, false);
    DeskRig each(folder.file("feed.db"), centre);
    each.enrol(centre);
    for (const FeedItem& item : fillPage({}, 1000)) {
        each.ledger->applyFeed({item}, head());
    }
    EXPECT_EQ(picture(each.path), picture(desk.path));
}

TEST_F(LedgerFeedTest, whoWorksDuringAFillSeesHisWorkAtOnce) {
    desk.ledger->beginFill(fillAt(""), false);
    desk.ledger->applyFillPage(fillPage({}, 10), fillAt("x"));
    desk.clock.set(centre.now.plus(kDayMs));
    const Result<Submitted> made = desk.ledger->submit(registration("新的"));
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(desk.reader->list({}, 1, std::nullopt).rows.at(0).ticket, made->ticket);
    EXPECT_EQ(desk.reader->counts().allTotal, 11);
    fill(desk, 7, false);
    EXPECT_EQ(desk.reader->counts().allTotal, static_cast<std::int64_t>(centre.tickets.size()) + 1);
}

TEST_F(LedgerFeedTest, aFillThatWasGivenUpAndBegunAgainEndsTheSame) {
    desk.ledger->beginFill(fillAt(""), false);
    const std::vector<FeedItem> items = fillPage({}, 10);
    desk.ledger->applyFillPage(items, fillAt("x"));
    desk.reopen();
    EXPECT_EQ(desk.ledger->fill(), fillAt("x"));
    fill(desk, 7, false);
    expectCentre(desk);
}

TEST_F(LedgerFeedTest, afterAFillOnlyWhatItBroughtIsLeftAndOurOwnWork) {
    fill(desk, 1000, false);
    const TicketId gone = centre.tickets.begin()->first;
    const TicketId mine = std::next(centre.tickets.begin())->first;
    ASSERT_TRUE(desk.ledger->submit({mine, domain::CommentTicket{"我的"}, ""}).ok());
    const Result<Submitted> made = desk.ledger->submit(registration("新的"));
    const Result<Submitted> refused = desk.ledger->submit(registration("被拒"));
    desk.ledger->applyAnswers({{refused->command, 0, Error("user.disabled")}});
    desk.ledger->saveDraft({"register", "f/1", "{}", Instant{1}});
    desk.ledger->applyFeed({recordItem("unit", "old", wire::encode(domain::Unit{}))}, head());
    centre.tickets.erase(gone);
    centre.tickets.erase(mine);
    desk.ledger->beginFill(fillAt(""), false);
    EXPECT_TRUE(desk.reader->row(gone)) << "what is shown stays until the end";
    fill(desk, 6, true);
    EXPECT_FALSE(desk.reader->row(gone));
    EXPECT_TRUE(desk.reader->row(mine)) << "a command of ours waits on it";
    EXPECT_TRUE(desk.reader->row(made->ticket));
    EXPECT_EQ(desk.ledger->waitingCount(), 2U);
    EXPECT_EQ(desk.ledger->refusedCount(), 1U);
    EXPECT_EQ(desk.reader->drafts().size(), 1U);
    EXPECT_EQ(desk.reader->units().size(), centre.units.size());
    EXPECT_EQ(desk.reader->counts().allTotal, static_cast<std::int64_t>(centre.tickets.size()) + 2);
}

TEST_F(LedgerFeedTest, whatIsRefusedDuringAFillTakesNoTicketAway) {
    desk.ledger->beginFill(fillAt(""), false);
    const std::vector<FeedItem> first = fillPage({}, 10);
    desk.ledger->applyFillPage(first, fillAt("x"));
    EXPECT_EQ(desk.ledger->submit(registration(" ")).error().code, "text.missing");
    desk.ledger->applyFillPage(fillPage(first.back().ticket, 1000), fillAt("y"));
    desk.ledger->finishFill(head());
    expectCentre(desk);
}

TEST_F(LedgerFeedTest, anotherHistoryMakesAcceptedCommandsWaitAgain) {
    fill(desk, 1000, false);
    const Result<Submitted> made = desk.ledger->submit(registration("新的"));
    desk.ledger->applyAnswers({{made->command, centre.log.size() + 1, {}}});
    EXPECT_EQ(desk.ledger->waitingCount(), 0U);
    desk.ledger->beginFill({true, Uuid::fromName("epoch 2"), 3, ""}, false);
    EXPECT_EQ(desk.ledger->waitingCount(), 1U) << "the restored centre may not know it";
    EXPECT_TRUE(desk.reader->row(made->ticket));
}

TEST_F(LedgerFeedTest, aCentreOutOfACopyOfTheSameEpochGetsAcceptedCommandsAgain) {
    fill(desk, 1000, false);
    const Result<Submitted> made = desk.ledger->submit(registration("新的"));
    const std::uint64_t seq = centre.log.size() + 1;
    desk.ledger->applyAnswers({{made->command, seq, {}}});
    fill(desk, 1000, false);
    desk.ledger->applyFeed({}, {kEpoch, seq + 10, "another chain"});
    EXPECT_EQ(desk.ledger->waiting(0, 10).size(), 1U) << "the new history has passed its seq without it";
    EXPECT_TRUE(desk.reader->row(made->ticket));
}

TEST_F(LedgerFeedTest, eventsOfALostHistoryAreForgotten) {
    fill(desk, 1000, false);
    const TicketId ticket = busiest().id;
    const TicketId made = desk.ledger->submit(registration("新的"))->ticket;
    std::vector<std::string> events;
    for (const domain::Event& event : centre.log) {
        if (event.ticket == ticket) {
            events.push_back(wire::encode(event));
        }
    }
    ASSERT_GT(events.size(), 1U);
    desk.ledger->saveHistory(ticket, events);
    ASSERT_TRUE(desk.reader->ticket(ticket.text())->historyComplete);
    centre.tickets.at(ticket) = domain::evolve({}, *wire::decode<domain::Event>(events.front()));
    fill(desk, 1000, false);
    EXPECT_TRUE(desk.reader->history(ticket).empty());
    EXPECT_FALSE(desk.reader->ticket(ticket.text())->historyComplete) << "to be fetched from the centre";
    EXPECT_EQ(desk.reader->history(made).size(), 1U) << "what waits is still ours to tell";
}

TEST_F(LedgerFeedTest, aTicketThatTheFillDidNotBringGoesWithItsLastCommand) {
    fill(desk, 1000, false);
    const domain::Ticket gone = centre.tickets.begin()->second;
    const Result<Submitted> said = desk.ledger->submit({gone.id, domain::CommentTicket{"我的"}, ""});
    ASSERT_TRUE(said.ok());
    centre.tickets.erase(gone.id);
    fill(desk, 1000, false);
    EXPECT_TRUE(desk.reader->row(gone.id)->pending);
    (void)desk.ledger->takeChanges();
    desk.ledger->applyAnswers({{said->command, 0, Error("ticket.outOfScope")}});
    EXPECT_FALSE(desk.reader->row(gone.id));
    EXPECT_EQ(desk.ledger->takeChanges().left, std::vector<TicketId>{gone.id});
}

TEST_F(LedgerFeedTest, aTicketThatComesBackIsAsTheCentreSaysHoweverOld) {
    fill(desk, 1000, false);
    domain::Ticket back = busiest();
    ASSERT_GT(back.rev, 1U);
    const Result<Submitted> said = desk.ledger->submit({back.id, domain::CommentTicket{"我的"}, ""});
    ASSERT_TRUE(said.ok());
    desk.ledger->applyFeed({leaveItem(back.id)}, head());
    back.rev = 1;
    back.title = "另一段历史";
    desk.ledger->applyFeed({ticketItem(back)}, head());
    desk.ledger->applyAnswers({{said->command, 0, Error("ticket.outOfScope")}});
    ASSERT_TRUE(desk.reader->row(back.id));
    EXPECT_EQ(desk.reader->ticket(back.id.text())->ticket, back);
}

TEST_F(LedgerFeedTest, aGapIsMarkedAndStopsNothingElse) {
    const auto later = std::find_if(centre.log.rbegin(), centre.log.rend(), [](const auto& e) { return e.rev > 1; });
    ASSERT_NE(later, centre.log.rend());
    const domain::Event& last = *later;
    const domain::Ticket& ticket = centre.tickets.at(last.ticket);
    const TicketId other = centre.tickets.begin()->first == ticket.id ? std::next(centre.tickets.begin())->first
                                                                      : centre.tickets.begin()->first;
    desk.ledger->applyFeed({eventItem(last), ticketItem(centre.tickets.at(other))}, head());
    EXPECT_EQ(desk.ledger->refetchList(10), std::vector<TicketId>{ticket.id});
    EXPECT_TRUE(desk.reader->row(other));
    EXPECT_EQ(desk.ledger->cursor(), head());
    desk.reopen();
    EXPECT_EQ(desk.ledger->refetchList(10).size(), 1U);
    desk.ledger->applyFeed({ticketItem(ticket)}, head());
    EXPECT_TRUE(desk.ledger->refetchList(10).empty());
    EXPECT_EQ(desk.reader->ticket(ticket.id.text())->ticket, ticket);
}

TEST_F(LedgerFeedTest, whatCannotBeReadIsMarkedAndLeavesTheRestAlone) {
    fill(desk, 1000, false);
    const TicketId ticket = centre.tickets.begin()->first;
    FeedItem broken = eventItem(centre.log.front());
    broken.ticket = ticket;
    broken.body = "\xff\xff nonsense";
    const std::string before = picture(desk.path);
    desk.ledger->applyFeed({broken}, head());
    EXPECT_EQ(desk.ledger->refetchList(10), std::vector<TicketId>{ticket});
    EXPECT_EQ(desk.reader->ticket(ticket.text())->ticket, centre.tickets.at(ticket));
    desk.ledger->applyFeed({ticketItem(centre.tickets.at(ticket))}, head());
    EXPECT_EQ(picture(desk.path), before);
}

TEST_F(LedgerFeedTest, knownEventsAndOlderSnapshotsChangeNothing) {
    fill(desk, 1000, false);
    domain::Ticket older = centre.tickets.at(centre.log.back().ticket);
    older.rev -= 1;
    older.title = "旧的";
    ASSERT_EQ(older.rev + 1, centre.tickets.at(older.id).rev);
    desk.ledger->applyFeed({ticketItem(older), eventItem(centre.log.back())}, head());
    expectCentre(desk);
    EXPECT_TRUE(desk.ledger->refetchList(10).empty());
}

TEST_F(LedgerFeedTest, historyThatWasFetchedMakesItComplete) {
    fill(desk, 1000, false);
    const TicketId ticket = centre.log.back().ticket;
    EXPECT_FALSE(desk.reader->ticket(ticket.text())->historyComplete);
    std::vector<std::string> events;
    for (const domain::Event& event : centre.log) {
        if (event.ticket == ticket) {
            events.push_back(wire::encode(event));
        }
    }
    (void)desk.ledger->takeChanges();
    desk.ledger->saveHistory(ticket, events);
    EXPECT_EQ(desk.ledger->takeChanges().tickets, std::vector<TicketId>{ticket});
    EXPECT_TRUE(desk.reader->ticket(ticket.text())->historyComplete);
    EXPECT_EQ(desk.reader->history(ticket).size(), events.size());
}

TEST_F(LedgerFeedTest, whatLeavesIsGoneWithItsHistory) {
    desk.ledger->applyFeed({eventItem(centre.log.front())}, {kEpoch, 1, ""});
    const TicketId ticket = centre.log.front().ticket;
    ASSERT_TRUE(desk.reader->row(ticket));
    (void)desk.ledger->takeChanges();
    desk.ledger->applyFeed({leaveItem(ticket)}, {kEpoch, 2, ""});
    EXPECT_FALSE(desk.reader->row(ticket));
    EXPECT_TRUE(desk.reader->history(ticket).empty());
    EXPECT_EQ(desk.ledger->takeChanges().left, std::vector<TicketId>{ticket});
}

TEST_F(LedgerFeedTest, whatStaysInViewHasNotLeft) {
    fill(desk, 1000, false);
    const TicketId ticket = centre.tickets.begin()->first;
    const Result<Submitted> said = desk.ledger->submit({ticket, domain::CommentTicket{"我的"}, ""});
    ASSERT_TRUE(said.ok());
    (void)desk.ledger->takeChanges();
    desk.ledger->applyFeed({leaveItem(ticket)}, head());
    ASSERT_TRUE(desk.reader->row(ticket)) << "a command of ours waits on it";
    const ChangeSet kept = desk.ledger->takeChanges();
    EXPECT_TRUE(kept.left.empty());
    EXPECT_EQ(kept.tickets, std::vector<TicketId>{ticket});
    desk.ledger->applyAnswers({{said->command, 0, Error("ticket.outOfScope")}});
    EXPECT_FALSE(desk.reader->row(ticket));
    EXPECT_EQ(desk.ledger->takeChanges().left, std::vector<TicketId>{ticket});
}

TEST_F(LedgerFeedTest, theUsersNewUnitCountsFromTheRecordOn) {
    fill(desk, 1000, false);
    DeskRig moved(folder.file("moved.db"), centre);
    moved.signIn.profile.unit.value = "u1";
    moved.ledger->saveSignIn(moved.signIn);
    fill(moved, 1000, false);
    ASSERT_NE(moved.reader->counts(), desk.reader->counts());
    (void)desk.ledger->takeChanges();
    const FeedItem record = recordItem("user", "di", wire::encode(moved.signIn.profile));
    desk.ledger->applyFeed({record, recordItem("user", "h1", wire::encode(centre.users.at("h1")))}, head());
    EXPECT_TRUE(desk.ledger->takeChanges().everything);
    EXPECT_EQ(desk.reader->counts(), moved.reader->counts());
    EXPECT_EQ(desk.ledger->signIn(), moved.signIn) << "the token and the rest stay";
    desk.reopen();
    EXPECT_EQ(desk.ledger->signIn()->profile.unit.value, "u1");
    EXPECT_EQ(desk.reader->counts(), moved.reader->counts());
    desk.ledger->applyFeed({recordItem("user", "di", "")}, head());
    EXPECT_EQ(desk.ledger->signIn()->profile.unit.value, "u1") << "a record that is gone says nothing";
}

TEST_F(LedgerFeedTest, aFillBringsTheUsersNewUnitToo) {
    fill(desk, 1000, false);
    domain::UserProfile profile = centre.users.at("di");
    profile.unit.value = "u1";
    desk.ledger->beginFill(fillAt(""), false);
    desk.ledger->applyFillPage({recordItem("user", "di", wire::encode(profile))}, fillAt(""));
    desk.ledger->applyFillPage(fillPage({}, 1000), fillAt("x"));
    desk.ledger->finishFill(head());
    DeskRig moved(folder.file("moved.db"), centre);
    moved.signIn.profile = profile;
    moved.ledger->saveSignIn(moved.signIn);
    fill(moved, 1000, false);
    EXPECT_EQ(desk.reader->counts(), moved.reader->counts());
    EXPECT_EQ(desk.ledger->signIn()->profile, profile);
}

TEST_F(LedgerFeedTest, recordsAreReadBack) {
    domain::Holiday holiday{"2025-11-24", "运动会", true};
    domain::Region region{RegionCode{"370911101000"}, 4, "省庄镇", RegionCode{"370911000000"}};
    desk.ledger->applyFeed({recordItem("holiday", holiday.date, wire::encode(holiday)),
                            recordItem("region", region.code.value, wire::encode(region)),
                            recordItem("user", "di", wire::encode(centre.users.at("di")))},
                           head());
    EXPECT_EQ(desk.reader->regions(), std::vector<domain::Region>{region});
    EXPECT_EQ(desk.reader->users().size(), 1U);
    EXPECT_EQ(desk.reader->rules().region6, "370902");
    EXPECT_FALSE(desk.reader->rules().calendar.isWorkday(*parseDay("2025-11-24")));
    domain::UserProfile disabled = centre.users.at("di");
    disabled.disabled = true;
    desk.ledger->applyFeed({recordItem("user", "di", wire::encode(disabled))}, head());
    EXPECT_EQ(desk.ledger->submit(registration("路灯不亮")).error().code, "user.disabled");
}

}  // namespace
}  // namespace zhida::service
