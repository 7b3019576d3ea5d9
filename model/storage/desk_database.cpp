// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/desk_database.h"

#include "model/search/registration.h"
#include "model/storage/meta_table.h"
#include "model/storage/migrations.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <utility>

namespace zhida::storage {
namespace {

/// "ZHDA" at its place in the header of the file.
constexpr int kApplicationId = 0x5A484441;
constexpr std::string_view kOpen = "file.open";
constexpr std::string_view kWipe = "file.wipe";

Error fileError(std::string_view code, const std::filesystem::path& path, const std::string& detail) {
    return Error(code, {{"path", path.string()}, {"detail", detail}});
}

int pragmaNumber(sqlite::Database& database, std::string_view pragma) {
    sqlite::Statement read = database.prepare(pragma);
    return read.step() ? static_cast<int>(read.integer(0)) : 0;
}

/// A sound database that is not ours is never touched.
Status belongsToUs(sqlite::Database& database) {
    const bool empty = pragmaNumber(database, "SELECT count(*) FROM sqlite_schema") == 0;
    if (empty) {
        database.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
        return done();
    }
    const bool ours = pragmaNumber(database, "PRAGMA application_id") == kApplicationId;
    return ours ? done() : Status(fileError("db.notADatabase", database.path(), "another program's file"));
}

Status checkedIfUnclean(sqlite::Database& database) {
    if (pragmaNumber(database, "SELECT count(*) FROM sqlite_schema WHERE name='meta'") == 0 ||
        MetaTable(database).number(kOpen) == 0) {
        return done();
    }
    const std::vector<std::string> problems = database.quickCheck();
    return problems.empty() ? done() : Status(fileError("db.corrupt", database.path(), problems.front()));
}

/// Never throws: a disk that is too full for a second copy of the file leaves the mark for the next time.
void wipe(sqlite::Database& database) noexcept {
    try {
        MetaTable meta(database);
        if (meta.number(kWipe) != 0) {
            database.exec("VACUUM");
            meta.setNumber(kWipe, 0);
        }
    } catch (const std::exception&) {
        return;
    }
}

Status prepared(sqlite::Database& database) {
    // 64 MB of pages: a bulk fill touches the same index pages again and again.
    // What is taken from a desk (a caller who is hidden now, a ticket that has left) is not to be found in its file either.
    database.exec("PRAGMA cache_size=-65536; PRAGMA journal_size_limit=67108864; PRAGMA secure_delete=ON");
    database.checkpointAt(4000);
    if (Status ours = belongsToUs(database); !ours) {
        return ours;
    }
    if (Status sound = checkedIfUnclean(database); !sound) {
        return sound;
    }
    search::registerSearch(database);
    const Result<sqlite::MigrationReport> migrated = sqlite::migrate(database, deskMigrations());
    if (!migrated) {
        return migrated.error();
    }
    MetaTable(database).setNumber(kOpen, 1);
    wipe(database);
    return done();
}

}  // namespace

/// Ends with the process, also with one that is killed.
class DeskDatabase::FileLock {
public:
    explicit FileLock(int file) : m_file(file) {}
    ~FileLock() { ::close(m_file); }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    static Result<std::unique_ptr<FileLock>> take(const std::filesystem::path& path) {
        const int file = ::open((path.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0) {
            return fileError(errno == ENOSPC || errno == EDQUOT ? "db.full" : "db.io", path, std::strerror(errno));
        }
        auto lock = std::make_unique<FileLock>(file);
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            return fileError("db.locked", path, "open in another program");
        }
        return lock;
    }

private:
    int m_file;
};

DeskDatabase::DeskDatabase(std::unique_ptr<FileLock> lock, std::unique_ptr<sqlite::Database> connection)
    : m_lock(std::move(lock)), m_connection(std::move(connection)) {}

DeskDatabase::DeskDatabase(DeskDatabase&&) noexcept = default;
DeskDatabase& DeskDatabase::operator=(DeskDatabase&&) noexcept = default;

DeskDatabase::~DeskDatabase() {
    if (!m_connection) {
        return;
    }
    wipe(*m_connection);
    try {
        MetaTable(*m_connection).setNumber(kOpen, 0);
    } catch (const sqlite::Failure&) {
        // The mark stays: the next start checks the file.
        m_connection.reset();
    }
    m_connection.reset();
}

Result<DeskDatabase> DeskDatabase::open(const std::filesystem::path& path) {
    Result<std::unique_ptr<FileLock>> lock = FileLock::take(path);
    if (!lock) {
        return lock.error();
    }
    try {
        auto connection = std::make_unique<sqlite::Database>(path, sqlite::Mode::readWriteCreate);
        if (const Status status = prepared(*connection); !status) {
            return status.error();
        }
        return DeskDatabase(std::move(*lock), std::move(connection));
    } catch (const sqlite::Failure& failure) {
        return sqlite::toError(failure);
    }
}

void DeskDatabase::wipeLater(sqlite::Database& connection) {
    if (MetaTable meta(connection); meta.number(kWipe) == 0) {
        meta.setNumber(kWipe, 1);
    }
}

Result<std::unique_ptr<sqlite::Database>> DeskDatabase::openReader(const std::filesystem::path& path) {
    try {
        auto connection = std::make_unique<sqlite::Database>(path, sqlite::Mode::readOnly);
        search::registerSearch(*connection);
        return connection;
    } catch (const sqlite::Failure& failure) {
        return sqlite::toError(failure);
    }
}

}  // namespace zhida::storage
