// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"
#include "model/base/result.h"
#include "model/base/utf8.h"
#include "model/domain/calendar.h"
#include "model/domain/deadline.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// Internal to rules_file.cpp: records out of JSON with the path in hand. Unlike wire::fromJson it goes on after a mistake, so
/// that whoever writes a procedure sees them all, and keeps going over fields it does not know.
namespace zhida::wire {

class RulesReader {
public:
    using Json = nlohmann::json;

    std::vector<Error> problems;
    std::vector<Error> notices;

    void problem(std::string_view code, const std::string& path,
                 std::initializer_list<std::pair<std::string, std::string>> more = {}) {
        Error error(code, {{"path", path}});
        error.args.insert(error.args.end(), more);
        problems.push_back(std::move(error));
    }
    void expected(const std::string& path, const std::string& what) {
        problem("rules.value", path, {{"expected", what}});
    }

    /// Fields of a record; `known` are further keys that somebody else reads.
    template <Record T>
    void record(const Json& object, const std::string& path, T& out, const std::vector<std::string>& known = {}) {
        if (!object.is_object()) {
            expected(path, "{…}");
            return;
        }
        forEachField<T>([&](const auto& f) {
            const std::string at = under(path, f.name);
            const auto it = object.find(f.name);
            if (it != object.end() && !it->is_null()) {
                value(*it, at, out.*f.member);
            } else if (f.use == FieldUse::required) {
                problem("rules.missing", at);
            }
        });
        for (const auto& [key, inner] : object.items()) {
            if (!isField<T>(key) && std::find(known.begin(), known.end(), key) == known.end()) {
                notices.push_back(Error("rules.unknownField", {{"path", under(path, key)}}));
            }
        }
    }

    template <class T>
    void value(const Json& json, const std::string& path, T& out) {
        if constexpr (std::is_same_v<T, domain::Term>) {
            term(json, path, out);
        } else if constexpr (std::is_same_v<T, domain::OfficePeriod>) {
            period(json, path, out);
        } else if constexpr (std::is_same_v<T, Instant>) {
            instant(json, path, out);
        } else if constexpr (IsOptional<T>::value) {
            if (json == "*") {
                out.reset();
            } else {
                value(json, path, out.emplace());
            }
        } else if constexpr (IsVector<T>::value) {
            list(json, path, out);
        } else if constexpr (CodedEnum<T>) {
            code(json, path, out);
        } else if constexpr (Record<T>) {
            record(json, path, out);
        } else if constexpr (std::is_same_v<T, bool>) {
            out = json.is_boolean() && json.get<bool>();
            if (!json.is_boolean()) {
                expected(path, "true false");
            }
        } else if constexpr (std::is_integral_v<T>) {
            integer(json, path, out);
        } else if constexpr (std::is_same_v<T, std::string>) {
            text(json, path, out);
        } else {
            text(json, path, out.value);
        }
    }

    static std::string under(const std::string& path, std::string_view key) {
        return path.empty() ? std::string(key) : path + "." + std::string(key);
    }
    static std::string item(const std::string& path, std::size_t index) {
        return path + "[" + std::to_string(index) + "]";
    }

private:
    template <Record T>
    static bool isField(std::string_view key) {
        bool found = false;
        forEachField<T>([&](const auto& f) { found = found || f.name == key; });
        return found;
    }

    void text(const Json& json, const std::string& path, std::string& out) {
        if (!json.is_string()) {
            expected(path, "\"…\"");
            return;
        }
        out = json.get<std::string>();
        if (!utf8::isValid(out) || out.find('\0') != std::string::npos) {
            expected(path, "UTF-8");
        }
    }

    template <class T>
    void integer(const Json& json, const std::string& path, T& out) {
        constexpr long long kMost = std::is_same_v<T, int> ? 1'000'000 : std::numeric_limits<long long>::max();
        const bool fits = json.is_number_integer() && json.get<long long>() >= 0 && json.get<long long>() <= kMost;
        out = fits ? static_cast<T>(json.get<long long>()) : out;
        if (!fits) {
            expected(path, "0.." + std::to_string(kMost));
        }
    }

    template <class E>
    void code(const Json& json, const std::string& path, E& out) {
        const auto found = json.is_string() ? enumFrom<E>(json.get<std::string>()) : std::nullopt;
        if (found) {
            out = *found;
            return;
        }
        std::string allowed;
        for (const auto& [each, name] : EnumCodes<E>::kTable) {
            allowed += (allowed.empty() ? "" : " ") + std::string(name);
        }
        expected(path, allowed);
    }

    template <class T>
    void list(const Json& json, const std::string& path, std::vector<T>& out) {
        if (!json.is_array()) {
            expected(path, "[…]");
            return;
        }
        out.assign(json.size(), T{});
        for (std::size_t i = 0; i < json.size(); ++i) {
            value(json[i], item(path, i), out[i]);
        }
    }

    void term(const Json& json, const std::string& path, domain::Term& out) {
        const auto read = json.is_string() ? domain::parseTerm(json.get<std::string>()) : Error("deadline.badTerm");
        if (read) {
            out = *read;
        } else {
            expected(path, "5wd 15d 4wh 24h 30min, > 0");
        }
    }

    /// "08:30" -> 510; -1 for anything else.
    static int minuteOfDay(const Json& json) {
        const auto at =
            json.is_string() ? parseIso("1970-01-01T" + json.get<std::string>(), UtcOffset{0}) : std::nullopt;
        return at ? static_cast<int>(at->ms / kMinuteMs) : -1;
    }
    void period(const Json& json, const std::string& path, domain::OfficePeriod& out) {
        const bool pair = json.is_array() && json.size() == 2;
        out.from = pair ? minuteOfDay(json[0]) : -1;
        out.to = pair ? minuteOfDay(json[1]) : -1;
        if (out.from < 0 || out.to < 0 || out.from == out.to) {
            expected(path, "[\"hh:mm\", \"hh:mm\"]");
            out = {};
        }
    }
    void instant(const Json& json, const std::string& path, Instant& out) {
        const auto at = json.is_string() ? parseIso(json.get<std::string>(), UtcOffset{}) : std::nullopt;
        out = at.value_or(Instant{});
        if (!at) {
            expected(path, "yyyy-mm-ddThh:mm:ss+08:00");
        }
    }
};

}  // namespace zhida::wire
