// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/word_set.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <unordered_set>

namespace zhida::search {
namespace {

constexpr std::size_t kMostChars = 2000;
constexpr std::size_t kMostShown = 5;

/// Visits the pairs and words of a text.
template <class Visit>
void eachWord(std::u32string_view text, Visit visit) {
    for (const Run& run : runsOf(text)) {
        if (run.kind == CharKind::word) {
            visit(text.substr(run.begin, run.length()));
        }
        for (std::size_t i = run.begin; run.kind == CharKind::han && i + 1 < run.end; ++i) {
            visit(text.substr(i, 2));
        }
    }
}

bool hasWeak(std::u32string_view word, const Dictionary& dictionary) {
    return std::any_of(word.begin(), word.end(), [&dictionary](char32_t c) { return dictionary.isWeak(c); });
}

/// FNV-1a.
std::uint32_t numberOf(std::u32string_view word) {
    std::uint32_t number = 2166136261U;
    for (const char byte : toUtf8(word)) {
        number = (number ^ static_cast<std::uint8_t>(byte)) * 16777619U;
    }
    return number;
}

}  // namespace

WordSet::WordSet(std::string_view text, const Dictionary& dictionary, TermStatistics& statistics)
    : m_query(text, dictionary) {
    for (const Run& run : m_query.runs()) {
        if (run.kind == CharKind::word && run.length() > 1) {
            add(run.begin, run.end, dictionary, statistics);
        }
        for (std::size_t i = run.begin; run.kind == CharKind::han && i + 1 < run.end; ++i) {
            add(i, i + 2, dictionary, statistics);
        }
    }
}

void WordSet::add(std::size_t begin, std::size_t end, const Dictionary& dictionary, TermStatistics& statistics) {
    const std::u32string_view text = m_query.core().substr(begin, end - begin);
    const auto same = [text](const Word& known) { return known.text == text; };
    if (!hasWeak(text, dictionary) && std::none_of(m_words.begin(), m_words.end(), same)) {
        m_words.push_back({std::u32string(text), begin, end, statistics.idf(toUtf8(text)), numberOf(text)});
        m_total += m_words.back().worth;
    }
}

template <class Has>
WordSet::Shared WordSet::sharedBy(Has has) const {
    std::vector<const Word*> found;
    double worth = 0;
    for (const Word& word : m_words) {
        if (has(word)) {
            found.push_back(&word);
            worth += word.worth;
        }
    }
    return {m_total > 0 ? worth / m_total : 0, weightiest(found)};
}

WordSet::Shared WordSet::sharedWith(std::string_view other) const {
    const FoldedText folded = foldText(utf8::prefix(other, kMostChars));
    std::unordered_set<std::u32string_view> theirs;
    eachWord(folded.view(), [&theirs](std::u32string_view word) { theirs.insert(word); });
    return sharedBy([&theirs](const Word& word) { return theirs.count(word.text) != 0; });
}

WordSet::Shared WordSet::sharedWith(const std::vector<std::uint32_t>& numbers) const {
    return sharedBy(
        [&numbers](const Word& word) { return std::binary_search(numbers.begin(), numbers.end(), word.number); });
}

std::vector<std::uint32_t> wordNumbers(std::string_view text, const Dictionary& dictionary) {
    const FoldedText folded = foldText(utf8::prefix(text, kMostChars));
    std::vector<std::uint32_t> numbers;
    eachWord(folded.view(), [&](std::u32string_view word) {
        if (word.size() > 1 && !hasWeak(word, dictionary) && numbers.size() < kMostWordNumbers) {
            const std::uint32_t number = numberOf(word);
            const auto place = std::lower_bound(numbers.begin(), numbers.end(), number);
            if (place == numbers.end() || *place != number) {
                numbers.insert(place, number);
            }
        }
    });
    return numbers;
}

/// Overlapping pairs joined to what was written.
std::vector<std::string> WordSet::weightiest(const std::vector<const Word*>& found) const {
    struct Piece {
        std::size_t begin;
        std::size_t end;
        double worth;
    };
    std::vector<Piece> pieces;
    for (const Word* const word : found) {
        if (!pieces.empty() && word->begin < pieces.back().end) {
            pieces.back().end = word->end;
            pieces.back().worth += word->worth;
        } else {
            pieces.push_back({word->begin, word->end, word->worth});
        }
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.worth > b.worth; });
    pieces.resize(std::min(pieces.size(), kMostShown));
    std::vector<std::string> words;
    for (const Piece& each : pieces) {
        words.push_back(m_query.original(each.begin, each.end));
    }
    return words;
}

}  // namespace zhida::search
