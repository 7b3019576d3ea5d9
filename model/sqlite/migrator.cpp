// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/migrator.h"

#include "model/base/ids.h"
#include "model/sqlite/transaction.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <stdexcept>

namespace zhida::sqlite {
namespace {

struct Applied {
    std::string name;
    std::string checksum;
};
using History = std::map<int, Applied>;

std::string checksumOf(const Migration& migration) { return Uuid::fromName(migration.sql).text(); }

bool hasTable(Database& db, std::string_view name) {
    Statement query = db.prepare("SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?1");
    query.bindAll(name);
    return query.step();
}

bool isEmpty(Database& db) { return !db.prepare("SELECT 1 FROM sqlite_schema").step(); }

History readHistory(Database& db) {
    History history;
    if (!hasTable(db, "schema_migration")) {
        return history;
    }
    Statement query = db.prepare("SELECT number, name, checksum FROM schema_migration");
    while (query.step()) {
        history[static_cast<int>(query.integer(0))] = {std::string(query.text(1)), std::string(query.text(2))};
    }
    return history;
}

Status checkHistory(const Database& db, const History& history, std::span<const Migration> known) {
    const int newest = known.empty() ? 0 : known.back().number;
    for (const auto& [number, applied] : history) {
        if (number > newest) {
            return Error("db.tooNew", {{"path", db.path().string()},
                                       {"found", std::to_string(history.rbegin()->first)},
                                       {"known", std::to_string(newest)}});
        }
    }
    for (const Migration& migration : known) {
        const auto found = history.find(migration.number);
        if (found != history.end() && found->second.checksum != checksumOf(migration)) {
            return Error("db.migrationChanged", {{"path", db.path().string()},
                                                 {"number", std::to_string(migration.number)},
                                                 {"name", std::string(migration.name)}});
        }
    }
    return done();
}

/// Foreign keys cannot be switched inside a transaction, and a step that rebuilds a table needs them off.
class WithoutForeignKeys {
public:
    explicit WithoutForeignKeys(Database& db) : m_db(db) { m_db.exec("PRAGMA foreign_keys=OFF"); }
    ~WithoutForeignKeys() { sqlite3_exec(m_db.handle(), "PRAGMA foreign_keys=ON", nullptr, nullptr, nullptr); }
    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;

private:
    Database& m_db;
};

void checkForeignKeys(Database& db, const Migration& migration) {
    Statement broken = db.prepare("PRAGMA foreign_key_check");
    if (broken.step()) {
        throw Failure(
            SQLITE_CONSTRAINT, SQLITE_CONSTRAINT_FOREIGNKEY, db.path().string(),
            "migration " + std::string(migration.name) + " breaks a foreign key of " + std::string(broken.text(0)));
    }
}

/// Does nothing when another process was quicker.
void apply(Database& db, const Migration& migration) {
    Transaction transaction(db);
    db.exec(
        "CREATE TABLE IF NOT EXISTS schema_migration(number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT "
        "NULL)");
    Statement note = db.prepare("INSERT OR IGNORE INTO schema_migration(number, name, checksum) VALUES(?1, ?2, ?3)");
    note.bindAll(migration.number, migration.name, checksumOf(migration)).run();
    if (db.changes() == 0) {
        return;
    }
    db.exec(migration.sql);
    checkForeignKeys(db, migration);
    transaction.commit();
}

std::filesystem::path copyBefore(Database& db, int number) {
    if (db.path().empty() || isEmpty(db)) {
        return {};
    }
    char suffix[24];
    std::snprintf(suffix, sizeof suffix, ".before-%04d", number);
    std::filesystem::path target = db.path();
    target += suffix;
    db.copyTo(target);
    return target;
}

}  // namespace

Result<MigrationReport> migrate(Database& database, std::span<const Migration> migrations) {
    const History history = readHistory(database);
    if (const Status status = checkHistory(database, history, migrations); !status) {
        return status.error();
    }
    MigrationReport report;
    report.before = report.after = history.empty() ? 0 : history.rbegin()->first;
    const WithoutForeignKeys off(database);
    bool first = true;
    for (const Migration& migration : migrations) {
        if (history.contains(migration.number)) {
            continue;
        }
        if (first) {
            report.copy = copyBefore(database, migration.number);
            first = false;
        }
        apply(database, migration);
        report.after = std::max(report.after, migration.number);
    }
    return report;
}

Migration migrationFrom(std::string_view fileName, std::string_view sql) {
    const std::size_t slash = fileName.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? fileName : fileName.substr(slash + 1);
    int number = 0;
    const auto end = std::from_chars(name.data(), name.data() + name.size(), number);
    if (end.ec != std::errc() || number <= 0) {
        throw std::invalid_argument("migration without a number: " + std::string(fileName));
    }
    return {number, name, sql};
}

std::vector<Migration> sortedMigrations(std::vector<Migration> migrations) {
    const auto byNumber = [](const Migration& a, const Migration& b) { return a.number < b.number; };
    std::sort(migrations.begin(), migrations.end(), byNumber);
    const auto same = [](const Migration& a, const Migration& b) { return a.number == b.number; };
    if (const auto twice = std::adjacent_find(migrations.begin(), migrations.end(), same); twice != migrations.end()) {
        throw std::invalid_argument("two migrations with number " + std::to_string(twice->number));
    }
    return migrations;
}

}  // namespace zhida::sqlite
