// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/dictionary.h"
#include "model/search/fold.h"
#include "model/search/term_statistics.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zhida::search {

/// What was typed, folded, with stop phrases blanked out. Of a very long text only the beginning counts.
class ParsedQuery {
public:
    static constexpr std::size_t kMostChars = 400;

    ParsedQuery(std::string_view text, const Dictionary& dictionary);

    [[nodiscard]] bool empty() const { return m_runs.empty(); }
    /// One run of at most four Han characters, or one word: it is looked up as it stands.
    [[nodiscard]] bool isShort() const;
    /// Folded, before stop phrases were cut.
    [[nodiscard]] std::u32string_view whole() const { return m_text.chars; }
    [[nodiscard]] std::u32string_view core() const { return m_core; }
    [[nodiscard]] const std::vector<Run>& runs() const { return m_runs; }
    /// What was typed between two characters.
    [[nodiscard]] std::string original(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t hanChars() const;
    /// The runs that pinyin can be typed in: of two letters (a-z) or more, or syllables with numbers for tones.
    [[nodiscard]] std::vector<Run> letterRuns() const;
    /// Of one of them, without tones.
    [[nodiscard]] std::string lettersOf(const Run& run) const;

private:
    std::string m_original;
    FoldedText m_text;
    std::u32string m_core;
    std::vector<Run> m_runs;
};

struct PlanTerm {
    /// Goes into the expression between quotes; has no quote in it.
    std::string phrase;
    bool prefix = false;
    double weight = 0;
    std::uint64_t slots = 0;
    /// The part of the query it stands for, in characters.
    std::size_t begin = 0;
    std::size_t end = 0;
    /// The other word, when the term is a synonym of that part or, in a plan of sounds, the word it spells.
    std::string synonym;
};

struct QueryPlan {
    std::vector<PlanTerm> terms;
    std::vector<double> slotWeights;
    /// All terms must be there, or any.
    bool all = false;

    [[nodiscard]] bool empty() const { return terms.empty(); }
    [[nodiscard]] bool isRoom() const;
    /// The bit of a new slot.
    std::uint64_t newSlot(double slotWeight);
    /// For MATCH. Never a syntax error: the phrases hold letters, digits, Han characters, blanks, ' and . only.
    [[nodiscard]] std::string expression() const;
};

/// In more documents than this a word says little and costs much. In a small index everything is of use.
double mostDocuments(TermStatistics& statistics);

/// Every part between blanks as a phrase; finds what LIKE finds, after folding, when the words are cut at the same places.
QueryPlan planExact(const ParsedQuery& query);
/// The one run of a short query as a phrase, and its synonyms.
QueryPlan planPhrase(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics);
/// Pairs and words, without those that are in too many documents, and synonyms.
QueryPlan planWords(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics);

// Against the index of titles (kb_py):
/// Runs of letters as initials, syllables or both mixed. `loosely`: any part of them.
QueryPlan planLetters(const ParsedQuery& query, bool loosely);
/// Han characters by their sound: finds 健康证 for 建康证.
QueryPlan planHomophones(const ParsedQuery& query, TermStatistics& statistics);
/// Han characters one by one, without weak ones and those that are in too many titles.
QueryPlan planTitleChars(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics);

/// The one run of Han characters of a short query, when it is in so many texts that the titles are enough; else empty.
QueryPlan planTitlePhrase(const ParsedQuery& query, TermStatistics& texts);

// Against the index of texts:
/// Words of the dictionary that are spelled as the letters of the query, and their synonyms. `loosely`: pieces of them.
QueryPlan planSpelled(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics, bool loosely);

}  // namespace zhida::search
