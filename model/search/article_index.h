// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/dictionary.h"
#include "model/search/hit.h"
#include "model/search/text_search.h"
#include "model/sqlite/database.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::search {

struct ArticleText {
    std::int64_t rowid = 0;
    std::string_view title{};
    /// Aliases and question variants, one a line.
    std::string_view aliases{};
    std::string_view keywords{};
    std::string_view body{};
    std::string region{};
    std::string unit{};
    /// Valid today; others are found only when they are asked for.
    bool live = true;
};

struct ArticleQuery {
    std::string text{};
    /// The caller's region and the agent's own unit: articles of them come a little sooner, then those of the places around
    /// (county, city, province); those of other places later.
    std::string region{};
    std::string unit{};
    int limit = 10;
    /// Every part between blanks as it stands: no synonyms, no pinyin, nothing left out.
    bool exact = false;
    /// Also articles that are not valid today, further down.
    bool withOutdated = false;
    /// Ends the search as interrupt() does, and no other statement of the connection.
    std::stop_token stop{};
};

/// Full-text index of the knowledge base, in tables kb_*. A file whose index has another shape (an older program made it) is
/// indexed anew when it is opened for writing. Used on the thread of its connection; interrupt() on that
/// connection ends a search with a sqlite::Failure for which isInterrupt() holds. Any text is a valid query.
class ArticleIndex {
public:
    /// Registers the search functions and makes the tables if they are missing and the connection may write.
    explicit ArticleIndex(sqlite::Database& database);
    /// For a migration; every statement has IF NOT EXISTS.
    static std::string schemaSql();

    /// Adds the article or replaces the one with this rowid. In the caller's transaction.
    void put(const ArticleText& article);
    void remove(std::int64_t rowid);
    /// After many changes: counts frequent terms anew. Some 0.3 s for 50,000 articles.
    void refreshStatistics();
    /// The same once the index has grown or shrunk by a tenth since the last time; else it costs nothing.
    void refreshStatisticsIfDue();
    /// False when the index is damaged; see isDamage(). Reads all of it: some 0.1 s for 5,000 articles.
    [[nodiscard]] bool isSound();
    /// Makes the index anew from the texts it was given. Some 5 s for 50,000 articles.
    void rebuild();
    /// After a first load: one segment instead of several.
    void optimize();

    /// Best first.
    [[nodiscard]] std::vector<Hit> search(const ArticleQuery& query, const Dictionary& dictionary) const;

private:
    sqlite::Database& m_database;
    mutable TextSearch m_text;
    mutable TextSearch m_titles;
};

}  // namespace zhida::search
