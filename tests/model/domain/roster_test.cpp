// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/roster.h"

#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;

struct Roster : Office {
    UserProfile account = at(Role::unitHandler, "wsjk");
    std::vector<RosterEntry> entries;

    Roster() {
        rules.rosterRights = {{"hallDesk", "驻场专席", "", Role::specialist, {}, 365},
                              {"answerOnly", "只答不派", "", Role::specialist, {"ticket.directAnswer"}, 30},
                              {"admin", "", "", Role::administrator, {}, 30}};
    }
    void enter(const char* from, const char* to, const char* right = "hallDesk", const char* unit = "zjj") {
        entries.push_back({"e" + std::to_string(entries.size()), account.user, {unit}, right, from, to, {}});
    }
    Result<UserProfile> on(const char* day) const { return effectiveProfile(account, entries, rules, *parseDay(day)); }
    Error why(const char* day) const {
        const auto profile = on(day);
        return profile ? Error("") : profile.error();
    }
};

TEST(Roster, AUserWithoutEntriesIsWhatHisAccountSays) {
    Roster r;
    r.entries.push_back({"x", {"somebody else"}, {"zjj"}, "hallDesk", "2025-01-01", "2025-12-31", {}});
    ASSERT_TRUE(r.on("2025-08-20"));
    EXPECT_EQ(*r.on("2025-08-20"), r.account);
}

TEST(Roster, AnEntryGivesRoleAndUnitFromItsFirstDayToTheMidnightOfItsLast) {
    Roster r;
    r.enter("2025-08-01", "2025-08-31");
    EXPECT_EQ(r.why("2025-07-31"), Error("roster.notYet", {{"from", "2025-08-01"}}));
    for (const char* day : {"2025-08-01", "2025-08-20", "2025-08-31"}) {
        ASSERT_TRUE(r.on(day)) << day;
        EXPECT_EQ(r.on(day)->role, Role::specialist);
        EXPECT_EQ(r.on(day)->unit.value, "zjj");
        EXPECT_EQ(r.on(day)->user, r.account.user);
    }
    EXPECT_EQ(r.why("2025-09-01"), Error("roster.over", {{"until", "2025-08-31"}}));
}

TEST(Roster, BetweenTwoEntriesTheNextOneIsNamed) {
    Roster r;
    r.enter("2025-10-01", "2025-10-31");
    r.enter("2025-08-01", "2025-08-31");
    r.enter("2025-12-01", "2025-12-31");
    EXPECT_EQ(r.why("2025-09-10"), Error("roster.notYet", {{"from", "2025-10-01"}}));
    EXPECT_EQ(r.why("2026-01-01"), Error("roster.over", {{"until", "2025-12-31"}}));
}

TEST(Roster, WhatWasEndedBeforeItBeganGivesNothing) {
    Roster r;
    r.enter("2025-10-01", "2025-09-30");
    EXPECT_EQ(r.why("2025-09-10"), Error("roster.over", {{"until", "2025-09-30"}}));
    EXPECT_EQ(r.why("2025-10-01"), Error("roster.over", {{"until", "2025-09-30"}}));
}

TEST(Roster, ARightThatTheRulesDoNotKnowOrThatWouldMakeAnAdministratorGivesNothing) {
    Roster r;
    r.enter("2025-08-01", "2025-08-31", "gone");
    EXPECT_EQ(r.why("2025-08-20"), Error("roster.noRight", {{"right", "gone"}}));
    r.entries.front().right = "admin";
    EXPECT_EQ(r.why("2025-08-20"), Error("roster.noRight", {{"right", "admin"}}));
}

TEST(Roster, ARightMayBeNarrowerThanItsRole) {
    Roster r;
    r.enter("2025-08-01", "2025-08-31", "answerOnly");
    const UserProfile narrow = r.on("2025-08-20").value();
    r.registerOne();
    EXPECT_EQ(r.act(narrow, DispatchTicket{{"szz"}, {}, std::nullopt, ""}), "user.mayNot");
    EXPECT_EQ(r.act(narrow, AnswerDirectly{"答", "", 0, false}), "");
}

TEST(Roster, EntriesOverlapWhenTheyShareADay) {
    const RosterEntry may{"", {}, {}, "", "2025-05-01", "2025-05-31", {}};
    EXPECT_TRUE(overlap(may, {"", {}, {}, "", "2025-05-31", "2025-06-02", {}}));
    EXPECT_FALSE(overlap(may, {"", {}, {}, "", "2025-06-01", "2025-06-02", {}}));
}

}  // namespace
}  // namespace zhida::domain
