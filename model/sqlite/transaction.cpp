// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/transaction.h"

#include "model/sqlite/database.h"
#include "model/sqlite/failure.h"

#include <sqlite3.h>

namespace zhida::sqlite {

Transaction::Transaction(Database& database) : m_database(database), m_open(!database.inTransaction()) {
    try {
        m_database.cached("BEGIN IMMEDIATE").run();
    } catch (const Failure&) {
        rollback();  // one that is interrupted at its end has begun
        throw;
    }
}

Transaction::~Transaction() { rollback(); }

void Transaction::commit() {
    m_database.cached("COMMIT").run();
    m_open = false;
}

void Transaction::rollback() noexcept {
    // SQLite itself rolls back on some failures (full, I/O, out of memory); a second ROLLBACK would only be an error.
    if (m_open && sqlite3_get_autocommit(m_database.handle()) == 0) {
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    m_open = false;
}

ReadTransaction::ReadTransaction(Database& database) : m_database(database), m_open(!database.inTransaction()) {
    if (m_open) {
        m_database.cached("BEGIN").run();
    }
}

ReadTransaction::~ReadTransaction() {
    if (m_open && m_database.inTransaction()) {
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

}  // namespace zhida::sqlite
