// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/desk_database.h"

#include "model/sqlite/transaction.h"
#include "model/storage/meta_table.h"
#include "model/storage/migrations.h"
#include "tests/support/scratch_folder.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <fstream>
#include <set>

namespace zhida::storage {
namespace {

class DeskDatabaseTest : public testing::Test {
protected:
    [[nodiscard]] std::string codeOfOpening() const {
        const Result<DeskDatabase> opened = DeskDatabase::open(file);
        return opened ? "" : opened.error().code;
    }
    /// As a process that has the file open and is killed.
    void killWhileOpen() const {
        const pid_t child = fork();
        if (child == 0) {
            Result<DeskDatabase> opened = DeskDatabase::open(file);
            kill(getpid(), opened ? SIGKILL : SIGTERM);
        }
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_EQ(WTERMSIG(status), SIGKILL);
    }

    test::ScratchFolder folder;
    std::filesystem::path file = folder.file("desk.db");
};

TEST_F(DeskDatabaseTest, whatWasWrittenIsThereAfterReopening) {
    {
        Result<DeskDatabase> desk = DeskDatabase::open(file);
        ASSERT_TRUE(desk.ok());
        MetaTable(desk->connection()).set("a", "b");
    }
    Result<DeskDatabase> desk = DeskDatabase::open(file);
    ASSERT_TRUE(desk.ok());
    EXPECT_EQ(MetaTable(desk->connection()).get("a"), "b");
}

/// A page that was split keeps copies of the rows that moved: only a file written anew has lost them.
TEST_F(DeskDatabaseTest, whatWasTakenIsNowhereInTheFileOnceItIsClosed) {
    const auto countIn = [this](const std::string& words) {
        std::ifstream in(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        std::size_t count = 0;
        for (auto at = bytes.find(words); at != std::string::npos; at = bytes.find(words, at + 1)) {
            ++count;
        }
        return count;
    };
    const auto fillAndTake = [this](bool wipe) {
        Result<DeskDatabase> desk = DeskDatabase::open(file);
        MetaTable meta(desk->connection());
        std::set<std::string> keys;
        for (std::size_t each = 0; each < 400; ++each) {
            const auto key = keys.insert(std::to_string(each * 7919 % 1000)).first;
            meta.set(*key, "张三" + std::string(each * 37 % 251, '.'));
        }
        for (const std::string& key : keys) {
            meta.set(key, "匿名");
        }
        if (wipe) {
            DeskDatabase::wipeLater(desk->connection());
        }
    };
    fillAndTake(false);
    EXPECT_GT(countIn("张三"), 0U) << "the case is not the one we guard against";
    fillAndTake(true);
    EXPECT_EQ(countIn("张三"), 0U);
}

TEST_F(DeskDatabaseTest, aSecondWriterIsRefusedUntilTheFirstIsGone) {
    {
        const Result<DeskDatabase> first = DeskDatabase::open(file);
        ASSERT_TRUE(first.ok());
        EXPECT_EQ(codeOfOpening(), "db.locked");
        EXPECT_TRUE(DeskDatabase::openReader(file).ok()) << "reading is always allowed";
    }
    EXPECT_EQ(codeOfOpening(), "");
    killWhileOpen();
    EXPECT_EQ(codeOfOpening(), "") << "the lock has died with its process";
}

TEST_F(DeskDatabaseTest, whatIsNoDatabaseIsLeftAlone) {
    std::ofstream(file) << std::string(5000, 'x');
    EXPECT_EQ(codeOfOpening(), "db.notADatabase");
    EXPECT_EQ(std::filesystem::file_size(file), 5000U);
}

TEST_F(DeskDatabaseTest, anotherProgramsDatabaseIsLeftAlone) {
    { sqlite::Database(file, sqlite::Mode::readWriteCreate).exec("CREATE TABLE theirs(a)"); }
    EXPECT_EQ(codeOfOpening(), "db.notADatabase");
    sqlite::Database theirs(file, sqlite::Mode::readWriteCreate);
    sqlite::Statement tables = theirs.prepare("SELECT group_concat(name) FROM sqlite_schema");
    ASSERT_TRUE(tables.step());
    EXPECT_EQ(tables.text(0), "theirs");
}

TEST_F(DeskDatabaseTest, aFileOfANewerVersionIsLeftAlone) {
    {
        Result<DeskDatabase> desk = DeskDatabase::open(file);
        ASSERT_TRUE(desk.ok());
        std::vector<sqlite::Migration> newer = deskMigrations();
        newer.push_back({9999, "9999_desk_future.sql", "CREATE TABLE future(a)"});
        ASSERT_TRUE(sqlite::migrate(desk->connection(), newer).ok());
    }
    const Result<DeskDatabase> opened = DeskDatabase::open(file);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, "db.tooNew");
    EXPECT_EQ(opened.error().arg("found"), "9999");
    EXPECT_EQ(opened.error().arg("path"), file.string());
}

TEST_F(DeskDatabaseTest, damageIsNoticedAfterAnUncleanEnd) {
    {
        Result<DeskDatabase> desk = DeskDatabase::open(file);
        ASSERT_TRUE(desk.ok());
        sqlite::Database& db = desk->connection();
        db.exec("CREATE TABLE filler(a); CREATE INDEX filler_a ON filler(a)");
        sqlite::Transaction filling(db);
        for (int row = 0; row < 2000; ++row) {
            db.cached("INSERT INTO filler VALUES(?1)")
                .bindAll(std::string(200, static_cast<char>('a' + row % 26)))
                .run();
        }
        filling.commit();
    }
    const auto size = std::filesystem::file_size(file);
    killWhileOpen();
    {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(static_cast<std::streamoff>(size / 4096 / 2 * 4096));
        bytes << std::string(8192, '\xff');
    }
    const Result<DeskDatabase> opened = DeskDatabase::open(file);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, "db.corrupt");
    EXPECT_EQ(opened.error().arg("path"), file.string());
    EXPECT_FALSE(opened.error().arg("detail").empty());
}

TEST_F(DeskDatabaseTest, aFolderThatIsNotThereIsNamed) {
    file = folder.file("missing") / "desk.db";
    const Result<DeskDatabase> opened = DeskDatabase::open(file);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, "db.io");
    EXPECT_EQ(opened.error().arg("path"), file.string());
}

}  // namespace
}  // namespace zhida::storage
