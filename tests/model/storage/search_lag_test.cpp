// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/article_store.h"
#include "model/storage/migrations.h"
#include "model/storage/ticket_text.h"
#include "model/wire/codec.h"
#include "tests/model/storage/fake_centre.h"

#include <gtest/gtest.h>

namespace zhida::storage {
namespace {

class SearchLagTest : public testing::Test {
protected:
    static sqlite::Database& migrated(sqlite::Database& database) {
        EXPECT_TRUE(sqlite::migrate(database, deskMigrations()).ok());
        return database;
    }
    static domain::Article article(const std::string& key, const std::string& title) {
        domain::Article made;
        made.key = key;
        made.title = title;
        made.answer = title + "的答复";
        return made;
    }
    void put(const domain::Article& made) { records.put(kArticleKind, made.key, wire::encode(made)); }
    std::vector<std::string> found(const std::string& text) {
        const search::ArticleIndex index(db);
        std::vector<std::string> keys;
        for (const search::Hit& hit : index.search({text, "", "", 10, true}, search::Dictionary())) {
            keys.push_back(reader.byRow(hit.rowid)->key);
        }
        return keys;
    }

    sqlite::Database db{{}, sqlite::Mode::memory};
    RecordTable records{migrated(db)};
    ArticleStore articles{db};
    ArticleReader reader{db};
    Day today = *parseDay("2025-11-21");
};

using Keys = std::vector<std::string>;

TEST_F(SearchLagTest, articlesAreFoundOnceTheIndexHasCaughtUp) {
    EXPECT_FALSE(reader.lags(today)) << "nothing to index";
    put(article("a", "健康证办理"));
    put(article("b", "社保卡挂失"));
    EXPECT_TRUE(reader.lags(today));
    EXPECT_TRUE(found("健康证").empty());
    EXPECT_FALSE(articles.catchUp(today, 1)) << "one of two";
    EXPECT_TRUE(reader.lags(today));
    while (!articles.catchUp(today, 1)) {
    }
    EXPECT_FALSE(reader.lags(today));
    EXPECT_EQ(found("健康证"), Keys{"a"});
    EXPECT_EQ(found("社保卡"), Keys{"b"});

    put(article("a", "居住证办理"));
    records.put(kArticleKind, "b", "");
    EXPECT_TRUE(articles.catchUp(today, 100));
    EXPECT_TRUE(found("健康证").empty());
    EXPECT_TRUE(found("社保卡").empty());
    EXPECT_EQ(found("居住证"), Keys{"a"});
}

TEST_F(SearchLagTest, aSourcesIdLeadsToTheArticleAndTheKeyGoesFirst) {
    domain::Article imported = article("a", "健康证办理");
    imported.sourceId = "QA-17";
    put(imported);
    domain::Article other = article("QA-18", "社保卡挂失");
    put(other);
    articles.catchUp(today, 100);
    EXPECT_EQ(reader.find("QA-17")->key, "a");
    EXPECT_EQ(reader.find("a")->key, "a");
    EXPECT_EQ(reader.find("QA-18")->key, "QA-18");
    EXPECT_EQ(reader.find("QA-19"), std::nullopt);
    EXPECT_EQ(reader.find(""), std::nullopt);
    records.put(kArticleKind, "a", "");
    articles.catchUp(today, 100);
    EXPECT_EQ(reader.find("QA-17"), std::nullopt);
}

TEST_F(SearchLagTest, aDayThatBeginsTurnsOverWhatIsValid) {
    const auto live = [this](const std::string& key) {
        sqlite::Statement read =
            db.prepare("SELECT kb_text.live FROM record JOIN kb_text ON kb_text.id=row WHERE key=?1");
        return read.bindAll(std::string_view(key)).step() && read.integer(0) != 0;
    };
    domain::Article coming = article("coming", "新办法");
    coming.validFrom = "2025-11-22";
    domain::Article ending = article("ending", "旧办法");
    ending.validTo = "2025-11-21";
    domain::Article withdrawn = article("withdrawn", "停用办法");
    withdrawn.withdrawn = true;
    for (const domain::Article& each : {coming, ending, withdrawn}) {
        put(each);
    }
    articles.catchUp(today, 100);
    EXPECT_FALSE(live("coming"));
    EXPECT_TRUE(live("ending"));
    EXPECT_FALSE(live("withdrawn"));
    EXPECT_TRUE(reader.lags(today.plus(1)));
    articles.catchUp(today.plus(1), 100);
    EXPECT_FALSE(reader.lags(today.plus(1)));
    EXPECT_TRUE(live("coming"));
    EXPECT_FALSE(live("ending"));
    EXPECT_FALSE(live("withdrawn"));
}

TEST_F(SearchLagTest, ticketsAreFoundByWhatTheyLastSaid) {
    TicketTable tickets(db, {});
    TicketText text(db, tickets);
    FakeCentre centre(1);
    while (centre.tickets.size() < 12) {
        centre.step();
    }
    const auto put = [&tickets](const domain::Ticket& t) { tickets.put(t, wire::encode(t)); };
    for (const auto& [id, t] : centre.tickets) {
        put(t);
    }
    EXPECT_TRUE(TicketText::lags(db));
    EXPECT_EQ(text.index().search("路灯", 100, true).size(), 0U);
    while (!text.catchUp(5)) {
    }
    EXPECT_FALSE(TicketText::lags(db));
    EXPECT_EQ(text.index().search("路灯", 100, true).size(), 12U);

    domain::Ticket changed = centre.tickets.begin()->second;
    changed.state = domain::TicketState::closed;
    put(changed);
    EXPECT_FALSE(TicketText::lags(db)) << "the state is no text";
    changed.title = "井盖丢失";
    changed.content = "井盖被人拿走";
    put(changed);
    EXPECT_TRUE(TicketText::lags(db));
    EXPECT_TRUE(text.catchUp(100));
    EXPECT_EQ(text.index().search("路灯", 100, true).size(), 11U);
    EXPECT_EQ(text.index().search("井盖", 100, true).size(), 1U);

    tickets.erase(changed.id);
    EXPECT_TRUE(text.catchUp(100));
    EXPECT_EQ(text.index().search("井盖", 100, true).size(), 0U);
}

TEST_F(SearchLagTest, aRowThatIsUsedAgainIsIndexedAgain) {
    TicketTable tickets(db, {});
    TicketText text(db, tickets);
    domain::Ticket first;
    first.id = TicketId{Uuid::fromName("first")};
    first.title = "井盖丢失";
    tickets.put(first, wire::encode(first));
    text.catchUp(100);
    tickets.erase(first.id);
    domain::Ticket second;
    second.id = TicketId{Uuid::fromName("second")};
    second.title = "路灯不亮";
    tickets.put(second, wire::encode(second));
    text.catchUp(100);
    EXPECT_TRUE(text.index().search("井盖", 10, true).empty());
    EXPECT_EQ(text.index().search("路灯", 10, true).size(), 1U);
}

}  // namespace
}  // namespace zhida::storage
