// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/pinyin.h"

#include <gmock/gmock.h>

namespace zhida::search {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> tokensAt(std::u32string_view folded, std::size_t at) {
    std::vector<std::string> tokens;
    pinyin::tokensAt(folded, at, [&tokens](std::string_view token) {
        tokens.emplace_back(token);
        return 0;
    });
    return tokens;
}

TEST(Pinyin, readingsOfPolyphones) {
    EXPECT_THAT(pinyin::readings(U'行'), Contains("xing"));
    EXPECT_THAT(pinyin::readings(U'行'), Contains("hang"));
    EXPECT_THAT(pinyin::readings(U'长'), Contains("chang"));
    EXPECT_THAT(pinyin::readings(U'长'), Contains("zhang"));
    EXPECT_THAT(pinyin::readings(U'重'), Contains("zhong"));
    EXPECT_THAT(pinyin::readings(U'重'), Contains("chong"));
    EXPECT_THAT(pinyin::readings(U'证'), ElementsAre("zheng"));
    EXPECT_THAT(pinyin::readings(U'绿'), Contains("lv"));
    EXPECT_THAT(pinyin::readings(U'儿'), Not(Contains("r")));
    EXPECT_THAT(pinyin::readings(U'a'), IsEmpty());
}

TEST(Pinyin, segments) {
    EXPECT_THAT(pinyin::segment("jiankangzheng"), Contains(ElementsAre("jian", "kang", "zheng")));
    EXPECT_THAT(pinyin::segment("jiankangzh"), Contains(ElementsAre("jian", "kang", "zh")));
    EXPECT_THAT(pinyin::segment("xian", 2), ElementsAre(ElementsAre("xian"), ElementsAre("xi", "an")));
    EXPECT_THAT(pinyin::segment("xi'an", 1), ElementsAre(ElementsAre("xi", "an")));
    EXPECT_THAT(pinyin::segment("shenglue"), Contains(ElementsAre("sheng", "lve")));
    EXPECT_THAT(pinyin::segment("jkz"), IsEmpty());
    EXPECT_THAT(pinyin::segment(""), IsEmpty());
    EXPECT_THAT(pinyin::segment(std::string(5000, 'a')), IsEmpty());
    EXPECT_THAT(pinyin::segment(std::string(32, 'a')), SizeIs(testing::Le(3U)));
}

TEST(Pinyin, phrases) {
    EXPECT_EQ(pinyin::initialsPhrase("jk"), ".jk");
    EXPECT_EQ(pinyin::initialsPhrase("jkz"), ".jkz");
    EXPECT_EQ(pinyin::initialsPhrase("jkzbl"), ".jkz .kzb .zbl");
    EXPECT_EQ(pinyin::syllablePhrase({"jian", "kang"}), "jian'kang");
    EXPECT_EQ(pinyin::syllablePhrase({"she", "bao", "k"}), "she'bao bao'k");
    EXPECT_EQ(pinyin::syllablePhrase({"zheng"}), "zheng'");
}

TEST(Pinyin, syllablesAndInitialsMixed) {
    EXPECT_THAT(pinyin::mixedInitials("jiankz"), Contains("jkz"));
    EXPECT_THAT(pinyin::mixedInitials("jkangz"), Contains("jkz"));
    EXPECT_THAT(pinyin::mixedInitials("shfzh"), Contains("sfz"));
    EXPECT_THAT(pinyin::mixedInitials("ab"), IsEmpty());
    EXPECT_THAT(pinyin::mixedInitials(std::string(40, 'a')), IsEmpty());
    EXPECT_THAT(pinyin::mixedInitials(std::string(32, 'a')), SizeIs(testing::Le(3U)));
}

TEST(Pinyin, spellingsOfAWord) {
    EXPECT_THAT(pinyin::spellings(U"低保"), testing::IsSupersetOf({"dibao", "db"}));
    EXPECT_THAT(pinyin::spellings(U"银行"), testing::IsSupersetOf({"yinhang", "yinxing", "yh"}));
    EXPECT_THAT(pinyin::spellings(U"HPV疫苗"), IsEmpty());
    EXPECT_THAT(pinyin::spellings(U"长行重长行重长"), SizeIs(testing::Le(16U)));
}

TEST(Pinyin, soundsThatAreTakenForOneAnother) {
    EXPECT_THAT(pinyin::nearPairs("sheng'huo", 20), Contains("shen'huo"));
    EXPECT_THAT(pinyin::nearPairs("zheng'fu", 20), Contains("zeng'hu"));
    EXPECT_THAT(pinyin::nearPairs("lan'se", 20), Contains("nan'she"));
    EXPECT_THAT(pinyin::nearPairs("lan'se", 20), Not(Contains("lan'se")));
    EXPECT_THAT(pinyin::nearPairs("lan'se", 2), SizeIs(2U));
    EXPECT_THAT(pinyin::nearPairs("lan", 20), IsEmpty());
}

TEST(Pinyin, tokensHoldEveryReading) {
    EXPECT_THAT(tokensAt(U"银行", 0), Contains("yin'hang"));
    EXPECT_THAT(tokensAt(U"银行", 0), Contains("yin'xing"));
    EXPECT_THAT(tokensAt(U"银行", 0), Contains(".yh"));
    EXPECT_THAT(tokensAt(U"银行", 0), Contains(".yx"));
    EXPECT_THAT(tokensAt(U"银行", 0), Contains("银"));
    EXPECT_THAT(tokensAt(U"a", 0), IsEmpty());
    EXPECT_THAT(tokensAt(U"长行重长行重", 0), SizeIs(testing::Lt(40U)));
}

}  // namespace
}  // namespace zhida::search
