// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/surge.h"
#include "model/base/rng.h"
#include "model/domain/title_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace zhida::domain {
namespace {

Instant minute(int minutes) { return Instant{1'760'000'000'000 + minutes * kMinuteMs}; }

SurgeCandidate call(int minutes, const std::string& title) {
    static SeededRng rng{5};
    return {TicketId::make(minute(minutes), rng), minute(minutes), title};
}

/// Three alike within two hours.
SameMatterPolicy threeInTwo() {
    SameMatterPolicy policy;
    policy.surgeTickets = 3;
    policy.surgeHours = 2;
    policy.similarPercent = 60;
    return policy;
}

TEST(Surge, TitlesAreComparedByPairsOfCharacters) {
    EXPECT_EQ(likenessOf("泰前街道停水", "泰前街道停水"), 100);
    EXPECT_EQ(likenessOf("泰前街道停水", "投诉：泰前街道，停水两天！"),
              100);  // the shorter one is in the other; signs do not count
    EXPECT_GE(likenessOf("丽发新城小区旁边建搅拌站", "丽发新城小区附近建搅拌站"), 60);
    EXPECT_LT(likenessOf("泰前街道停水", "岱庙街道路灯不亮"), 60);
    EXPECT_EQ(likenessOf("ETC发票", "etc 发票"), 100);
    EXPECT_EQ(likenessOf("停水", "小区停水"), 0);  // too short to tell
    EXPECT_EQ(likenessOf("停水", "停水"), 100);
    EXPECT_EQ(likenessOf("", ""), 0);
}

TEST(Surge, SoManyAlikeWithinSoLong) {
    const std::vector<SurgeCandidate> calls{call(0, "泰前街道停水"), call(30, "路灯不亮请维修"),
                                            call(60, "泰前街道今天停水"), call(119, "泰前街道停水什么时候来水")};
    const auto surges = surgesIn(threeInTwo(), calls);
    ASSERT_EQ(surges.size(), 1U);
    EXPECT_EQ(surges[0].title, "泰前街道停水");
    EXPECT_EQ(surges[0].tickets, (std::vector<TicketId>{calls[0].ticket, calls[2].ticket, calls[3].ticket}));
    EXPECT_EQ(surges[0].since, minute(0));
    EXPECT_EQ(surges[0].reached, minute(119));
}

TEST(Surge, TooFewOrTooSlowIsNone) {
    EXPECT_TRUE(surgesIn(threeInTwo(), {}).empty());
    EXPECT_TRUE(surgesIn(threeInTwo(), {call(0, "泰前街道停水"), call(1, "泰前街道停水")}).empty());
    EXPECT_TRUE(surgesIn(threeInTwo(), {call(0, "泰前街道停水"), call(100, "泰前街道停水"), call(200, "泰前街道停水")})
                    .empty());
}

TEST(Surge, AMatterGoesOnAsLongAsOneFollowsTheOther) {
    std::vector<SurgeCandidate> calls;
    for (int i = 0; i < 10; ++i) {
        calls.push_back(call(i * 50, "泰前街道停水"));
    }
    const auto surges = surgesIn(threeInTwo(), calls);
    ASSERT_EQ(surges.size(), 1U);
    EXPECT_EQ(surges[0].tickets.size(), 10U);
    EXPECT_EQ(surges[0].last, minute(450));
    calls.push_back(call(800, "泰前街道停水"));  // much later: another matter
    EXPECT_EQ(surgesIn(threeInTwo(), calls)[0].tickets.size(), 10U);
}

TEST(Surge, TheOrderTheyAreReadInDoesNotMatter) {
    std::vector<SurgeCandidate> calls;
    for (int i = 0; i < 40; ++i) {
        calls.push_back(call(i * 7, i % 2 == 0 ? "泰前街道停水" : "省庄镇垃圾没有清运"));
    }
    const auto surges = surgesIn(threeInTwo(), calls);
    ASSERT_EQ(surges.size(), 2U);
    std::mt19937 shuffle{3};
    for (int round = 0; round < 5; ++round) {
        std::shuffle(calls.begin(), calls.end(), shuffle);
        EXPECT_EQ(surgesIn(threeInTwo(), calls), surges);
    }
}

TEST(Surge, AFloodOfTheSameWordsIsQuick) {
    std::vector<SurgeCandidate> calls;
    for (int i = 0; i < 3'000; ++i) {
        calls.push_back(call(i / 30, "泰山区某某小区停水停电投诉第" + std::to_string(i % 7) + "次"));
    }
    const auto surges = surgesIn(threeInTwo(), calls);
    ASSERT_EQ(surges.size(), 1U);
    EXPECT_EQ(surges[0].tickets.size(), 3'000U);
}

TEST(Surge, WhoIsTold) {
    EXPECT_TRUE(seesSurges(Role::supervisor) && seesSurges(Role::dispatcher));
    EXPECT_FALSE(seesSurges(Role::callTaker) || seesSurges(Role::specialist) || seesSurges(Role::unitHandler));
}

}  // namespace
}  // namespace zhida::domain
