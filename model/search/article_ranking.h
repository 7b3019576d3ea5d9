// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/article_index.h"
#include "model/search/closeness.h"

#include <unordered_map>

namespace zhida::search {

/// One search over the articles: candidates by words, by the characters of titles and by sound are joined, the best of them
/// are read and compared with the query as a whole, boosted, explained. Lives for the call; statistics are fresh.
class ArticleRanking {
public:
    ArticleRanking(sqlite::Database& database, TextSearch& text, TextSearch& titles, const ArticleQuery& query,
                   const Dictionary& dictionary);
    [[nodiscard]] std::vector<Hit> hits();

private:
    struct Candidate {
        double text = 0;
        double spelled = 0;
        double titleChars = 0;
        double sound = 0;
        double letters = 0;
        std::uint64_t textTerms = 0;
        std::uint64_t spelledTerms = 0;
        std::uint64_t soundTerms = 0;
        /// "pinyin:jkz=健康证" for what letters stand for.
        std::vector<std::string> lettersRead;
        /// The characters of the query in the title, for what has none of its words.
        std::string charsRead;
        bool isTitle = false;
        double score = 0;
    };
    using Candidates = std::unordered_map<std::int64_t, Candidate>;
    using Order = std::vector<std::pair<std::int64_t, Candidate*>>;

    void findText();
    [[nodiscard]] TextSearch::Outcome findShort(std::size_t limit);
    void findTitleChars();
    void findSound();
    void findLetters();
    [[nodiscard]] Order promising();
    /// False when the article is not to be shown.
    bool weigh(std::int64_t rowid, Candidate& candidate);
    void compare(const Closeness::Texts& texts, Candidate& candidate) const;
    void readLetters(std::string_view titles, const FoldedText& folded, Candidate& candidate) const;
    [[nodiscard]] double boost(bool live, std::string_view region, std::string_view unit) const;
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> bySynonym(const Candidate& candidate) const;
    [[nodiscard]] std::vector<std::string> why(const Candidate& candidate) const;
    [[nodiscard]] bool isTitle(std::u32string_view lines) const;

    sqlite::Database& m_database;
    TextSearch& m_text;
    TextSearch& m_titles;
    const ArticleQuery& m_query;
    const Dictionary& m_dictionary;
    ParsedQuery m_parsed;
    std::size_t m_limit;
    std::u32string m_bare;
    QueryPlan m_textPlan;
    QueryPlan m_spelledPlan;
    bool m_hasLetters;
    bool m_titlesOnly = false;
    QueryPlan m_soundPlan;
    Candidates m_candidates;
    Closeness m_closeness;
};

}  // namespace zhida::search
