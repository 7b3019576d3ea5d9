// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/letters.h"

#include <gtest/gtest.h>

#include <string>

namespace zhida::search {
namespace {

std::u32string_view read(std::u32string_view text, std::string_view letters) {
    const LetterFit fit = fitLetters(text, letters);
    return text.substr(fit.begin, fit.end - fit.begin);
}

TEST(Letters, readSyllablesInitialsAndTheirMixture) {
    for (const char* letters : {"jkz", "jiankangzheng", "jiankz", "jkzheng", "jkzh", "jiankangzh", "jiankangzhen"}) {
        EXPECT_EQ(read(U"办健康证吗", letters), U"健康证") << letters;
    }
    EXPECT_EQ(read(U"打HPV疫苗", "hpvym"), U"");
    EXPECT_EQ(read(U"打hpv疫苗", "hpvym"), U"hpv疫苗");
}

TEST(Letters, allReadingsCount) {
    EXPECT_EQ(read(U"银行", "yinhang"), U"银行");
    EXPECT_EQ(read(U"银行", "yinxing"), U"银行");
    EXPECT_EQ(read(U"长期", "zq"), U"长期");
}

TEST(Letters, aGapAndABeginningInsideAWordCost) {
    const double whole = fitLetters(U"健康证", "jkz").score;
    const double inside = fitLetters(U"办健康证", "jkz").score;
    const double gap = fitLetters(U"健身康复证", "jkz").score;
    EXPECT_DOUBLE_EQ(whole, 1);
    EXPECT_LT(inside, whole);
    EXPECT_LT(gap, inside);
    EXPECT_GT(gap, 0);
}

TEST(Letters, afterTheCharacterTypedBeforeThemIsNoPlaceInsideAWord) {
    EXPECT_DOUBLE_EQ(fitLetters(U"康证", "zheng", U'康').score, fitLetters(U"行证", "zheng", U'行').score);
    EXPECT_GT(fitLetters(U"健康证", "zheng", U'康').score, fitLetters(U"健康证", "zheng").score);
}

TEST(Letters, whatDoesNotFitScoresNothing) {
    EXPECT_EQ(fitLetters(U"健康证", "xyz").score, 0);
    EXPECT_EQ(fitLetters(U"", "jkz").score, 0);
    EXPECT_EQ(fitLetters(U"健康证", "j").score, 0);
    EXPECT_EQ(fitLetters(U"健康证", std::string(33, 'j')).score, 0);
    EXPECT_EQ(fitLetters(U"，。！", "jkz").score, 0);
    EXPECT_EQ(fitLetters(std::u32string(5000, U'健'), "jjjj").score > 0, true);
}

}  // namespace
}  // namespace zhida::search
