// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/database.h"
#include "model/sqlite/transaction.h"
#include "tests/support/scratch_folder.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

namespace zhida::sqlite {
namespace {

constexpr int kRowsPerTransaction = 20;
constexpr int kAcknowledged = 15;

/// Commits groups of rows for ever and writes one byte to `acknowledge` after each commit.
[[noreturn]] void writeForEver(const std::filesystem::path& path, int acknowledge) {
    Database db(path, Mode::readWriteCreate);
    for (int group = 1;; ++group) {
        Transaction transaction(db);
        for (int row = 0; row < kRowsPerTransaction; ++row) {
            db.cached("INSERT INTO t(grp, filler) VALUES(?1, ?2)").bindAll(group, std::string(2000, 'x')).run();
        }
        transaction.commit();
        if (write(acknowledge, "+", 1) != 1) {
            _exit(1);
        }
    }
}

/// Kills the child in the middle of what it does after `kAcknowledged` commits; the number of acknowledged commits.
int killInTheMiddle(const std::filesystem::path& path, useconds_t delay) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        writeForEver(path, ends[1]);
    }
    close(ends[1]);
    int acknowledged = 0;
    char byte = 0;
    while (acknowledged < kAcknowledged && read(ends[0], &byte, 1) == 1) {
        ++acknowledged;
    }
    usleep(delay);
    kill(child, SIGKILL);
    while (read(ends[0], &byte, 1) == 1) {
        ++acknowledged;
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    return acknowledged;
}

class Crash : public testing::TestWithParam<useconds_t> {};

TEST_P(Crash, whatWasAcknowledgedIsThereAndNothingHalf) {
    const test::ScratchFolder folder;
    { Database(folder.file("a.db"), Mode::readWriteCreate).exec("CREATE TABLE t(grp, filler)"); }
    const int acknowledged = killInTheMiddle(folder.file("a.db"), GetParam());
    ASSERT_GE(acknowledged, kAcknowledged);

    Database db(folder.file("a.db"), Mode::readWriteCreate);
    EXPECT_TRUE(db.quickCheck().empty());
    Statement groups = db.prepare("SELECT grp, count(*) FROM t GROUP BY grp ORDER BY grp");
    int seen = 0;
    while (groups.step()) {
        EXPECT_EQ(groups.integer(0), ++seen);
        EXPECT_EQ(groups.integer(1), kRowsPerTransaction);
    }
    // The one after the last acknowledged may have been committed before its byte was written.
    EXPECT_GE(seen, acknowledged);
    EXPECT_LE(seen, acknowledged + 1);
}

INSTANTIATE_TEST_SUITE_P(Delays, Crash, testing::Values(0U, 50U, 137U, 211U, 400U, 733U, 1021U, 1500U));

TEST(Kill, anUncommittedTransactionIsGone) {
    const test::ScratchFolder folder;
    { Database(folder.file("a.db"), Mode::readWriteCreate).exec("CREATE TABLE t(a); INSERT INTO t VALUES('kept')"); }
    const pid_t child = fork();
    if (child == 0) {
        Database db(folder.file("a.db"), Mode::readWriteCreate);
        const Transaction open(db);
        db.exec("PRAGMA cache_size=5; UPDATE t SET a='lost'; INSERT INTO t VALUES(hex(zeroblob(100000)))");
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    Statement rows = db.prepare("SELECT group_concat(a) FROM t");
    ASSERT_TRUE(rows.step());
    EXPECT_EQ(rows.text(0), "kept");
}

}  // namespace
}  // namespace zhida::sqlite
