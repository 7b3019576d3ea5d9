// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"

#include <nlohmann/json.hpp>

#include <type_traits>

namespace zhida::wire {
namespace {

using nlohmann::json;

template <Record T>
json fieldsOf();

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
        into["type"] = std::is_same_v<T, UnitCode> ? "unit" : "text";
    }
}

template <Record T>
json fieldsOf() {
    json fields = json::array();
    forEachField<T>([&fields](const auto& f) {
        json one{{"name", f.name}, {"required", f.use == FieldUse::required}};
        describe<std::decay_t<decltype(std::declval<T>().*f.member)>>(one);
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
    json centre = plain("centre", "object", true);
    centre["fields"] = {plain("name", "text", true), plain("nameEn", "text", false), plain("region6", "text", true),
                        plain("utcOffsetMinutes", "integer", false)};
    sections.insert(sections.begin(), {std::move(centre), std::move(hours)});
    return sections;
}

}  // namespace zhida::wire
