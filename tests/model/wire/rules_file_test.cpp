// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"

#include <gtest/gtest.h>

namespace zhida::wire {
namespace {

std::string place(const char* text) {
    const auto rules = rulesFromText(text);
    return rules ? "" : rules.error().code + " " + rules.error().arg("path");
}

TEST(RulesFile, NamesThePlaceOfTheFirstMistake) {
    EXPECT_EQ(place("{"), "rules.syntax ");
    EXPECT_EQ(place("[]"), "rules.value centre");
    EXPECT_EQ(place(R"({"centre":{"region6":"370902"}})"), "rules.value centre.name");
    EXPECT_EQ(place(R"({"centre":{"name":"x","region6":"37090"}})"), "rules.value centre.region6");
    EXPECT_EQ(
        place(
            R"({"centre":{"name":"x","region6":"370902"},"deadlines":[{"amount":5,"unit":"workingDay"},{"amount":0,"unit":"day"}]})"),
        "rules.value deadlines[1].amount");
    EXPECT_EQ(place(R"({"centre":{"name":"x","region6":"370902"},"deadlines":[{"amount":5,"unit":"fortnight"}]})"),
              "rules.value deadlines[0].unit");
    EXPECT_EQ(
        place(R"({"centre":{"name":"x","region6":"370902"},"officeHours":[["08:30","12:00"],["11:00","17:00"]]})"),
        "rules.value officeHours[1]");
    EXPECT_EQ(place(R"({"centre":{"name":"x","region6":"370902"},"claimLeaseMinutes":-1})"),
              "rules.value .claimLeaseMinutes");
    EXPECT_EQ(place(R"({"centre":{"name":"x","region6":"370902"},"routing":[{"category":"12"}]})"),
              "rules.value routing[0].unit");
    EXPECT_EQ(place(R"({"centre":{"name":"x","region6":"370902"}})"), "");
}

TEST(RulesFile, ReadsWhatItSays) {
    const auto rules = rulesFromText(R"({"centre":{"name":"泰山","region6":"370902"},"officeHours":[["09:00","12:00"]],
        "deadlines":[{"appealType":"consult","urgency":"*","amount":1,"unit":"workingDay"}],"wholeCallback":true,
        "returnReasons":[{"code":"a","zh":"甲","en":"A"}]})");
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules->calendar.officePeriods().at(0).from, 540);
    EXPECT_EQ(rules->deadlines.at(0).appealType, domain::AppealType::consult);
    EXPECT_FALSE(rules->deadlines.at(0).urgency);
    EXPECT_TRUE(rules->callback.directAnswers && rules->knowsReturnReason("a") && !rules->knowsReturnReason("b"));
    domain::Calendar calendar = rules->calendar;
    EXPECT_TRUE(applyHolidays(calendar, {{"2025-10-01", "国庆", true}, {"2025-09-28", "国庆", false}}));
    EXPECT_FALSE(calendar.isWorkday(*parseDay("2025-10-01")));
    EXPECT_TRUE(calendar.isWorkday(*parseDay("2025-09-28")));
    EXPECT_FALSE(applyHolidays(calendar, {{"2025-13-01", "", true}}));
}

}  // namespace
}  // namespace zhida::wire
