// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/query_plan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::search {

/// How much of one text's words another text has: pairs of Han characters and whole words, each worth its rarity. What stands
/// in every text (the phrases a form brings along) is worth nearly nothing.
class WordSet {
public:
    WordSet(std::string_view text, const Dictionary& dictionary, TermStatistics& statistics);

    struct Shared {
        /// 0…1 of what this text's words are worth.
        double share = 0;
        /// What both have, as it is written here: the weightiest first, at most five.
        std::vector<std::string> words;
    };
    [[nodiscard]] Shared sharedWith(std::string_view other) const;
    /// The same with a text of which only the numbers are known (wordNumbers).
    [[nodiscard]] Shared sharedWith(const std::vector<std::uint32_t>& numbers) const;
    /// Too few words to tell one matter from another.
    [[nodiscard]] bool isVague() const { return m_words.size() < kLeastWords; }

    static constexpr std::size_t kLeastWords = 4;

private:
    struct Word {
        std::u32string text;
        std::size_t begin;
        std::size_t end;
        double worth;
        std::uint32_t number;
    };
    template <class Has>
    [[nodiscard]] Shared sharedBy(Has has) const;
    void add(std::size_t begin, std::size_t end, const Dictionary& dictionary, TermStatistics& statistics);
    [[nodiscard]] std::vector<std::string> weightiest(const std::vector<const Word*>& found) const;

    ParsedQuery m_query;
    std::vector<Word> m_words;
    double m_total = 0;
};

/// The words of a text as numbers, rising, each once, of long texts the first kMostWordNumbers: enough to tell that another text is
/// alike, not to read it. The same on every machine and in every version.
std::vector<std::uint32_t> wordNumbers(std::string_view text, const Dictionary& dictionary);
inline constexpr std::size_t kMostWordNumbers = 200;

}  // namespace zhida::search
