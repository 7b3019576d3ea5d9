// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/article_index.h"

#include <unordered_map>

namespace zhida::search {

/// One search over the articles: text and pinyin candidates, joined, boosted, explained. Lives for the call.
class ArticleRanking {
public:
    ArticleRanking(sqlite::Database& database, TextSearch& text, TextSearch& pinyin, const ArticleQuery& query,
                   const Dictionary& dictionary);
    [[nodiscard]] std::vector<Hit> hits();

private:
    struct Candidate {
        double text = 0;
        double sound = 0;
        std::uint64_t textTerms = 0;
        std::uint64_t letterTerms = 0;
        std::uint64_t soundTerms = 0;
        double score = 0;
        bool exactTitle = false;
    };
    void findText(const Dictionary& dictionary);
    void findSound();
    void weigh(std::int64_t rowid, Candidate& candidate);
    [[nodiscard]] std::vector<std::string> why(const Candidate& candidate) const;
    [[nodiscard]] bool isTitle(std::string_view title, std::string_view aliases) const;

    sqlite::Database& m_database;
    TextSearch& m_text;
    TextSearch& m_pinyin;
    const ArticleQuery& m_query;
    ParsedQuery m_parsed;
    std::size_t m_limit;
    std::u32string m_bare;
    QueryPlan m_textPlan;
    QueryPlan m_letterPlan;
    QueryPlan m_soundPlan;
    std::unordered_map<std::int64_t, Candidate> m_candidates;
};

}  // namespace zhida::search
