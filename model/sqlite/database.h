// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/failure.h"
#include "model/sqlite/statement.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zhida::sqlite {

enum class Mode { readWriteCreate, readOnly, memory };

/// full: what was committed survives a power cut. normal: it survives a crash of the program only; for what can be
/// fetched again.
enum class Durability { full, normal };

struct Options {
    Durability durability = Durability::full;
    int busyTimeoutMs = 5000;
    /// Pages kept in memory; taken as they are used.
    int cacheKiB = 16 * 1024;
};

/// Removes a file that nobody has open, with what SQLite keeps beside it. What cannot be removed stays.
void removeDatabase(const std::filesystem::path& file);

/// One connection: WAL, foreign keys on. Belongs to the thread that uses it; only interrupt() may be called from
/// another. Failures are thrown as `Failure`; toError() makes an `Error` of them.
class Database {
public:
    /// The path is ignored for Mode::memory. A file that is no database is refused here.
    Database(const std::filesystem::path& path, Mode mode, Options options = Options());
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// One or several statements without parameters and results.
    void exec(std::string_view sql);
    [[nodiscard]] Statement prepare(std::string_view sql);
    /// The one statement kept for this SQL text, reset and without parameters. Do not nest two uses of the same text.
    Statement& cached(std::string_view sql);

    [[nodiscard]] std::int64_t lastInsertRowid() const;
    /// Rows the last INSERT, UPDATE or DELETE touched.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] sqlite3* handle() const { return m_connection.get(); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    /// How many pages of committed work wait in the WAL to be written to their places.
    [[nodiscard]] int walPages() const { return m_walPages; }
    /// Writes them there, as far as readers allow. Outside of transactions. A failure is no loss: the WAL keeps what it has.
    void checkpoint() noexcept;
    /// A commit that leaves more than so many pages waiting does it by itself: whoever has quiet moments uses them before.
    void checkpointAt(int pages) { m_mostWalPages = pages; }

    /// Running statements end with a Failure for which isInterrupt() holds. Thread-safe while the object lives.
    void interrupt() noexcept;
    /// What is wrong with the file; empty when it is sound. Reads the whole file.
    [[nodiscard]] std::vector<std::string> quickCheck();
    /// A consistent copy to `target`, which is replaced in one step; whoever may read this file may read it.
    void copyTo(const std::filesystem::path& target);

private:
    struct Close {
        void operator()(sqlite3* connection) const noexcept;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    void open(Mode mode);
    void configure(Mode mode, const Options& options);
    void useWal();
    static int onCommit(void* self, sqlite3* connection, const char* schema, int walPages);
    void copyPages(const std::filesystem::path& target);

    std::filesystem::path m_path;
    std::unique_ptr<sqlite3, Close> m_connection;
    int m_walPages = 0;
    int m_mostWalPages = 1000;  // as SQLite has it
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> m_statements;
};

}  // namespace zhida::sqlite
