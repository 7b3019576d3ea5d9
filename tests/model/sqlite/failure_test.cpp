// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/failure.h"

#include "model/sqlite/database.h"
#include "model/sqlite/transaction.h"
#include "tests/support/scratch_folder.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <functional>

namespace zhida::sqlite {
namespace {

Error errorOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const Failure& failure) {
        return toError(failure);
    }
    return Error("none");
}

void fill(Database& db, int rows) {
    db.exec("CREATE TABLE t(a)");
    Transaction transaction(db);
    for (int i = 0; i < rows; ++i) {
        db.cached("INSERT INTO t VALUES(?1)").bindAll(std::string(500, 'x')).run();
    }
    transaction.commit();
}

/// As `ulimit -f` or a quota: no file of this process grows beyond some bytes.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before = {};
};

TEST(Failure, lockedAfterTheBusyTimeout) {
    const test::ScratchFolder folder;
    Database holder(folder.file("a.db"), Mode::readWriteCreate);
    Database other(folder.file("a.db"), Mode::readWriteCreate, {.busyTimeoutMs = 20});
    const Transaction held(holder);
    const Error error = errorOf([&] { Transaction{other}; });
    EXPECT_EQ(error.code, "db.locked");
    EXPECT_EQ(error.arg("path"), folder.file("a.db").string());
}

TEST(Failure, fullRollsBackAndKeepsWhatWasThere) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    fill(db, 10);
    db.exec("PRAGMA max_page_count=20");
    const Error error = errorOf([&] {
        Transaction transaction(db);
        for (int i = 0; i < 1000; ++i) {
            db.cached("INSERT INTO t VALUES(?1)").bindAll(std::string(500, 'y')).run();
        }
        transaction.commit();
    });
    EXPECT_EQ(error.code, "db.full");
    EXPECT_FALSE(db.inTransaction());
    Statement count = db.prepare("SELECT count(*) FROM t");
    ASSERT_TRUE(count.step());
    EXPECT_EQ(count.integer(0), 10);
}

TEST(Failure, aLimitOfFileSizeIsAFullDisk) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    fill(db, 10);
    const auto write = [&] {
        Transaction transaction(db);
        for (int i = 0; i < 4000; ++i) {
            db.cached("INSERT INTO t VALUES(?1)").bindAll(std::string(500, 'y')).run();
        }
        transaction.commit();
    };
    {
        const FileSizeLimit limit(rlim_t{512} * 1024);
        EXPECT_EQ(errorOf(write).code, "db.full");
    }
    EXPECT_EQ(errorOf(write).code, "none");
}

TEST(Failure, aFileThatIsNoDatabase) {
    const test::ScratchFolder folder;
    std::ofstream(folder.file("a.db")) << std::string(5000, 'z');
    EXPECT_EQ(errorOf([&] { Database(folder.file("a.db"), Mode::readWriteCreate); }).code, "db.notADatabase");
    EXPECT_EQ(errorOf([&] { Database(folder.file("a.db"), Mode::readOnly); }).code, "db.notADatabase");
}

TEST(Failure, aFileThatIsNotThere) {
    const test::ScratchFolder folder;
    EXPECT_EQ(errorOf([&] { Database(folder.file("no.db"), Mode::readOnly); }).code, "db.io");
    EXPECT_EQ(errorOf([&] { Database(folder.file("no/where.db"), Mode::readWriteCreate); }).code, "db.io");
}

TEST(Failure, readOnlyRefusesToWrite) {
    const test::ScratchFolder folder;
    { Database(folder.file("a.db"), Mode::readWriteCreate).exec("CREATE TABLE t(a)"); }
    Database db(folder.file("a.db"), Mode::readOnly);
    EXPECT_EQ(errorOf([&] { db.exec("INSERT INTO t VALUES(1)"); }).code, "db.readOnly");
}

TEST(Failure, damagedPagesAreFoundByTheCheckAndByReading) {
    const test::ScratchFolder folder;
    const auto path = folder.file("a.db");
    {
        Database db(path, Mode::readWriteCreate);
        fill(db, 200);
    }
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096 * 2);
        file << std::string(std::size_t{4096} * 10, '\x55');
    }
    Database db(path, Mode::readWriteCreate);
    EXPECT_EQ(errorOf([&] { db.prepare("SELECT sum(length(a)) FROM t").run(); }).code, "db.corrupt");
    EXPECT_FALSE(db.quickCheck().empty());
}

TEST(Failure, constraintsAndWrongSqlHaveTheirOwnCodes) {
    Database db("", Mode::memory);
    db.exec("CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p)");
    EXPECT_EQ(errorOf([&] { db.exec("INSERT INTO c VALUES(7)"); }).code, "db.constraint");
    EXPECT_EQ(errorOf([&] { db.exec("nonsense"); }).code, "db.internal");
}

}  // namespace
}  // namespace zhida::sqlite
