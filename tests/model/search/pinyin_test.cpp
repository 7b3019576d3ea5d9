// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/pinyin.h"

#include <gmock/gmock.h>

namespace zhida::search {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::SizeIs;

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
    EXPECT_THAT(pinyin::phrasesFor("jkz"), ElementsAre(".jkz"));
    EXPECT_THAT(pinyin::phrasesFor("jkzbl"), ElementsAre(".jkzb .kzbl"));
    EXPECT_THAT(pinyin::phrasesFor("jiankang"), Contains("jian'kang"));
    EXPECT_THAT(pinyin::phrasesFor("shebaok"), Contains("she'bao bao'k"));
    EXPECT_THAT(pinyin::phrasesFor("j"), IsEmpty());
}

TEST(Pinyin, tokensHoldEveryReading) {
    EXPECT_THAT(pinyin::tokensAt(U"银行", 0), Contains("yin'hang"));
    EXPECT_THAT(pinyin::tokensAt(U"银行", 0), Contains("yin'xing"));
    EXPECT_THAT(pinyin::tokensAt(U"银行", 0), Contains(".yh"));
    EXPECT_THAT(pinyin::tokensAt(U"银行", 0), Contains(".yx"));
    EXPECT_THAT(pinyin::tokensAt(U"a", 0), IsEmpty());
    EXPECT_THAT(pinyin::tokensAt(U"长行重长行重", 0), SizeIs(testing::Lt(40U)));
}

TEST(Pinyin, findsWhereLettersAreSpoken) {
    EXPECT_THAT(pinyin::find(U"办健康证", "jkz"), ElementsAre(Pair(1U, 4U)));
    EXPECT_THAT(pinyin::find(U"办健康证", "jiank"), Contains(Pair(1U, 3U)));
    EXPECT_THAT(pinyin::find(U"办健康证", "zzz"), IsEmpty());
}

}  // namespace
}  // namespace zhida::search
