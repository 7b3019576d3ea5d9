// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/record_command.h"
#include "model/wire/json.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace zhida::wire {

/// What the headless desk must know of an act before it can read its fields.
struct ActSpec {
    std::string_view name;     ///< "article.draft"
    std::string_view kind;     ///< of the record that it is about
    std::string_view subject;  ///< the field that names the record: "article", "task", "campaign"
    bool makes = false;        ///< the record may be new
};

/// nullptr: there is no such act for people.
const ActSpec* actSpec(std::string_view name);
/// The act of that name from its fields; the subject and other keys of the caller must be taken out first. Errors as fromJson,
/// command.unknown{name}.
Result<domain::RecordAct> actFromJson(std::string_view name, const Json& with, UtcOffset offset);
/// What actFromJson reads.
Json actToJson(const domain::RecordAct& act, UtcOffset offset);
/// A field of an article's text that differs.
struct TextChange {
    std::string field;
    Json before;
    Json after;
};
/// In the order of the fields.
std::vector<TextChange> changesBetween(const domain::ArticleText& before, const domain::ArticleText& after,
                                       UtcOffset offset);
/// As describeCommands().
Json describeActs();

}  // namespace zhida::wire
