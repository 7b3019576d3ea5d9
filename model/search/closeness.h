// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/dictionary.h"
#include "model/search/query_plan.h"
#include "model/search/term_statistics.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::search {

/// The characters of a query and how much each of them says; compares them with the whole text of a candidate.
/// Finds what pairs miss: characters in another order, words cut short, one character wrong.
class Closeness {
public:
    /// More characters than this, and single ones say nothing any more.
    static constexpr std::size_t kMostChars = 60;

    Closeness(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& texts);

    /// Folded.
    struct Texts {
        /// Title and aliases.
        std::u32string_view titles;
        std::u32string_view keywords;
        std::u32string_view body;
    };
    /// 0…1: BM25F of the characters as a share of the best that can be.
    /// `covered`: [begin, end) of the query that a synonym stands for.
    [[nodiscard]] double of(const Texts& texts, const std::vector<std::pair<std::size_t, std::size_t>>& covered) const;
    /// Those of them that a text has, in the order of the query.
    [[nodiscard]] std::string charsIn(std::u32string_view folded) const;
    [[nodiscard]] bool empty() const { return m_total <= 0; }

private:
    struct Char {
        char32_t text;
        double weight;
        /// Its first place in the query.
        std::size_t at;
    };
    std::vector<Char> m_chars;
    double m_total = 0;
    double m_averageLength = 1;
};

}  // namespace zhida::search
