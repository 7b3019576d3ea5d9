// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/local_desk.h"

#include "tests/model/service/desk_fixture.h"

#include <chrono>
#include <future>
#include <stop_token>
#include <thread>

namespace zhida::service {
namespace {

using std::chrono::steady_clock;

class LocalDeskTest : public testing::Test {
protected:
    LocalDeskTest() {
        { DeskRig(folder.file("desk.db"), centre).enrol(centre); }
        open();
    }
    void open() {
        Result<std::unique_ptr<LocalDesk>> opened =
            LocalDesk::open({folder.file("desk.db"), &clock, &rng, &replies, UtcOffset{}});
        ASSERT_TRUE(opened.ok()) << opened.error().code;
        desk = std::move(*opened);
    }
    Result<Submitted> submit(Submission submission) {
        std::promise<Result<Submitted>> answered;
        desk->submit(std::move(submission),
                     [&answered](Result<Submitted> made) { answered.set_value(std::move(made)); });
        return answered.get_future().get();
    }
    template <class Query>
    auto ask(Query query) {
        using Value = decltype(query(std::declval<DeskReader&>()));
        std::promise<Value> answered;
        desk->ask(query, [&answered](Value value) { answered.set_value(std::move(value)); });
        return answered.get_future().get();
    }

    test::ScratchFolder folder;
    FakeCentre centre{1};
    FakeClock clock{Instant{1'763'700'000'000}};
    SystemRng rng;
    ThreadExecutor replies;
    std::unique_ptr<LocalDesk> desk;
};

class FakeLine final : public SyncGateway {
public:
    void wake() override { ++woken; }
    void setOnline(bool /*online*/) override {}
    void fetchHistory(const TicketId& /*ticket*/) override {}
    void whenCaughtUp(std::int64_t /*milliseconds*/, std::function<void(Result<SyncStatus>)> reply) override {
        reply(status());
    }
    [[nodiscard]] SyncStatus status() override { return {}; }
    void administer(std::string /*operation*/, std::string /*arguments*/,
                    std::function<void(Result<std::string>)> reply) override {
        reply(std::string("{}"));
    }
    std::atomic<int> woken{0};
};

TEST_F(LocalDeskTest, whatIsSubmittedIsReadAtOnce) {
    const Result<Submitted> made = submit(registration("路灯不亮"));
    ASSERT_TRUE(made.ok());
    const QueuePage page = ask([](DeskReader& reader) { return reader.list({}, 10, std::nullopt); });
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows[0].number, made->number);
    EXPECT_EQ(desk->user().user.value, "di");
    EXPECT_FALSE(SqliteDeskReader::isPosition("nonsense"));
    EXPECT_TRUE(ask([](DeskReader& r) { return r.list({}, 10, std::string("nonsense")); }).rows.empty());
}

TEST_F(LocalDeskTest, withoutALineItSaysSo) {
    (void)submit(registration("路灯不亮"));
    EXPECT_EQ(desk->sync().status().line, SyncStatus::Line::offline);
    EXPECT_EQ(desk->sync().status().waiting, 1);
    std::string code;
    desk->sync().administer("user.list", "{}",
                            [&code](const Result<std::string>& reply) { code = reply.error().code; });
    EXPECT_EQ(code, "net.offline");
}

TEST_F(LocalDeskTest, aStoredCommandWakesTheLineARefusedOneDoesNot) {
    FakeLine line;
    desk->setSync(&line);
    (void)submit(registration(" "));
    EXPECT_EQ(line.woken, 0);
    (void)submit(registration("路灯不亮"));
    EXPECT_EQ(line.woken, 1);
    desk->setSync(nullptr);
    EXPECT_EQ(desk->sync().status().waiting, 1);
}

TEST_F(LocalDeskTest, manyChangesAreFewNotices) {
    std::mutex mutex;
    std::vector<steady_clock::time_point> told;
    std::set<TicketId> tickets;
    desk->onChange([&](const ChangeSet& changes) {
        const std::lock_guard lock(mutex);
        told.push_back(steady_clock::now());
        tickets.insert(changes.tickets.begin(), changes.tickets.end());
    });
    std::set<TicketId> made;
    for (int n = 0; n < 40; ++n) {
        made.insert(submit(registration("第" + std::to_string(n)))->ticket);
    }
    const auto end = steady_clock::now() + std::chrono::seconds(5);
    const auto complete = [&] {
        const std::lock_guard lock(mutex);
        return tickets == made;
    };
    while (!complete() && steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    desk->onChange({});
    const std::lock_guard lock(mutex);
    EXPECT_EQ(tickets, made) << "nothing goes untold";
    EXPECT_LT(told.size(), made.size());
}

TEST_F(LocalDeskTest, workOnTheLedgerIsAnnouncedToo) {
    std::promise<ChangeSet> told;
    desk->onChange([&told, done = false](const ChangeSet& changes) mutable {
        if (!std::exchange(done, true)) {
            told.set_value(changes);
        }
    });
    centre.step();
    const domain::Event event = centre.log.front();
    desk->onLedger([&](DeskLedger& ledger) { ledger.applyFeed({eventItem(event)}, {kEpoch, 1, ""}); });
    EXPECT_EQ(told.get_future().get().tickets, std::vector<TicketId>{event.ticket});
    desk->onChange({});
}

TEST_F(LocalDeskTest, whoIsMovedToAnotherUnitIsItsMemberAtOnce) {
    domain::UserProfile profile = centre.users.at("di");
    profile.unit.value = "u2";
    std::promise<void> applied;
    desk->onLedger([&](DeskLedger& ledger) {
        ledger.applyFeed({recordItem("user", "di", wire::encode(profile))}, {kEpoch, 1, ""});
    });
    desk->onLedger([&applied](DeskLedger&) { applied.set_value(); });
    applied.get_future().wait();
    EXPECT_EQ(desk->user().unit.value, "u2");
}

TEST_F(LocalDeskTest, draftsAreStoredBeforeTheyAreReported) {
    std::promise<Status> stored;
    desk->saveDraft({"register", "f/1", "{}", Instant{5}}, [&stored](Status s) { stored.set_value(std::move(s)); });
    ASSERT_TRUE(stored.get_future().get().ok());
    EXPECT_EQ(ask([](DeskReader& reader) { return reader.drafts(); }).size(), 1U);
}

TEST_F(LocalDeskTest, aFailureOfTheDiskIsTheAnswerAndTheDeskGoesOn) {
    desk->onLedger([](DeskLedger&) { throw sqlite::Failure(13, 13, "desk.db", "database or disk is full"); });
    std::promise<void> over;
    desk->onLedger([&over](DeskLedger&) { over.set_value(); });
    over.get_future().wait();
    EXPECT_EQ(desk->trouble().code, "db.full");
    EXPECT_TRUE(submit(registration("路灯不亮")).ok());
}

TEST_F(LocalDeskTest, aQuestionThatTheFileCannotAnswerIsAnsweredEmptyAndSaid) {
    (void)submit(registration("路灯不亮"));
    sqlite::Database(folder.file("desk.db"), sqlite::Mode::readWriteCreate).exec("DROP TABLE list_count");
    std::promise<Error> told;
    desk->onSyncStatus([&told, done = false](const SyncStatus& status) mutable {
        if (!std::exchange(done, true)) {
            told.set_value(status.trouble);
        }
    });
    std::promise<QueueCounts> answered;
    desk->ask([](DeskReader& reader) { return reader.counts(); },
              [&answered](const QueueCounts& counts) { answered.set_value(counts); });
    auto answer = answered.get_future();
    ASSERT_EQ(answer.wait_for(std::chrono::seconds(10)), std::future_status::ready) << "nobody may wait for ever";
    EXPECT_EQ(answer.get(), QueueCounts());
    EXPECT_EQ(told.get_future().get().code, "db.internal");
    EXPECT_EQ(desk->trouble().code, "db.internal");
    EXPECT_EQ(ask([](DeskReader& reader) { return reader.list({}, 10, std::nullopt); }).rows.size(), 1U);
    desk->onSyncStatus({});
}

TEST_F(LocalDeskTest, articlesThatJustCameAreFound) {
    domain::Article article;
    article.key = "a";
    article.title = "健康证办理";
    article.answer = "到卫生院。";
    desk->onLedger([&](DeskLedger& ledger) {
        ledger.applyFeed({recordItem("article", "a", wire::encode(article))}, {kEpoch, 1, ""});
    });
    (void)submit(registration("路灯不亮"));  // the ledger has done the feed before or will do it soon: wait for it
    std::promise<void> applied;
    desk->onLedger([&applied](DeskLedger&) { applied.set_value(); });
    applied.get_future().wait();
    EXPECT_EQ(ask([](DeskReader& reader) { return reader.searchArticles("健康证", {}, 5); }).hits.size(), 1U);
    EXPECT_EQ(ask([](DeskReader& reader) { return reader.searchTickets("路灯", 5); }).size(), 1U);
}

TEST_F(LocalDeskTest, aDamagedSearchIndexIsMadeAnewAndTheSearchAnswered) {
    domain::Article article;
    article.key = "a";
    article.title = "健康证办理";
    article.answer = "到卫生院。";
    desk->onLedger([&](DeskLedger& ledger) {
        ledger.applyFeed({recordItem("article", "a", wire::encode(article))}, {kEpoch, 1, ""});
    });
    (void)submit(registration("路灯不亮"));
    std::promise<void> applied;
    desk->onLedger([&applied](DeskLedger&) { applied.set_value(); });
    applied.get_future().wait();
    const auto articles = [this] { return ask([](DeskReader& r) { return r.searchArticles("健康证", {}, 5); }).hits; };
    const auto tickets = [this] { return ask([](DeskReader& r) { return r.searchTickets("路灯", 5); }); };
    ASSERT_EQ(tickets().size(), 1U);
    ASSERT_EQ(articles().size(), 1U);
    sqlite::Database(folder.file("desk.db"), sqlite::Mode::readWriteCreate)
        .exec(
            "UPDATE kb_fts_data SET block = CAST(x'ffffffff' || substr(block, 5) AS BLOB) WHERE id > 10;"
            "UPDATE ticket_fts_data SET block = CAST(x'ffffffff' || substr(block, 5) AS BLOB) WHERE id > 10");
    EXPECT_EQ(articles().size(), 1U);
    EXPECT_EQ(tickets().size(), 1U);
    EXPECT_EQ(desk->trouble().code, "") << "the agent is not bothered";
}

TEST_F(LocalDeskTest, aSearchThatIsStoppedFindsNothingAndIsNoTrouble) {
    std::vector<FeedItem> items;
    for (int n = 0; n < 3000; ++n) {
        domain::Article article;
        article.key = "a" + std::to_string(n);
        article.title = "健康证办理";
        article.answer = "到卫生院申请，带身份证" + std::to_string(n);
        items.push_back(recordItem("article", article.key, wire::encode(article)));
    }
    std::promise<void> applied;
    desk->onLedger([&](DeskLedger& ledger) {
        ledger.applyFeed(items, {kEpoch, 1, ""});
        while (!ledger.catchUpSearch(1000)) {
        }
        applied.set_value();
    });
    applied.get_future().wait();
    const auto search = [](const std::stop_token& stop) {
        return [stop](DeskReader& r) { return r.searchArticles("怎么申请健康证办理身份证", {}, 5, stop).hits.size(); };
    };
    ASSERT_EQ(ask(search({})), 5U);
    std::size_t stopped = 0;
    for (int n = 0; n < 100; ++n) {
        std::stop_source key;
        std::promise<std::size_t> answered;
        desk->ask(search(key.get_token()), [&answered](std::size_t hits) { answered.set_value(hits); });
        std::this_thread::sleep_for(std::chrono::microseconds(50 * n));
        key.request_stop();
        const std::size_t hits = answered.get_future().get();
        EXPECT_TRUE(hits == 0 || hits == 5);
        stopped += hits == 0 ? 1 : 0;
        ASSERT_EQ(ask(search({})), 5U) << "the next one is whole";
    }
    EXPECT_GT(stopped, 0U);
    EXPECT_EQ(desk->trouble().code, "") << "nor is the index taken for a damaged one";
}

TEST_F(LocalDeskTest, theFileIsLockedWhileTheDeskIsOpenAndStoredWorkSurvivesIt) {
    EXPECT_EQ(LocalDesk::open({folder.file("desk.db"), &clock, &rng, &replies, UtcOffset{}}).error().code, "db.locked");
    for (int n = 0; n < 20; ++n) {
        desk->submit(registration("第" + std::to_string(n)), {});
    }
    desk.reset();
    open();
    EXPECT_EQ(ask([](DeskReader& reader) { return reader.counts(); }).allTotal, 20);
}

}  // namespace
}  // namespace zhida::service
