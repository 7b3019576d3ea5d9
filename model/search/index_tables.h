// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"
#include "model/sqlite/failure.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace zhida::search {

/// The FTS5 tables behind one table of texts. They hold nothing of their own: they can be made anew from the texts at any
/// time, after a change of their shape (columns, tokens, folding, readings) or after damage.
struct IndexTables {
    /// Of the row in search_state that says which shape the file has.
    std::string_view name;
    /// One more whenever a token of any document could come out differently.
    std::int64_t shape;
    /// Statements with IF NOT EXISTS.
    std::string_view schema;
    std::vector<std::string_view> triggers;
    /// Tables that go; those of fts5vocab before what they show.
    std::vector<std::string_view> derived;
    /// Of `derived`, those filled by FTS5's `rebuild`.
    std::vector<std::string_view> fts;
};

/// Makes what is missing; makes the index anew when the file has another shape. Does nothing on a read-only connection.
void makeTables(sqlite::Database& database, const IndexTables& tables);
/// Drops the index and fills it from the texts. In a transaction of its own, or in the caller's.
void rebuildTables(sqlite::Database& database, const IndexTables& tables);
/// False when an index contradicts itself. Reads all of it.
bool areSound(sqlite::Database& database, const IndexTables& tables);
/// What a search or a change throws when the index is damaged.
bool isDamage(const sqlite::Failure& failure);

}  // namespace zhida::search
