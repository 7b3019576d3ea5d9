// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"

#include "model/wire/json_place.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace zhida::wire {
namespace {

using nlohmann::json;

/// The smallest procedure, with further fields patched in.
json procedure(const char* patch = "{}") {
    json base = json::parse(R"({"centre":{"name":"泰山","region6":"370902"},"deadlines":[{"term":"5wd"}]})");
    base.merge_patch(json::parse(patch));
    return base;
}

/// "code path" of every problem.
std::string problems(const char* patch) {
    std::string text;
    for (const Error& each : readProcedure(procedure(patch).dump()).problems) {
        text += (text.empty() ? "" : ", ") + each.code.substr(6) + " " + each.arg("path");
    }
    return text;
}

TEST(RulesFile, NamesEveryMistakeWithItsPlace) {
    EXPECT_EQ(problems("{}"), "");
    EXPECT_EQ(problems(R"({"centre":{"name":null,"region6":"37090"}})"), "missing centre.name, value centre.region6");
    EXPECT_EQ(problems(R"({"centre":null})"), "missing centre");
    EXPECT_EQ(problems(R"({"deadlines":null})"), "missing deadlines");
    EXPECT_EQ(problems(R"({"deadlines":[{"term":"5wd"},{"stage":"sign","term":"0h"},{"term":"fortnight"},{}]})"),
              "value deadlines[1].term, value deadlines[2].term, missing deadlines[3].term");
    EXPECT_EQ(problems(R"({"deadlines":[{"term":"5wd","urgency":"soon"}]})"), "value deadlines[0].urgency");
    EXPECT_EQ(problems(R"({"officeHours":[["08:30","12:00"],["11:00","17:00"]]})"), "value officeHours[1]");
    EXPECT_EQ(problems(R"({"officeHours":[["12:00","08:30"]]})"), "value officeHours[0]");
    EXPECT_EQ(problems(R"({"officeHours":[]})"), "value officeHours");
    EXPECT_EQ(problems(R"({"claimLeaseMinutes":-1})"), "value claimLeaseMinutes");
    EXPECT_EQ(problems(R"({"claimLeaseMinutes":0})"), "value claimLeaseMinutes");
    EXPECT_EQ(problems(R"({"callback":{"mode":"some"}})"), "value callback.mode");
    EXPECT_EQ(problems(R"({"callback":[]})"), "value callback");
    EXPECT_EQ(problems(R"({"responsibilities":[{"category":"12"}]})"), "missing responsibilities[0].unit");
    EXPECT_EQ(problems(R"({"returnReasons":{}})"), "value returnReasons");
}

TEST(RulesFile, BrokenJsonNamesItsLine) {
    const auto reading = readProcedure("{\n\"centre\": {\n  \"name\": \n}}");
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_EQ(reading.problems[0].code, "rules.syntax");
    EXPECT_EQ(reading.problems[0].arg("line"), "4");
    EXPECT_EQ(readProcedure("").problems[0].code, "rules.syntax");
    EXPECT_FALSE(readProcedure("[]").problems.empty());
    EXPECT_FALSE(readProcedure("7").problems.empty());
}

TEST(RulesFile, AProblemNamesItsLine) {
    const std::string text =
        "{\"centre\": {\"name\": \"x\", \"region6\": \"370902\"},\n \"deadlines\": [\n  {\"term\": \"5wd\"},\n"
        "  {\"stage\": \"sign\", \"note\": \"a \\\"}]\",\n   \"term\": \"0h\"}\n ]}";
    const auto reading = readProcedure(text);
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_EQ(reading.problems[0].arg("line"), "5");
    ASSERT_EQ(reading.notices.size(), 1U);
    EXPECT_EQ(reading.notices[0].arg("path"), "deadlines[1].note");
    EXPECT_EQ(reading.notices[0].arg("line"), "4");
}

TEST(JsonPlace, FindsValuesAndWhatIsAroundThoseThatAreMissing) {
    const std::string_view text = "{\n\"a\": [1,\n{\"b\": -2.5e3,\n\"c\": [true, null,\n\"x\"]}\n],\n\"d\": 4}";
    EXPECT_EQ(lineOf(text, ""), 1U);
    EXPECT_EQ(lineOf(text, "a[0]"), 2U);
    EXPECT_EQ(lineOf(text, "a[1]"), 3U);
    EXPECT_EQ(lineOf(text, "a[1].c"), 4U);
    EXPECT_EQ(lineOf(text, "a[1].c[2]"), 5U);
    EXPECT_EQ(lineOf(text, "d"), 7U);
    EXPECT_EQ(lineOf(text, "a[1].zzz"), 3U);
    EXPECT_EQ(lineOf(text, "a[9]"), 2U);
    EXPECT_EQ(lineOf("", "a"), 0U);
    EXPECT_EQ(lineOf("{\"a\": [", "a[3].b"), 1U);
}

TEST(RulesFile, ACodeTwiceIsNamedWithItsFirstPlace) {
    const auto reading = readProcedure(
        procedure(R"({"returnReasons":[{"code":"a","zh":"甲"},{"code":"b","zh":"乙"},{"code":"a","zh":"丙"}]})")
            .dump());
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_EQ(reading.problems[0].arg("path"), "returnReasons[2]");
    EXPECT_EQ(reading.problems[0].arg("first"), "returnReasons[0]");
    EXPECT_EQ(problems(R"({"deadlines":[{"term":"5wd"},{"term":"3wd"}]})"), "duplicate deadlines[1]");
    EXPECT_EQ(problems(R"({"deadlines":[{"term":"5wd"},{"term":"3wd","stage":"redo"}]})"), "");
    EXPECT_EQ(problems(R"({"responsibilities":[{"category":"01","unit":"a"},{"category":"01","unit":"b"}]})"),
              "duplicate responsibilities[1]");
    EXPECT_EQ(problems(R"({"returnReasons":[{"code":"","zh":"甲"}]})"), "missing returnReasons[0].code");
}

TEST(RulesFile, AGapInTheDeadlineTableNamesWhatHasNoTerm) {
    const auto gap = [](const char* patch) {
        const auto reading = readProcedure(procedure(patch).dump());
        return reading.problems.empty() ? "" : reading.problems[0].code + ": " + reading.problems[0].arg("missing");
    };
    EXPECT_EQ(gap(R"({"appealTypes":[{"code":"help","zh":"求助"},{"code":"consult","zh":"咨询"}],
                      "deadlines":[{"term":"5wd","urgency":"normal"},{"term":"2h","appealType":"help","urgency":"*"}]})"),
              "rules.gap: consult urgent, consult critical");
    EXPECT_EQ(gap(R"({"deadlines":[{"term":"5wd","category":"01"}],"urgencies":[{"code":"normal","zh":"一般"}],
                      "appealTypes":[{"code":"help","zh":"求助"}]})"),
              "rules.gap: help normal");
    EXPECT_EQ(gap(R"({"deadlines":[]})").substr(0, 9), "rules.gap");
}

TEST(RulesFile, ReferencesIntoNothingAreNamed) {
    EXPECT_EQ(problems(R"({"appealTypes":[{"code":"shout","zh":"喊"}]})"), "reference appealTypes[0].code");
    EXPECT_EQ(problems(R"({"extensions":{"complexReasons":["complex"]}})"), "reference extensions.complexReasons[0]");
    EXPECT_EQ(
        problems(
            R"({"extensions":{"complexReasons":["complex"]},"extensionReasons":[{"code":"complex","zh":"复杂"}]})"),
        "");
    EXPECT_EQ(
        problems(
            R"({"rosterRights":[{"code":"a","zh":"甲","role":"specialist","commands":["ticket.claim","ticket.fly"]}]})"),
        "reference rosterRights[0].commands[1]");
    EXPECT_EQ(problems(R"({"deadlines":[{"term":"5wd"},{"term":"5wd","region":"泰安"}]})"),
              "value deadlines[1].region");
}

TEST(RulesFile, NumbersStayWithinReason) {
    EXPECT_EQ(problems(R"({"callback":{"mode":"sample","samplePercent":0}})"),
              "value callback.samplePercent, missing callback.seed");
    EXPECT_EQ(problems(R"({"callback":{"quietHours":[["08:00","20:00"],["20:00","08:00"]]}})"),
              "value callback.quietHours");
    EXPECT_EQ(problems(R"({"callback":{"attempts":0}})"), "value callback.attempts");
    EXPECT_EQ(problems(R"({"inspection":{"samplePercent":5}})"), "missing inspection.seed, missing inspection.items");
    EXPECT_EQ(problems(R"({"inspection":{"items":[{"code":"a","zh":"甲","points":10}],"passPoints":11}})"),
              "value inspection.passPoints");
    EXPECT_EQ(problems(R"({"sameMatter":{"similarPercent":101,"groupHouseholds":1}})"),
              "value sameMatter.similarPercent, value sameMatter.groupHouseholds");
    EXPECT_EQ(problems(R"({"undoRestSeconds":99999999999999999999})"), "value undoRestSeconds");
}

TEST(RulesFile, ALadderHasLevelsThatOpenAndEnd) {
    EXPECT_EQ(problems(R"({"ladders":[{"code":"a","zh":"甲","levels":[]}]})"), "gap ladders[0].levels");
    EXPECT_EQ(problems(R"({"ladders":[{"code":"a","zh":"甲","levels":[
        {"code":"1","zh":"村","results":[{"code":"ok","zh":"成","effect":"solved"}]},
        {"code":"2","zh":"镇","rounds":3,"mostRounds":2,"form":"none","results":[{"code":"no","zh":"不成","effect":"failed"}]}]}]})"),
              "gap ladders[0].levels[0].results, value ladders[0].levels[1].mostRounds, "
              "gap ladders[0].levels[1].results, reference ladders[0].levels[1].form");
}

TEST(RulesFile, FormsLookUpwardsOnly) {
    EXPECT_EQ(problems(R"({"forms":[{"code":"r","zh":"表","use":"reply","fields":[
        {"code":"a","zh":"甲","kind":"choice"},
        {"code":"b","zh":"乙","kind":"yesNo","shownWhen":[{"field":"c","is":["x"]}]},
        {"code":"c","zh":"丙","kind":"text","requiredWhen":[{"field":"b","is":["maybe"]}],"least":9,"most":3}]}]})"),
              "value forms[0].fields[0].options, reference forms[0].fields[1].shownWhen[0].field, "
              "value forms[0].fields[2].most, reference forms[0].fields[2].requiredWhen[0].is[0]");
    EXPECT_EQ(problems(R"({"forms":[{"code":"r","version":1,"zh":"表","use":"reply","fields":[]},
                                    {"code":"r","version":2,"zh":"表","use":"reply","fields":[]},
                                    {"code":"r","version":1,"zh":"表","use":"reply","fields":[]}]})"),
              "duplicate forms[2]");
}

TEST(RulesFile, AFormThatTicketsWereFilledInWithMayNotChange) {
    const auto read = [](const char* forms) { return readProcedure(procedure(forms).dump()).rules; };
    const auto before = read(
        R"({"forms":[{"code":"r","version":1,"zh":"表","use":"reply","fields":[{"code":"a","zh":"甲","kind":"text"}]}]})");
    const auto changed = read(
        R"({"forms":[{"code":"r","version":1,"zh":"表","use":"reply","fields":[{"code":"b","zh":"甲","kind":"text"}]}]})");
    const auto more = read(
        R"({"forms":[{"code":"r","version":1,"zh":"表","use":"reply","fields":[{"code":"a","zh":"甲","kind":"text"}]},
                                        {"code":"r","version":2,"zh":"表","use":"reply","fields":[{"code":"b","zh":"甲","kind":"text"}]}]})");
    EXPECT_TRUE(changedForms(before, read("{}")).empty());
    EXPECT_EQ(changedForms(before, changed).at(0).code, "rules.formChanged");
    EXPECT_TRUE(changedForms(before, more).empty());
}

TEST(RulesFile, CodesThatTheCentreDoesNotKnowAreNamed) {
    const std::string text =
        procedure(R"({"deadlines":[{"term":"5wd"},{"term":"1wd","category":"99"},{"term":"1wd","region":"3709"}],
        "responsibilities":[{"category":"01","unit":"gs","assist":["nobody"]}],"opinionPresets":[{"unit":"who","text":"请核实"}]})")
            .dump();
    const KnowsCode knows = [](std::string_view, const std::string& code) {
        return code == "01" || code == "3709" || code == "gs";
    };
    std::string found;
    for (const Error& each : unknownCodes(readProcedure(text).rules, knows, text)) {
        found += each.arg("path") + "=" + each.arg("value") + " ";
    }
    EXPECT_EQ(found, "deadlines[1].category=99 responsibilities[0].unit=nobody opinionPresets[0].unit=who ");
}

TEST(RulesFile, ReadsWhatItSays) {
    const auto rules = rulesFromText(procedure(R"({"officeHours":[["09:00","12:00"]],"centre":{"utcOffsetMinutes":360},
        "deadlines":[{"appealType":"consult","urgency":"*","term":"1wd"},{"term":"24h","basis":"第三条"}],
        "callback":{"directAnswers":true,"quietHours":[["21:00","08:00"]]},"archiveAfter":"60d",
        "categoryMaps":[{"code":"12315","zh":"消费投诉","pairs":[{"from":"3","to":"11"},{"from":"31","to":"1104"}]}],
        "returnReasons":[{"code":"a","zh":"甲","en":"A"}]})")
                                         .dump());
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules->calendar.officePeriods().at(0).from, 540);
    EXPECT_EQ(rules->calendar.offset().minutes, 360);
    EXPECT_EQ(rules->deadlines.at(0).appealType, domain::AppealType::consult);
    EXPECT_FALSE(rules->deadlines.at(0).urgency);
    EXPECT_EQ(rules->deadlines.at(1).basis, "第三条");
    EXPECT_TRUE(rules->callback.directAnswers && rules->knowsReturnReason("a") && !rules->knowsReturnReason("b"));
    EXPECT_EQ(rules->callback.quietHours.at(0), (domain::OfficePeriod{21 * 60, 8 * 60}));
    EXPECT_EQ(rules->archiveAfter, (domain::Term{60, domain::TermUnit::day}));
    EXPECT_EQ(rules->mapped("12315", "3105").value, "1104");
    EXPECT_EQ(rules->mapped("12315", "39").value, "11");
    EXPECT_TRUE(rules->mapped("12315", "4").empty() && rules->mapped("petition", "3").empty());
}

TEST(RulesFile, WhatANewerProgramWroteIsReportedAndDoesNotHurt) {
    const auto reading = readProcedure(procedure(R"({"hologram":true,"callback":{"telepathy":1}})").dump());
    EXPECT_TRUE(reading.problems.empty());
    ASSERT_EQ(reading.notices.size(), 2U);
    EXPECT_EQ(reading.notices[0].arg("path"), "callback.telepathy");
    EXPECT_EQ(reading.notices[1].arg("path"), "hologram");
}

TEST(RulesFile, AFloodOfMistakesIsCutOff) {
    json flood = procedure();
    for (int i = 0; i < 20'000; ++i) {
        flood["unknown" + std::to_string(i)] = i;
        flood["deadlines"].push_back({{"term", "0h"}});
    }
    const auto reading = readProcedure(flood.dump(1));
    EXPECT_EQ(reading.problems.size(), 100U);
    EXPECT_EQ(reading.notices.size(), 100U);
}

TEST(RulesFile, DescribesEverySectionForAnEditor) {
    const json sections = describeProcedure();
    const auto named = [](const json& list, const std::string& name) {
        for (const json& each : list) {
            if (each["name"] == name) {
                return each;
            }
        }
        return json();
    };
    const json rows = named(sections, "deadlines");
    EXPECT_TRUE(rows["list"] == true && rows["required"] == true);
    EXPECT_EQ(named(rows["fields"], "urgency")["values"], json::parse(R"(["normal","urgent","critical"])"));
    EXPECT_EQ(named(rows["fields"], "term")["type"], "term");
    EXPECT_EQ(named(named(sections, "ladders")["fields"], "levels")["list"], true);
    EXPECT_EQ(named(sections, "centre")["fields"].size(), 4U);
    EXPECT_EQ(named(named(sections, "returns")["fields"], "mostPerUnit")["default"], 1);
    EXPECT_EQ(named(named(sections, "extensions")["fields"], "longest")["default"], "10wd");
    EXPECT_EQ(named(sections, "officeHours")["default"], json::parse(R"([["08:30","12:00"],["13:30","17:30"]])"));
    EXPECT_FALSE(named(rows["fields"], "urgency").contains("default"));  // left out: any
}

TEST(Holidays, ChangeTheDaysTheyName) {
    domain::Calendar calendar;
    EXPECT_TRUE(applyHolidays(calendar, {{"2025-10-01", "国庆", true}, {"2025-09-28", "国庆", false}}));
    EXPECT_FALSE(calendar.isWorkday(*parseDay("2025-10-01")));
    EXPECT_TRUE(calendar.isWorkday(*parseDay("2025-09-28")));
    EXPECT_FALSE(applyHolidays(calendar, {{"2025-13-01", "", true}}));
}

}  // namespace
}  // namespace zhida::wire
