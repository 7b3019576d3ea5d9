// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/dictionary.h"

#include <gtest/gtest.h>

namespace zhida::search {
namespace {

Dictionary dictionaryOf(std::string_view synonyms, std::string_view stops = "") {
    return Dictionary::fromText(synonyms, stops);
}

TEST(Dictionary, findsTheLongestWordFromLeftToRight) {
    const Dictionary dictionary = dictionaryOf("身份证\tID卡\n身份证补办\t补领身份证\n");
    const auto found = dictionary.synonymsIn(U"问身份证补办和身份证");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].begin, 1U);
    EXPECT_EQ(found[0].end, 6U);
    EXPECT_EQ(dictionary.group(found[0].group)[1], U"补领身份证");
    EXPECT_EQ(found[1].begin, 7U);
}

TEST(Dictionary, foldsAndSkipsCommentsBlanksAndLonelyWords) {
    const Dictionary dictionary = dictionaryOf("# 健康證\tx\n\n健康證\t 體檢證 \r\n孤独\n\t\n,,\t医保\n");
    EXPECT_EQ(dictionary.synonymsIn(U"健康证").size(), 1U);
    EXPECT_EQ(dictionary.synonymsIn(U"体检证").size(), 1U);
    EXPECT_TRUE(dictionary.synonymsIn(U"孤独").empty());
    EXPECT_TRUE(dictionary.synonymsIn(U"医保").empty());
}

TEST(Dictionary, latinWordsCountOnlyWhole) {
    const Dictionary dictionary = dictionaryOf("etc\t电子收费");
    EXPECT_EQ(dictionary.synonymsIn(U"办etc卡").size(), 1U);
    EXPECT_TRUE(dictionary.synonymsIn(U"fetch").empty());
}

TEST(Dictionary, cutsTheLongestStopPhraseAndKeepsPlaces) {
    const Dictionary dictionary = dictionaryOf("", "请问\n请问一下\n怎么办理\n# 健康证\n");
    EXPECT_EQ(dictionary.withoutStopPhrases(U"请问一下健康证怎么办理"), U"    健康证    ");
    EXPECT_EQ(dictionary.withoutStopPhrases(U"请问怎么办理"), U"请问怎么办理");
    EXPECT_EQ(dictionary.withoutStopPhrases(U""), U"");
}

TEST(Dictionary, aStopPhraseOfOneCharacterIsWeakAndNotCut) {
    const Dictionary dictionary = dictionaryOf("", "的\n請\n请问\n");
    EXPECT_TRUE(dictionary.isWeak(U'的'));
    EXPECT_TRUE(dictionary.isWeak(U'请'));
    EXPECT_FALSE(dictionary.isWeak(U'问'));
    EXPECT_EQ(dictionary.withoutStopPhrases(U"请问的士"), U"  的士");
}

TEST(Dictionary, wordsAreFoundByTheirSpelling) {
    const Dictionary dictionary = dictionaryOf("低保\t最低生活保障\n大巴\t公交\n");
    EXPECT_EQ(dictionary.spelled("dibao"), (std::vector<std::u32string>{U"低保"}));
    EXPECT_EQ(dictionary.spelled("db"), (std::vector<std::u32string>{U"低保", U"大巴"}));
    EXPECT_TRUE(dictionary.spelled("d").empty());
    EXPECT_TRUE(dictionary.spelled("").empty());
}

}  // namespace
}  // namespace zhida::search
