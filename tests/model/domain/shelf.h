// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article_table.h"
#include "model/domain/decide_article.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

namespace zhida::domain::test {

using enum Role;

/// One article with its life, and people who act on it; what is decided is kept.
class Shelf : public testing::Test {
protected:
    static UserProfile person(Role role, const std::string& unit, const std::string& name) {
        UserProfile one = Office::person(role, unit);
        one.user.value = name;
        return one;
    }
    const UserProfile m_author = person(specialist, "wsjk", "an");
    const UserProfile m_second = person(unitHandler, "wsjk", "kang");
    const UserProfile m_centre = person(supervisor, "centre", "yan");

    RecordCommand command(const UserProfile& actor, RecordAct act) {
        RecordCommand c;
        c.id = CommandId::make(m_office.now, m_office.rng);
        c.user = actor.user;
        c.occurredAt = m_office.now;
        c.kind = kindOf(act);
        c.key = std::holds_alternative<SettleTask>(act) ? m_task : "health";
        if (std::holds_alternative<AskForArticle>(act)) {
            c.key = "asked";
        }
        c.base = m_life ? m_life->last : CommandId{};
        c.act = std::move(act);
        return c;
    }
    [[nodiscard]] ArticleFile file() const {
        ArticleFile file{m_live, m_life, {}, {}, {}};
        if (const auto task = m_tasks.find(m_task); task != m_tasks.end()) {
            file.task = task->second;
        }
        if (const auto asked = m_tasks.find(m_life ? m_life->task : std::string()); asked != m_tasks.end()) {
            file.asked = asked->second;
        }
        for (const auto& [key, each] : m_tasks) {
            if (each.kind == TaskKind::review) {
                file.reviewTasks.push_back(each);
            }
        }
        return file;
    }
    /// The error code, or "" when it was accepted and kept.
    std::string act(const UserProfile& actor, RecordAct act) { return run(actor, command(actor, std::move(act))); }
    std::string run(const UserProfile& actor, const RecordCommand& command) {
        m_office.now = m_office.now.plus(kMinuteMs);
        const Context context{m_office.now, actor, &m_office.rules, &m_office.units};
        const auto changes = command.kind == kArticleTaskKind ? decideArticleTask(file(), command, context)
                                                              : decideArticle(file(), command, context);
        if (!changes) {
            return changes.error().code;
        }
        m_live = changes->live ? changes->live : m_live;
        m_life = changes->life ? changes->life : m_life;
        if (changes->kept) {
            m_kept[changes->kept->version] = *changes->kept;
        }
        for (const ArticleTask& each : changes->tasks) {
            m_tasks[each.key] = each;
            m_task = each.key;
        }
        return {};
    }
    [[nodiscard]] DraftArticle text(const std::string& answer) const {
        DraftArticle c;
        c.title = "健康证办理";
        c.answer = answer;
        c.basis = {{"公共场所卫生管理条例", "国发〔1987〕24号", "第七条"}};
        c.basedOn = m_live ? m_live->version : 0;
        return c;
    }
    void publish(const std::string& answer) {
        ASSERT_EQ(act(m_author, text(answer)), "");
        ASSERT_EQ(act(m_author, SubmitArticle{}), "");
        ASSERT_EQ(act(m_second, ReviewArticle{true, "属实"}), "");
        ASSERT_EQ(act(m_centre, ReviewArticle{true, "发布"}), "");
    }
    void reach(ArticleStage stage) {
        if (stage != ArticleStage::none) {
            ASSERT_EQ(act(m_author, text("草稿")), "");
        }
        if (stage == ArticleStage::unitReview || stage == ArticleStage::centreReview) {
            ASSERT_EQ(act(m_author, SubmitArticle{}), "");
        }
        if (stage == ArticleStage::centreReview) {
            ASSERT_EQ(act(m_second, ReviewArticle{true, ""}), "");
        }
    }
    [[nodiscard]] Day today() const { return localDay(m_office.now, UtcOffset{480}); }

    Office m_office;
    std::optional<Article> m_live;
    std::optional<ArticleLife> m_life;
    std::map<std::uint32_t, Article> m_kept;
    std::map<std::string, ArticleTask> m_tasks;
    std::string m_task;
};

}  // namespace zhida::domain::test
