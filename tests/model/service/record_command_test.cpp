// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/knowledge.h"
#include "model/sqlite/migrator.h"
#include "model/storage/migrations.h"
#include "model/wire/record_judge.h"
#include "tests/model/service/desk_fixture.h"

#include <map>

namespace zhida::service {
namespace {

/// The desk of a unit's specialist beside a centre that keeps records.
class LedgerRecordTest : public testing::Test {
protected:
    LedgerRecordTest() {
        desk.enrol(centre);
        domain::Article article;
        article.key = "health";
        article.title = "健康证";
        article.answer = "到卫生院";
        article.unit = UnitCode{"u1"};
        put("article", "health", wire::encode(article));
        feed();
    }
    void put(const std::string& kind, const std::string& key, const std::string& body) {
        m_records[{kind, key}] = body;
        m_log.push_back(recordItem(kind, key, body));
    }
    /// All that the centre has logged and the desk has not.
    void feed() {
        const std::uint64_t from = desk.ledger->cursor().seq;
        desk.ledger->applyFeed({m_log.begin() + static_cast<std::ptrdiff_t>(from), m_log.end()},
                               {kEpoch, m_log.size(), "c"});
    }
    Error judge(const domain::RecordCommand& command) {
        const wire::RecordSource source{[this](std::string_view kind, std::string_view key) {
                                            const auto it = m_records.find({std::string(kind), std::string(key)});
                                            return it == m_records.end() ? std::nullopt : std::optional(it->second);
                                        },
                                        [](const TicketId&) { return std::nullopt; }};
        const domain::Context context{centre.now, centre.users.at(command.user.value), &centre.rules, &centre.units};
        const auto changes = wire::judgeRecord(command, source, context);
        if (!changes) {
            return changes.error();
        }
        for (const wire::RecordChange& each : *changes) {
            put(each.kind, each.key, each.body);
        }
        return {};
    }
    /// Sends the oldest waiting command and takes the answer home.
    Error push() {
        const PendingCommand waiting = desk.ledger->waiting(0, 1).at(0);
        const Error refusal = judge(*wire::decode<domain::RecordCommand>(waiting.bytes));
        desk.ledger->applyAnswers({{waiting.id, refusal.code.empty() ? m_log.size() : 0, refusal}});
        return refusal;
    }
    void another(const std::string& answer) {
        domain::RecordCommand command;
        command.id = CommandId::make(centre.now, m_rng);
        command.user.value = "h1";
        command.occurredAt = centre.now;
        command.kind = "article";
        command.key = "health";
        command.act = draft(answer);
        std::get<domain::DraftArticle>(command.act).basedOn = 1;
        ASSERT_EQ(judge(command).code, "");
    }
    static domain::DraftArticle draft(const std::string& answer) {
        domain::DraftArticle body;
        body.title = "健康证";
        body.answer = answer;
        return body;
    }
    Result<RecordSubmitted> act(domain::RecordAct body) {
        return desk.ledger->submit(RecordSubmission{"health", std::move(body), {}, ""});
    }
    [[nodiscard]] std::optional<KnowledgeFile> file() {
        return Knowledge(*desk.reader, desk.signIn.profile, centre.now, {}).article("health");
    }
    [[nodiscard]] std::string answer() { return file()->hasDraft() ? file()->life->draft.answer : ""; }

    test::ScratchFolder folder;
    FakeCentre centre{1};
    DeskRig desk{folder.file("desk.db"), centre, "sp"};
    SeededRng m_rng{77};
    std::map<std::pair<std::string, std::string>, std::string> m_records;
    std::vector<FeedItem> m_log;
};

TEST_F(LedgerRecordTest, anActIsShownAtOnceAndStaysThroughAnswerFeedAndReopening) {
    ASSERT_TRUE(act(draft("甲")).ok());
    EXPECT_EQ(answer(), "甲");
    EXPECT_TRUE(file()->pending);
    desk.reopen();
    EXPECT_EQ(answer(), "甲");
    EXPECT_EQ(push().code, "");
    EXPECT_EQ(answer(), "甲") << "answered, not yet in the feed";
    EXPECT_TRUE(file()->pending);
    feed();
    EXPECT_EQ(answer(), "甲");
    EXPECT_FALSE(file()->pending);
    EXPECT_TRUE(desk.reader->outbox().empty());
}

TEST_F(LedgerRecordTest, theFeedMayComeBeforeTheAnswer) {
    const auto made = act(draft("甲"));
    ASSERT_TRUE(made.ok());
    const PendingCommand waiting = desk.ledger->waiting(0, 1).at(0);
    ASSERT_EQ(judge(*wire::decode<domain::RecordCommand>(waiting.bytes)).code, "");
    feed();
    EXPECT_EQ(answer(), "甲");
    EXPECT_EQ(file()->life->log.size(), 1U) << "not run twice";
    desk.ledger->applyAnswers({{waiting.id, m_log.size(), {}}});
    EXPECT_FALSE(file()->pending);
    EXPECT_EQ(desk.ledger->waitingCount(), 0U);
}

TEST_F(LedgerRecordTest, whatBuildsOnARefusedActIsRefusedTooAndNothingTypedIsLost) {
    ASSERT_TRUE(act(draft("我的改法")).ok());
    ASSERT_TRUE(act(domain::SubmitArticle{"请审核"}).ok());
    another("别人的改法");
    EXPECT_EQ(push().code, "article.stale");
    EXPECT_EQ(push().code, "article.stale") << "it would have submitted a text that its author has not seen";
    feed();
    EXPECT_EQ(answer(), "别人的改法");
    EXPECT_EQ(file()->life->stage, domain::ArticleStage::draft);
    const std::vector<OutboxItem> tray = desk.reader->outbox();
    ASSERT_EQ(tray.size(), 2U);
    EXPECT_EQ(tray[0].state, OutboxItem::State::refused);
    EXPECT_EQ(tray[0].recordKey, "health");
    EXPECT_NE(tray[0].words.find("我的改法"), std::string::npos);
    EXPECT_EQ(tray[1].words, "请审核");
    EXPECT_TRUE(desk.ledger->dismissRefusal(tray[0].command).ok());
}

TEST_F(LedgerRecordTest, refusedHereIsNotStored) {
    EXPECT_EQ(act(domain::SubmitArticle{}).error().code, "article.wrongStage");
    EXPECT_EQ(act(domain::ReviewArticle{true, ""}).error().code, "article.wrongStage");
    EXPECT_EQ(desk.ledger->waitingCount(), 0U);
}

TEST_F(LedgerRecordTest, ticketsAndRecordsWaitInOneOrderAndDoNotTouchEachOther) {
    ASSERT_TRUE(act(draft("甲")).ok());
    const TicketId ticket = desk.ledger->submit(registration("路灯不亮"))->ticket;
    ASSERT_TRUE(act(domain::SubmitArticle{}).ok());
    const auto waiting = desk.ledger->waiting(0, 10);
    ASSERT_EQ(waiting.size(), 3U);
    EXPECT_TRUE(waiting[0].ticket.isNull());
    EXPECT_EQ(waiting[1].ticket, ticket);
    (void)desk.ledger->takeChanges();
    EXPECT_EQ(push().code, "");
    const ChangeSet changes = desk.ledger->takeChanges();
    EXPECT_TRUE(changes.articles);
    EXPECT_TRUE(changes.tickets.empty());
    EXPECT_EQ(desk.reader->row(ticket)->pending, true);
}

TEST_F(LedgerRecordTest, aFillOfAnotherHistoryOffersWhatWasAcceptedAgain) {
    ASSERT_TRUE(act(draft("甲")).ok());
    EXPECT_EQ(push().code, "");
    feed();
    EXPECT_EQ(desk.ledger->waitingCount(), 0U);
    const std::string before = m_records.at({"article", "health"});
    desk.ledger->beginFill({true, Uuid::fromName("epoch 2"), 1, ""}, false);
    desk.ledger->applyFillPage({recordItem("article", "health", before)}, {true, Uuid::fromName("epoch 2"), 1, "p"});
    desk.ledger->finishFill({Uuid::fromName("epoch 2"), 1, "c"});
    EXPECT_EQ(desk.ledger->waitingCount(), 1U);
    EXPECT_EQ(answer(), "甲") << "shown again as ours";
}

TEST_F(LedgerRecordTest, aFileOfTheVersionBeforeIsBroughtUpWithWhatWaitedInIt) {
    const auto old = folder.file("old.db");
    std::string waiting;
    {
        sqlite::Database db(old, sqlite::Mode::readWriteCreate);
        db.exec("PRAGMA application_id=1514685505");
        const std::vector<sqlite::Migration> first{storage::deskMigrations().front()};
        ASSERT_TRUE(sqlite::migrate(db, first).ok());
        domain::Command command;
        command.id = CommandId::make(centre.now, m_rng);
        command.ticket = TicketId::make(centre.now, m_rng);
        command.user.value = "sp";
        command.body = centre.registration();
        waiting = wire::encode(command);
        db.prepare("INSERT INTO outbox(command, ticket, state, landed, created_at, bytes) VALUES(?1, ?2, 0, 0, ?3, ?4)")
            .bindAll(command.id, command.ticket, centre.now, sqlite::Blob{waiting})
            .run();
    }
    DeskRig upgraded(old, centre, "sp");
    ASSERT_NE(upgraded.ledger, nullptr);
    upgraded.enrol(centre);
    EXPECT_TRUE(std::filesystem::exists(old.string() + ".before-0002"));
    ASSERT_EQ(upgraded.ledger->waiting(0, 9).size(), 1U);
    EXPECT_EQ(upgraded.ledger->waiting(0, 9)[0].bytes, waiting);
    EXPECT_EQ(upgraded.reader->outbox().at(0).name, "ticket.register");
    domain::DraftArticle body = draft("升级之后");
    EXPECT_TRUE(upgraded.ledger->submit(RecordSubmission{"", body, {}, ""}).ok());
    EXPECT_EQ(upgraded.ledger->waitingCount(), 2U);
}

}  // namespace
}  // namespace zhida::service
