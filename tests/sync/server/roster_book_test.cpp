// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/roster_book.h"

#include "model/domain/audit.h"
#include "model/domain/roster.h"
#include "model/wire/codec.h"
#include "tests/support/sync/memory_store.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace zhida::sync {
namespace {

using nlohmann::json;

class RosterBookTest : public ::testing::Test {
protected:
    RosterBookTest() {
        store.addUser({UserCode{"sp"}, "sp", domain::Role::specialist, UnitCode{"wsjk"}, {}, false}, "pw");
        store.addUser({UserCode{"admin"}, "admin", domain::Role::administrator, {}, {}, false}, "pw");
        domain::Unit unit;
        unit.code = UnitCode{"wsjk"};
        unit.name = "wsjk";
        store.begin();
        store.appendRecord("unit", "wsjk", wire::encode(unit));
        store.appendRecord("rules", "rules",
                           R"({"centre":{"name":"c","region6":"370902"},"deadlines":[{"term":"5wd"}],
                               "rosterRights":[{"code":"hall","zh":"h","role":"specialist","longestDays":30}]})");
        store.commit();
        clock.set(startOf(*parseDay("2025-08-20"), UtcOffset{480}).plus(9 * kHourMs));
    }
    Result<json> call(std::string_view operation, const json& with = json::object()) {
        store.begin();
        const auto answer = RosterBook(store, clock).run(operation, with.dump(), UserCode{"admin"});
        answer ? store.commit() : store.rollback();
        return answer ? Result<json>(json::parse(*answer)) : answer.error();
    }
    std::string refusal(std::string_view operation, const json& with) {
        const auto answer = call(operation, with);
        return answer ? "" : answer.error().code;
    }
    static json entry(const char* from, const char* to) {
        return {{"user", "sp"}, {"unit", "wsjk"}, {"right", "hall"}, {"from", from}, {"to", to}};
    }

    FakeClock clock;
    SeededRng rng{1};
    testing::FaultPoint faults{rng};
    testing::MemoryStore store{faults};
};

TEST_F(RosterBookTest, EntersListsAndEndsAPlace) {
    const json now = call("roster.add", entry("2025-08-20", "2025-08-31")).value();
    EXPECT_EQ(now["by"], "admin");
    EXPECT_EQ(refusal("roster.add", entry("2025-09-01", "2025-09-10")), "");
    const json list = call("roster.list", {{"user", "sp"}}).value()["roster"];
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0]["state"], "now");
    EXPECT_EQ(list[1]["state"], "notYet");
    EXPECT_TRUE(call("roster.list", {{"user", "other"}}).value()["roster"].empty());
    EXPECT_EQ(call("roster.end", {{"id", now["id"]}}).value()["to"], "2025-08-20");
    EXPECT_EQ(call("roster.end", {{"id", now["id"]}, {"to", "2025-08-19"}}).value()["to"], "2025-08-19");
    EXPECT_EQ(call("roster.list").value()["roster"][0]["state"], "over");
    // What desks and the engine read.
    const auto stored = wire::decode<domain::RosterEntry>(*store.record("roster", now["id"].get<std::string>()));
    EXPECT_EQ(stored->to, "2025-08-19");
}

TEST_F(RosterBookTest, RefusesWhatCannotBe) {
    ASSERT_EQ(refusal("roster.add", entry("2025-08-20", "2025-08-31")), "");
    EXPECT_EQ(refusal("roster.add", entry("2025-08-31", "2025-09-02")), "roster.overlaps");
    EXPECT_EQ(refusal("roster.add", entry("2025-09-10", "2025-09-01")), "roster.badPeriod");
    EXPECT_EQ(refusal("roster.add", entry("2025-8-1", "2025-8-2")), "roster.badPeriod");
    EXPECT_EQ(refusal("roster.add", entry("2025-08-01", "2025-08-19")), "roster.badPeriod");
    EXPECT_EQ(refusal("roster.add", entry("2025-09-01", "2025-10-01")), "roster.tooLong");
    EXPECT_EQ(refusal("roster.add", entry("2025-09-01", "2025-09-30")), "");
    json other = entry("2025-11-01", "2025-11-02");
    other["right"] = "none";
    EXPECT_EQ(refusal("roster.add", other), "roster.noRight");
    other["right"] = "hall";
    other["unit"] = "none";
    EXPECT_EQ(refusal("roster.add", other), "unit.unknown");
    other["unit"] = "wsjk";
    other["user"] = "nobody";
    EXPECT_EQ(refusal("roster.add", other), "user.unknown");
    other["user"] = "admin";
    EXPECT_EQ(refusal("roster.add", other), "roster.administrator");
    EXPECT_EQ(refusal("roster.add", {{"user", "sp"}}), "field.missing");
    EXPECT_EQ(refusal("roster.end", {{"id", "none"}}), "roster.unknown");
    EXPECT_EQ(refusal("roster.end", {{"id", 3}}), "field.type");
    EXPECT_EQ(refusal("roster.list", {{"who", "sp"}}), "field.unknown");
    EXPECT_EQ(refusal("roster.none", json::object()), "operation.unknown");
}

TEST_F(RosterBookTest, AnEndedPlaceIsNeverMadeLonger) {
    const json id = call("roster.add", entry("2025-08-20", "2025-08-31")).value()["id"];
    EXPECT_EQ(refusal("roster.end", {{"id", id}, {"to", "2025-09-01"}}), "roster.badPeriod");
    EXPECT_EQ(refusal("roster.end", {{"id", id}, {"to", "2025-08-18"}}), "roster.badPeriod");
    EXPECT_EQ(refusal("roster.end", {{"id", id}, {"to", "soon"}}), "roster.badPeriod");
}

TEST_F(RosterBookTest, AnAuditLineSaysWhoWhenAndWhyAndGoesToNoDesk) {
    EXPECT_EQ(refusal("audit.add", {{"what", "export.secret"}, {"why", ""}}), "field.missing");
    EXPECT_EQ(refusal("audit.add", {{"what", "export.secret"}, {"why", "inspection"}, {"by", "somebody else"}}), "");
    const json lines = call("audit.list").value()["audit"];
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0]["why"], "inspection");
    EXPECT_EQ(lines[0]["by"], "admin");  // who is signed in does not say who he is
    EXPECT_EQ(lines[0]["at"], "2025-08-20T09:00:00+08:00");
    EXPECT_FALSE(goesToDesks(domain::kAuditKind));
    EXPECT_TRUE(goesToDesks("roster") && goesToDesks("article"));
}

}  // namespace
}  // namespace zhida::sync
