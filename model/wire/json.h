// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/record.h"
#include "model/base/result.h"
#include "model/base/time.h"
#include "model/domain/command.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

/// Domain values as JSON: the headless desk, imports, exports and resource files. Names and types come from the field lists.
namespace zhida::wire {

using Json = nlohmann::json;

/// Enums as their codes, ids as 36 characters, times as ISO 8601 in `offset`; an optional without a value is null.
/// An event's body becomes {"kind":…, fields}. Instantiated for the records of json.cpp.
template <Record T>
Json toJson(const T& value, UtcOffset offset);

/// What a person or another program wrote. Values nest at most so deep (writing and comparing a tree call themselves for every
/// level). Errors json.syntax{at}: the byte · json.tooDeep{most} · json.number: one that does not fit into 64 bits.
Result<Json> parseJson(std::string_view text, int mostDepth = 64);

/// Strict. Errors name the field: field.missing{field} field.type{field,expected} field.value{field,value,allowed}
/// field.unknown{field} field.encoding{field}. Numbers and booleans are also taken from text ("5", "true"), as CSV has them.
template <Record T>
Result<T> fromJson(const Json& object, UtcOffset offset);

/// The command of that name ("ticket.dispatch") from its fields; "ticket" and other keys of the caller must be taken out first.
/// Error command.unknown{name}.
Result<domain::TicketCommand> commandFromJson(std::string_view name, const Json& with, UtcOffset offset);

/// [{"name","fields":[{"name","type","required","values"?}],"roles"}] of every command, out of the same lists.
Json describeCommands();

/// Fields of one record, as describeCommands() writes them; instantiated with fromJson.
template <Record T>
Json describeFields();

/// {"code":…,"args":{…}}, without a sentence.
Json errorJson(const Error& error);

}  // namespace zhida::wire
