// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/ladder.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

LadderLevel level(const char* code, int rounds, int most) {
    LadderLevel level;
    level.code = code;
    level.rounds = rounds;
    level.mostRounds = most;
    level.results = {{"agreed", "成功", "", RoundEffect::solved},
                     {"failed", "不成", "", RoundEffect::failed},
                     {"up", "上交", "", RoundEffect::rises},
                     {"withdrawn", "撤回", "", RoundEffect::withdrawn}};
    return level;
}

/// 2+1+N: twice in the village, once in the area, in the town as often as it takes.
Ladder twoOneN() {
    Ladder ladder;
    ladder.code = "2+1+N";
    ladder.levels = {level("village", 2, 2), level("area", 1, 1), level("town", 1, 0)};
    return ladder;
}

using Rounds = std::vector<LadderRound>;

std::string refusal(const Rounds& rounds, std::size_t entry = 0) {
    const auto place = ladderPlace(twoOneN(), rounds, entry);
    return place ? "" : place.error().code + " " + place.error().arg("level") + " " + place.error().arg("rounds");
}

LadderPlace placeAfter(const Rounds& rounds, std::size_t entry = 0) { return *ladderPlace(twoOneN(), rounds, entry); }

TEST(Ladder, Case16TheAreaMayNotBeginBeforeTwoVillageRoundsHaveFailed) {
    EXPECT_EQ(refusal({{"area", "failed"}}), "ladder.tooEarly village 2");
    EXPECT_EQ(refusal({{"village", "failed"}, {"area", "failed"}}), "ladder.tooEarly village 1");
    EXPECT_EQ(refusal({{"village", "failed"}, {"village", "failed"}, {"area", "failed"}}), "");
    EXPECT_EQ(refusal({{"village", "failed"}, {"village", "failed"}, {"town", "failed"}}), "ladder.tooEarly area 1");
}

TEST(Ladder, ALevelThatHasHadItsRoundsMustRise) {
    const Rounds both{{"village", "failed"}, {"village", "failed"}};
    EXPECT_TRUE(placeAfter(both).mustRise);
    EXPECT_EQ(refusal({{"village", "failed"}, {"village", "failed"}, {"village", "agreed"}}),
              "ladder.noFurther village ");
}

TEST(Ladder, TheTopGoesOnAsOftenAsItTakes) {
    Rounds rounds{{"village", "failed"}, {"village", "failed"}, {"area", "failed"}};
    for (int i = 0; i < 7; ++i) {
        rounds.push_back({"town", "failed"});
    }
    EXPECT_EQ(placeAfter(rounds).failedHere, 7);
    EXPECT_FALSE(placeAfter(rounds).mustRise);
    rounds.push_back({"town", "agreed"});
    EXPECT_TRUE(placeAfter(rounds).over);
    rounds.push_back({"town", "failed"});
    EXPECT_EQ(refusal(rounds), "ladder.over  ");
}

TEST(Ladder, GoesUpAtOnceWhenAResultSaysSoButNeverDown) {
    EXPECT_EQ(placeAfter({{"village", "up"}}).level, 1U);
    EXPECT_EQ(refusal({{"village", "up"}, {"village", "failed"}}), "ladder.back village ");
    EXPECT_EQ(refusal({{"town", "up"}}, 2), "ladder.top town ");
}

TEST(Ladder, MayBeEnteredWhereTheClassOfTheMatterSays) {
    EXPECT_EQ(placeAfter({{"area", "failed"}}, 1).level, 1U);
    EXPECT_EQ(refusal({{"village", "failed"}}, 1), "ladder.back village ");
    EXPECT_EQ(refusal({}, 3), "ladder.unknownLevel 3 ");
}

TEST(Ladder, UnknownWordsAreNamed) {
    EXPECT_EQ(refusal({{"moon", "failed"}}), "ladder.unknownLevel moon ");
    EXPECT_EQ(refusal({{"village", "maybe"}}), "ladder.unknownResult village ");
    EXPECT_TRUE(placeAfter({{"village", "withdrawn"}}).over);
}

}  // namespace
}  // namespace zhida::domain
