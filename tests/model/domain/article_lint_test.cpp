// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/article_lint.h"

#include <gtest/gtest.h>

#include <functional>

namespace zhida::domain {
namespace {

/// A service that the checker has nothing to say about.
Article faultless() {
    Article article;
    article.title = "公共场所卫生许可";
    article.answer = "到政务大厅 12 号窗口申请。";
    article.unit.value = "wsjk";
    article.category.value = "C1";
    article.keywords = {"卫生许可证"};
    article.questions = {"理发店要办卫生许可吗"};
    article.phone = "0538-6991234";
    article.hours = "工作日：上午8:30-12:00，下午1:30-5:00";
    article.place = "东岳大街12号政务大厅12号窗口";
    article.service =
        ServiceFacts{"行政许可", "自然人;法人", "承诺件", "5", "1 3",        "1",        "核验原件", "0",
                     "II",       "1",           "0",      "0", "卫生许可证", "出证办结", "样本",     "0538-6995678"};
    return article;
}

std::string rulesOf(const Article& article) {
    std::string rules;
    for (const LintMark& mark : lintArticle(article)) {
        rules += (rules.empty() ? "" : " ") + std::string(codeOf(mark.severity)) + ":" + mark.rule;
    }
    return rules;
}

TEST(ArticleLint, saysNothingOfAFaultlessArticle) {
    EXPECT_EQ(rulesOf(faultless()), "");
    Article plain = faultless();
    plain.service.reset();
    EXPECT_EQ(rulesOf(plain), "") << "what is no service needs no facts of one";
}

TEST(ArticleLint, everyRuleByItsExample) {
    struct Case {
        const char* rules;
        std::function<void(Article&, ServiceFacts&)> spoil;
    };
    const std::vector<Case> cases{
        {"red:title.missing", [](Article& a, ServiceFacts&) { a.title = ""; }},
        {"red:answer.missing", [](Article& a, ServiceFacts&) { a.answer = ""; }},
        {"red:unit.missing", [](Article& a, ServiceFacts&) { a.unit.value = ""; }},
        {"amber:category.missing", [](Article& a, ServiceFacts&) { a.category.value = ""; }},
        {"amber:keywords.missing", [](Article& a, ServiceFacts&) { a.keywords = {}; }},
        {"amber:keyword.isTitle", [](Article& a, ServiceFacts&) { a.keywords = {a.title}; }},
        {"amber:phone.areaCode", [](Article& a, ServiceFacts&) { a.phone = "6991234"; }},
        {"", [](Article& a, ServiceFacts&) { a.phone = "12345、95598、13805381234、400-810-0000、0538-12345678"; }},
        {"amber:hours.workingDays", [](Article& a, ServiceFacts&) { a.hours = "8:30-12:00"; }},
        {"amber:place.inexact", [](Article& a, ServiceFacts&) { a.place = "东岳大街"; }},
        {"red:promise.missing", [](Article&, ServiceFacts& f) { f.promiseDays = ""; }},
        {"red:projectType.promise", [](Article&, ServiceFacts& f) { f.projectType = "即办件"; }},
        {"red:projectType.promise", [](Article&, ServiceFacts& f) { f.promiseDays = "0", f.stepDays = ""; }},
        {"", [](Article&, ServiceFacts& f) { f.promiseDays = "0", f.stepDays = "", f.projectType = "即办件"; }},
        {"red:steps.exceedPromise", [](Article&, ServiceFacts& f) { f.stepDays = "1 3 2"; }},
        {"red:visits.missing", [](Article&, ServiceFacts& f) { f.visits = ""; }},
        {"amber:visits.noReason", [](Article&, ServiceFacts& f) { f.visitReason = ""; }},
        {"red:visits.noOtherWay", [](Article&, ServiceFacts& f) { f.visits = "0", f.express = "0"; }},
        {"", [](Article&, ServiceFacts& f) { f.visits = "0"; }},
        {"red:online.visits", [](Article&, ServiceFacts& f) { f.onlineDepth = "全程网办（IV）"; }},
        {"amber:result.type", [](Article&, ServiceFacts& f) { f.resultType = "审批办结"; }},
        {"amber:result.type", [](Article&, ServiceFacts& f) { f.resultName = "同意的批复"; }},
        {"amber:result.noSample", [](Article&, ServiceFacts& f) { f.resultSample = ""; }},
        {"amber:complaint.missing", [](Article&, ServiceFacts& f) { f.complaintPhone = "无"; }},
        {"red:phone.isComplaint", [](Article&, ServiceFacts& f) { f.complaintPhone = "0538 6991234"; }},
        {"amber:audience.missing", [](Article&, ServiceFacts& f) { f.serverType = ""; }},
        {"red:permit.noQuestion", [](Article& a, ServiceFacts&) { a.questions = {}; }},
        {"amber:fee.payOnline", [](Article&, ServiceFacts& f) { f.payOnline = "是"; }},
    };
    for (const Case& each : cases) {
        Article article = faultless();
        each.spoil(article, *article.service);
        EXPECT_EQ(rulesOf(article), each.rules);
    }
}

TEST(ArticleLint, lengthsAreCountedInCharacters) {
    Article article = faultless();
    const auto repeated = [](int times) {
        std::string text;
        for (int i = 0; i < times; ++i) {
            text += "证";
        }
        return text;
    };
    article.title = repeated(128);
    article.keywords = {repeated(20)};
    EXPECT_EQ(rulesOf(article), "");
    article.title = repeated(129);
    article.keywords = {repeated(21)};
    EXPECT_EQ(rulesOf(article), "red:title.long amber:keyword.long");
    EXPECT_EQ(lintArticle(article).back().words, article.keywords.front()) << "it says which";
}

TEST(ArticleLint, aTitleIsUnique) {
    const Article article = faultless();
    EXPECT_TRUE(lintTitle(article, {{article.title, 1}}).empty());
    EXPECT_EQ(lintTitle(article, {{article.title, 2}}).front().rule, "title.repeated");
}

TEST(ArticleLint, aTableCountsEveryArticleOnce) {
    LintTally tally;
    tally.add({});
    tally.add({{Severity::amber, "phone", "phone.areaCode", ""}});
    tally.add({{Severity::amber, "phone", "phone.areaCode", ""}, {Severity::red, "unit", "unit.missing", ""}});
    EXPECT_EQ(tally.articles, 3U);
    EXPECT_EQ(tally.red, 1U);
    EXPECT_EQ(tally.amber, 1U);
    EXPECT_EQ(tally.clean(), 1U);
}

}  // namespace
}  // namespace zhida::domain
