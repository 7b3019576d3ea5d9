// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/shelf.h"

#include <set>

namespace zhida::domain {
namespace {

using test::Office;
using test::Shelf;
using enum Role;

TEST_F(Shelf, DraftGoesByTheUnitAndTheCentreToAPublishedVersionThatSomebodyVouchesFor) {
    publish("到所在地乡镇卫生院办理");
    ASSERT_TRUE(m_live);
    EXPECT_EQ(m_live->version, 1U);
    EXPECT_EQ(m_live->unit.value, "wsjk");
    EXPECT_EQ(m_live->author.value, "an");
    EXPECT_EQ(m_live->verifiedBy.value, "kang");
    EXPECT_EQ(m_live->publishedBy.value, "yan");
    EXPECT_EQ(m_live->reviewDays, kReviewDays);
    EXPECT_EQ(m_live->reviewOn, formatDay(today().plus(180)));
    EXPECT_EQ(trustOf(*m_live, today()), Trust::verified);
    EXPECT_EQ(m_life->stage, ArticleStage::none);
    std::vector<std::string> acts;
    for (const ArticleStep& each : m_life->log) {
        acts.push_back(each.act + " " + each.user.value);
    }
    EXPECT_EQ(acts, (std::vector<std::string>{"draft an", "submitted an", "unitApproved kang", "published yan"}));
}

TEST_F(Shelf, ARevisionIsTheNextVersionAndTheOldTextIsKeptAsItWas) {
    publish("第一版");
    const Article first = *m_live;
    publish("第二版");
    EXPECT_EQ(m_live->version, 2U);
    EXPECT_EQ(m_live->answer, "第二版");
    EXPECT_EQ(m_kept.at(1), first);
}

TEST_F(Shelf, EveryActInEveryStageByEveryRoleIsDeniedUnlessTheTableSaysSo) {
    const std::vector<RecordAct> acts{text("另一稿"),
                                      DiscardDraft{},
                                      SubmitArticle{},
                                      ReviewArticle{true, ""},
                                      RenewArticle{},
                                      WithdrawArticle{"作废", 1},
                                      ReportArticle{"地址变了", 0, {}}};
    int accepted = 0;
    for (const auto stage :
         {ArticleStage::none, ArticleStage::draft, ArticleStage::unitReview, ArticleStage::centreReview}) {
        for (const auto& [role, code] : EnumCodes<Role>::kTable) {
            for (const RecordAct& each : acts) {
                m_live.reset();
                m_life.reset();
                m_tasks.clear();
                publish("发布稿");
                reach(stage);
                RecordAct one = each;
                if (auto* draft = std::get_if<DraftArticle>(&one)) {
                    draft->basedOn = 1;
                } else if (auto* renew = std::get_if<RenewArticle>(&one)) {
                    renew->version = 1;
                }
                const RecordRule& rule = kRecordRules[one.index()];
                const std::string got = act(person(role, "wsjk", "third"), one);
                const std::string what =
                    std::string(rule.command) + " " + std::string(codeOf(stage)) + " " + std::string(code) + ": " + got;
                const bool centreOnly = std::holds_alternative<ReviewArticle>(one) &&
                                        stage == ArticleStage::centreReview && !isCentreReviewer(role);
                if (!rule.roles.has(role)) {
                    EXPECT_EQ(got, "user.mayNot") << what;
                } else if (!rule.stages.has(stage)) {
                    EXPECT_EQ(got, "article.wrongStage") << what;
                } else if (centreOnly) {
                    EXPECT_EQ(got, "user.mayNot") << what;
                } else {
                    EXPECT_EQ(got, "") << what;
                    ++accepted;
                }
            }
        }
    }
    // 4 keepers: draft in 2 stages, discard, submit, renew and withdraw in 4; review by 4 then by 2; 7 readers report in 4.
    EXPECT_EQ(accepted, 8 + 4 + 4 + 6 + 16 + 16 + 28);
}

TEST_F(Shelf, NobodyOfAnotherUnitWritesReviewsOrRenews) {
    publish("发布稿");
    const UserProfile stranger = person(specialist, "zjj", "fang");
    EXPECT_EQ(act(stranger, text("我来写")), "article.notYourUnit");
    EXPECT_EQ(act(stranger, RenewArticle{"", 0, "", 1}), "article.notYourUnit");
    EXPECT_EQ(act(stranger, WithdrawArticle{"不对", 1}), "article.notYourUnit");
    reach(ArticleStage::unitReview);
    EXPECT_EQ(act(stranger, ReviewArticle{true, ""}), "article.notYourUnit");
    EXPECT_EQ(act(m_centre, ReviewArticle{true, ""}), "article.notYourUnit") << "the unit reviews first";
}

TEST_F(Shelf, NoAuthorReviewsNeitherForTheUnitNorForTheCentre) {
    const UserProfile first = person(supervisor, "centre", "yan");
    const UserProfile second = person(supervisor, "centre", "gao");
    ASSERT_EQ(act(first, text("中心自己的知识")), "");
    ASSERT_EQ(act(first, SubmitArticle{}), "");
    EXPECT_EQ(act(first, ReviewArticle{true, ""}), "article.fourEyes");
    ASSERT_EQ(act(second, ReviewArticle{true, ""}), "");
    EXPECT_EQ(act(first, ReviewArticle{true, ""}), "article.fourEyes");
    EXPECT_EQ(act(second, ReviewArticle{true, ""}), "article.fourEyes") << "reviewed for the unit already";
    EXPECT_EQ(act(person(administrator, "centre", "admin"), ReviewArticle{true, ""}), "");
    EXPECT_EQ(m_live->version, 1U);
}

TEST_F(Shelf, WhoeverWroteAnyPartOfADraftIsItsAuthor) {
    ASSERT_EQ(act(m_author, text("一")), "");
    ASSERT_EQ(act(m_second, text("一二")), "");
    ASSERT_EQ(act(m_author, SubmitArticle{}), "");
    EXPECT_EQ(act(m_second, ReviewArticle{true, ""}), "article.fourEyes");
}

TEST_F(Shelf, ARejectionNeedsAReasonAndGivesTheDraftBack) {
    reach(ArticleStage::centreReview);
    EXPECT_EQ(act(m_centre, ReviewArticle{false, "  "}), "text.missing");
    ASSERT_EQ(act(m_centre, ReviewArticle{false, "缺收费依据"}), "");
    EXPECT_EQ(m_life->stage, ArticleStage::draft);
    EXPECT_EQ(m_life->draft.answer, "草稿");
    EXPECT_EQ(m_life->log.back().why, "缺收费依据");
    EXPECT_FALSE(m_live);
    EXPECT_EQ(act(m_author, text("补充收费依据")), "");
}

TEST_F(Shelf, TheSecondOfTwoEditorsIsRefusedWithTheNameOfTheFirst) {
    publish("发布稿");
    const RecordCommand mine = command(m_author, text("甲稿"));
    const RecordCommand yours = command(m_second, text("乙稿"));
    ASSERT_EQ(run(m_author, mine), "");
    const Context context{m_office.now, m_second, &m_office.rules, &m_office.units};
    const auto refused = decideArticle(file(), yours, context);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "article.stale");
    EXPECT_EQ(refused.error().arg("by"), "an");
    EXPECT_EQ(m_life->draft.answer, "甲稿");
}

TEST_F(Shelf, WhatHappensToThePublishedTextDoesNotMakeADraftStale) {
    publish("发布稿");
    const RecordCommand meanwhile = command(m_author, text("离线时起草"));
    ASSERT_EQ(act(m_second, RenewArticle{"已核对", 0, "", 1}), "");
    EXPECT_EQ(run(m_author, meanwhile), "");
    EXPECT_EQ(m_life->stage, ArticleStage::draft);
}

TEST_F(Shelf, ADraftOfATextThatAnImportHasReplacedMeanwhileIsNotPublishedOverIt) {
    publish("发布稿");
    reach(ArticleStage::centreReview);
    Article incoming = *m_live;
    incoming.answer = "上级下发的新口径";
    m_live = importedOver(*m_live, incoming, m_office.now);
    EXPECT_EQ(m_live->version, 2U);
    EXPECT_EQ(act(m_centre, ReviewArticle{true, ""}), "article.overtaken");
    EXPECT_EQ(m_live->answer, "上级下发的新口径");
}

TEST_F(Shelf, AnImportOfTheSameTextChangesNothingAndRevivesNothing) {
    publish("发布稿");
    Article incoming;
    incoming.text() = m_live->text();
    incoming.key = "health";
    incoming.unit = m_live->unit;
    EXPECT_EQ(importedOver(*m_live, incoming, m_office.now), *m_live);
    ASSERT_EQ(act(m_author, WithdrawArticle{"政策废止", 1}), "");
    EXPECT_TRUE(importedOver(*m_live, incoming, m_office.now).withdrawn);
}

TEST_F(Shelf, WhenItsReviewIsDueTheSchedulerOpensOneTaskAndRenewingSettlesIt) {
    publish("发布稿");
    EXPECT_TRUE(daysDue(*m_live, today()).empty());
    const UserProfile system = person(Role::system, "", "system");
    const std::string day = m_live->reviewOn;
    EXPECT_EQ(act(system, ArticleFellDue{1, day}), "article.notDue") << "not yet";
    m_office.now = m_office.now.plus(181 * kDayMs);
    EXPECT_EQ(trustOf(*m_live, today()), Trust::due);
    EXPECT_EQ(daysDue(*m_live, today()), std::vector<std::string>{day});
    RecordCommand due = command(system, ArticleFellDue{1, day});
    due.id = dueCommand(*m_live, day);
    ASSERT_EQ(run(system, due), "");
    ASSERT_EQ(run(system, due), "");
    EXPECT_EQ(m_tasks.size(), 1U) << "the same task however often";
    EXPECT_EQ(m_tasks.begin()->second.unit.value, "wsjk");
    EXPECT_EQ(act(m_author, ArticleFellDue{1, day}), "user.mayNot");
    EXPECT_EQ(act(m_author, SettleTask{0, "不用复核", ""}), "task.review") << "only renewing, withdrawing or replacing";

    ASSERT_EQ(act(m_author, RenewArticle{"已核对", 90, "", 1}), "");
    EXPECT_EQ(m_live->version, 1U) << "the text is the same";
    EXPECT_EQ(m_live->reviewOn, formatDay(today().plus(90)));
    EXPECT_EQ(m_live->verifiedBy.value, "an");
    EXPECT_EQ(trustOf(*m_live, today()), Trust::verified);
    EXPECT_EQ(m_tasks.begin()->second.state, TaskState::settled);
}

TEST_F(Shelf, AnArticleNearItsLastDayIsDueAndAfterItExpiredUntilItGetsAnotherEnd) {
    DraftArticle c = text("有期限的口径");
    c.validTo = formatDay(today().plus(30));
    ASSERT_EQ(act(m_author, c), "");
    ASSERT_EQ(act(m_author, SubmitArticle{}), "");
    ASSERT_EQ(act(m_second, ReviewArticle{true, ""}), "");
    ASSERT_EQ(act(m_centre, ReviewArticle{true, ""}), "");
    EXPECT_EQ(trustOf(*m_live, today().plus(14)), Trust::verified);
    EXPECT_EQ(trustOf(*m_live, today().plus(15)), Trust::due);
    EXPECT_EQ(trustOf(*m_live, today().plus(30)), Trust::due);
    EXPECT_EQ(trustOf(*m_live, today().plus(31)), Trust::expired);
    m_office.now = m_office.now.plus(31 * kDayMs);
    EXPECT_EQ(act(m_author, RenewArticle{"", 0, "", 1}), "article.ended");
    EXPECT_EQ(act(m_author, RenewArticle{"", 0, "2026-02-30", 1}), "article.badDay");
    EXPECT_EQ(act(m_author, RenewArticle{"延续", 0, formatDay(today().plus(100)), 1}), "");
    EXPECT_EQ(trustOf(*m_live, today()), Trust::verified);
}

TEST_F(Shelf, AWithdrawnArticleStaysWithdrawnUntilANewVersionComes) {
    publish("发布稿");
    ASSERT_EQ(act(m_centre, WithdrawArticle{"依据废止", 1}), "") << "the centre may withdraw anybody's";
    EXPECT_EQ(trustOf(*m_live, today()), Trust::withdrawn);
    EXPECT_FALSE(isLive(*m_live, formatDay(today())));
    EXPECT_EQ(act(m_author, RenewArticle{"", 0, "", 1}), "article.withdrawn");
    publish("按新依据");
    EXPECT_EQ(m_live->version, 2U);
    EXPECT_TRUE(isLive(*m_live, formatDay(today())));
}

TEST_F(Shelf, AMistakeReportedInACallIsATaskThatOnlyANewerVersionOrAReasonSettles) {
    publish("地址：老政务大厅");
    const UserProfile taker = person(callTaker, "centre", "su");
    EXPECT_EQ(act(taker, ReportArticle{"", 1, {}}), "text.missing");
    ASSERT_EQ(act(taker, ReportArticle{"大厅已搬到长城路", 1, TicketId::make(m_office.now, m_office.rng)}), "");
    const ArticleTask task = m_tasks.at(m_task);
    EXPECT_EQ(task.unit.value, "wsjk");
    EXPECT_EQ(task.version, 1U);
    EXPECT_FALSE(task.ticket.isNull());
    EXPECT_EQ(act(taker, SettleTask{0, "算了", ""}), "user.mayNot");
    EXPECT_EQ(act(person(specialist, "zjj", "fang"), SettleTask{0, "算了", ""}), "article.notYourUnit");
    EXPECT_EQ(act(m_author, SettleTask{0, "", ""}), "task.outcome");
    EXPECT_EQ(act(m_author, SettleTask{1, "", ""}), "task.notNewer") << "the text that was wrong fixes nothing";
    EXPECT_EQ(act(m_author, SettleTask{2, "", ""}), "task.notNewer") << "not published";
    const std::string open = m_task;
    publish("地址：长城路新大厅");
    m_task = open;
    ASSERT_EQ(act(m_author, SettleTask{2, "", ""}), "");
    EXPECT_EQ(m_tasks.at(open).state, TaskState::fixed);
    EXPECT_EQ(act(m_second, SettleTask{0, "没错", ""}), "task.settled");
}

TEST_F(Shelf, BadDaysAndEndlessTextsAreRefused) {
    DraftArticle c = text("x");
    c.validFrom = "2025-2-3";
    EXPECT_EQ(act(m_author, c), "article.badDay");
    c = text(std::string(20'001, 'x'));
    EXPECT_EQ(act(m_author, c), "text.tooLong");
    c = text("x");
    c.keywords.assign(201, "k");
    EXPECT_EQ(act(m_author, c), "text.tooLong");
    c = text(" ");
    EXPECT_EQ(act(m_author, c), "text.missing");
    UserProfile gone = m_author;
    gone.disabled = true;
    EXPECT_EQ(act(gone, text("x")), "user.disabled");
}

TEST(ArticleDrafts, AreForTheirUnitAndForThoseWhoReviewForTheCentre) {
    const UnitCode unit{"wsjk"};
    EXPECT_TRUE(mayReadDraft(Office::person(specialist, "wsjk"), unit));
    EXPECT_TRUE(mayReadDraft(Office::person(unitHandler, "wsjk"), unit));
    EXPECT_TRUE(mayReadDraft(Office::person(supervisor), unit));
    EXPECT_TRUE(mayReadDraft(Office::person(administrator), unit));
    EXPECT_FALSE(mayReadDraft(Office::person(specialist, "zjj"), unit));
    EXPECT_FALSE(mayReadDraft(Office::person(callTaker), unit));
    EXPECT_FALSE(mayReadDraft(Office::person(dispatcher), unit));
    EXPECT_FALSE(mayReadDraft(Office::person(specialist, ""), UnitCode()));
}

}  // namespace
}  // namespace zhida::domain
