// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/record_sight.h"

#include "model/domain/article_life.h"
#include "model/domain/campaign.h"
#include "model/domain/message.h"
#include "model/domain/search_miss.h"
#include "model/wire/codec.h"

#include <gtest/gtest.h>

#include <map>

namespace zhida::wire {
namespace {

using domain::Role;
using domain::UserProfile;

UserProfile person(Role role, const std::string& unit, const std::string& name) {
    return {{name}, "", role, {unit}, {}, false};
}

std::string lifeBody() {
    domain::ArticleLife life;
    life.key = "health";
    life.unit.value = "wsjk";
    life.stage = domain::ArticleStage::unitReview;
    life.draft.answer = "secret wording";
    life.authors = {{"an"}};
    life.log = {{"published", {"yan"}, {}, {}, 1, "", {}}, {"draft", {"an"}, {"wsjk"}, {}, 1, "inside", {}}};
    return encode(life);
}

/// Who gets it whole (2), in part (1), not at all (0).
int sightOf(std::string_view kind, const std::string& body, const UserProfile& reader) {
    const auto shown = recordFor(kind, "key", body, reader);
    return !shown ? 0 : *shown == body ? 2 : 1;
}

TEST(RecordSight, EverybodyGetsWhatIsHisAndNoMore) {
    domain::ArticleTask task;
    task.unit.value = "wsjk";
    task.openedBy.value = "lin";
    domain::Campaign campaign;
    campaign.key = "c";
    domain::SearchMiss miss;
    miss.user.value = "lin";
    domain::Message message;
    message.user.value = "an";
    message.text = "请带身份证";
    const std::map<std::string_view, std::string> bodies{
        {domain::kArticleLifeKind, lifeBody()},    {domain::kArticleTaskKind, encode(task)},
        {domain::kCampaignKind, encode(campaign)}, {domain::kSearchMissKind, encode(miss)},
        {domain::kMessageKind, encode(message)},   {domain::kMessageQueueKind, "1"}};
    struct Row {
        UserProfile reader;
        int life, task, campaign, miss, message;
    };
    const std::vector<Row> rows{{person(Role::specialist, "wsjk", "an"), 2, 2, 0, 0, 2},
                                {person(Role::unitHandler, "wsjk", "kang"), 2, 2, 0, 0, 0},
                                {person(Role::specialist, "zjj", "fang"), 1, 0, 0, 0, 0},
                                {person(Role::unitHandler, "", "nobody"), 1, 0, 0, 0, 0},
                                {person(Role::callTaker, "wsjk", "lin"), 1, 2, 2, 2, 2},
                                {person(Role::callTaker, "centre", "wu"), 1, 0, 2, 0, 2},
                                {person(Role::dispatcher, "centre", "hu"), 1, 0, 2, 0, 2},
                                {person(Role::callbackAgent, "centre", "ma"), 1, 0, 2, 0, 2},
                                {person(Role::supervisor, "centre", "yan"), 2, 2, 2, 2, 2},
                                {person(Role::administrator, "centre", "admin"), 2, 2, 2, 2, 0}};
    for (const Row& row : rows) {
        EXPECT_EQ(sightOf(domain::kArticleLifeKind, bodies.at(domain::kArticleLifeKind), row.reader), row.life)
            << row.reader.user.value;
        EXPECT_EQ(sightOf(domain::kArticleTaskKind, bodies.at(domain::kArticleTaskKind), row.reader), row.task)
            << row.reader.user.value;
        EXPECT_EQ(sightOf(domain::kCampaignKind, bodies.at(domain::kCampaignKind), row.reader), row.campaign)
            << row.reader.user.value;
        EXPECT_EQ(sightOf(domain::kSearchMissKind, bodies.at(domain::kSearchMissKind), row.reader), row.miss)
            << row.reader.user.value;
        EXPECT_EQ(sightOf(domain::kMessageKind, bodies.at(domain::kMessageKind), row.reader), row.message)
            << row.reader.user.value;
        EXPECT_EQ(sightOf(domain::kMessageQueueKind, "1", row.reader), 0) << row.reader.user.value;
        EXPECT_EQ(recordFor(domain::kMessageQueueKind, "key", "", row.reader), std::nullopt);
        UserProfile gone = row.reader;
        gone.disabled = true;
        for (const auto& [kind, body] : bodies) {
            EXPECT_LT(sightOf(kind, body, gone), 2) << kind << " " << row.reader.user.value;
        }
    }
}

TEST(RecordSight, ThePartOfALifeThatIsForEverybodyHasNothingOfTheDraft) {
    const auto shown =
        recordFor(domain::kArticleLifeKind, "health", lifeBody(), person(Role::callTaker, "centre", "wu"));
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->find("secret wording"), std::string::npos);
    EXPECT_EQ(shown->find("inside"), std::string::npos);
    EXPECT_NE(shown->find("published"), std::string::npos);
}

TEST(RecordSight, WhatIsGoneOrForEverybodyPassesAndWhatCannotBeReadDoesNot) {
    const UserProfile wu = person(Role::callTaker, "centre", "wu");
    EXPECT_EQ(recordFor(domain::kArticleTaskKind, "t", "", wu), "");
    EXPECT_EQ(recordFor("unit", "u", "\xff any bytes", wu), "\xff any bytes");
    EXPECT_EQ(recordFor(domain::kArticleLifeKind, "l", "\xff any bytes", wu), std::nullopt);
    EXPECT_EQ(recordFor(domain::kArticleTaskKind, "t", "\xff any bytes", person(Role::supervisor, "centre", "yan")),
              std::nullopt);
    const std::string gone = "lin/2026-01-05/x";
    EXPECT_EQ(recordFor(domain::kSearchMissKind, gone, "", wu), std::nullopt) << "the key says whose it was";
    EXPECT_EQ(recordFor(domain::kSearchMissKind, gone, "", person(Role::callTaker, "centre", "li")), std::nullopt);
    EXPECT_EQ(recordFor(domain::kSearchMissKind, gone, "", person(Role::callTaker, "centre", "lin")), "");
    EXPECT_EQ(recordFor(domain::kSearchMissKind, gone, "", person(Role::supervisor, "centre", "yan")), "");
    EXPECT_FALSE(isGuarded("article"));
    EXPECT_TRUE(isGuarded(domain::kArticleLifeKind));
}

}  // namespace
}  // namespace zhida::wire
