// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace zhida::sqlite {

void removeDatabase(const std::filesystem::path& file) {
    std::error_code ignored;
    for (const char* const suffix : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::path part = file;
        part += suffix;
        std::filesystem::remove(part, ignored);
    }
}

void Database::Close::operator()(sqlite3* connection) const noexcept { sqlite3_close_v2(connection); }

Database::Database(const std::filesystem::path& path, Mode mode, Options options)
    : m_path(mode == Mode::memory ? std::filesystem::path() : path) {
    open(mode);
    configure(mode, options);
}

Database::~Database() = default;

void Database::open(Mode mode) {
    const std::string name = mode == Mode::memory ? ":memory:" : m_path.string();
    const int access = mode == Mode::readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &connection, access | SQLITE_OPEN_NOMUTEX, nullptr);
    m_connection.reset(connection);
    if (code != SQLITE_OK) {
        throw Failure(code & 0xFF, code, name, std::string(sqlite3_errstr(code)) + ": " + name);
    }
    sqlite3_extended_result_codes(connection, 1);
}

void Database::configure(Mode mode, const Options& options) {
    sqlite3_busy_timeout(handle(), options.busyTimeoutMs);
    if (mode == Mode::readWriteCreate) {
        useWal();
        sqlite3_wal_hook(handle(), &Database::onCommit, this);
    }
    exec(options.durability == Durability::full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    exec("PRAGMA foreign_keys=ON; PRAGMA cache_size=-" + std::to_string(options.cacheKiB));
    prepare("SELECT count(*) FROM sqlite_schema").run();
}

/// Two processes that create the same file at once meet here, where SQLite does not wait by itself.
void Database::useWal() {
    constexpr int kAttempts = 100;
    for (int attempt = 1;; ++attempt) {
        try {
            prepare("PRAGMA journal_mode=WAL").run();
            return;
        } catch (const Failure& failure) {
            if (!failure.isLocked() || attempt == kAttempts) {
                throw;
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

/// In SQLite's place, that would always do it within the commit.
int Database::onCommit(void* self, sqlite3* connection, const char* schema, int walPages) {
    auto& database = *static_cast<Database*>(self);
    database.m_walPages = walPages;
    if (walPages >= database.m_mostWalPages) {
        sqlite3_wal_checkpoint_v2(connection, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    }
    return SQLITE_OK;
}

void Database::checkpoint() noexcept {
    sqlite3_wal_checkpoint_v2(handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    m_walPages = 0;
}

void Database::exec(std::string_view sql) {
    const std::string text(sql);
    const int code = sqlite3_exec(handle(), text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        raise(handle(), code, sql);
    }
}

Statement Database::prepare(std::string_view sql) { return Statement(handle(), sql); }

Statement& Database::cached(std::string_view sql) {
    if (const auto found = m_statements.find(sql); found != m_statements.end()) {
        found->second->reset();
        return *found->second;
    }
    auto statement = std::make_unique<Statement>(handle(), sql, true);
    return *m_statements.emplace(std::string(sql), std::move(statement)).first->second;
}

std::int64_t Database::lastInsertRowid() const { return sqlite3_last_insert_rowid(handle()); }

std::int64_t Database::changes() const { return sqlite3_changes64(handle()); }

bool Database::inTransaction() const { return sqlite3_get_autocommit(handle()) == 0; }

void Database::interrupt() noexcept { sqlite3_interrupt(handle()); }

std::vector<std::string> Database::quickCheck() {
    std::vector<std::string> problems;
    try {
        Statement check = prepare("PRAGMA quick_check");
        while (check.step()) {
            if (check.text(0) != "ok") {
                problems.emplace_back(check.text(0));
            }
        }
    } catch (const Failure& failure) {
        if (failure.code != SQLITE_CORRUPT && failure.code != SQLITE_NOTADB) {
            throw;
        }
        problems.emplace_back(failure.what());
    }
    return problems;
}

void Database::copyTo(const std::filesystem::path& target) {
    std::filesystem::path part = target;
    part += ".part";
    std::filesystem::remove(part);
    // Nobody may read the copy who may not read this.
    const auto mode = static_cast<mode_t>(std::filesystem::status(m_path).permissions());
    ::close(::open(part.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode));
    copyPages(part);
    std::filesystem::rename(part, target);
}

void Database::copyPages(const std::filesystem::path& target) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(target.string().c_str(), &opened);
    const std::unique_ptr<sqlite3, Close> copy(opened);
    sqlite3_backup* const backup = code == SQLITE_OK ? sqlite3_backup_init(opened, "main", handle(), "main") : nullptr;
    if (backup == nullptr) {
        raise(opened, sqlite3_errcode(opened), "copy");
    }
    sqlite3_backup_step(backup, -1);
    if (const int result = sqlite3_backup_finish(backup); result != SQLITE_OK) {
        raise(opened, result, "copy");
    }
}

}  // namespace zhida::sqlite
