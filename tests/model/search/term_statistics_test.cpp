// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/term_statistics.h"

#include "model/search/article_index.h"

#include <gtest/gtest.h>

#include <cmath>

namespace zhida::search {
namespace {

class TermStatisticsTest : public testing::Test {
protected:
    void add(std::int64_t from, std::int64_t to, std::string_view title) {
        for (std::int64_t rowid = from; rowid <= to; ++rowid) {
            m_index.put({.rowid = rowid, .title = title});
        }
    }
    sqlite::Database m_db{"", sqlite::Mode::memory};
    ArticleIndex m_index{m_db};
    TermStatistics m_statistics{m_db, {"kb_fts", "kb_fts_terms", "kb_frequent"}};
};

TEST_F(TermStatisticsTest, countsRowsDocumentsAndLengths) {
    m_statistics.refresh();
    EXPECT_EQ(m_statistics.rows(), 0);
    add(1, 300, "健康证");
    add(301, 500, "健康 abc");
    m_statistics.refresh();
    EXPECT_EQ(m_statistics.rows(), 500);
    EXPECT_EQ(m_statistics.documents("健康"), 500);
    EXPECT_EQ(m_statistics.documents("康证"), 300);
    EXPECT_EQ(m_statistics.documents("没有"), 0);
    EXPECT_EQ(m_statistics.length(1), 3);
    EXPECT_EQ(m_statistics.length(301), 3);
    EXPECT_EQ(m_statistics.length(999), 0);
    EXPECT_NEAR(m_statistics.idf("康证"), std::log1p(200.5 / 300.5), 1e-9);
    EXPECT_GT(m_statistics.idf("健康"), 0);
}

TEST_F(TermStatisticsTest, aCharacterIsInFewerDocumentsThanItsPairsTogether) {
    add(1, 50, "健康 健身");
    add(51, 100, "停电");
    m_statistics.refresh();
    EXPECT_NEAR(m_statistics.documentsWithChar(U'停'), 100 * (1 - std::exp(-0.5)), 1e-9);
    EXPECT_LT(m_statistics.documentsWithChar(U'健'), 100);
    EXPECT_EQ(m_statistics.documentsWithChar(U'水'), 0);
    EXPECT_GT(m_statistics.idfOfChar(U'停'), m_statistics.idfOfChar(U'健'));
}

TEST_F(TermStatisticsTest, recountKeepsFrequentTermsOnly) {
    add(1, 60, "健康");
    add(61, 70, "停电");
    m_statistics.recount();
    sqlite::Statement terms = m_db.prepare("SELECT group_concat(term || n) FROM kb_frequent");
    ASSERT_TRUE(terms.step());
    EXPECT_EQ(terms.text(0), "*70,健*60,健康60,康60,康*60");
    m_statistics.refresh();
    EXPECT_EQ(m_statistics.documents("停电"), 10);
}

}  // namespace
}  // namespace zhida::search
