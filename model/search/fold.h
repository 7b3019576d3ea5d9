// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::search {

/// Full-width to half-width, capitals to small, traditional to simplified, Latin letters without marks ("ü" is "v"); always one
/// code point for one.
char32_t fold(char32_t codePoint);

enum class CharKind {
    separator,
    /// Without blanks between words: Han, kana, hangul. Indexed as overlapping pairs.
    han,
    /// Letters and digits of everything else. Indexed as whole runs.
    word
};
CharKind kindOf(char32_t folded);

/// A text as folded code points, each with its place in the original. Any bytes are accepted.
struct FoldedText {
    std::u32string chars;
    /// Byte offset of each character; one more for the end.
    std::vector<std::uint32_t> at;

    [[nodiscard]] std::u32string_view view() const { return chars; }
};
FoldedText foldText(std::string_view text);
std::string foldedUtf8(std::string_view text);
std::string toUtf8(std::u32string_view text);

/// [begin, end) in characters.
struct Run {
    CharKind kind;
    std::size_t begin;
    std::size_t end;
    [[nodiscard]] std::size_t length() const { return end - begin; }
};
/// The runs of one kind, without separators.
std::vector<Run> runsOf(std::u32string_view folded);

}  // namespace zhida::search
