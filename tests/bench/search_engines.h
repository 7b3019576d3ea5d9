// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/dictionary.h"
#include "tests/bench/judged_set.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// Our search and what it is measured against, behind one face.
namespace zhida::bench {

class SearchEngine {
public:
    SearchEngine() = default;
    virtual ~SearchEngine() = default;
    SearchEngine(const SearchEngine&) = delete;
    SearchEngine& operator=(const SearchEngine&) = delete;

    [[nodiscard]] virtual std::string name() const = 0;
    virtual void index(const std::vector<JudgedArticle>& articles) = 0;
    /// Positions in what was indexed, best first, at most ten.
    virtual std::vector<std::size_t> find(const std::string& query) = 0;
};

std::unique_ptr<SearchEngine> makeZhida(const std::filesystem::path& file, const search::Dictionary& dictionary);

enum class Fts5Tokens {
    unicode61,  ///< SQLite's default: a run of Han characters is one token
    trigram,    ///< SQLite's own, three characters a token
    bigram      ///< pairs of Han characters
};
/// FTS5 over all texts of an article as one column, OR of the query's tokens, ranked by bm25().
std::unique_ptr<SearchEngine> makeFts5(const std::filesystem::path& file, Fts5Tokens tokens);

/// OR of the tokens that Xapian's own CJK n-grams make. Null when Xapian was not there at build time.
std::unique_ptr<SearchEngine> makeXapian(const std::filesystem::path& folder);

/// pg_trgm's word_similarity over every row. `uri` for psql, which must be installed; one table, dropped at the end. The times are
/// those of starting psql and say nothing.
std::unique_ptr<SearchEngine> makePostgres(const std::filesystem::path& folder, const std::string& uri);

}  // namespace zhida::bench
