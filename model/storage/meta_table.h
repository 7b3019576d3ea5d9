// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhida::storage {

/// Single values of the file, by key (table meta). In the caller's transaction.
class MetaTable {
public:
    explicit MetaTable(sqlite::Database& database) : m_database(database) {}

    [[nodiscard]] std::optional<std::string> get(std::string_view key) const;
    void set(std::string_view key, std::string_view value);
    void remove(std::string_view key);
    /// 0 when there is none.
    [[nodiscard]] std::int64_t number(std::string_view key) const;
    void setNumber(std::string_view key, std::int64_t value);

private:
    sqlite::Database& m_database;
};

}  // namespace zhida::storage
