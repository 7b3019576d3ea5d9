// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/form.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

FormField item(const char* code, FormFieldKind kind) {
    FormField field;
    field.code = code;
    field.kind = kind;
    return field;
}

/// The reply form of a city (domain handbook 1.7): contacted? when? solved? why not?
Form reply() {
    Form form;
    form.code = "reply";
    form.fieldList = {item("contacted", FormFieldKind::yesNo), item("phone", FormFieldKind::phone),
                      item("solved", FormFieldKind::choice),   item("why", FormFieldKind::longText),
                      item("count", FormFieldKind::integer),   item("when", FormFieldKind::date),
                      item("tags", FormFieldKind::choices)};
    form.fieldList[0].required = true;
    form.fieldList[1].shownWhen = {{"contacted", {"yes"}}};
    form.fieldList[1].required = true;
    form.fieldList[2].options = {{"solved"}, {"partly"}, {"unsolved"}};
    form.fieldList[2].required = true;
    form.fieldList[3].requiredWhen = {{"solved", {"partly", "unsolved"}}};
    form.fieldList[3].most = 5;
    form.fieldList[4].least = 1;
    form.fieldList[4].most = 99;
    form.fieldList[6].options = {{"a"}, {"b"}, {"c"}};
    form.fieldList[6].most = 2;
    return form;
}

std::string problems(const std::vector<FormValue>& values) {
    std::string text;
    for (const Error& each : problemsOf(reply(), values)) {
        text += (text.empty() ? "" : ", ") + each.code.substr(5) + " " + each.arg("field");
    }
    return text;
}

TEST(Form, AFullOneIsKept) {
    EXPECT_EQ(problems({{"contacted", "yes"}, {"phone", "0538-1234567"}, {"solved", "partly"}, {"why", "等待材料"}}),
              "");
    EXPECT_EQ(problems({{"contacted", "no"}, {"solved", "solved"}}), "");
}

TEST(Form, ConditionsShowAndRequire) {
    EXPECT_EQ(problems({}), "missing contacted, missing solved");
    EXPECT_EQ(problems({{"contacted", "yes"}, {"solved", "solved"}}), "missing phone");
    EXPECT_EQ(problems({{"contacted", "no"}, {"phone", "12345"}, {"solved", "solved"}}), "notShown phone");
    EXPECT_EQ(problems({{"contacted", "no"}, {"solved", "unsolved"}, {"why", "  "}}), "missing why");
}

TEST(Form, ValuesFitTheirKind) {
    const std::vector<FormValue> base{{"contacted", "no"}, {"solved", "solved"}};
    const auto with = [&base](const char* field, const char* value) {
        auto values = base;
        values.push_back({field, value});
        return problems(values);
    };
    EXPECT_EQ(with("why", "一二三四五"), "");
    EXPECT_EQ(with("why", "一二三四五六"), "value why") << "characters are counted, not bytes";
    EXPECT_EQ(with("count", "0"), "value count");
    EXPECT_EQ(with("count", "99"), "");
    EXPECT_EQ(with("count", "9 9"), "value count");
    EXPECT_EQ(with("when", "2025-02-30"), "value when");
    EXPECT_EQ(with("when", "2025-02-28"), "");
    EXPECT_EQ(with("tags", "a,c"), "");
    EXPECT_EQ(with("tags", "a,a"), "value tags");
    EXPECT_EQ(with("tags", "a,b,c"), "value tags");
    EXPECT_EQ(with("tags", "d"), "value tags");
    EXPECT_EQ(problems({{"contacted", "maybe"}, {"solved", "solved"}}), "value contacted");
    EXPECT_EQ(problems({{"contacted", "no"}, {"solved", "dunno"}}), "value solved");
    EXPECT_EQ(problems({{"contacted", "yes"}, {"phone", "call me"}, {"solved", "solved"}}), "value phone");
}

TEST(Form, StrangersAndTwinsAreNamed) {
    EXPECT_EQ(problems({{"contacted", "no"}, {"solved", "solved"}, {"colour", "red"}}), "unknownField colour");
    EXPECT_EQ(problems({{"contacted", "no"}, {"solved", "solved"}, {"solved", "partly"}}), "twice solved");
}

TEST(Form, WhatIsNotShownCountsAsEmptyBelow) {
    Form form = reply();
    form.fieldList[3].requiredWhen = {{"phone", {"12345"}}};
    const auto found = problemsOf(form, {{"contacted", "no"}, {"phone", "12345"}, {"solved", "solved"}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "form.notShown");
}

}  // namespace
}  // namespace zhida::domain
