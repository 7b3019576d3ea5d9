// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/utf8.h"

#include <gtest/gtest.h>

namespace zhida::utf8 {
namespace {

TEST(Utf8, EveryCodePointRoundTrips) {
    for (char32_t cp = 1; cp <= 0x10FFFF; ++cp) {
        if (cp >= 0xD800 && cp <= 0xDFFF) {
            continue;
        }
        std::string text;
        append(text, cp);
        const Decoded d = decode(text);
        ASSERT_EQ(d.codePoint, cp);
        ASSERT_EQ(d.length, text.size());
        ASSERT_TRUE(isValid(text) || cp == kReplacement);
    }
}

TEST(Utf8, RefusesWhatRfc3629Forbids) {
    for (const std::string_view bad : {"\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80",
                                       "\xF4\x90\x80\x80", "\xFF", "\x80", "\xE6\xB0", "ok\xE6"}) {
        EXPECT_FALSE(isValid(bad));
    }
    EXPECT_TRUE(isValid("省庄镇 健康证 𠮷"));
}

TEST(Utf8, CutsBetweenCharacters) {
    EXPECT_EQ(prefix("省庄镇卫生院", 3), "省庄镇");
    EXPECT_EQ(prefix("ab", 9), "ab");
    EXPECT_EQ(length("省a𠮷"), 3U);
    EXPECT_TRUE(isHan(U'省') && isHan(U'〇') && isHan(0x20BB7) && !isHan(U'a') && !isHan(U'。'));
}

}  // namespace
}  // namespace zhida::utf8
