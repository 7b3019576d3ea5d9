// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/letters.h"

#include "model/search/fold.h"
#include "model/search/pinyin.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace zhida::search {
namespace {

constexpr std::size_t kMostLetters = 32;
constexpr std::size_t kMostChars = 200;
constexpr std::size_t kWidestGap = 8;
constexpr double kGap = 0.6;
constexpr double kSkipped = 0.1;
constexpr double kInsideWord = 0.25;
constexpr double kDense = 0.1;

/// Lengths that a character may take of the letters at `at`, as bits; bit 0 is never set.
std::uint32_t lengthsOf(char32_t c, std::string_view letters, std::size_t at) {
    const std::string_view rest = letters.substr(at);
    if (c < 128 && kindOf(c) == CharKind::word) {
        return rest.front() == static_cast<char>(c) ? 2U : 0U;
    }
    std::uint32_t lengths = 0;
    for (const std::string_view reading : pinyin::readings(c)) {
        const auto differ = std::mismatch(reading.begin(), reading.end(), rest.begin(), rest.end());
        const auto same = static_cast<std::size_t>(differ.first - reading.begin());
        const bool twoLetters = reading.size() > 1 && reading[1] == 'h';
        lengths |= same >= 1 ? 2U : 0U;
        lengths |= same >= 2 && twoLetters ? 4U : 0U;
        lengths |= same == reading.size() || (same > 0 && same == rest.size()) ? 1U << same : 0U;
    }
    return lengths;
}

/// The best ways to have read the first i letters, the last of them with character j.
class Alignment {
public:
    Alignment(std::u32string_view text, std::string_view letters, char32_t before)
        : m_text(text.substr(0, kMostChars)),
          m_letters(letters),
          m_before(before),
          m_cells(m_text.size() * (letters.size() + 1)) {
        for (std::size_t j = 0; j < m_text.size(); ++j) {
            for (std::size_t i = 0; i < m_letters.size(); ++i) {
                extend(j, i);
            }
        }
    }
    [[nodiscard]] LetterFit best() const {
        LetterFit fit;
        const auto count = static_cast<double>(m_letters.size());
        for (std::size_t j = 0; j < m_text.size(); ++j) {
            for (std::size_t i = 1; i <= m_letters.size(); ++i) {
                const Cell& cell = at(j, i);
                const double share = static_cast<double>(i) / count;
                if (cell.value <= 0 || share < 0.5) {
                    continue;
                }
                // Letters that are left over say that something else was meant.
                const double dense = static_cast<double>(j + 1 - cell.begin) / static_cast<double>(m_text.size());
                const double score = (cell.value / count) * share * (1 - kDense + kDense * dense);
                if (score > fit.score) {
                    fit = {score, cell.begin, j + 1};
                }
            }
        }
        return fit;
    }

private:
    struct Cell {
        double value = 0;
        std::size_t begin = 0;
    };
    [[nodiscard]] const Cell& at(std::size_t j, std::size_t i) const { return m_cells[j * (m_letters.size() + 1) + i]; }
    /// Character j takes letters from i on.
    void extend(std::size_t j, std::size_t i) {
        const std::uint32_t lengths = lengthsOf(m_text[j], m_letters, i);
        if (lengths == 0) {
            return;
        }
        const Cell before = i == 0 ? start(j) : bestBefore(j, i);
        if (i > 0 && before.value <= 0) {
            return;
        }
        for (std::size_t length = 1; i + length <= m_letters.size() && (lengths >> length) != 0; ++length) {
            Cell& cell = m_cells[j * (m_letters.size() + 1) + i + length];
            const double value = before.value + static_cast<double>(length);
            if ((lengths >> length & 1U) != 0 && value > cell.value) {
                cell = {value, before.begin};
            }
        }
    }
    [[nodiscard]] Cell start(std::size_t j) const {
        const bool inside = j > 0 && kindOf(m_text[j - 1]) != CharKind::separator && m_text[j - 1] != m_before;
        return {inside ? -kInsideWord : 0, j};
    }
    [[nodiscard]] Cell bestBefore(std::size_t j, std::size_t i) const {
        Cell best;
        for (std::size_t gap = 0; gap <= std::min(kWidestGap, j == 0 ? 0 : j - 1) && gap < j; ++gap) {
            const Cell& cell = at(j - 1 - gap, i);
            const double value = cell.value - (gap > 0 ? kGap + kSkipped * static_cast<double>(gap) : 0);
            if (cell.value > 0 && value > best.value) {
                best = {value, cell.begin};
            }
        }
        return best;
    }

    std::u32string_view m_text;
    std::string_view m_letters;
    char32_t m_before;
    std::vector<Cell> m_cells;
};

}  // namespace

LetterFit fitLetters(std::u32string_view folded, std::string_view letters, char32_t before) {
    if (folded.empty() || letters.size() < 2 || letters.size() > kMostLetters) {
        return {};
    }
    return Alignment(folded, letters, before).best();
}

}  // namespace zhida::search
