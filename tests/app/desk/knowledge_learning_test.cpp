// SPDX-License-Identifier: GPL-3.0-or-later
// What desks learn from each other: corrections, searches in vain, articles asked for, who else is editing.
#include "tests/app/desk/article_fixture.h"

#include "app/centre/access.h"
#include "model/domain/article.h"
#include "model/wire/codec.h"

namespace zhida::desk {
namespace {

using article::ArticleLife;
using KnowledgeLearning = ArticleLife;

TEST_F(KnowledgeLearning, WhoElseEditsAnArticleIsKnownWhileThereIsALine) {
    const auto first = live("specialist", "wsjk");
    const auto second = live("unitHandler", "wsjk");
    const auto stranger = live("callTaker");
    const Json with{{"article", m_health}};
    EXPECT_TRUE(first->ok("article.editing", with)["others"].empty());
    const Json others = second->ok("article.editing", with)["others"];
    ASSERT_EQ(others.size(), 1U);
    EXPECT_EQ(others[0]["user"], account("specialist", "wsjk").user);
    first->ok("article.editing", {{"article", m_health}, {"editing", false}});
    EXPECT_TRUE(second->ok("article.editing", with)["others"].empty());
    EXPECT_EQ(stranger->refusal("article.editing", with), "article.notYourUnit");
    second->ok("net", {{"online", false}});
    EXPECT_EQ(second->refusal("article.editing", with), "net.offline");
}

TEST_F(KnowledgeLearning, ACorrectionMadeWithoutALineReachesTheOtherDesks) {
    const auto first = live("callTaker");
    const auto second = live("dispatcher");
    const Json typed{{"content", "张女士13900001111咨询流动体检车几号来大津口。"}};
    first->ok("net", {{"online", false}});
    first->ok("suggestion.correct",
              {{"kind", "unit"}, {"value", "szz"}, {"wanted", true}, {"content", typed["content"]}});
    const auto units = [&typed](DeskProcess& desk) {
        const Json found = desk.ok("ticket.suggest", typed);
        std::vector<std::string> codes;
        for (const Json& each : found["units"]) {
            codes.push_back(each["code"]);
        }
        return codes;
    };
    EXPECT_EQ(units(*first).front(), "szz");
    first->ok("net", {{"online", true}});
    sync({first.get(), second.get()});
    const auto there = units(*second);
    EXPECT_NE(std::find(there.begin(), there.end(), "szz"), there.end());
}

TEST_F(KnowledgeLearning, ASearchInVainIsAGapAndTheUnitThatIsAskedSettlesItByPublishing) {
    const auto taker = live("callTaker");
    const auto centre = live("supervisor");
    const auto author = live("specialist", "wsjk");
    const auto second = live("unitHandler", "wsjk");
    taker->ok("net", {{"online", false}});
    taker->ok("search.note", {{"text", "流动体检车夜班排期"}, {"hits", 0}});
    taker->ok("search.note", {{"text", "流动体检车夜班排期"}, {"hits", 0}});
    EXPECT_EQ(taker->refusal("search.note", {{"text", "13900001111"}}), "search.notNotable");
    taker->ok("net", {{"online", true}});
    sync({taker.get(), centre.get()});
    ChildProcess admin(ZHIDA_BIN_DIR "/zhida-admin", {"report", "gaps", "--json", "--data", centreDir()}, {});
    const Json report = Json::parse(admin.readLine(std::chrono::seconds(20)).value_or("{}"));
    ASSERT_EQ(report["searches"].size(), 1U) << report["searches"];
    EXPECT_EQ(report["searches"][0]["text"], "流动体检车夜班排期");
    EXPECT_EQ(report["searches"][0]["times"], 2);
    EXPECT_EQ(report["searches"][0]["people"], 1);
    EXPECT_TRUE(report["searches"][0]["nothingFound"]);

    EXPECT_EQ(taker->refusal("article.ask", {{"title", "x"}, {"unit", "wsjk"}}), "user.mayNot");
    const Json asked = centre->ok("article.ask", {{"title", "流动体检车夜班排期"}, {"unit", "wsjk"}});
    sync({centre.get(), author.get(), second.get(), taker.get()});
    EXPECT_EQ(tasksOf(*taker, "missing").size(), 0U);
    const Json tasks = tasksOf(*author, "missing");
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0]["task"], asked["task"]);
    publish(*author, *second, *centre,
            {{"title", "流动体检车夜班排期"}, {"answer", "夜班车逢周五到。"}, {"task", asked["task"]}});
    EXPECT_EQ(tasksOf(*author, "missing").size(), 0U);
    const Json settled = tasksOf(*author, "missing", {{"state", "settled"}});
    ASSERT_EQ(settled.size(), 1U);
    EXPECT_EQ(settled[0]["state"], "fixed");
}

/// Units are merged, and the list comes in anew with the other unit.
TEST_F(KnowledgeLearning, ADraftGoesAlongWhenAnImportGivesItsArticleToAnotherUnit) {
    const auto old = live("specialist", "wsjk");
    const auto now = live("specialist", "zjj");
    old->ok("article.draft", {{"article", m_health}, {"answer", "旧单位的草稿"}});
    sync({old.get()});
    const auto access = centre::CentreAccess::open(centreDir());
    ASSERT_TRUE(access.ok());
    std::string bytes;
    const auto page = (*access)->exportPage("article", "", 1000);
    ASSERT_TRUE(page.ok());
    for (const auto& [key, body] : page->rows) {
        bytes = key == m_health ? body : bytes;
    }
    auto article = wire::decode<domain::Article>(bytes);
    ASSERT_TRUE(article.ok());
    article->unit.value = "zjj";
    article->answer += "（新单位）";
    ASSERT_TRUE((*access)->importRecords("article", {{m_health, wire::encode(*article)}}).ok());
    sync({now.get(), old.get()});
    EXPECT_EQ(now->ok("article.get", {{"article", m_health}})["draft"]["stage"], "draft");
    EXPECT_EQ(old->refusal("article.discard", {{"article", m_health}}), "article.wrongStage")
        << "no draft is shown there any more";
    now->ok("article.draft", {{"article", m_health}, {"answer", "新单位的草稿"}});
    sync({now.get()});
    EXPECT_TRUE(now->ok("outbox.list")["items"].empty());
    EXPECT_EQ(now->ok("article.get", {{"article", m_health}})["draft"]["answer"], "新单位的草稿");
}

}  // namespace
}  // namespace zhida::desk
