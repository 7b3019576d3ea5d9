// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/query_plan.h"

#include "model/search/article_index.h"
#include "model/search/ranker.h"

#include <gmock/gmock.h>

namespace zhida::search {
namespace {

class QueryPlanTest : public testing::Test {
protected:
    QueryPlanTest() {
        for (int i = 1; i <= 2500; ++i) {
            m_index.put({.rowid = i, .title = "办理事项", .body = i % 100 == 0 ? "健康证" : "说明"});
        }
    }
    std::string words(std::string_view text, const Dictionary& dictionary = {}) {
        m_statistics.refresh();
        return planWords(ParsedQuery(text, dictionary), dictionary, m_statistics).expression();
    }

    sqlite::Database m_db{"", sqlite::Mode::memory};
    ArticleIndex m_index{m_db};
    TermStatistics m_statistics{m_db, {"kb_fts", "kb_fts_terms", "kb_frequent"}};
};

TEST_F(QueryPlanTest, pairsInTooManyDocumentsAreLeftOutWhenOthersRemain) {
    EXPECT_EQ(words("办理健康证"), R"("健康" OR "康证")");
    EXPECT_EQ(words("办理"), R"("办理")");
}

TEST_F(QueryPlanTest, stopPhrasesAreCut) {
    EXPECT_EQ(words("请问健康", Dictionary::fromText("", "请问")), R"("健康")");
}

TEST_F(QueryPlanTest, singleCharactersAreLeftOutWhenTwoWordsRemain) {
    EXPECT_EQ(words("证 健康证"), R"("健康" OR "康证")");
    EXPECT_EQ(words("证 健"), R"("证" * OR "健" *)");
}

TEST_F(QueryPlanTest, synonymsNobodyUsesAndThoseEverybodyUsesAreLeftOut) {
    const Dictionary dictionary = Dictionary::fromText("健康证\t从没写过\t说明", "");
    EXPECT_EQ(words("健康证", dictionary), R"("健康" OR "康证")");
}

TEST_F(QueryPlanTest, synonymsAreWorthPartOfWhatTheyReplace) {
    const Dictionary dictionary = Dictionary::fromText("健康证\t体检证", "");
    m_index.put({.rowid = 9000, .title = "体检证"});
    m_statistics.refresh();
    const QueryPlan plan = planWords(ParsedQuery("健康证", dictionary), dictionary, m_statistics);
    ASSERT_EQ(plan.terms.size(), 3U);
    EXPECT_EQ(plan.terms[2].phrase, "体检证");
    EXPECT_NEAR(plan.terms[2].weight, 0.8 / std::pow(2, 0.3) * (plan.terms[0].weight + plan.terms[1].weight), 1e-9);
    EXPECT_EQ(plan.terms[2].slots, 3U);
}

TEST_F(QueryPlanTest, wordsInAFewHundredDocumentsAreOfUseInASmallKnowledgeBase) {
    for (int i = 1; i <= 400; ++i) {
        m_index.put({.rowid = 9000 + i, .title = "户口"});
    }
    EXPECT_EQ(words("户口健康证"), R"("户口" OR "健康" OR "康证")") << "in 14 % of the documents";
}

TEST_F(QueryPlanTest, aPairAcrossTheBorderOfTwoWordsIsWorthLess) {
    for (int i = 1; i <= 100; ++i) {
        m_index.put({.rowid = 9000 + i, .title = i == 1 ? "迁移政策" : i % 2 == 0 ? "迁移" : "政策"});
    }
    m_index.put({.rowid = 9900, .title = "移动"});
    m_statistics.refresh();
    const auto plan = planWords(ParsedQuery("迁移政策 移动", {}), {}, m_statistics);
    ASSERT_EQ(plan.terms.size(), 4U);
    EXPECT_EQ(plan.terms[1].phrase, "移政");
    EXPECT_LT(plan.terms[1].weight, plan.terms[0].weight);
    EXPECT_NEAR(plan.terms[1].weight, 0.2 * plan.terms[3].weight, 1e-9) << "as rare as a word by itself";
}

TEST_F(QueryPlanTest, aLongTextStaysSmall) {
    std::string text;
    for (char32_t c = 0x4E00; c < 0x4E00 + 3000; ++c) {
        text += toUtf8(std::u32string(1, c));
    }
    m_index.put({.rowid = 9000, .title = text});
    m_statistics.refresh();
    const QueryPlan plan = planWords(ParsedQuery(text, {}), {}, m_statistics);
    EXPECT_LE(plan.terms.size(), Ranker::kMostTerms);
    EXPECT_LE(plan.slotWeights.size(), Ranker::kMostTerms);
    EXPECT_FALSE(plan.empty());
}

TEST_F(QueryPlanTest, exactKeepsEveryPartAsItStands) {
    const Dictionary none;
    EXPECT_EQ(planExact(ParsedQuery("健康证 第12条", none)).expression(), R"("健康证" AND "第 12 条" *)");
    EXPECT_EQ(planExact(ParsedQuery("\"证\" , ETC", none)).expression(), R"("证" * AND "etc" *)");
}

}  // namespace
}  // namespace zhida::search
