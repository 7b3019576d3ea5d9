// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;

namespace zhida::sqlite {

/// SQLite said no: disk full, I/O, damage, a lock that did not go away, an interrupt, a constraint, wrong SQL.
struct Failure : std::runtime_error {
    Failure(int primaryCode, int extendedCode, std::string databasePath, const std::string& message);

    /// SQLITE_BUSY, SQLITE_FULL (also for a quota or a limit of file size), … (sqlite3.h).
    int code;
    /// SQLITE_IOERR_WRITE, SQLITE_CONSTRAINT_UNIQUE, …
    int extended;
    /// File of the connection; empty for one in memory.
    std::string path;

    [[nodiscard]] bool isInterrupt() const;
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] bool isConstraint() const;
};

/// db.full, db.locked, db.corrupt, db.readOnly, db.io, db.notADatabase, db.interrupted, db.constraint, db.internal;
/// arguments `path` and `detail` (SQLite's own words, for the log).
Error toError(const Failure& failure);

/// Throws what the connection last reported. `code` is what the call returned, `sql` goes into the message.
[[noreturn]] void raise(sqlite3* connection, int code, std::string_view sql);

}  // namespace zhida::sqlite
