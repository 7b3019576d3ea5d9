// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/backup.h"

#include "app/centre/centre.h"
#include "app/centre/centre_lock.h"
#include "sync/store/sqlite_server_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace zhida::centre {
namespace {

namespace fs = std::filesystem;

/// A file of SQLite and what lies beside it.
constexpr const char* kParts[] = {"", "-wal", "-shm"};

fs::path with(const fs::path& file, const char* ending) {
    fs::path path = file;
    path += ending;
    return path;
}

/// What was renamed in a folder stays so when the power goes.
void keepNames(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        (void)::fsync(descriptor);
        ::close(descriptor);
    }
}

/// Whole and sound, or why not.
Result<BackupReport> examined(sync::SqliteServerStore& store, const fs::path& file) {
    if (const std::vector<Error> problems = store.examine(); !problems.empty()) {
        return problems.front();
    }
    return BackupReport{store.head(), store.ticketCount(), fs::file_size(file), {}};
}

Status copyDatabase(const fs::path& from, const fs::path& to) {
    for (const char* const part : {kParts[0], kParts[1]}) {
        std::error_code failure;
        if (fs::exists(with(from, part)) && !fs::copy_file(with(from, part), with(to, part), failure)) {
            return Error("file.notReadable", {{"file", with(from, part).string()}, {"reason", failure.message()}});
        }
        fs::permissions(with(to, part), fs::perms::owner_read | fs::perms::owner_write, failure);
    }
    return done();
}

/// Opened for writing: brought to our version, its log written back, one file when it is closed.
Result<BackupReport> takenOver(const fs::path& file) {
    try {
        auto store = sync::SqliteServerStore::open(file);
        return store ? examined(**store, file) : store.error();
    } catch (const sqlite::Failure& failure) {
        return sqlite::toError(failure);
    }
}

std::string stampOf(Instant now) {
    std::string stamp = formatIso(now, UtcOffset{}).substr(0, 19);
    std::erase_if(stamp, [](char each) { return each == ':' || each == '-'; });
    return stamp;
}

}  // namespace

Result<BackupReport> backUp(const std::string& dir, const std::string& file) {
    if (!holdsCentre(dir)) {
        return Error("centre.missing", {{"dir", dir}});
    }
    if (fs::exists(file)) {
        return Error("file.exists", {{"file", file}});
    }
    try {
        sqlite::Database(CentrePaths(dir).database, sqlite::Mode::readOnly).copyTo(file);
    } catch (const sqlite::Failure& failure) {
        sqlite::removeDatabase(file + ".part");
        const Error error = sqlite::toError(failure);
        return error.code != "db.io" ? error : Error("file.notWritable", {{"file", file}, {"reason", failure.what()}});
    }
    keepNames(fs::absolute(file).parent_path());
    auto copy = sync::SqliteServerStore::openReader(file);
    return copy ? examined(**copy, file) : copy.error();
}

Result<BackupReport> restore(const std::string& dir, const std::string& file, Instant now) {
    const CentrePaths paths(dir);
    if (!fs::exists(paths.pki)) {
        return Error("centre.missing", {{"dir", dir}});
    }
    if (!fs::exists(file)) {
        return Error("file.notFound", {{"file", file}});
    }
    const auto lock = CentreLock::take(dir);
    if (!lock) {
        return lock.error();
    }
    const fs::path part = with(paths.database, ".restore");
    sqlite::removeDatabase(part);
    const Status copied = copyDatabase(file, part);
    Result<BackupReport> report = copied ? takenOver(part) : copied.error();
    if (!report) {
        sqlite::removeDatabase(part);
        return report;
    }
    std::error_code failure;
    if (fs::exists(paths.database)) {
        const fs::path kept = with(paths.database, (".before-restore-" + stampOf(now)).c_str());
        for (const char* const each : kParts) {
            fs::rename(with(paths.database, each), with(kept, each), failure);
        }
        report->kept = kept.string();
    }
    fs::rename(part, paths.database, failure);
    sqlite::removeDatabase(paths.search);
    keepNames(paths.directory);
    return failure ? Error("file.notWritable", {{"file", paths.database.string()}, {"reason", failure.message()}})
                   : report;
}

}  // namespace zhida::centre
