// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/sqlite/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace zhida::storage {

struct DraftRow {
    std::string key;
    std::string form;
    std::string fields;
    Instant savedAt;
};

/// What is being typed. In the caller's transaction.
class DraftTable {
public:
    explicit DraftTable(sqlite::Database& database) : m_database(database) {}

    void put(const DraftRow& draft);
    void remove(std::string_view key);
    /// The latest first.
    [[nodiscard]] std::vector<DraftRow> all() const;

private:
    sqlite::Database& m_database;
};

}  // namespace zhida::storage
