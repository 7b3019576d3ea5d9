// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhida::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t codePoint = 0;
    std::size_t length = 0;
};

/// The code point at the start of a non-empty `text`; a broken byte gives kReplacement with length 1. Strict: no overlong
/// forms, no surrogates, nothing above U+10FFFF (RFC 3629).
Decoded decode(std::string_view text);
void append(std::string& out, char32_t codePoint);
bool isValid(std::string_view text);
std::size_t length(std::string_view text);
/// At most `limit` code points, never half a character.
std::string_view prefix(std::string_view text, std::size_t limit);
/// CJK ideographs of all planes, with 〇 and compatibility forms.
bool isHan(char32_t codePoint);

}  // namespace zhida::utf8
