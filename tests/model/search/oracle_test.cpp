// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/utf8.h"
#include "model/search/article_index.h"
#include "model/search/fold.h"
#include "model/search/ticket_index.h"
#include "tests/model/search/sample_texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace zhida::search {
namespace {

constexpr std::size_t kArticles = 300;
constexpr std::size_t kLongest = 12;

/// Every run of one to twelve Han characters in a text, as it is written.
void addSubstrings(const std::string& text, std::set<std::string>& out) {
    const FoldedText folded = foldText(text);
    for (const Run& run : runsOf(folded.view())) {
        for (std::size_t begin = run.begin; run.kind == CharKind::han && begin < run.end; ++begin) {
            for (std::size_t end = begin + 1; end <= std::min(run.end, begin + kLongest); ++end) {
                out.insert(text.substr(folded.at[begin], folded.at[end] - folded.at[begin]));
            }
        }
    }
}

class Oracle : public testing::Test {
protected:
    void SetUp() override {
        for (std::size_t i = 0; i < m_articles.size(); ++i) {
            const auto rowid = static_cast<std::int64_t>(i + 1);
            m_index.put({.rowid = rowid, .title = m_articles[i].title, .body = m_articles[i].body});
            m_tickets.put(rowid, "", m_articles[i].title, m_articles[i].body);
            m_folded.push_back(foldedUtf8(m_articles[i].title) + "\n" + foldedUtf8(m_articles[i].body));
        }
    }
    /// What LIKE '%text%' finds on folded texts.
    [[nodiscard]] std::set<std::int64_t> expected(const std::string& text) const {
        std::set<std::int64_t> rows;
        const std::string folded = foldedUtf8(text);
        for (std::size_t i = 0; i < m_folded.size(); ++i) {
            if (m_folded[i].find(folded) != std::string::npos) {
                rows.insert(static_cast<std::int64_t>(i + 1));
            }
        }
        return rows;
    }
    static std::set<std::int64_t> rowsOf(const std::vector<Hit>& hits) {
        std::set<std::int64_t> rows;
        for (const Hit& hit : hits) {
            rows.insert(hit.rowid);
        }
        return rows;
    }

    std::vector<SampleArticle> m_articles = sampleArticles(kArticles, 1);
    std::vector<std::string> m_folded;
    sqlite::Database m_db{"", sqlite::Mode::memory};
    ArticleIndex m_index{m_db};
    TicketIndex m_tickets{m_db};
    Dictionary m_none;
};

TEST_F(Oracle, exactPhrasesFindPreciselyWhatLikeFinds) {
    std::set<std::string> substrings;
    for (const SampleArticle& article : m_articles) {
        addSubstrings(article.title, substrings);
        addSubstrings(article.body, substrings);
    }
    ASSERT_GT(substrings.size(), 5000U);
    std::size_t wrong = 0;
    for (const std::string& text : substrings) {
        const auto articles = rowsOf(m_index.search({.text = text, .limit = int{kArticles}, .exact = true}, m_none));
        const auto oracle = expected(text);
        wrong += articles == oracle ? 0 : 1;
        EXPECT_TRUE(articles == oracle || wrong > 5) << text << ": " << articles.size() << " of " << oracle.size();
    }
    EXPECT_EQ(wrong, 0U) << "of " << substrings.size();
}

TEST_F(Oracle, ticketsAreFoundByTheSamePhrases) {
    std::set<std::string> substrings;
    for (std::size_t i = 0; i < m_articles.size(); i += 10) {
        addSubstrings(m_articles[i].title, substrings);
    }
    for (const std::string& text : substrings) {
        EXPECT_EQ(rowsOf(m_tickets.search(text, int{kArticles}, true)), expected(text)) << text;
    }
}

TEST_F(Oracle, twoPartsMustBothBeThere) {
    const auto hits = rowsOf(m_index.search({.text = "医保 停电", .limit = int{kArticles}, .exact = true}, m_none));
    std::set<std::int64_t> both;
    const auto left = expected("医保");
    const auto right = expected("停电");
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::inserter(both, both.begin()));
    EXPECT_FALSE(both.empty());
    EXPECT_EQ(hits, both);
}

TEST_F(Oracle, numbersBetweenChineseKeepTheirPlace) {
    for (const char* text : {"12345热线", "第12条", "条第12条", "热线12345", "12345热", "2024年"}) {
        EXPECT_EQ(rowsOf(m_index.search({.text = text, .limit = int{kArticles}, .exact = true}, m_none)),
                  expected(text))
            << text;
    }
}

}  // namespace
}  // namespace zhida::search
