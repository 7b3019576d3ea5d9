// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/statement.h"

#include "model/sqlite/failure.h"

#include <sqlite3.h>

namespace zhida::sqlite {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* connection, std::string_view sql, bool persistent) {
    sqlite3_stmt* prepared = nullptr;
    const unsigned flags = persistent ? SQLITE_PREPARE_PERSISTENT : 0U;
    const int code =
        sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), flags, &prepared, nullptr);
    m_statement.reset(prepared);
    if (code != SQLITE_OK) {
        raise(connection, code, sql);
    }
    if (prepared == nullptr) {
        throw Failure(SQLITE_MISUSE, SQLITE_MISUSE, "", "no statement in: " + std::string(sql));
    }
}

void Statement::check(int code) {
    if (code != SQLITE_OK) {
        raise(sqlite3_db_handle(handle()), code, sqlite3_sql(handle()));
    }
}

void Statement::bind(int index, std::int64_t value) { check(sqlite3_bind_int64(handle(), index, value)); }

void Statement::bind(int index, double value) { check(sqlite3_bind_double(handle(), index, value)); }

void Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL, and an empty text is not NULL.
    const char* const data = text.data() == nullptr ? "" : text.data();
    check(sqlite3_bind_text64(handle(), index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, Blob blob) {
    const char* const data = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
    check(sqlite3_bind_blob64(handle(), index, data, blob.bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind(int index, std::nullptr_t) { check(sqlite3_bind_null(handle(), index)); }

bool Statement::step() {
    const int code = sqlite3_step(handle());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        sqlite3_reset(handle());
        return false;
    }
    const std::string sql = sqlite3_sql(handle());
    sqlite3* const connection = sqlite3_db_handle(handle());
    try {
        raise(connection, code, sql);
    } catch (...) {
        sqlite3_reset(handle());
        throw;
    }
}

void Statement::run() {
    while (step()) {
    }
}

void Statement::reset() noexcept {
    sqlite3_reset(handle());
    sqlite3_clear_bindings(handle());
}

int Statement::columnCount() const { return sqlite3_column_count(handle()); }

bool Statement::isNull(int column) const { return sqlite3_column_type(handle(), column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle(), column); }

double Statement::real(int column) const { return sqlite3_column_double(handle(), column); }

std::string_view Statement::text(int column) const {
    const auto* const data = reinterpret_cast<const char*>(sqlite3_column_text(handle(), column));
    return data == nullptr ? std::string_view()
                           : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(handle(), column)));
}

std::string_view Statement::blob(int column) const {
    const auto* const data = static_cast<const char*>(sqlite3_column_blob(handle(), column));
    return data == nullptr ? std::string_view()
                           : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(handle(), column)));
}

}  // namespace zhida::sqlite
