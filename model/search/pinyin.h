// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Hanyu Pinyin without tones over folded text; "ü" is "v". All readings of a character count.
namespace zhida::search::pinyin {

/// The readings, the commonest first; empty for what has none.
std::vector<std::string_view> readings(char32_t folded);

/// What the index of titles holds for the character at `at` (see tokenizePinyin()), one after the other, until the sink
/// returns something else than 0, which is handed back. This is what indexing spends its time on.
using PieceSink = std::function<int(std::string_view)>;
int tokensAt(std::u32string_view folded, std::size_t at, const PieceSink& sink);

/// The pairs of a run of Han characters: pairs[i] are the tokens of characters i and i+1, for all readings.
std::vector<std::vector<std::string>> pairsOf(std::u32string_view folded);

/// Syllable pairs that a speaker who does not tell zh from z, n from l, f from h, ang from an (and the like) takes for this
/// one; without the pair itself, at most `limit`.
std::vector<std::string> nearPairs(std::string_view pair, std::size_t limit);

/// The sounds of a word as they are typed: "jiankangzheng" and "jkz", for all readings, at most eight of each. Empty when a
/// character has no reading.
std::vector<std::string> spellings(std::u32string_view folded);

/// Ways to read letters as syllables, at most `limit`, fewest and whole syllables first; the last may be the beginning of one
/// ("jiankangzh" -> jian kang zh). Nothing for what is no pinyin.
std::vector<std::vector<std::string>> segment(std::string_view letters, std::size_t limit = 3);

/// Initials of the ways in which letters can be syllables and initials mixed ("jiankz": "jkz"), without the letters
/// themselves; at most `limit`.
std::vector<std::string> mixedInitials(std::string_view letters, std::size_t limit = 3);

/// The tokens of the index of titles that hold up to three initials; phrases of them find longer ones.
std::string initialsPhrase(std::string_view letters);
/// The same for whole syllables; the last may be the beginning of one.
std::string syllablePhrase(const std::vector<std::string>& syllables);

}  // namespace zhida::search::pinyin
