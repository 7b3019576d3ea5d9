// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/database.h"

#include "model/sqlite/relaxed_sync.h"
#include "model/sqlite/transaction.h"
#include "tests/support/scratch_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace zhida::sqlite {
namespace {

std::string single(Database& db, std::string_view sql) {
    Statement query = db.prepare(sql);
    return query.step() ? std::string(query.text(0)) : std::string();
}

TEST(Database, opensWithWalFullSyncAndForeignKeys) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    EXPECT_EQ(single(db, "PRAGMA journal_mode"), "wal");
    EXPECT_EQ(single(db, "PRAGMA synchronous"), "2");
    EXPECT_EQ(single(db, "PRAGMA foreign_keys"), "1");
}

TEST(Database, durabilityCanBeRelaxed) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate, {.durability = Durability::normal, .busyTimeoutMs = 0});
    EXPECT_EQ(single(db, "PRAGMA synchronous"), "1");
}

TEST(Database, aTransactionThatIsInterruptedWhileItBeginsHasNotBegun) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    int interrupted = 0;
    for (int steps = 1; steps <= 12; ++steps) {
        int left = steps;
        const auto count = [](void* at) { return --*static_cast<int*>(at) == 0 ? 1 : 0; };
        sqlite3_progress_handler(db.handle(), 1, count, &left);
        try {
            const Transaction transaction(db);
            sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
        } catch (const Failure& failure) {
            EXPECT_TRUE(failure.isInterrupt());
            ++interrupted;
        }
        sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
        ASSERT_FALSE(db.inTransaction()) << "interrupted after " << steps << " steps";
    }
    EXPECT_GT(interrupted, 0);
}

TEST(Database, relaxedSyncEndsWithItsBlock) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    {
        const RelaxedSync relaxed(db);
        EXPECT_EQ(single(db, "PRAGMA synchronous"), "1");
    }
    EXPECT_EQ(single(db, "PRAGMA synchronous"), "2");
}

TEST(Database, theWalGoesToItsPlaceInQuietMomentsOrWhenItIsTooMuch) {
    const test::ScratchFolder folder;
    const auto path = folder.file("a.db");
    Database db(path, Mode::readWriteCreate);
    db.exec("CREATE TABLE t(a)");
    db.checkpointAt(50);
    int most = 0;
    for (int n = 0; n < 200; ++n) {
        db.exec("INSERT INTO t VALUES('x')");
        most = std::max(most, db.walPages());
    }
    EXPECT_GT(most, 40);
    EXPECT_LE(most, 55) << "then a commit does it";
    ASSERT_GT(db.walPages(), 0);
    db.checkpoint();
    EXPECT_EQ(db.walPages(), 0);
    const std::string copied = folder.file("b.db").string();
    std::filesystem::copy_file(path, copied);  // without the WAL
    Database placed(copied, Mode::readWriteCreate);
    EXPECT_EQ(single(placed, "SELECT count(*) FROM t"), "200");
}

TEST(Database, theLibraryIsTheOneOfTheHeader) { EXPECT_STREQ(sqlite3_sourceid(), SQLITE_SOURCE_ID); }

TEST(Database, aFileNameOutsideAsciiWorks) {
    const test::ScratchFolder folder;
    {
        Database(folder.file("知识 库.db"), Mode::readWriteCreate)
            .exec("CREATE TABLE t(a); INSERT INTO t VALUES('甲')");
    }
    Database again(folder.file("知识 库.db"), Mode::readOnly);
    EXPECT_EQ(single(again, "SELECT a FROM t"), "甲");
}

TEST(Database, cachedGivesTheSameStatementWithoutParameters) {
    Database db("", Mode::memory);
    Statement& first = db.cached("SELECT ?1");
    first.bindAll("x");
    ASSERT_TRUE(first.step());
    Statement& second = db.cached("SELECT ?1");
    EXPECT_EQ(&first, &second);
    ASSERT_TRUE(second.step());
    EXPECT_TRUE(second.isNull(0));
}

TEST(Database, changesAndRowid) {
    Database db("", Mode::memory);
    db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, a); INSERT INTO t(a) VALUES(1),(2),(3)");
    EXPECT_EQ(db.lastInsertRowid(), 3);
    db.cached("UPDATE t SET a = 0 WHERE id >= ?1").bindAll(2).run();
    EXPECT_EQ(db.changes(), 2);
}

TEST(Database, interruptFromAnotherThreadEndsAStatement) {
    Database db("", Mode::memory);
    std::atomic<bool> ended = false;
    std::thread other([&] {
        while (!ended) {
            db.interrupt();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    Statement endless =
        db.prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n");
    bool interrupted = false;
    try {
        endless.step();
    } catch (const Failure& failure) {
        interrupted = failure.isInterrupt();
    }
    ended = true;
    other.join();
    EXPECT_TRUE(interrupted);
    EXPECT_EQ(single(db, "SELECT 'alive'"), "alive");
}

TEST(Database, quickCheckOfASoundFileIsEmpty) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    db.exec("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
    EXPECT_TRUE(db.quickCheck().empty());
}

TEST(Database, copyToReplacesTheTargetAndHoldsWhatWasCommitted) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    db.exec("CREATE TABLE t(a); INSERT INTO t VALUES('kept')");
    db.copyTo(folder.file("b.db"));
    db.exec("UPDATE t SET a = 'later'");
    db.copyTo(folder.file("c.db"));
    db.copyTo(folder.file("b2.db"));
    Database copy(folder.file("b.db"), Mode::readWriteCreate);
    EXPECT_EQ(single(copy, "SELECT a FROM t"), "kept");
    EXPECT_FALSE(std::filesystem::exists(folder.file("b.db.part")));
}

TEST(Transaction, isRolledBackUnlessCommitted) {
    Database db("", Mode::memory);
    db.exec("CREATE TABLE t(a)");
    {
        const Transaction open(db);
        db.exec("INSERT INTO t VALUES(1)");
    }
    EXPECT_EQ(single(db, "SELECT count(*) FROM t"), "0");
    {
        Transaction open(db);
        db.exec("INSERT INTO t VALUES(1)");
        open.commit();
    }
    EXPECT_EQ(single(db, "SELECT count(*) FROM t"), "1");
    EXPECT_FALSE(db.inTransaction());
}

TEST(ReadTransaction, keepsOneViewAndGivesItUpAtTheEnd) {
    const test::ScratchFolder folder;
    Database writer(folder.file("a.db"), Mode::readWriteCreate);
    writer.exec("CREATE TABLE t(a)");
    Database reader(folder.file("a.db"), Mode::readOnly);
    {
        const ReadTransaction view(reader);
        EXPECT_EQ(single(reader, "SELECT count(*) FROM t"), "0");
        writer.exec("INSERT INTO t VALUES(1)");
        EXPECT_EQ(single(reader, "SELECT count(*) FROM t"), "0");
        { const ReadTransaction inner(reader); }
        EXPECT_TRUE(reader.inTransaction());
    }
    EXPECT_FALSE(reader.inTransaction());
    EXPECT_EQ(single(reader, "SELECT count(*) FROM t"), "1");
}

TEST(Transaction, aSecondOneOnTheConnectionThrowsAndLeavesTheFirst) {
    Database db("", Mode::memory);
    db.exec("CREATE TABLE t(a)");
    Transaction first(db);
    EXPECT_THROW(Transaction{db}, Failure);
    db.exec("INSERT INTO t VALUES(1)");
    first.commit();
    EXPECT_EQ(single(db, "SELECT count(*) FROM t"), "1");
}

}  // namespace
}  // namespace zhida::sqlite
