// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/wire/json.h"
#include "model/wire/rules_reader.h"

#include <string_view>

namespace zhida::centre {

/// The JSON object that an operation was given; nothing at all is an empty one. Errors: json.* field.type{field,expected}
/// field.unknown{field}.
template <Record T>
Result<T> argumentsOf(std::string_view text) {
    const auto object = wire::parseJson(text.empty() ? "{}" : text);
    if (!object) {
        return object.error();
    }
    wire::RulesReader reader;
    T arguments;
    reader.record(*object, "", arguments);
    if (!reader.problems.empty()) {
        const Error& why = reader.problems.front();
        return Error("field.type", {{"field", why.arg("path")}, {"expected", why.arg("expected")}});
    }
    if (!reader.notices.empty()) {
        return Error("field.unknown", {{"field", reader.notices.front().arg("path")}});
    }
    return arguments;
}

}  // namespace zhida::centre
