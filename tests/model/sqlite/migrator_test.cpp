// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/migrator.h"

#include "tests/support/scratch_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

namespace zhida::sqlite {
namespace {

constexpr Migration kFirst{1, "0001_ticket.sql", "CREATE TABLE ticket(id INTEGER PRIMARY KEY, title TEXT)"};
constexpr Migration kSecond{2, "0002_note.sql",
                            "ALTER TABLE ticket ADD COLUMN note TEXT; CREATE INDEX ticket_note ON ticket(note)"};
constexpr Migration kBroken{2, "0002_broken.sql", "ALTER TABLE ticket ADD COLUMN note TEXT; nonsense"};

Result<MigrationReport> run(Database& db, std::vector<Migration> migrations) { return migrate(db, migrations); }

bool hasColumnNote(Database& db) {
    return db.prepare("SELECT 1 FROM pragma_table_info('ticket') WHERE name='note'").step();
}

TEST(Migrator, bringsANewFileToTheEndWithoutACopy) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    const auto report = run(db, {kFirst, kSecond});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->before, 0);
    EXPECT_EQ(report->after, 2);
    EXPECT_TRUE(report->copy.empty());
    EXPECT_TRUE(hasColumnNote(db));
}

TEST(Migrator, doesNothingTheSecondTime) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    ASSERT_TRUE(run(db, {kFirst, kSecond}));
    const auto report = run(db, {kFirst, kSecond});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->before, 2);
    EXPECT_TRUE(report->copy.empty());
}

TEST(Migrator, copiesAFileWithContentBeforeItChangesIt) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    ASSERT_TRUE(run(db, {kFirst}));
    db.exec("INSERT INTO ticket(title) VALUES('漏水')");
    const auto report = run(db, {kFirst, kSecond});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->copy, folder.file("a.db.before-0002"));
    Database copy(report->copy, Mode::readWriteCreate);
    EXPECT_FALSE(hasColumnNote(copy));
    EXPECT_TRUE(copy.prepare("SELECT 1 FROM ticket WHERE title='漏水'").step());
    EXPECT_TRUE(run(copy, {kFirst}));
}

TEST(Migrator, refusesAFileFromANewerProgram) {
    const test::ScratchFolder folder;
    Database db(folder.file("a.db"), Mode::readWriteCreate);
    ASSERT_TRUE(run(db, {kFirst, kSecond}));
    const auto refused = run(db, {kFirst});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), Error("db.tooNew", {{"path", db.path().string()}, {"found", "2"}, {"known", "1"}}));
}

TEST(Migrator, refusesAChangedStep) {
    Database db("", Mode::memory);
    ASSERT_TRUE(run(db, {kFirst}));
    Migration changed = kFirst;
    changed.sql = "CREATE TABLE ticket(id INTEGER PRIMARY KEY)";
    const auto refused = run(db, {changed});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "db.migrationChanged");
    EXPECT_EQ(refused.error().arg("number"), "1");
}

TEST(Migrator, aStepThatFailsLeavesNothingBehind) {
    Database db("", Mode::memory);
    EXPECT_THROW((void)run(db, {kFirst, kBroken}), Failure);
    EXPECT_FALSE(hasColumnNote(db));
    EXPECT_FALSE(db.inTransaction());
    const auto repaired = run(db, {kFirst, kSecond});
    ASSERT_TRUE(repaired);
    EXPECT_EQ(repaired->before, 1);
}

TEST(Migrator, aTableWithReferencesCanBeRebuilt) {
    Database db("", Mode::memory);
    const Migration tables{
        1, "0001", "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p NOT NULL REFERENCES p ON DELETE CASCADE)"};
    const Migration rebuild{2, "0002",
                            "CREATE TABLE q(id INTEGER PRIMARY KEY, b); INSERT INTO q(id) SELECT id FROM p; DROP TABLE "
                            "p; ALTER TABLE q RENAME TO p"};
    ASSERT_TRUE(run(db, {tables}));
    db.exec("INSERT INTO p VALUES(1); INSERT INTO c VALUES(1)");
    ASSERT_TRUE(run(db, {tables, rebuild}));
    EXPECT_TRUE(db.prepare("SELECT 1 FROM c").step());
    const Migration orphan{3, "0003", "DELETE FROM p"};
    EXPECT_THROW((void)run(db, {tables, rebuild, orphan}), Failure);
    EXPECT_TRUE(db.prepare("SELECT 1 FROM p").step());
    EXPECT_TRUE(db.prepare("SELECT 1 WHERE (SELECT foreign_keys FROM pragma_foreign_keys) = 1").step());
}

struct File {
    std::string_view name;
    std::string_view text;
};

TEST(Migrator, readsNumbersFromFileNames) {
    const std::array<File, 2> files{{{"migrations/0010_b.sql", "B"}, {"0002_a.sql", "A"}}};
    const std::vector<Migration> migrations = migrationsFrom(files);
    ASSERT_EQ(migrations.size(), 2U);
    EXPECT_EQ(migrations[0].number, 2);
    EXPECT_EQ(migrations[1].name, "0010_b.sql");
    EXPECT_EQ(migrations[1].sql, "B");
    EXPECT_THROW((void)migrationsFrom(std::array<File, 1>{{{"a.sql", ""}}}), std::invalid_argument);
    EXPECT_THROW((void)migrationsFrom(std::array<File, 2>{{{"1_a.sql", ""}, {"01_b.sql", ""}}}), std::invalid_argument);
}

}  // namespace
}  // namespace zhida::sqlite
