// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/rules.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

constexpr Term kFiveDays{5, TermUnit::workingDay};
constexpr Term kOneDay{1, TermUnit::workingDay};
constexpr Term kTwoHours{2, TermUnit::hour};

DeadlineRule row(Term term) {
    DeadlineRule rule;
    rule.term = term;
    return rule;
}

Matter matter() { return {AppealType::help, Urgency::normal, {"010208"}, Channel::phone, {"370902100000"}}; }

TEST(DeadlineTable, TheMostSpecificRowCountsWhereverItStands) {
    std::vector<DeadlineRule> table{row(kFiveDays), row(kOneDay), row(kTwoHours)};
    table[1].category = "01";
    table[2].category = "0102";
    const auto choice = chooseTerm(table, Stage::solve, matter());
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->term, kTwoHours);
    EXPECT_EQ(choice->row, 2U);
    EXPECT_EQ(choice->matched, std::vector<std::string>{"category"});
    EXPECT_EQ(choice->overruled, (std::vector<std::size_t>{1, 0}));
    std::reverse(table.begin(), table.end());
    EXPECT_EQ(chooseTerm(table, Stage::solve, matter())->term, kTwoHours);
}

TEST(DeadlineTable, UrgencyOutweighsCategoryOutweighsRegionOutweighsTypeOutweighsChannel) {
    std::vector<DeadlineRule> table(5, row(kFiveDays));
    table[0].channel = Channel::phone;
    table[1].appealType = AppealType::help;
    table[2].region = "3709";
    table[3].category = "01";
    table[4].urgency = Urgency::normal;
    for (std::size_t left = table.size(); left > 0; --left) {
        EXPECT_EQ(chooseTerm(table, Stage::solve, matter())->row, left - 1);
        table.pop_back();
    }
    EXPECT_FALSE(chooseTerm(table, Stage::solve, matter()));
}

TEST(DeadlineTable, EveryConditionCanExclude) {
    for (int which = 0; which < 6; ++which) {
        DeadlineRule rule = row(kFiveDays);
        rule.stage = which == 0 ? Stage::sign : Stage::solve;
        rule.appealType = which == 1 ? std::optional(AppealType::consult) : std::nullopt;
        rule.urgency = which == 2 ? std::optional(Urgency::urgent) : std::nullopt;
        rule.category = which == 3 ? "02" : "";
        rule.channel = which == 4 ? std::optional(Channel::web) : std::nullopt;
        rule.region = which == 5 ? "3701" : "";
        EXPECT_FALSE(chooseTerm({rule}, Stage::solve, matter())) << which;
    }
}

TEST(DeadlineTable, ARedoWithoutARowOfItsOwnTakesTheTermOfSolving) {
    Rules rules;
    rules.deadlines = {row(kFiveDays)};
    EXPECT_EQ(rules.termOf(Stage::redo, matter())->term, kFiveDays);
    EXPECT_FALSE(rules.termOf(Stage::sign, matter()));
    rules.deadlines.push_back(row(kOneDay));
    rules.deadlines.back().stage = Stage::redo;
    EXPECT_EQ(rules.termOf(Stage::redo, matter())->term, kOneDay);
}

TEST(ResponsibilityList, TheLongestCategoryThenTheLongestRegionLeads) {
    Rules rules;
    rules.responsibilities = {
        {"", {"city"}, "3709"}, {"0102", {"zjj"}}, {"0102", {"town"}, "370902100", {{"zjj"}}, "三定方案"}};
    EXPECT_EQ(rules.proposedUnit({"010208"}, {"370902100000"}).value, "town");
    EXPECT_EQ(rules.responsible({"010208"}, {"370902100000"})->basis, "三定方案");
    EXPECT_EQ(rules.responsible({"010208"}, {"370902100000"})->assist, std::vector<UnitCode>{{"zjj"}});
    EXPECT_EQ(rules.proposedUnit({"010208"}, {"370902002000"}).value, "zjj");
    EXPECT_EQ(rules.proposedUnit({"1201"}, {"370902002000"}).value, "city");
    EXPECT_TRUE(rules.proposedUnit({"1201"}, {"371300000000"}).empty());
    EXPECT_TRUE(rules.proposedUnit({}, {"370902100000"}).empty()) << "nobody leads in a matter without a category";
}

TEST(Rules, ASecondExtensionIsForComplexMattersOnly) {
    Rules rules;
    rules.extensions.complexReasons = {"complex"};
    EXPECT_EQ(rules.extensionsFor("weather"), 1);
    EXPECT_EQ(rules.extensionsFor("complex"), 2);
}

TEST(Rules, TheLatestFormCountsAndAnOldTicketFindsItsOwn) {
    Rules rules;
    rules.forms = {{"reply", 2, "乙"}, {"reply", 1, "甲"}};
    EXPECT_EQ(rules.form("reply")->version, 2);
    rules.forms[0].retired = true;
    EXPECT_EQ(rules.form("reply")->version, 1);
    EXPECT_EQ(rules.form("reply", 2)->version, 2);
    EXPECT_EQ(rules.form("reply", 1)->zh, "甲");
    EXPECT_EQ(rules.form("reply", 3), nullptr);
    EXPECT_EQ(rules.form("other"), nullptr);
}

TEST(Rules, OffersWhatItLists) {
    Rules rules;
    EXPECT_TRUE(rules.offers(AppealType::harass));
    rules.appealTypes = {{"consult", "咨询"}};
    EXPECT_TRUE(rules.offers(AppealType::consult));
    EXPECT_FALSE(rules.offers(AppealType::harass));
}

}  // namespace
}  // namespace zhida::domain
