// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

/// How alike two titles are, and which of many is most like another.
namespace zhida::domain {

/// Per cent of the pairs of neighbouring characters of the shorter title that the other has as well; signs and blanks do not count.
/// Titles of less than four characters are alike only when they are the same.
int likenessOf(std::string_view title, std::string_view other);

/// A title as it is compared: its pairs of neighbouring characters, each once, rising.
using TitlePairs = std::vector<std::uint64_t>;
TitlePairs pairsOf(std::string_view title);

/// Titles by their pairs of neighbouring characters. One thread.
class TitleIndex {
public:
    struct Match {
        std::size_t place = 0;  ///< of add(), from 0
        int percent = 0;
    };

    void add(const TitlePairs& title);
    /// The one most like `title` among those from place `from` on, if it is alike by `least` per cent; of several the first.
    [[nodiscard]] std::optional<Match> best(const TitlePairs& title, int least, std::size_t from = 0);

private:
    std::vector<std::size_t> m_sizes;   ///< pairs of each title
    std::vector<std::size_t> m_common;  ///< scratch: pairs shared with the title asked for
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_having;  ///< places by pair, rising
};

}  // namespace zhida::domain
