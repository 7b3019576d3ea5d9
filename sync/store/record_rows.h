// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/log_rows.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {

/// Reference data and articles as they are now.
class RecordRows {
public:
    RecordRows(sqlite::Database& database, LogRows& log) : m_database(database), m_log(log) {}

    /// As ServerStore::appendRecord.
    std::uint64_t put(std::string_view kind, std::string_view key, std::string_view body);
    [[nodiscard]] std::optional<std::string> get(std::string_view kind, std::string_view key);
    [[nodiscard]] std::vector<RecordRow> after(const RecordRow& after, std::size_t limit, std::size_t bytes);

private:
    sqlite::Database& m_database;
    LogRows& m_log;
};

}  // namespace zhida::sync
