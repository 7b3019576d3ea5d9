// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/failure.h"

#include <sqlite3.h>

#include <cerrno>

namespace zhida::sqlite {
namespace {

constexpr std::size_t kQuotedSql = 200;

std::string_view codeName(int code) {
    switch (code) {
        case SQLITE_FULL:
            return "db.full";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "db.locked";
        case SQLITE_CORRUPT:
            return "db.corrupt";
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return "db.readOnly";
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
            return "db.io";
        case SQLITE_NOTADB:
            return "db.notADatabase";
        case SQLITE_INTERRUPT:
            return "db.interrupted";
        case SQLITE_CONSTRAINT:
            return "db.constraint";
        default:
            return "db.internal";
    }
}

/// Why a write of the log or of the file itself failed. (sqlite3_system_errno() has forgotten it when a COMMIT was rolled back.)
int systemReason(sqlite3* connection) {
    int reason = 0;
    sqlite3_file* log = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void*>(&log));
    if (log != nullptr && log->pMethods != nullptr) {
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &reason);
    }
    if (reason == 0) {
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &reason);
    }
    return reason;
}

/// SQLite takes ENOSPC alone for a full disk; who meets a quota or a limit of file size has to make room, too.
bool isFull(sqlite3* connection, int extended) {
    const int reason = extended == SQLITE_IOERR_WRITE && connection != nullptr ? systemReason(connection) : 0;
    return reason == EFBIG || reason == EDQUOT;
}

}  // namespace

Failure::Failure(int primaryCode, int extendedCode, std::string databasePath, const std::string& message)
    : std::runtime_error(message), code(primaryCode), extended(extendedCode), path(std::move(databasePath)) {}

bool Failure::isInterrupt() const { return code == SQLITE_INTERRUPT; }

bool Failure::isLocked() const { return code == SQLITE_BUSY || code == SQLITE_LOCKED; }

bool Failure::isConstraint() const { return code == SQLITE_CONSTRAINT; }

Error toError(const Failure& failure) {
    return Error(codeName(failure.code), {{"path", failure.path}, {"detail", failure.what()}});
}

void raise(sqlite3* connection, int code, std::string_view sql) {
    // sqlite3_reset() and sqlite3_close() may have cleared the connection's extended code: then the returned one
    // counts.
    const int reported = connection != nullptr ? sqlite3_extended_errcode(connection) : code;
    const int extended = (reported & 0xFF) == (code & 0xFF) ? reported : code;
    const char* const file = connection != nullptr ? sqlite3_db_filename(connection, "main") : nullptr;
    std::string message = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    message += " (" + std::to_string(extended) + ")";
    if (!sql.empty()) {
        message += " in: " + std::string(sql.substr(0, kQuotedSql));
    }
    const int primary = isFull(connection, extended) ? SQLITE_FULL : extended & 0xFF;
    throw Failure(primary, extended, file != nullptr ? file : "", message);
}

}  // namespace zhida::sqlite
