// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/statement.h"

#include "model/sqlite/database.h"

#include <gtest/gtest.h>

#include <limits>

namespace zhida::sqlite {
namespace {

std::string typeOf(Database& db, Statement& statement) {
    (void)db;
    EXPECT_TRUE(statement.step());
    return std::string(statement.text(0));
}

template <class T>
std::string boundType(const T& value) {
    Database db("", Mode::memory);
    Statement query = db.prepare("SELECT typeof(?1)");
    query.bindAll(value);
    return typeOf(db, query);
}

TEST(Statement, bindsEveryTypeAsWhatItIs) {
    EXPECT_EQ(boundType(1), "integer");
    EXPECT_EQ(boundType(true), "integer");
    EXPECT_EQ(boundType(std::int64_t{1}), "integer");
    EXPECT_EQ(boundType(1.5), "real");
    EXPECT_EQ(boundType("x"), "text");
    EXPECT_EQ(boundType(std::string("x")), "text");
    EXPECT_EQ(boundType(std::string_view()), "text");
    EXPECT_EQ(boundType(Blob{"x"}), "blob");
    EXPECT_EQ(boundType(Blob{}), "blob");
    EXPECT_EQ(boundType(nullptr), "null");
    EXPECT_EQ(boundType(std::optional<int>()), "null");
    EXPECT_EQ(boundType(std::optional<int>(3)), "integer");
    EXPECT_EQ(boundType(std::optional<std::string>("a")), "text");
    EXPECT_EQ(boundType(UnitCode{"330100"}), "text");
    EXPECT_EQ(boundType(Instant{5}), "integer");
    EXPECT_EQ(boundType(TicketId{}), "null");
    EXPECT_EQ(boundType(TicketId{Uuid::fromName("a")}), "blob");
}

TEST(Statement, valuesComeBackUnchanged) {
    Database db("", Mode::memory);
    const TicketId id{Uuid::fromName("ticket")};
    const std::string bytes("\0\xff\n", 3);
    const std::int64_t least = std::numeric_limits<std::int64_t>::min();
    Statement query = db.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6");
    query.bindAll(id, bytes, least, 0.1, Instant{1'700'000'000'123}, Blob{bytes});
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.id<TicketId>(0), id);
    EXPECT_EQ(query.blob(0).size(), 16U);
    EXPECT_EQ(query.text(1), bytes);
    EXPECT_EQ(query.integer(2), least);
    EXPECT_EQ(query.real(3), 0.1);
    EXPECT_EQ(query.instant(4).ms, 1'700'000'000'123);
    EXPECT_EQ(query.blob(5), bytes);
    EXPECT_FALSE(query.step());
}

TEST(Statement, nullReadsAsNothing) {
    Database db("", Mode::memory);
    Statement query = db.prepare("SELECT NULL, 'short'");
    ASSERT_TRUE(query.step());
    EXPECT_TRUE(query.isNull(0));
    EXPECT_EQ(query.integer(0), 0);
    EXPECT_EQ(query.text(0), "");
    EXPECT_EQ(query.blob(0), "");
    EXPECT_TRUE(query.id<TicketId>(0).isNull());
    EXPECT_TRUE(query.id<TicketId>(1).isNull());
}

TEST(Statement, stepHasThreeOutcomes) {
    Database db("", Mode::memory);
    db.exec("CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES(1)");
    Statement rows = db.prepare("SELECT a FROM t");
    EXPECT_TRUE(rows.step());
    EXPECT_FALSE(rows.step());
    Statement insert = db.prepare("INSERT INTO t VALUES(?1)");
    insert.bindAll(1);
    EXPECT_THROW(insert.step(), Failure);
}

TEST(Statement, canBeUsedAgainAfterAFailure) {
    Database db("", Mode::memory);
    db.exec("CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES(1)");
    Statement& insert = db.cached("INSERT INTO t VALUES(?1)");
    EXPECT_THROW(insert.bindAll(1).run(), Failure);
    db.cached("INSERT INTO t VALUES(?1)").bindAll(2).run();
    EXPECT_EQ(db.changes(), 1);
}

TEST(Statement, wrongSqlAndEmptySqlAreRefused) {
    Database db("", Mode::memory);
    EXPECT_THROW((void)db.prepare("SELEKT 1"), Failure);
    EXPECT_THROW((void)db.prepare("  -- nothing"), Failure);
    EXPECT_THROW(db.prepare("SELECT 1").bind(2, 1), Failure);
}

}  // namespace
}  // namespace zhida::sqlite
