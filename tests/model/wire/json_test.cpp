// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/json.h"

#include "model/domain/article.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace zhida::wire {
namespace {

constexpr UtcOffset kChina{480};

std::string refusal(const char* name, const char* with) {
    const auto command = commandFromJson(name, Json::parse(with), kChina);
    return command ? "" : command.error().code + " " + command.error().arg("field");
}

TEST(Json, CommandsAreReadStrictly) {
    EXPECT_EQ(refusal("ticket.register", R"({"title":"t","content":"c","appealType":"consult","channel":"phone"})"),
              "");
    EXPECT_EQ(refusal("ticket.register", R"({"content":"c","appealType":"consult","channel":"phone"})"),
              "field.missing title");
    EXPECT_EQ(refusal("ticket.register", R"({"title":1,"content":"c","appealType":"consult","channel":"phone"})"),
              "field.type title");
    EXPECT_EQ(refusal("ticket.register", R"({"title":"t","content":"c","appealType":"x","channel":"phone"})"),
              "field.value appealType");
    EXPECT_EQ(refusal("ticket.register",
                      R"({"title":"t","content":"c","appealType":"consult","channel":"phone","number":"1"})"),
              "field.unknown number");
    EXPECT_EQ(
        refusal("ticket.register", R"({"title":"t\u0000","content":"c","appealType":"consult","channel":"phone"})"),
        "field.encoding title");
    EXPECT_EQ(refusal("ticket.dispatch", R"({"lead":"szz","assist":"zjj"})"), "field.type assist");
    EXPECT_EQ(refusal("ticket.dispatch", R"({"lead":"szz","deadline":"soon"})"), "field.type deadline");
    EXPECT_EQ(refusal("ticket.link", R"({"other":"x"})"), "field.type other");
    EXPECT_EQ(refusal("ticket.fly", "{}"), "command.unknown ");
    EXPECT_EQ(refusal("ticket.review", R"({"approve":"true"})"), "");
    EXPECT_EQ(refusal("ticket.review", R"([])"), "field.type ");
}

TEST(Json, DescribeNamesEveryCommandOnceWithItsRoles) {
    const Json list = describeCommands();
    std::set<std::string> names;
    for (const Json& each : list) {
        EXPECT_TRUE(names.insert(each.at("name")).second);
        EXPECT_FALSE(each.at("roles").empty());
        for (const Json& field : each.at("fields")) {
            EXPECT_TRUE(field.contains("type") && field.contains("required"));
            EXPECT_EQ(field.at("type") == "enum", field.contains("values"));
        }
    }
    for (const char* name :
         {"ticket.register", "ticket.claim", "ticket.release", "ticket.supplement", "ticket.directAnswer",
          "ticket.dispatch", "ticket.sign", "ticket.requestReturn", "ticket.decideReturn", "ticket.reply",
          "ticket.review", "ticket.callback", "ticket.comment"}) {
        EXPECT_EQ(names.count(name), 1U) << name;
    }
}

TEST(Json, TextOfStrangersIsReadWithBounds) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    ASSERT_TRUE(parseJson(nested(64)));
    EXPECT_EQ(parseJson(nested(65)).error(), Error("json.tooDeep", {{"most", "64"}}));
    EXPECT_EQ(parseJson(nested(4), 3).error().arg("most"), "3");
    EXPECT_EQ(parseJson(std::string(400'000, '[')).error().code, "json.tooDeep");
    EXPECT_EQ(parseJson(R"({"a":1}}})").error(), Error("json.syntax", {{"at", "8"}}));
    EXPECT_EQ(parseJson("").error().code, "json.syntax");
    EXPECT_EQ(parseJson("[1e999]").error().code, "json.number");
    EXPECT_EQ(parseJson("\"\xff\"").error().code, "json.syntax");
    const std::string inText = "\"" + std::string(100, '[') + R"(\"[[")";
    const auto text = parseJson(inText, 0);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->get<std::string>().size(), 103U);
    const auto object = parseJson(R"({"a":[1,{"b":"]"}]})", 3);
    ASSERT_TRUE(object);
    EXPECT_EQ(object->at("a").at(1).at("b"), "]");
}

TEST(Json, RecordsRoundTripThroughText) {
    const Json source = Json::parse(
        R"({"title":"健康证","answer":"到卫生院","aliases":["预防性健康检查"],"basis":[{"name":"食品安全法"}],"unit":"wsjk"})");
    const auto article = fromJson<domain::Article>(source, kChina);
    ASSERT_TRUE(article);
    EXPECT_EQ(article->basis.at(0).name, "食品安全法");
    EXPECT_EQ(*fromJson<domain::Article>(toJson(*article, kChina), kChina), *article);
}

TEST(Json, TicketsAndEventsAreReadable) {
    domain::test::Office o;
    o.registerOne();
    o.dispatchTo("szz");
    const Json ticket = toJson(*o.ticket, kChina);
    EXPECT_EQ(ticket.at("state"), "dispatched");
    EXPECT_EQ(ticket.at("assignments").at(0).at("unit"), "szz");
    EXPECT_EQ(ticket.at("closedAt"), nullptr);
    EXPECT_EQ(ticket.at("createdAt"), "2025-08-20T10:00:00+08:00");
    EXPECT_EQ(toJson(o.log.back(), kChina).at("body").at("kind"), "dispatched");
}

}  // namespace
}  // namespace zhida::wire
