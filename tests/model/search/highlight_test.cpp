// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/highlight.h"

#include "model/base/utf8.h"

#include <gmock/gmock.h>

#include <string>

namespace zhida::search {
namespace {

/// The text with its marks in brackets.
std::string marked(std::string_view text, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& marks) {
    std::string out;
    std::size_t at = 0;
    for (const auto& [begin, end] : marks) {
        out.append(text.substr(at, begin - at)).append("[").append(text.substr(begin, end - begin)).append("]");
        at = end;
    }
    return out.append(text.substr(at));
}

std::string inBody(std::string_view query, std::string_view body, const Dictionary& dictionary = {}) {
    return marked(body, highlight(query, dictionary, "", body).body);
}

TEST(Highlight, joinsOverlappingPairsOnce) {
    EXPECT_EQ(inBody("健康证件", "办理健康证件需要健康证"), "办理[健康证件]需要[健康证]");
}

TEST(Highlight, marksTheOriginalWriting) {
    EXPECT_EQ(inBody("开发区 abc", "在開發區，ＡＢＣ座"), "在[開發區]，[ＡＢＣ]座");
    EXPECT_EQ(inBody("開發區", "开发区"), "[开发区]");
}

TEST(Highlight, singleCharactersWordsAndBeginnings) {
    EXPECT_EQ(inBody("证", "居住证和证明"), "居住[证]和[证]明");
    EXPECT_EQ(inBody("12", "第12条，共12345条"), "第[12]条，共[12]345条");
    EXPECT_EQ(inBody("12 条", "第12条，共12345条"), "第[12条]，共12345[条]");
}

TEST(Highlight, adjacentMarksAreOne) {
    const Marks marks = highlight("12条", {}, "", "第12条");
    EXPECT_EQ(marks.body.size(), 1U);
}

TEST(Highlight, synonymsAreMarkedAsWholeWords) {
    const Dictionary dictionary = Dictionary::fromText("健康证\t预防性健康检查", "");
    EXPECT_EQ(inBody("健康证", "做预防性健康检查，检查", dictionary), "做[预防性健康检查]，检查");
}

TEST(Highlight, stopPhrasesAreNotMarked) {
    const Dictionary dictionary = Dictionary::fromText("", "请问\n怎么办理");
    EXPECT_EQ(inBody("请问居住证怎么办理", "居住证怎么办理", dictionary), "[居住证]怎么办理");
}

TEST(Highlight, pinyinIsMarkedInTheTitleOnly) {
    const Marks marks = highlight("jkz", {}, "办健康证", "健康证");
    EXPECT_EQ(marked("办健康证", marks.title), "办[健康证]");
    EXPECT_TRUE(marks.body.empty());
}

TEST(Highlight, anyInputGivesWholeCharactersInOrder) {
    const std::string body = "健\xff康😀证𠮷野家 <b>\"*";
    for (const char* query : {"", " ", "\"", "健康证", "𠮷野", "😀", "\xff", "NEAR(a b)", "证𠮷"}) {
        std::uint32_t last = 0;
        for (const auto& [begin, end] : highlight(query, {}, body, body).body) {
            EXPECT_GE(begin, last);
            EXPECT_LT(begin, end);
            EXPECT_TRUE(utf8::isValid(body.substr(begin, end - begin))) << query;
            last = end;
        }
    }
    EXPECT_EQ(inBody("𠮷野", "在𠮷野家"), "在[𠮷野]家");
}

}  // namespace
}  // namespace zhida::search
