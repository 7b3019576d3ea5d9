// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/index_tables.h"

#include "model/sqlite/transaction.h"

#include <sqlite3.h>

#include <optional>
#include <string>

namespace zhida::search {
namespace {

constexpr std::string_view kState =
    "CREATE TABLE IF NOT EXISTS search_state(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID";

std::int64_t shapeOf(sqlite::Database& database, std::string_view name) {
    sqlite::Statement query = database.prepare("SELECT value FROM search_state WHERE name = ?1");
    return query.bindAll(name).step() ? query.integer(0) : 0;
}

std::string toFts(std::string_view table, std::string_view command) {
    const std::string name(table);
    return "INSERT INTO " + name + "(" + name + ") VALUES('" + std::string(command) + "')";
}

/// More is gathered in memory and merged later than FTS5 does by itself: a load takes two thirds of the time.
void tune(sqlite::Database& database, std::string_view table) {
    const std::string name(table);
    const std::string into = "INSERT INTO " + name + "(" + name + ", rank) ";
    database.exec(into + "VALUES('hashsize', 8000000); " + into + "VALUES('automerge', 8)");
}

}  // namespace

void makeTables(sqlite::Database& database, const IndexTables& tables) {
    if (sqlite3_db_readonly(database.handle(), "main") != 0) {
        return;
    }
    database.exec(kState);
    database.exec(tables.schema);
    if (shapeOf(database, tables.name) != tables.shape) {
        rebuildTables(database, tables);
    }
}

void rebuildTables(sqlite::Database& database, const IndexTables& tables) {
    std::optional<sqlite::Transaction> own;
    if (!database.inTransaction()) {
        own.emplace(database);
    }
    for (const std::string_view trigger : tables.triggers) {
        database.exec("DROP TRIGGER IF EXISTS " + std::string(trigger));
    }
    for (const std::string_view table : tables.derived) {
        database.exec("DROP TABLE IF EXISTS " + std::string(table));
    }
    database.exec(tables.schema);
    for (const std::string_view table : tables.fts) {
        tune(database, table);
        database.exec(toFts(table, "rebuild"));
    }
    database.prepare("INSERT OR REPLACE INTO search_state VALUES(?1, ?2)").bindAll(tables.name, tables.shape).run();
    if (own) {
        own->commit();
    }
}

bool areSound(sqlite::Database& database, const IndexTables& tables) {
    try {
        for (const std::string_view table : tables.fts) {
            database.exec(toFts(table, "integrity-check"));
        }
        return true;
    } catch (const sqlite::Failure& failure) {
        if (!isDamage(failure)) {
            throw;
        }
        return false;
    }
}

bool isDamage(const sqlite::Failure& failure) { return failure.code == SQLITE_CORRUPT; }

}  // namespace zhida::search
