// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Hanyu Pinyin without tones over folded text; "ü" is "v". All readings of a character count.
namespace zhida::search::pinyin {

/// The readings, the commonest first; empty for what has none.
std::vector<std::string_view> readings(char32_t folded);

/// What the index holds for the character at `at` (see tokenizePinyin()).
std::vector<std::string> tokensAt(std::u32string_view folded, std::size_t at);

/// The pairs of a run of Han characters: pairs[i] are the tokens of characters i and i+1, for all readings.
std::vector<std::vector<std::string>> pairsOf(std::u32string_view folded);

/// Ways to read letters as syllables, at most `limit`, fewest and whole syllables first; the last may be the beginning of one
/// ("jiankangzh" -> jian kang zh). Nothing for what is no pinyin.
std::vector<std::vector<std::string>> segment(std::string_view letters, std::size_t limit = 3);

/// FTS5 phrases, without quotes, that find `letters` (a-z, apostrophes allowed) as initials or as syllables; the last token of each is
/// meant as a prefix. Empty for fewer than two letters.
std::vector<std::string> phrasesFor(std::string_view letters);

/// Where in a folded text the letters are found as initials or syllables, [begin, end) in characters.
std::vector<std::pair<std::size_t, std::size_t>> find(std::u32string_view folded, std::string_view letters);

}  // namespace zhida::search::pinyin
