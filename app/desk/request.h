// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::desk {

using Json = nlohmann::json;

/// One field of a query, as `describe` shows it and as it is checked.
struct FieldSpec {
    std::string name;
    std::string type;  ///< text integer boolean object list number ticket enum
    bool required = false;
    std::vector<std::string> values{};  ///< of an enum
};

struct QuerySpec {
    std::string name;
    std::vector<FieldSpec> fields;
};

/// The fields that a query was given, checked against its description: none is unknown, none required is missing, and each has
/// its type.
class Arguments {
public:
    /// Errors: field.unknown{field} field.missing{field} field.type{field,expected} field.value{field,value,allowed}.
    static Result<Arguments> check(const QuerySpec& spec, const Json& with);

    [[nodiscard]] bool has(const char* name) const { return m_with.contains(name); }
    [[nodiscard]] std::string text(const char* name) const;
    /// "limit", 1 to 1000. Error field.value.
    [[nodiscard]] Result<std::size_t> limit(std::int64_t fallback) const;
    [[nodiscard]] std::int64_t integer(const char* name, std::int64_t fallback) const;
    [[nodiscard]] double number(const char* name, double fallback) const;
    [[nodiscard]] bool boolean(const char* name, bool fallback) const;
    [[nodiscard]] Json value(const char* name) const;

private:
    explicit Arguments(Json with) : m_with(std::move(with)) {}
    Json m_with;
};

/// Every query of the headless desk. One list drives checking and `describe`.
const std::vector<QuerySpec>& querySpecs();
const QuerySpec* querySpec(std::string_view name);

/// {"commands":[…],"queries":[…]}
Json describeAll();

}  // namespace zhida::desk
