// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/word_set.h"

#include "model/search/ticket_index.h"

#include <gmock/gmock.h>

namespace zhida::search {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class WordSetTest : public testing::Test {
protected:
    WordSetTest() {
        for (int i = 1; i <= 200; ++i) {
            m_index.put(i, "", "小区停水", "市民表示此问题已反映多次，请尽快核实。第" + std::to_string(i) + "件");
        }
        m_index.put(500, "", "锦绣城加压泵故障停水", "锦绣城十二栋加压泵坏了，四楼以上停水");
    }
    [[nodiscard]] double share(std::string_view text, std::string_view other) const {
        return m_index.wordsOf(text, m_dictionary).sharedWith(other).share;
    }

    sqlite::Database m_db{"", sqlite::Mode::memory};
    TicketIndex m_index{m_db};
    Dictionary m_dictionary = Dictionary::fromText("", "请问\n的\n了");
};

TEST_F(WordSetTest, theSameTextIsWhollyAlikeAnotherIsNot) {
    EXPECT_DOUBLE_EQ(share("锦绣城加压泵故障", "锦绣城加压泵故障"), 1);
    EXPECT_DOUBLE_EQ(share("錦繡城加壓泵故障", "锦绣城加压泵故障"), 1) << "folded";
    EXPECT_DOUBLE_EQ(share("锦绣城加压泵故障", "健康证在哪里办"), 0);
}

TEST_F(WordSetTest, whatStandsInEveryTextSaysLittle) {
    const char* const form = "市民表示此问题已反映多次，请尽快核实";
    EXPECT_LT(share(std::string("锦绣城加压泵故障") + form, form), 0.3);
    EXPECT_GT(share(std::string("锦绣城加压泵故障") + form, "锦绣城加压泵又坏了"), 0.5);
}

TEST_F(WordSetTest, namesTheWordsAsTheyWereWritten) {
    EXPECT_THAT(m_index.wordsOf("请问錦繡城停水了", m_dictionary).sharedWith("锦绣城供水").words,
                ElementsAre("錦繡城"));
}

TEST_F(WordSetTest, twoWordsAreTooFewToJudge) {
    EXPECT_TRUE(m_index.wordsOf("停水", m_dictionary).isVague());
    EXPECT_THAT(m_index.similar("停水", m_dictionary, 10), IsEmpty());
    EXPECT_THAT(m_index.similar("", m_dictionary, 10), IsEmpty());
    EXPECT_THAT(m_index.similar("\"*^ OR 😀", m_dictionary, 10), IsEmpty());
}

TEST_F(WordSetTest, theMostAlikeComesFirst) {
    const auto found = m_index.similar("锦绣城加压泵又坏了没有水", m_dictionary, 10);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().rowid, 500);
    EXPECT_THAT(found.front().words, Contains("锦绣城加压泵"));
}

}  // namespace
}  // namespace zhida::search
