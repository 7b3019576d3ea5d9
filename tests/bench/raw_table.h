// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

/// The limit that SQLite itself sets: the same rows in one bare table of the same file settings.
namespace zhida::bench {

/// (id, bytes) of some tickets.
using RawRows = std::vector<std::pair<std::string, std::string>>;

/// Inserts the rows into a table with a unique id, `batch` a transaction, WAL and FULL. Returns seconds.
double insertRaw(const std::filesystem::path& file, const RawRows& rows, std::size_t batch);

/// One durable commit after the other of one small row.
class RawCommits {
public:
    explicit RawCommits(const std::filesystem::path& file);
    void once();

private:
    sqlite::Database m_database;
};

/// Seconds of one of them: the median of `count`.
double commitRaw(const std::filesystem::path& file, std::size_t count);

}  // namespace zhida::bench
