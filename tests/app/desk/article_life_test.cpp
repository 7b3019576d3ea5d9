// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desk/article_fixture.h"

#include <csignal>

namespace zhida::desk {
namespace {

using article::ArticleLife;

TEST_F(ArticleLife, DraftedOfflineReviewedByTwoAndFoundOnlyOncePublished) {
    const auto author = live("specialist", "wsjk");
    const auto second = live("unitHandler", "wsjk");
    const auto centre = live("supervisor");
    const auto taker = live("callTaker");
    const auto stranger = live("specialist", "zjj");

    author->ok("net", {{"online", false}});
    const Json made = author->ok("article.draft", {{"title", "流动体检车排期查询"},
                                                   {"answer", "流动体检车每月五日到大津口乡。"},
                                                   {"keywords", {"体检车"}},
                                                   {"why", "来电多"}});
    const std::string article = made["article"];
    Json mine = author->ok("article.get", {{"article", article}});
    EXPECT_EQ(mine["draft"]["stage"], "draft");
    EXPECT_TRUE(mine["pending"]);
    author->ok("article.submit", {{"article", article}});
    EXPECT_EQ(author->ok("article.get", {{"article", article}})["draft"]["stage"], "unitReview");
    EXPECT_EQ(author->refusal("article.review", {{"article", article}, {"approve", true}}), "article.fourEyes");
    EXPECT_EQ(author->ok("outbox.list")["items"].size(), 2U);
    author->ok("net", {{"online", true}});
    sync({author.get(), second.get(), centre.get(), taker.get(), stranger.get()});
    EXPECT_FALSE(author->ok("article.get", {{"article", article}})["pending"]);

    EXPECT_EQ(taker->refusal("article.get", {{"article", article}}), "article.unknown");
    EXPECT_EQ(stranger->refusal("article.get", {{"article", article}}), "article.unknown");
    EXPECT_FALSE(finds(*taker, "流动体检车排期", article));
    EXPECT_EQ(second->ok("article.tasks")["drafts"][0]["stage"], "unitReview");

    second->ok("article.review", {{"article", article}, {"approve", false}, {"opinion", "写明地点"}});
    sync({second.get(), author.get()});
    EXPECT_EQ(author->ok("article.get", {{"article", article}})["log"].back()["why"], "写明地点");
    publish(*author, *second, *centre, {{"article", article}, {"place", "大津口乡卫生院"}});

    sync({taker.get()});
    ASSERT_TRUE(finds(*taker, "流动体检车排期", article));
    const Json known = taker->ok("article.get", {{"article", article}});
    EXPECT_EQ(known["version"], 1);
    EXPECT_EQ(known["place"], "大津口乡卫生院");
    EXPECT_EQ(known["answer"], "流动体检车每月五日到大津口乡。") << "what was not given again stays";
    EXPECT_EQ(known["trust"]["mark"], "verified");
    EXPECT_EQ(known["trust"]["by"], account("unitHandler", "wsjk").user);
    EXPECT_EQ(known["draft"], nullptr);
}

TEST_F(ArticleLife, TwoEditorsOfflineTheSecondIsRefusedAndBothTextsCanBeRead) {
    const auto first = live("specialist", "wsjk");
    const auto second = live("unitHandler", "wsjk");
    for (const auto* each : {&first, &second}) {
        (*each)->ok("net", {{"online", false}});
    }
    first->ok("article.draft", {{"article", m_health}, {"answer", "甲的改法"}});
    second->ok("article.draft", {{"article", m_health}, {"answer", "乙的改法"}, {"keywords", {"乙的关键字"}}});
    EXPECT_EQ(second->ok("article.get", {{"article", m_health}})["draft"]["answer"], "乙的改法")
        << "its own, meanwhile";
    second->ok("article.submit", {{"article", m_health}});
    first->ok("net", {{"online", true}});
    sync({first.get()});
    second->ok("net", {{"online", true}});
    sync({second.get()});

    EXPECT_EQ(second->ok("article.get", {{"article", m_health}})["draft"]["answer"], "甲的改法");
    const Json tray = second->ok("outbox.list")["items"];
    ASSERT_EQ(tray.size(), 2U) << "nor is the other's text submitted by who has not seen it";
    EXPECT_EQ(tray[0]["state"], "refused");
    EXPECT_EQ(tray[0]["refusal"]["code"], "article.stale");
    EXPECT_EQ(tray[0]["refusal"]["args"]["by"], account("specialist", "wsjk").user);
    EXPECT_EQ(tray[0]["record"]["with"]["answer"], "乙的改法");
    EXPECT_NE(tray[0]["words"].get<std::string>().find("乙的关键字"), std::string::npos);
    EXPECT_EQ(tray[1]["refusal"]["code"], "article.stale");
    second->ok("article.draft", tray[0]["record"]["with"]);
    second->ok("outbox.dismiss", {{"command", tray[0]["command"]}});
    sync({second.get(), first.get()});
    EXPECT_EQ(first->ok("article.get", {{"article", m_health}})["draft"]["answer"], "乙的改法");
}

TEST_F(ArticleLife, ABaseOfTheEditorsChoosingIsHeldToOnOneDesk) {
    const auto author = live("specialist", "wsjk");
    author->ok("article.draft", {{"article", m_health}, {"answer", "一"}});
    const std::string seen = author->ok("article.get", {{"article", m_health}})["draft"]["base"];
    author->ok("article.draft", {{"article", m_health}, {"answer", "二"}, {"base", seen}});
    EXPECT_EQ(author->refusal("article.draft", {{"article", m_health}, {"answer", "三"}, {"base", seen}}),
              "article.stale");
}

TEST_F(ArticleLife, VersionsAreKeptComparedAndRestoredAndAllOfItSurvivesARestart) {
    auto author = live("specialist", "wsjk");
    const auto second = live("unitHandler", "wsjk");
    const auto centre = live("supervisor");
    const Json before = author->ok("article.get", {{"article", m_health}});
    publish(*author, *second, *centre, {{"article", m_health}, {"answer", "新口径"}, {"why", "口径调整"}});

    const Json versions = author->ok("article.versions", {{"article", m_health}})["versions"];
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0]["version"], 2);
    EXPECT_TRUE(versions[0]["live"]);
    EXPECT_EQ(versions[0]["why"], "口径调整");
    EXPECT_EQ(versions[0]["publishedBy"], account("supervisor").user);
    EXPECT_EQ(author->ok("article.get", {{"article", m_health}, {"version", 1}})["answer"], before["answer"]);
    EXPECT_EQ(author->refusal("article.get", {{"article", m_health}, {"version", 7}}), "article.unknownVersion");
    const Json diff = author->ok("article.diff", {{"article", m_health}});
    ASSERT_EQ(diff["changes"].size(), 1U);
    EXPECT_EQ(diff["changes"][0], (Json{{"field", "answer"}, {"before", before["answer"]}, {"after", "新口径"}}));

    EXPECT_EQ(author->refusal("article.draft", {{"article", m_health}, {"fromVersion", 9}}), "article.unknownVersion");
    author->ok("net", {{"online", false}});
    author->ok("article.draft", {{"article", m_health}, {"fromVersion", 1}, {"why", "恢复原口径"}});
    EXPECT_EQ(author->ok("article.diff", {{"article", m_health}})["to"], "draft");
    author->process().kill(SIGKILL);
    ASSERT_TRUE(author->process().wait(std::chrono::seconds(10)));
    stopServer();
    restartServer();
    author = deskAgain(account("specialist", "wsjk"));
    EXPECT_EQ(author->ok("article.get", {{"article", m_health}})["draft"]["answer"], before["answer"]);
    author->ok("article.submit", {{"article", m_health}});
    sync({author.get(), second.get(), centre.get()});
    second->ok("article.review", {{"article", m_health}, {"approve", true}});
    sync({second.get(), centre.get()});
    centre->ok("article.review", {{"article", m_health}, {"approve", true}});
    sync({centre.get(), author.get()});
    EXPECT_EQ(author->ok("article.get", {{"article", m_health}})["version"], 3);
    EXPECT_EQ(author->ok("article.get", {{"article", m_health}})["answer"], before["answer"]);
    EXPECT_EQ(author->ok("article.versions", {{"article", m_health}})["versions"].size(), 3U);
}

TEST_F(ArticleLife, AMistakeReportedInACallIsSettledByTheUnit) {
    const auto taker = live("callTaker");
    const auto unit = live("specialist", "wsjk");
    const auto stranger = live("specialist", "zjj");
    const std::string ticket = taker->ok("ticket.register", consultation())["ticket"];
    taker->ok("net", {{"online", false}});  // else the centre may have answered before anybody looks
    const Json report =
        taker->ok("article.report", {{"article", m_health}, {"text", "体检车改为每月八日"}, {"ticket", ticket}});
    EXPECT_EQ(tasksOf(*taker, "correction")[0]["pending"], true);
    taker->ok("net", {{"online", true}});
    sync({taker.get(), unit.get(), stranger.get()});
    const Json tasks = tasksOf(*unit, "correction");
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0]["task"], report["task"]);
    EXPECT_EQ(tasks[0]["version"], 1);
    EXPECT_EQ(tasks[0]["ticket"], ticket);
    EXPECT_TRUE(tasksOf(*stranger, "correction").empty());
    EXPECT_EQ(unit->refusal("article.settle", {{"task", report["task"]}, {"version", 2}}), "task.notNewer");
    unit->ok("article.settle", {{"task", report["task"]}, {"reason", "排期未变，已与卫生院核实"}});
    sync({unit.get(), taker.get()});
    EXPECT_TRUE(tasksOf(*taker, "correction").empty());
    EXPECT_EQ(tasksOf(*taker, "correction", {{"state", "settled"}})[0]["state"], "rejected");
}

TEST_F(ArticleLife, AConsultationAnsweredWithoutAnArticleAsksForOneThatIsMadeFromItWithoutPersonalData) {
    const auto taker = live("callTaker");
    const auto unit = live("specialist", "wsjk");
    const std::string ticket = taker->ok("ticket.register", consultation())["ticket"];
    sync({taker.get(), unit.get()});
    unit->ok("ticket.directAnswer", {{"ticket", ticket}, {"text", "每月五日上午到乡卫生院，电话0538-6991234。"}});
    sync({unit.get(), taker.get()});
    const Json tasks = tasksOf(*unit, "missing");
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0]["ticket"], ticket);
    const Json proposal = unit->ok("article.fromTicket", {{"ticket", ticket}});
    EXPECT_EQ(proposal["text"]["questions"][0], "×××女士×××咨询流动体检车几号来大津口。");
    EXPECT_EQ(proposal["text"]["answer"], "每月五日上午到乡卫生院，电话0538-6991234。");
    const Json made = unit->ok("article.draft", {{"ticket", ticket}, {"title", "流动体检车排期"}});
    ASSERT_EQ(made["stripped"].size(), 2U);
    EXPECT_EQ(made["stripped"][0]["text"], "张");
    EXPECT_EQ(made["stripped"][1]["text"], "13900001111");
    const Json draft = unit->ok("article.get", {{"article", made["article"]}})["draft"];
    EXPECT_EQ(draft["ticket"], ticket);
    EXPECT_EQ(draft.dump().find("13900001111"), std::string::npos);

    const auto second = live("unitHandler", "wsjk");
    const auto centre = live("supervisor");
    publish(*unit, *second, *centre, {{"article", made["article"]}});
    unit->ok("article.settle", {{"task", tasks[0]["task"]}, {"article", made["article"]}, {"version", 1}});
    sync({unit.get()});
    EXPECT_TRUE(tasksOf(*unit, "missing").empty());
    EXPECT_TRUE(unit->ok("outbox.list")["items"].empty());
}

TEST_F(ArticleLife, WhoWasToldWhatNoLongerHoldsIsListedAndCalledBack) {
    const auto taker = live("callTaker");
    const auto author = live("specialist", "wsjk");
    const auto second = live("unitHandler", "wsjk");
    const auto centre = live("supervisor");
    const auto callback = live("callbackAgent");
    std::vector<std::string> told;
    for (int i = 0; i < 3; ++i) {
        told.push_back(taker->ok("ticket.register", consultation())["ticket"]);
        taker->ok("ticket.directAnswer", {{"ticket", told.back()}, {"text", "原来的口径"}, {"article", m_health}});
    }
    sync({taker.get(), author.get(), centre.get()});
    const Json answer = centre->ok("ticket.get", {{"ticket", told[0]}})["directAnswer"];
    const Json article = centre->ok("article.get", {{"article", m_health}});
    EXPECT_EQ(answer["quote"], article["answer"]) << "the words differ, so the article's are kept";
    EXPECT_EQ(answer["basis"], article["basis"]);
    EXPECT_TRUE(centre->ok("article.impact", {{"article", m_health}})["tickets"].empty());
    EXPECT_EQ(centre->refusal("campaign.start", {{"article", m_health}, {"why", "x"}}), "campaign.noAnswers");

    publish(*author, *second, *centre, {{"article", m_health}, {"fee", "免费"}, {"why", "补收费"}});
    EXPECT_TRUE(centre->ok("article.impact", {{"article", m_health}})["tickets"].empty()) << "the answer is the same";
    publish(*author, *second, *centre, {{"article", m_health}, {"answer", "口径变了"}, {"why", "政策调整"}});
    const Json listed = centre->ok("article.impact", {{"article", m_health}, {"days", 7}})["tickets"];
    ASSERT_EQ(listed.size(), 3U);
    EXPECT_EQ(listed[0]["version"], 1);
    EXPECT_EQ(author->refusal("campaign.start", {{"article", m_health}, {"why", "x"}}), "user.mayNot");

    const Json made = centre->ok("campaign.start", {{"article", m_health}, {"days", 7}, {"why", "告知新口径"}});
    EXPECT_EQ(made["tickets"], 3);
    sync({centre.get(), callback.get()});
    const Json with{{"campaign", made["campaign"]}};
    callback->ok("campaign.done", {{"campaign", made["campaign"]}, {"ticket", told[0]}, {"text", "已告知"}});
    callback->ok("ticket.callback",
                 {{"ticket", told[1]}, {"connected", true}, {"solved", "solved"}, {"satisfied", "satisfied"}});
    sync({callback.get(), centre.get()});
    const Json campaign = centre->ok("campaign.get", with);
    EXPECT_EQ(campaign["open"], 1);
    std::map<std::string, bool> done;
    for (const Json& each : campaign["tickets"]) {
        done[each["ticket"]] = each["done"];
    }
    EXPECT_TRUE(done[told[0]]);
    EXPECT_TRUE(done[told[1]]) << "a callback on the ticket counts";
    EXPECT_FALSE(done[told[2]]);
    EXPECT_EQ(centre->ok("campaign.list")["campaigns"].size(), 1U);
}

TEST_F(ArticleLife, WhatIsBeyondItsLastDayIsATaskOfItsUnitUntilItIsRenewedOrWithdrawn) {
    const auto unit = live("specialist", "wsjk");
    const Json tasks = tasksOf(*unit, "review");
    ASSERT_FALSE(tasks.empty());
    EXPECT_EQ(tasks[0]["openedBy"], "system");
    const std::string article = tasks[0]["article"];
    EXPECT_EQ(unit->ok("article.get", {{"article", article}})["trust"]["mark"], "expired");
    EXPECT_EQ(unit->refusal("article.renew", {{"article", article}}), "article.ended");
    unit->ok("article.renew",
             {{"article", article}, {"validTo", "2099-12-31"}, {"reviewDays", 90}, {"why", "继续有效"}});
    sync({unit.get()});
    const Json now = unit->ok("article.get", {{"article", article}});
    EXPECT_EQ(now["trust"]["mark"], "verified");
    EXPECT_EQ(now["version"], 1) << "the text is the same";
    EXPECT_EQ(tasksOf(*unit, "review").size(), tasks.size() - 1);
}

TEST_F(ArticleLife, AnAnswerIsFoundByTheRepealedBasisAndAWithdrawnArticleByNobody) {
    const auto taker = live("callTaker");
    const auto author = live("specialist", "wsjk");
    const Json article = taker->ok("article.get", {{"article", m_health}});
    const std::string number = article["basis"][0]["number"];
    ASSERT_FALSE(number.empty());
    const std::string ticket = taker->ok("ticket.register", consultation())["ticket"];
    taker->ok("ticket.directAnswer", {{"ticket", ticket}, {"text", article["answer"]}, {"article", m_health}});
    sync({taker.get(), author.get()});
    EXPECT_EQ(taker->ok("article.impact", {{"basis", number}})["tickets"].size(), 1U);
    EXPECT_TRUE(taker->ok("article.impact", {{"basis", "无此文号"}})["tickets"].empty());
    EXPECT_TRUE(finds(*taker, article["title"], article["key"]));
    author->ok("article.withdraw", {{"article", m_health}, {"reason", "依据废止"}});
    sync({author.get(), taker.get()});
    EXPECT_FALSE(finds(*taker, article["title"], article["key"]));
    const Json now = taker->ok("article.get", {{"article", m_health}});
    EXPECT_EQ(now["trust"]["mark"], "withdrawn");
    EXPECT_EQ(now["log"].back()["why"], "依据废止");
    EXPECT_EQ(taker->ok("article.impact", {{"article", m_health}})["tickets"].size(), 1U);
    EXPECT_EQ(author->refusal("article.renew", {{"article", m_health}}), "article.withdrawn");
}

TEST_F(ArticleLife, ActsAreDescribedWithTheRolesThatMayUseThem) {
    const auto taker = live("callTaker");
    const Json all = taker->ok("describe");
    std::map<std::string, Json> commands;
    for (const Json& each : all["commands"]) {
        commands[each["name"]] = each;
    }
    for (const char* name :
         {"article.draft", "article.discard", "article.submit", "article.review", "article.renew", "article.withdraw",
          "article.report", "article.settle", "campaign.start", "campaign.done"}) {
        EXPECT_TRUE(commands.contains(name)) << name;
    }
    EXPECT_FALSE(commands.contains("article.fellDue")) << "the scheduler's";
    EXPECT_EQ(commands["campaign.start"]["roles"], Json::array({"supervisor"}));
    EXPECT_EQ(taker->refusal("article.fellDue", {{"article", m_health}}), "command.unknown");
    EXPECT_EQ(taker->refusal("article.draft", {{"title", "x"}, {"answer", "y"}}), "user.mayNot");
    EXPECT_EQ(taker->refusal("article.submit"), "field.missing");
    EXPECT_EQ(taker->refusal("article.submit", {{"article", 5}}), "field.type");
    EXPECT_EQ(taker->refusal("article.submit", {{"article", "nowhere"}}), "article.unknown");
    EXPECT_EQ(taker->refusal("article.report", {{"article", m_health}, {"text", "x"}, {"colour", "red"}}),
              "field.unknown");
    EXPECT_EQ(taker->refusal("article.impact", {{"article", m_health}, {"days", 0}}), "field.value");
    EXPECT_EQ(taker->refusal("campaign.get", {{"campaign", "none"}}), "campaign.unknown");
}

}  // namespace
}  // namespace zhida::desk
