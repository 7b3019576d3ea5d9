// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::storage {

struct StoredRecord {
    std::int64_t row = 0;
    std::string kind;
    std::string key;
    std::int64_t stamp = 0;
    std::string body;  ///< empty: gone
};

/// Reference data and articles as they came: (kind, key) -> body. A record that is gone stays as an empty one, so that an
/// index which lags behind hears of it. In the caller's transaction.
class RecordTable {
public:
    explicit RecordTable(sqlite::Database& database);

    /// An empty body: gone. False when nothing has changed.
    bool put(std::string_view kind, std::string_view key, std::string_view body);
    [[nodiscard]] std::optional<std::string> get(std::string_view kind, std::string_view key) const;
    [[nodiscard]] std::optional<StoredRecord> row(std::int64_t row) const;
    /// Living ones of a kind in order of key.
    void each(std::string_view kind,
              const std::function<void(std::string_view key, std::string_view body)>& visit) const;
    /// Living ones of a kind whose key begins so, in order of key.
    void eachBeginning(std::string_view kind, std::string_view prefix,
                       const std::function<void(std::string_view key, std::string_view body)>& visit) const;
    /// Living ones with (kind, key) > the given, at most `limit` and no more after `bytes` of bodies.
    [[nodiscard]] std::vector<StoredRecord> after(std::string_view kind, std::string_view key, std::size_t limit,
                                                  std::size_t bytes) const;
    /// Changed since `stamp`, gone ones included, in order of stamp.
    [[nodiscard]] std::vector<StoredRecord> changedSince(std::string_view kind, std::int64_t stamp,
                                                         std::size_t limit) const;
    [[nodiscard]] std::int64_t lastStamp(std::string_view kind) const;

    void setGeneration(std::int64_t generation) { m_generation = generation; }
    /// Makes all records of another generation gone ones; true when there were any.
    bool dropOlderGenerations();
    /// The stamps are read anew; after a rollback.
    void discard() noexcept { m_stamp = -1; }

private:
    std::int64_t nextStamp();

    sqlite::Database& m_database;
    std::int64_t m_generation = 0;
    std::int64_t m_stamp = -1;  ///< -1: not read yet
};

}  // namespace zhida::storage
