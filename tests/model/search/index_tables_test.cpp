// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/index_tables.h"

#include "model/search/article_index.h"
#include "model/search/registration.h"
#include "model/search/ticket_index.h"
#include "tests/model/search/sample_texts.h"

#include <gtest/gtest.h>

#include <sqlite3.h>

namespace zhida::search {
namespace {

class IndexTablesTest : public testing::Test {
protected:
    void fill(ArticleIndex& index) {
        const auto articles = sampleArticles(200, 11);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            index.put(
                {.rowid = static_cast<std::int64_t>(i + 1), .title = articles[i].title, .body = articles[i].body});
        }
    }
    /// Every block of the index is overwritten, as by a bad sector.
    void damage(const std::string& table) {
        m_db.exec("UPDATE " + table + "_data SET block = zeroblob(length(block)) WHERE id > 10");
    }

    sqlite::Database m_db{"", sqlite::Mode::memory};
    Dictionary m_none;
};

TEST_F(IndexTablesTest, anIndexOfAnotherShapeIsMadeAnewFromTheTexts) {
    {
        ArticleIndex index(m_db);
        index.put({.rowid = 1, .title = "健康证", .keywords = "体检"});
        TicketIndex tickets(m_db);
        tickets.put(1, "370902", "停水", "家里停水");
    }
    // As an older program had it: without keywords, and nothing that says which shape it is.
    m_db.exec(
        "DROP TRIGGER kb_text_added; DROP TRIGGER kb_text_removed; DROP TRIGGER kb_text_changed; DROP TABLE "
        "kb_py_terms;"
        "DROP TABLE kb_py; DROP TABLE search_state;"
        "CREATE VIRTUAL TABLE kb_py USING fts5(title, aliases, content='kb_text', content_rowid='id', "
        "tokenize='zhida_pinyin')");
    ArticleIndex index(m_db);
    TicketIndex tickets(m_db);
    EXPECT_EQ(index.search({.text = "jkz"}, m_none).size(), 1U);
    EXPECT_EQ(index.search({.text = "tijian"}, m_none).size(), 1U);
    EXPECT_EQ(tickets.search("停水", 10, false).size(), 1U);
    index.put({.rowid = 2, .title = "居住证"});
    EXPECT_EQ(index.search({.text = "jzz"}, m_none).size(), 1U);
    EXPECT_TRUE(index.isSound());
    EXPECT_TRUE(tickets.isSound());
}

TEST_F(IndexTablesTest, damageIsFoundAndMendedByRebuilding) {
    ArticleIndex index(m_db);
    fill(index);
    const auto before = index.search({.text = "健康证办理"}, m_none);
    ASSERT_FALSE(before.empty());
    EXPECT_TRUE(index.isSound());
    damage("kb_fts");
    EXPECT_FALSE(index.isSound());
    index.rebuild();
    EXPECT_TRUE(index.isSound());
    const auto after = index.search({.text = "健康证办理"}, m_none);
    ASSERT_EQ(after.size(), before.size());
    EXPECT_EQ(after.front().rowid, before.front().rowid);
}

TEST_F(IndexTablesTest, aSearchOverADamagedIndexThrowsWhatIsKnownAsDamage) {
    ArticleIndex index(m_db);
    fill(index);
    damage("kb_fts");
    damage("kb_py");
    bool damaged = false;
    try {
        (void)index.search({.text = "健康证办理"}, m_none);
    } catch (const sqlite::Failure& failure) {
        damaged = isDamage(failure);
    }
    EXPECT_TRUE(damaged);
}

TEST_F(IndexTablesTest, aRebuildInsideATransactionIsRolledBackWithIt) {
    ArticleIndex index(m_db);
    fill(index);
    m_db.exec("BEGIN IMMEDIATE");
    index.rebuild();
    m_db.exec("ROLLBACK");
    EXPECT_TRUE(index.isSound());
    EXPECT_FALSE(index.search({.text = "健康证"}, m_none).empty());
}

}  // namespace
}  // namespace zhida::search
