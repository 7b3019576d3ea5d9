// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"

#include <nlohmann/json.hpp>

#include <type_traits>

namespace zhida::wire {
namespace {

using nlohmann::json;

template <Record T>
json fieldsOf();

std::string clockOf(int minuteOfDay) {
    const std::string hour = std::to_string(minuteOfDay / 60);
    const std::string minute = std::to_string(minuteOfDay % 60);
    return (hour.size() < 2 ? "0" : "") + hour + (minute.size() < 2 ? ":0" : ":") + minute;
}

/// What counts while a field is left out, as the file would say it; null when that is nothing.
template <class T>
json presetOf(const T& value) {
    if constexpr (IsOptional<T>::value || Record<T> || std::is_same_v<T, Instant>) {
        return {};
    } else if constexpr (std::is_same_v<T, domain::OfficePeriod>) {
        return {clockOf(value.from), clockOf(value.to)};
    } else if constexpr (IsVector<T>::value) {
        json list;
        for (const auto& each : value) {
            list.push_back(presetOf(each));
        }
        return list;
    } else if constexpr (CodedEnum<T>) {
        return codeOf(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
        return value;
    } else if constexpr (std::is_same_v<T, std::string>) {
        return value.empty() ? json() : json(value);
    } else {
        return value.empty() ? json() : json(value.value);
    }
}
template <>
json presetOf(const domain::Term& term) {
    return term.amount == 0 ? json() : json(domain::textOf(term));
}

template <class T>
void describe(json& into) {
    if constexpr (IsOptional<T>::value) {
        describe<typename T::value_type>(into);
        into["any"] = "*";
    } else if constexpr (IsVector<T>::value) {
        describe<typename T::value_type>(into);
        into["list"] = true;
    } else if constexpr (std::is_same_v<T, domain::Term>) {
        into["type"] = "term";
    } else if constexpr (std::is_same_v<T, domain::OfficePeriod>) {
        into["type"] = "period";
    } else if constexpr (std::is_same_v<T, Instant>) {
        into["type"] = "time";
    } else if constexpr (CodedEnum<T>) {
        into["type"] = "enum";
        for (const auto& [value, code] : EnumCodes<T>::kTable) {
            into["values"].push_back(code);
        }
    } else if constexpr (Record<T>) {
        into["type"] = "object";
        into["fields"] = fieldsOf<T>();
    } else if constexpr (std::is_same_v<T, bool>) {
        into["type"] = "boolean";
    } else if constexpr (std::is_integral_v<T>) {
        into["type"] = "integer";
    } else {
        into["type"] = std::is_same_v<T, UnitCode> ? "unit" : std::is_same_v<T, CategoryCode> ? "category" : "text";
    }
}

template <Record T>
json fieldsOf() {
    json fields = json::array();
    const T made{};
    forEachField<T>([&](const auto& f) {
        json one{{"name", f.name}, {"required", f.use == FieldUse::required}};
        describe<std::decay_t<decltype(std::declval<T>().*f.member)>>(one);
        if (json preset = presetOf(made.*f.member); !preset.is_null()) {
            one["default"] = std::move(preset);
        }
        fields.push_back(std::move(one));
    });
    return fields;
}

json plain(const char* name, const char* type, bool required) {
    return {{"name", name}, {"type", type}, {"required", required}};
}

}  // namespace

json describeProcedure() {
    json sections = fieldsOf<domain::Rules>();
    json hours = plain("officeHours", "period", false);
    hours["list"] = true;
    hours["default"] = presetOf(domain::Calendar{}.officePeriods());
    json offset = plain("utcOffsetMinutes", "integer", false);
    offset["default"] = UtcOffset{}.minutes;
    json centre = plain("centre", "object", true);
    centre["fields"] = {plain("name", "text", true), plain("nameEn", "text", false), plain("region6", "text", true),
                        std::move(offset)};
    sections.insert(sections.begin(), {std::move(centre), std::move(hours)});
    return sections;
}

}  // namespace zhida::wire
