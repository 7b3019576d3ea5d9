// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/sqlite/database.h"

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace zhida::sqlite {

/// One step of the schema. The views must live as long as the call that uses them.
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sql;
};

struct MigrationReport {
    /// 0 for a file that had no schema yet.
    int before = 0;
    int after = 0;
    /// The copy that was made of a file with content before it was changed; empty when none was needed.
    std::filesystem::path copy;
};

/// Brings the database to the last of `migrations`, each in a transaction of its own, checked against the checksums in
/// table schema_migration. Foreign keys are off while a step runs and checked before it is committed.
/// Errors: db.tooNew (path, found, known), db.migrationChanged (path, number, name). A step that fails throws `Failure`
/// and leaves the schema at the step before. Two processes may call this at once.
Result<MigrationReport> migrate(Database& database, std::span<const Migration> migrations);

/// The number at the start of a file name, "0007_ticket_notes.sql" -> 7; throws std::invalid_argument when there is
/// none.
Migration migrationFrom(std::string_view fileName, std::string_view sql);

/// From embedded files ({name, text}), sorted by number; a number that occurs twice throws std::invalid_argument.
std::vector<Migration> sortedMigrations(std::vector<Migration> migrations);
template <class Files>
std::vector<Migration> migrationsFrom(const Files& files) {
    std::vector<Migration> out;
    for (const auto& file : files) {
        out.push_back(migrationFrom(file.name, file.text));
    }
    return sortedMigrations(std::move(out));
}

}  // namespace zhida::sqlite
