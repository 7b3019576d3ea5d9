// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/domain/article.h"
#include "model/search/article_index.h"
#include "model/sqlite/database.h"
#include "model/storage/record_table.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace zhida::storage {

/// Articles are records of this kind.
inline constexpr std::string_view kArticleKind = "article";

/// Reads articles; any connection.
class ArticleReader {
public:
    explicit ArticleReader(sqlite::Database& database);

    /// By key or by the source's id; the key goes first. A source's id is known once the index has caught up.
    [[nodiscard]] std::optional<domain::Article> find(std::string_view keyOrSourceId) const;
    [[nodiscard]] std::optional<domain::Article> byRow(std::int64_t row) const;
    /// Articles have changed, or a day has begun, since the index was last brought up to date.
    [[nodiscard]] bool lags(Day today) const;

private:
    sqlite::Database& m_database;
    RecordTable m_records;
};

/// Keeps the search index of articles behind the records. In the caller's transaction.
class ArticleStore {
public:
    explicit ArticleStore(sqlite::Database& database);

    /// Indexes up to `limit` changed articles, and turns over what begins or ends to be valid `today`;
    /// true when nothing is left to do.
    bool catchUp(Day today, std::size_t limit);
    [[nodiscard]] search::ArticleIndex& index() { return m_index; }

private:
    void indexRecord(const StoredRecord& record, const std::string& today);
    void turnOver(const std::string& today);

    sqlite::Database& m_database;
    RecordTable m_records;
    search::ArticleIndex m_index;
};

}  // namespace zhida::storage
