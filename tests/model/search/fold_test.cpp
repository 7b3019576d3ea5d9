// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/fold.h"

#include "model/search/tables.h"

#include <gtest/gtest.h>

#include <chrono>

namespace zhida::search {
namespace {

TEST(Fold, makesOneFormOfEachCharacter) {
    EXPECT_EQ(foldedUtf8("ＡＢＣ１２３"), "abc123");
    EXPECT_EQ(foldedUtf8("Wi-Fi É Ω"), "wi-fi e ω");
    EXPECT_EQ(foldedUtf8("shēnfènzhèng Lǜsè"), "shenfenzheng lvse");
    EXPECT_EQ(foldedUtf8("開發區臨時長期辦理證"), "开发区临时长期办理证");
    EXPECT_EQ(foldedUtf8("（①　⽅）"), "(1 方)");
    EXPECT_EQ(foldedUtf8("健康证"), "健康证");
}

TEST(Fold, foldingTwiceIsFoldingOnce) {
    for (char32_t c = 1; c <= 0x323AF; ++c) {
        ASSERT_EQ(fold(fold(c)), fold(c)) << std::hex << static_cast<std::uint32_t>(c);
    }
}

TEST(Fold, everyPairOfTheTableIsUsed) {
    for (const auto& pair : tables::folds()) {
        ASSERT_EQ(fold(pair.from), pair.to) << std::hex << static_cast<std::uint32_t>(pair.from);
    }
    EXPECT_GT(tables::folds().size(), 5000U);
}

TEST(Fold, offsetsPointIntoTheOriginal) {
    const std::string text = "ＡbC開";
    const FoldedText folded = foldText(text);
    EXPECT_EQ(folded.view(), U"abc开");
    EXPECT_EQ(folded.at, (std::vector<std::uint32_t>{0, 3, 4, 5, 8}));
}

TEST(Fold, brokenBytesAreSeparators) {
    const FoldedText folded = foldText("健\xe5\xba康\xff");
    const auto runs = runsOf(folded.view());
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(folded.at.back(), 9U);
}

TEST(Fold, kinds) {
    for (const char32_t c : {U'健', U'〇', U'𠮷', U'あ', U'한'}) {
        EXPECT_EQ(kindOf(c), CharKind::han);
    }
    for (const char32_t c : {U'a', U'7', U'é', U'ж'}) {
        EXPECT_EQ(kindOf(c), CharKind::word);
    }
    for (const char32_t c : {U' ', U'，', U'。', U'"', U'*', U'😀', U'\0', U'\xFFFD'}) {
        EXPECT_EQ(kindOf(c), CharKind::separator);
    }
}

}  // namespace
}  // namespace zhida::search
