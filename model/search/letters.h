// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace zhida::search {

/// Where letters (a-z, no apostrophes) are read in a text, and how well: 1 is every letter, one character after the other,
/// from the beginning of a word; less for gaps, for letters that are left over, for a beginning inside a word.
struct LetterFit {
    double score = 0;
    /// [begin, end) in characters; empty when nothing fits.
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Each character is read by its whole syllable, its initial (zh, ch, sh: one letter or two) or, at the end of the letters,
/// by the beginning of its syllable: jkz, jiankz, jiankangzh all fit 健康证. All readings count; Latin letters and digits
/// read as themselves.
/// `before`: the character that was typed before the letters (健康zheng), 0 for none: a place after it is no worse than the
/// beginning of a word.
LetterFit fitLetters(std::u32string_view folded, std::string_view letters, char32_t before = 0);

}  // namespace zhida::search
