// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/dictionary.h"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::search {

/// Byte ranges [begin, end) of the original texts, sorted, apart from each other, never half a character.
struct Marks {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> title;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> body;
};

/// What in the texts made them a hit: pairs and words of the query, synonyms, and in the title what was typed as pinyin.
/// Pure; any thread. Works from the text alone: FTS5's highlight() repeats text where tokens overlap.
Marks highlight(std::string_view queryText, const Dictionary& dictionary, std::string_view title,
                std::string_view body);

}  // namespace zhida::search
