// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace zhida::search {

/// Names of an FTS5 table, its fts5vocab table of type `row`, and a table (term, n) of the counts of frequent terms.
struct IndexNames {
    std::string fts;
    std::string vocabulary;
    /// Empty when there is none.
    std::string frequent;
};

/// In how many documents a term is, kept in memory until the file changes. Lists of frequent terms are not walked again
/// for every search: their counts come from the table, which may be a little behind.
class TermStatistics {
public:
    TermStatistics(sqlite::Database& database, IndexNames names);

    /// Documents of the index.
    [[nodiscard]] double rows();
    [[nodiscard]] double documents(const std::string& term);
    /// ln(1 + (N - n + 0.5) / (n + 0.5))
    [[nodiscard]] double idf(const std::string& term);
    /// In how many documents about a Han character is: by the pairs it begins.
    [[nodiscard]] double documentsWithChar(char32_t folded);
    [[nodiscard]] double idfOfChar(char32_t folded);
    /// Tokens of a document, on the average; at least 1.
    [[nodiscard]] double averageLength();
    /// Tokens of one document.
    [[nodiscard]] double length(std::int64_t rowid);
    /// Drops what is kept when another connection has written since; call once a search.
    void refresh();
    /// Counts the frequent terms anew. Needs a connection that may write.
    void recount();
    /// The number of documents has changed by a tenth since.
    [[nodiscard]] bool isRecountDue();

    [[nodiscard]] const IndexNames& names() const { return m_names; }

private:
    double lookUp(const std::string& term);
    double withOneOf(double documents);
    double sumOfPairs(const std::string& character);
    void readAverages();

    sqlite::Database& m_database;
    IndexNames m_names;
    std::int64_t m_version = -1;
    double m_rows = -1;
    double m_averageLength = 1;
    std::unordered_map<std::string, double> m_documents;
};

}  // namespace zhida::search
