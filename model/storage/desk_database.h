// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/sqlite/database.h"

#include <filesystem>
#include <memory>

namespace zhida::storage {

/// The file of one user on one device. While a writer has it open no second one can: a lock of the operating system beside
/// the file (`<file>.lock`) that ends with the process.
class DeskDatabase {
public:
    /// Opens or creates the file for writing, brings its schema up to date and, after an end that was not clean, checks it.
    /// Errors (with `path`): db.locked db.full db.corrupt{detail} db.tooNew{found,known} db.notADatabase db.readOnly db.io.
    [[nodiscard]] static Result<DeskDatabase> open(const std::filesystem::path& path);
    /// A connection for reading a file that a writer has open or has left; search tokenizers included.
    [[nodiscard]] static Result<std::unique_ptr<sqlite::Database>> openReader(const std::filesystem::path& path);
    /// Something was taken from the desk that is to be nowhere in its file. Rows that are deleted are overwritten at once, but a
    /// page may keep a copy of a row that was moved: the file is written anew when it is closed, or else when it is next opened.
    /// In the caller's transaction.
    static void wipeLater(sqlite::Database& connection);

    DeskDatabase(DeskDatabase&&) noexcept;
    DeskDatabase& operator=(DeskDatabase&&) noexcept;
    /// Marks the file as cleanly closed and gives the lock back.
    ~DeskDatabase();

    [[nodiscard]] sqlite::Database& connection() { return *m_connection; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_connection->path(); }

private:
    class FileLock;
    DeskDatabase(std::unique_ptr<FileLock> lock, std::unique_ptr<sqlite::Database> connection);

    std::unique_ptr<FileLock> m_lock;
    std::unique_ptr<sqlite::Database> m_connection;
};

}  // namespace zhida::storage
