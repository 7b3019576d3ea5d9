// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zhida::sqlite {

class Database;

/// BEGIN IMMEDIATE … COMMIT. What is not committed is rolled back, also when commit() throws (disk full, locked).
/// Does not nest: a second one on the same connection throws.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();
    /// Never throws; harmless after commit().
    void rollback() noexcept;

private:
    Database& m_database;
    bool m_open = true;
};

/// One view of the file for several reads, and the locks taken once. Does nothing inside a transaction.
class ReadTransaction {
public:
    explicit ReadTransaction(Database& database);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Database& m_database;
    bool m_open;
};

}  // namespace zhida::sqlite
