// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"

#include "model/wire/json.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace zhida::wire {
namespace {

using nlohmann::json;

/// Reads with the path in hand; remembers the first place that was wrong.
class Checker {
public:
    void fail(const std::string& path, std::string_view expected) {
        if (!m_error) {
            m_error = Error("rules.value", {{"path", path}, {"expected", std::string(expected)}});
        }
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    std::string text(const json& object, const char* key, const std::string& path, bool required = false) {
        const auto it = object.is_object() ? object.find(key) : object.end();
        if (!object.is_object() || it == object.end() || it->is_null()) {
            if (required) {
                fail(path + "." + key, "text");
            }
            return {};
        }
        if (!it->is_string()) {
            fail(path + "." + key, "text");
            return {};
        }
        return it->get<std::string>();
    }
    int number(const json& object, const char* key, const std::string& path, int least, int most, int fallback) {
        const auto it = object.is_object() ? object.find(key) : object.end();
        if (!object.is_object() || it == object.end()) {
            return fallback;
        }
        if (!it->is_number_integer() || it->get<long long>() < least || it->get<long long>() > most) {
            fail(path + "." + key, std::to_string(least) + ".." + std::to_string(most));
            return fallback;
        }
        return it->get<int>();
    }
    template <class E>
    std::optional<E> code(const json& object, const char* key, const std::string& path) {
        const std::string value = text(object, key, path);
        if (value.empty() || value == "*") {
            return std::nullopt;
        }
        const auto found = enumFrom<E>(value);
        if (!found) {
            fail(path + "." + key, "a code or *");
        }
        return found;
    }
    /// Calls `each(item, path)` for the items of the list `key`, if there is one.
    template <class F>
    void list(const json& object, const char* key, F&& each) {
        const auto it = object.find(key);
        if (it == object.end()) {
            return;
        }
        if (!it->is_array()) {
            fail(key, "list");
            return;
        }
        for (std::size_t i = 0; i < it->size(); ++i) {
            each((*it)[i], std::string(key) + "[" + std::to_string(i) + "]");
        }
    }

private:
    std::optional<Error> m_error;
};

/// "08:30" -> 510; -1 for anything else.
int minuteOfDay(const json& value) {
    const auto at = value.is_string() ? parseIso("1970-01-01T" + value.get<std::string>(), UtcOffset{0}) : std::nullopt;
    return at ? static_cast<int>(at->ms / kMinuteMs) : -1;
}

std::vector<domain::OfficePeriod> readOfficeHours(const json& root, Checker& check) {
    std::vector<domain::OfficePeriod> periods;
    check.list(root, "officeHours", [&](const json& item, const std::string& path) {
        const bool pair = item.is_array() && item.size() == 2;
        const int from = pair ? minuteOfDay(item[0]) : -1;
        const int to = pair ? minuteOfDay(item[1]) : -1;
        if (from < 0 || to <= from || (!periods.empty() && from < periods.back().to)) {
            check.fail(path, "[\"hh:mm\",\"hh:mm\"], rising");
            return;
        }
        periods.push_back({from, to});
    });
    return periods;
}

void readDeadlines(const json& root, Checker& check, domain::Rules& rules) {
    check.list(root, "deadlines", [&](const json& item, const std::string& path) {
        domain::DeadlineRule rule;
        rule.appealType = check.code<domain::AppealType>(item, "appealType", path);
        rule.urgency = check.code<domain::Urgency>(item, "urgency", path);
        rule.term.amount = check.number(item, "amount", path, 1, 3660, 0);
        const auto unit = check.code<domain::TermUnit>(item, "unit", path);
        if (!unit || rule.term.amount == 0) {
            check.fail(path, "amount and unit");
            return;
        }
        rule.term.unit = *unit;
        rules.deadlines.push_back(rule);
    });
}

void readLists(const json& root, Checker& check, domain::Rules& rules) {
    check.list(root, "returnReasons", [&](const json& item, const std::string& path) {
        rules.returnReasons.push_back(
            {check.text(item, "code", path, true), check.text(item, "zh", path, true), check.text(item, "en", path)});
    });
    check.list(root, "routing", [&](const json& item, const std::string& path) {
        rules.responsibilities.push_back(
            {check.text(item, "category", path, true), {check.text(item, "unit", path, true)}});
    });
    check.list(root, "opinionPresets", [&](const json& item, const std::string& path) {
        rules.opinionPresets.push_back({{check.text(item, "unit", path)},
                                        check.text(item, "category", path),
                                        check.text(item, "text", path, true)});
    });
}

bool isRegion6(const std::string& text) {
    return text.size() == 6 && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Result<domain::Rules> rulesFromText(std::string_view text) {
    const Result<json> parsed = parseJson(text);
    if (!parsed) {
        const Error& why = parsed.error();
        return why.code == "json.syntax" ? Error("rules.syntax", {{"at", why.arg("at")}}) : why;
    }
    const json& root = *parsed;
    if (!root.is_object() || !root.contains("centre")) {
        return Error("rules.value", {{"path", "centre"}, {"expected", "object"}});
    }
    Checker check;
    domain::Rules rules;
    const json& centre = root["centre"];
    rules.centreName = check.text(centre, "name", "centre", true);
    rules.region6 = check.text(centre, "region6", "centre", true);
    if (!isRegion6(rules.region6)) {
        check.fail("centre.region6", "6 digits");
    }
    const UtcOffset offset{check.number(centre, "utcOffsetMinutes", "centre", -720, 840, 480)};
    auto periods = readOfficeHours(root, check);
    rules.calendar = periods.empty() ? domain::Calendar(offset, {{510, 720}, {810, 1050}})
                                     : domain::Calendar(offset, std::move(periods));
    readDeadlines(root, check, rules);
    rules.claimLeaseMinutes = check.number(root, "claimLeaseMinutes", "", 1, 24 * 60, 15);
    rules.callback.attempts = check.number(root, "callbackAttempts", "", 1, 20, 3);
    const auto whole = root.find("wholeCallback");
    if (whole != root.end() && !whole->is_boolean()) {
        check.fail("wholeCallback", "true or false");
    }
    rules.callback.directAnswers = whole != root.end() && whole->is_boolean() && whole->get<bool>();
    readLists(root, check, rules);
    return check.error() ? Result<domain::Rules>(*check.error()) : Result<domain::Rules>(std::move(rules));
}

Status applyHolidays(domain::Calendar& calendar, const std::vector<domain::Holiday>& holidays) {
    for (const domain::Holiday& each : holidays) {
        const auto day = parseDay(each.date);
        if (!day) {
            return Error("rules.value", {{"path", "holidays." + each.date}, {"expected", "yyyy-mm-dd"}});
        }
        calendar.setException(*day, {each.name, each.off});
    }
    return done();
}

}  // namespace zhida::wire
