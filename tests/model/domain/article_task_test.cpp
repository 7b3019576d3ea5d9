// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that units are asked for, and what others may see of a version under way.
#include "tests/model/domain/shelf.h"

namespace zhida::domain {
namespace {

using test::Shelf;
using enum Role;

TEST_F(Shelf, AUnitThatIsAskedForAnArticleHasSettledItWithTheVersionThatItPublishes) {
    ASSERT_EQ(act(m_centre, AskForArticle{"夜间哪里办健康证", "写明夜间窗口", {"wsjk"}, {}}), "");
    EXPECT_EQ(act(m_centre, AskForArticle{"又问一次", "", {"wsjk"}, {}}), "task.exists");
    DraftArticle draft = text("夜间到市民中心");
    draft.task = "asked";
    ASSERT_EQ(act(m_author, draft), "");
    draft.task.clear();
    draft.answer = "夜间到市民中心二楼";
    ASSERT_EQ(act(m_author, draft), "") << "what it was asked by is kept";
    ASSERT_EQ(act(m_author, SubmitArticle{}), "");
    ASSERT_EQ(act(m_second, ReviewArticle{true, ""}), "");
    EXPECT_EQ(m_tasks.at("asked").state, TaskState::open);
    ASSERT_EQ(act(m_centre, ReviewArticle{true, ""}), "");
    const ArticleTask& task = m_tasks.at("asked");
    EXPECT_EQ(task.state, TaskState::fixed);
    EXPECT_EQ(task.article, "health");
    EXPECT_EQ(task.fixedVersion, 1U);
    EXPECT_EQ(task.settledBy, m_centre.user);
    EXPECT_TRUE(m_life->task.empty());
    publish("第二版");
    EXPECT_EQ(m_tasks.at("asked").fixedVersion, 1U);
}

TEST_F(Shelf, ATaskOfAnotherUnitOrAnotherKindIsNotSettledByADraftThatNamesIt) {
    ASSERT_EQ(act(m_centre, AskForArticle{"别的单位的事", "", {"zjj"}, {}}), "");
    DraftArticle draft = text("答");
    draft.task = "asked";
    ASSERT_EQ(act(m_author, draft), "");
    ASSERT_EQ(act(m_author, SubmitArticle{}), "");
    ASSERT_EQ(act(m_second, ReviewArticle{true, ""}), "");
    ASSERT_EQ(act(m_centre, ReviewArticle{true, ""}), "");
    EXPECT_EQ(m_tasks.at("asked").state, TaskState::open);
}

TEST_F(Shelf, OnlyTheCentreAsksAnotherUnitAndOnlyAUnitThatThereIs) {
    const AskForArticle ask{"夜间哪里办健康证", "", {"wsjk"}, {}};
    EXPECT_EQ(act(person(callTaker, "centre", "lin"), ask), "user.mayNot");
    EXPECT_EQ(act(person(specialist, "zjj", "fang"), ask), "article.notYourUnit");
    EXPECT_EQ(act(m_centre, AskForArticle{"x", "", {"nowhere"}, {}}), "unit.unknown");
    EXPECT_EQ(act(m_centre, AskForArticle{"", "", {"wsjk"}, {}}), "text.missing");
    EXPECT_EQ(act(m_author, ask), "") << "one's own unit";
}

TEST_F(Shelf, WhoMayNotReadADraftIsLeftWhatBecameOfThePublishedText) {
    publish("第一版");
    reach(ArticleStage::unitReview);
    const ArticleLife shown = masked(*m_life);
    EXPECT_EQ(shown.stage, ArticleStage::none);
    EXPECT_EQ(shown.draft, Article());
    EXPECT_TRUE(shown.authors.empty() && shown.last.isNull() && shown.ticket.isNull());
    ASSERT_EQ(shown.log.size(), 1U);
    EXPECT_EQ(shown.log[0].act, "published");
    EXPECT_EQ(shown.key, "health");
    EXPECT_EQ(shown.unit.value, "wsjk");
    EXPECT_EQ(masked(shown), shown);
}

}  // namespace
}  // namespace zhida::domain
