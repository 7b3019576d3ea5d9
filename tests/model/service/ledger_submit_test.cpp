// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/service/desk_fixture.h"

#include <set>

namespace zhida::service {
namespace {

class LedgerSubmitTest : public testing::Test {
protected:
    test::ScratchFolder folder;
    FakeCentre centre{1};
    DeskRig desk{folder.file("desk.db"), centre};
};

TEST_F(LedgerSubmitTest, aDeskThatHasNeverSignedInTakesNothing) {
    const std::string before = picture(desk.path);
    EXPECT_EQ(desk.ledger->submit(registration("路灯不亮")).error().code, "desk.notEnrolled");
    EXPECT_EQ(picture(desk.path), before);
}

TEST_F(LedgerSubmitTest, signInSurvivesTheEnd) {
    desk.signIn.scopes = {"unit:u1", "hall"};
    desk.ledger->saveSignIn(desk.signIn);
    desk.reopen();
    EXPECT_EQ(desk.ledger->signIn(), desk.signIn);
}

TEST_F(LedgerSubmitTest, aRegistrationIsShownAtOnceAndWaits) {
    desk.enrol(centre);
    const Result<Submitted> made = desk.ledger->submit(registration("路灯不亮"));
    ASSERT_TRUE(made.ok()) << made.error().code;
    EXPECT_EQ(made->number.substr(0, 6), "370902");
    desk.reopen();
    const std::optional<TicketView> view = desk.reader->ticket(made->number);
    ASSERT_TRUE(view);
    EXPECT_TRUE(view->pending);
    EXPECT_TRUE(view->historyComplete);
    EXPECT_EQ(view->ticket.title, "路灯不亮");
    EXPECT_EQ(view->ticket.createdAt, desk.clock.now());
    EXPECT_TRUE(view->ticket.due) << "the centre's rules hold on the desk";
    EXPECT_EQ(desk.reader->history(made->ticket).size(), 1U);
    EXPECT_EQ(desk.reader->counts().mineOpen, 1);
    ASSERT_EQ(desk.ledger->waiting(0, 10).size(), 1U);
    const PendingCommand waiting = desk.ledger->waiting(0, 10)[0];
    const Result<domain::Command> command = wire::decode<domain::Command>(waiting.bytes);
    ASSERT_TRUE(command.ok());
    EXPECT_EQ(command->id, made->command);
    EXPECT_EQ(command->user.value, "di");
    EXPECT_EQ(command->baseRev, 0U);
    EXPECT_TRUE(desk.ledger->waiting(waiting.localSeq, 10).empty());
}

TEST_F(LedgerSubmitTest, whatTheRulesRefuseLeavesNoTrace) {
    desk.enrol(centre);
    desk.ledger->saveDraft({"register", "ticket.register/1", "{}", Instant{1}});
    const std::string before = picture(desk.path);
    EXPECT_EQ(desk.ledger->submit(registration(" ", "register")).error().code, "text.missing");
    EXPECT_EQ(desk.ledger->submit({TicketId{Uuid::fromName("no")}, domain::ClaimTicket{}, ""}).error().code,
              "ticket.unknown");
    EXPECT_EQ(picture(desk.path), before);
    EXPECT_EQ(desk.reader->drafts().size(), 1U) << "the words are still there";
    EXPECT_EQ(desk.ledger->submit(registration("好"))->number.substr(14), "0001") << "no number was lost";
}

TEST_F(LedgerSubmitTest, theDraftGoesWithTheCommand) {
    desk.enrol(centre);
    desk.ledger->saveDraft({"register", "ticket.register/1", "{\"title\":\"路\"}", Instant{1}});
    desk.ledger->saveDraft({"other", "ticket.reply/1", "{}", Instant{2}});
    ASSERT_TRUE(desk.ledger->submit(registration("路灯不亮", "register")).ok());
    ASSERT_EQ(desk.reader->drafts().size(), 1U);
    EXPECT_EQ(desk.reader->drafts()[0].key, "other");
    desk.ledger->discardDraft("other");
    EXPECT_TRUE(desk.reader->drafts().empty());
}

TEST_F(LedgerSubmitTest, commandsOnTopOfEachOtherAreSeenTogether) {
    desk.enrol(centre);
    const Result<Submitted> made = desk.ledger->submit(registration("路灯不亮"));
    const auto act = [&](domain::TicketCommand body) {
        return desk.ledger->submit({made->ticket, std::move(body), ""});
    };
    ASSERT_TRUE(act(domain::ClaimTicket{}).ok());
    domain::DispatchTicket dispatch;
    dispatch.lead.value = "u2";
    ASSERT_TRUE(act(dispatch).ok());
    EXPECT_EQ(act(dispatch).error().code, "ticket.wrongState");
    dispatch.lead.value = "nobody";
    const std::optional<TicketView> view = desk.reader->ticket(made->ticket.text());
    EXPECT_EQ(view->ticket.state, domain::TicketState::dispatched);
    EXPECT_EQ(view->ticket.rev, 3U);
    EXPECT_EQ(desk.ledger->waitingCount(), 3U);
    const std::vector<OutboxItem> outbox = desk.reader->outbox();
    ASSERT_EQ(outbox.size(), 3U);
    EXPECT_EQ(outbox[0].name, "ticket.register");
    EXPECT_EQ(outbox[0].number, made->number);
    EXPECT_EQ(outbox[2].name, "ticket.dispatch");
    EXPECT_EQ(outbox[2].state, OutboxItem::State::waiting);
}

TEST_F(LedgerSubmitTest, numbersAreUniqueOverStationsDaysAndRestarts) {
    std::set<std::string> numbers;
    for (const std::string& station : {std::string("A1"), std::string("A2")}) {
        DeskRig each(folder.file(station + ".db"), centre, "ct", station);
        each.enrol(centre);
        for (int day = 0; day < 3; ++day) {
            for (int round = 0; round < 4; ++round) {
                const Result<Submitted> made = each.ledger->submit(registration("第" + std::to_string(round)));
                ASSERT_TRUE(made.ok());
                EXPECT_TRUE(numbers.insert(made->number).second) << made->number;
                each.reopen();
            }
            each.clock.advance(kDayMs);
        }
        each.clock.advance(-3 * kDayMs);  // somebody sets the clock back
        EXPECT_TRUE(numbers.insert(each.ledger->submit(registration("又"))->number).second);
    }
    EXPECT_EQ(numbers.size(), 26U);
}

TEST_F(LedgerSubmitTest, anAnswerKeepsWhichArticleInWhichVersionWasReadOut) {
    desk.enrol(centre);
    domain::Article article;
    article.key = "0198b2c4-0000-7000-8000-000000000001";
    article.sourceId = "QA-17";
    article.version = 4;
    article.title = "健康证办理";
    article.answer = "到省庄镇卫生院体检。";
    desk.ledger->applyFeed({recordItem("article", article.key, wire::encode(article))}, {kEpoch, 1, ""});
    for (const std::string& named : {article.key, article.sourceId}) {
        const Result<Submitted> made = desk.ledger->submit(registration("健康证怎么办"));
        const Result<Submitted> answered =
            desk.ledger->submit({made->ticket, domain::AnswerDirectly{"到省庄镇卫生院体检。", named, 0, false}, ""});
        ASSERT_TRUE(answered.ok()) << answered.error().code;
        const std::optional<TicketView> view = desk.reader->ticket(made->ticket.text());
        EXPECT_EQ(view->ticket.directAnswer->article, article.key);
        EXPECT_EQ(view->ticket.directAnswer->articleVersion, 4U);
    }
    const Result<Submitted> made = desk.ledger->submit(registration("健康证怎么办"));
    const Result<Submitted> wrong =
        desk.ledger->submit({made->ticket, domain::AnswerDirectly{"好", "QA-99", 0, false}, ""});
    EXPECT_EQ(wrong.error(), Error("article.unknown", {{"article", "QA-99"}}));
}

TEST_F(LedgerSubmitTest, aMovedUserGetsTheQueuesOfTheNewUnit) {
    desk.enrol(centre);
    while (centre.tickets.size() < 20) {
        centre.step();
    }
    std::vector<FeedItem> items;
    std::int64_t ofU2 = 0;
    for (const auto& [id, ticket] : centre.tickets) {
        items.push_back(ticketItem(ticket));
        const domain::Assignment* own = ticket.assignmentOf(UnitCode{"u2"});
        ofU2 += (own != nullptr && own->active()) || domain::responsibleUnit(ticket).value == "u2" ? 1 : 0;
    }
    desk.ledger->applyFeed(items, {kEpoch, 20, ""});
    desk.signIn.profile = centre.users.at("h2");
    desk.ledger->saveSignIn(desk.signIn);
    EXPECT_GT(ofU2, 0);
    EXPECT_EQ(desk.reader->counts().unitTotal, ofU2);
}

TEST_F(LedgerSubmitTest, aFullDiskLeavesWhatWasThereAndNothingHalf) {
    desk.enrol(centre);
    ASSERT_TRUE(desk.ledger->submit(registration("路灯不亮")).ok());
    const std::string before = picture(desk.path);
    desk.reader.reset();
    desk.ledger.reset();
    Result<storage::DeskDatabase> file = storage::DeskDatabase::open(desk.path);
    sqlite::Database& connection = file->connection();
    sqlite::Statement pages = connection.prepare("PRAGMA page_count");
    ASSERT_TRUE(pages.step());
    connection.exec("PRAGMA max_page_count=" + std::to_string(pages.integer(0) + 2));
    pages.reset();
    DeskLedger full(std::move(*file), desk.clock, desk.rng);
    domain::CommentTicket longText{std::string(15'000, 'x')};
    const TicketId ticket = [&] {
        sqlite::Database db(desk.path, sqlite::Mode::readOnly);
        sqlite::Statement read = db.prepare("SELECT id FROM ticket");
        return read.step() ? read.id<TicketId>(0) : TicketId();
    }();
    try {
        (void)full.submit({ticket, longText, ""});
        FAIL() << "the disk had no room";
    } catch (const sqlite::Failure& failure) {
        EXPECT_EQ(sqlite::toError(failure).code, "db.full");
    }
    EXPECT_EQ(picture(desk.path), before);
    EXPECT_THROW({ full.saveSetting("filler", std::string(100'000, 'x')); }, sqlite::Failure);
    EXPECT_EQ(full.setting("filler"), std::nullopt);
    connection.exec("PRAGMA max_page_count=1000000");
    EXPECT_TRUE(full.submit({ticket, longText, ""}).ok()) << "once there is room the same ledger goes on";
}

// ---- the command first, its effect after ---------------------------------------------------------------------------

TEST_F(LedgerSubmitTest, whatIsStoredCanBeSentBeforeItsEffectIsShown) {
    desk.enrol(centre);
    (void)desk.ledger->takeChanges();
    bool called = false;
    const auto made = desk.ledger->submit(registration("路灯不亮"), [&] {
        called = true;
        ASSERT_EQ(desk.ledger->waiting(0, 10).size(), 1U);
        EXPECT_EQ(desk.reader->outbox().size(), 1U) << "another connection sees it: it is committed";
        EXPECT_EQ(desk.reader->counts().allTotal, 0);
    });
    ASSERT_TRUE(made.ok() && called);
    EXPECT_TRUE(desk.reader->ticket(made->number)->pending) << "who is told that it is stored finds it";
    EXPECT_EQ(desk.ledger->takeChanges().tickets, std::vector<TicketId>{made->ticket});
    called = false;
    EXPECT_FALSE(desk.ledger->submit(registration(" "), [&] { called = true; }).ok());
    EXPECT_FALSE(called);
}

TEST_F(LedgerSubmitTest, aPowerCutBetweenCommandAndEffectIsMadeGoodAtOpening) {
    desk.enrol(centre);
    const auto first = desk.ledger->submit(registration("路灯不亮"));
    desk.ledger->saveDraft({"comment", "ticket.comment/1", "{}", Instant{1}});
    const std::filesystem::path cut = folder.file("cut.db");
    const auto cutHere = [&] {
        for (const char* suffix : {"", "-wal"}) {
            std::filesystem::copy_file(desk.path.string() + suffix, cut.string() + suffix);
        }
    };
    ASSERT_TRUE(desk.ledger->submit({first->ticket, domain::CommentTicket{"又打来了"}, "comment"}, cutHere).ok());
    DeskRig after(cut, centre);
    EXPECT_EQ(picture(cut), picture(desk.path));
    EXPECT_EQ(after.reader->ticket(first->number)->ticket.rev, 2U);
    EXPECT_TRUE(after.reader->drafts().empty()) << "the words are in the command: the draft went with it";
    EXPECT_EQ(after.ledger->submit(registration("井盖"))->number, desk.ledger->submit(registration("井盖"))->number);
}

TEST_F(LedgerSubmitTest, anEffectThatTheDiskRefusesComesWithTheNextCall) {
    desk.enrol(centre);
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    desk.reader.reset();
    desk.ledger.reset();
    Result<storage::DeskDatabase> file = storage::DeskDatabase::open(desk.path);
    sqlite::Database& connection = file->connection();
    DeskLedger ledger(std::move(*file), desk.clock, desk.rng);
    const auto fill = [&] {
        sqlite::Statement pages = connection.prepare("PRAGMA page_count");
        ASSERT_TRUE(pages.step());
        const std::int64_t all = pages.integer(0);
        pages.reset();
        connection.exec("PRAGMA max_page_count=" + std::to_string(all));
    };
    ASSERT_TRUE(ledger.submit({ticket, domain::CommentTicket{std::string(15'000, 'x')}, ""}, fill).ok());
    EXPECT_EQ(ledger.waitingCount(), 2U) << "the command is safe and goes to the centre";
    const auto shownRev = [&] {
        sqlite::Database db(desk.path, sqlite::Mode::readOnly);
        sqlite::Statement read = db.prepare("SELECT rev FROM ticket");
        return read.step() ? read.integer(0) : 0;
    };
    EXPECT_EQ(shownRev(), 1);
    connection.exec("PRAGMA max_page_count=1000000");
    ledger.saveSetting("any", "thing");
    EXPECT_EQ(shownRev(), 2);
    EXPECT_EQ(ledger.takeChanges().tickets, std::vector<TicketId>{ticket});
}

}  // namespace
}  // namespace zhida::service
