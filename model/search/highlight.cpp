// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/highlight.h"

#include "model/search/letters.h"
#include "model/search/query_plan.h"

#include <algorithm>
#include <unordered_set>

namespace zhida::search {
namespace {

constexpr double kGoodFit = 0.6;

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

std::uint64_t pairKey(char32_t first, char32_t second) { return (static_cast<std::uint64_t>(first) << 32U) | second; }

/// What is looked for, out of the query.
class Pattern {
public:
    Pattern(std::string_view text, const Dictionary& dictionary) : m_query(text, dictionary) {
        for (const Run& run : m_query.runs()) {
            add(run);
        }
        for (const Dictionary::Match& match : dictionary.synonymsIn(m_query.core())) {
            const auto& group = dictionary.group(match.group);
            m_synonyms.insert(m_synonyms.end(), group.begin(), group.end());
        }
    }

    [[nodiscard]] Ranges marksIn(const FoldedText& text) const {
        Ranges out;
        for (const Run& run : runsOf(text.view())) {
            run.kind == CharKind::han ? markHan(text.view(), run, out) : markWord(text.view(), run, out);
        }
        for (const std::u32string& word : m_synonyms) {
            for (auto at = text.chars.find(word); at != std::u32string::npos; at = text.chars.find(word, at + 1)) {
                out.emplace_back(at, at + word.size());
            }
        }
        return out;
    }
    void markSound(const FoldedText& text, Ranges& out) const {
        for (const Run& run : m_query.letterRuns()) {
            const char32_t before = run.begin > 0 ? m_query.core()[run.begin - 1] : 0;
            const LetterFit fit = fitLetters(text.view(), m_query.lettersOf(run), before);
            if (fit.score >= kGoodFit) {
                out.emplace_back(fit.begin, fit.end);
            }
        }
    }

private:
    void add(const Run& run) {
        const std::u32string_view text = m_query.core().substr(run.begin, run.length());
        if (run.kind == CharKind::word) {
            m_words.emplace_back(text);
            m_unfinished = run.end == m_query.core().size() && run.length() > 1;
        } else if (run.length() == 1) {
            m_singles.insert(text.front());
        }
        for (std::size_t i = 0; run.kind == CharKind::han && i + 1 < text.size(); ++i) {
            m_pairs.insert(pairKey(text[i], text[i + 1]));
        }
    }
    void markHan(std::u32string_view text, const Run& run, Ranges& out) const {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (i + 1 < run.end && m_pairs.count(pairKey(text[i], text[i + 1])) != 0) {
                out.emplace_back(i, i + 2);
            } else if (m_singles.count(text[i]) != 0) {
                out.emplace_back(i, i + 1);
            }
        }
    }
    void markWord(std::u32string_view text, const Run& run, Ranges& out) const {
        const std::u32string_view own = text.substr(run.begin, run.length());
        for (const std::u32string& word : m_words) {
            const bool begins = m_unfinished && &word == &m_words.back() && own.substr(0, word.size()) == word;
            if (own == word || begins) {
                out.emplace_back(run.begin, run.begin + word.size());
            }
        }
    }

    ParsedQuery m_query;
    std::unordered_set<std::uint64_t> m_pairs;
    std::unordered_set<char32_t> m_singles;
    std::vector<std::u32string> m_words;
    /// The last word may be the beginning of one.
    bool m_unfinished = false;
    std::vector<std::u32string> m_synonyms;
};

std::vector<std::pair<std::uint32_t, std::uint32_t>> toBytes(Ranges ranges, const FoldedText& text) {
    std::sort(ranges.begin(), ranges.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const auto& [begin, end] : ranges) {
        const std::uint32_t from = text.at[begin];
        const std::uint32_t to = text.at[end];
        if (!out.empty() && from <= out.back().second) {
            out.back().second = std::max(out.back().second, to);
        } else {
            out.emplace_back(from, to);
        }
    }
    return out;
}

}  // namespace

Marks highlight(std::string_view queryText, const Dictionary& dictionary, std::string_view title,
                std::string_view body) {
    const Pattern pattern(queryText, dictionary);
    const FoldedText foldedTitle = foldText(title);
    const FoldedText foldedBody = foldText(body);
    Ranges inTitle = pattern.marksIn(foldedTitle);
    pattern.markSound(foldedTitle, inTitle);
    return {toBytes(std::move(inTitle), foldedTitle), toBytes(pattern.marksIn(foldedBody), foldedBody)};
}

}  // namespace zhida::search
