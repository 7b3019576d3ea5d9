// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// What `generator/generate_tables.cpp` writes at build time.
namespace zhida::search::tables {

struct FoldPair {
    char32_t from;
    char32_t to;
};

/// Sorted by `from`: NFKC with case folding, traditional to simplified, Latin letters without marks; one code point to one, and
/// no `to` is a `from`. Source: ICU.
std::span<const FoldPair> folds();

/// All syllables of Hanyu Pinyin without tones, sorted; "ü" is "v".
std::span<const std::string_view> syllables();

/// Indices into syllables(), the commonest reading first; empty for what is not read. For folded characters of the
/// basic plane. Source: Unihan kHanyuPinlu, kMandarin, kTGHZ2013.
std::span<const std::uint16_t> readings(char32_t folded);

}  // namespace zhida::search::tables
