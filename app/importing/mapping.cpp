// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/mapping.h"

#include "model/wire/json.h"

#include <algorithm>

namespace zhida::importing {
namespace {

template <Record T>
std::vector<std::string> fieldNames(std::vector<std::string> more = {}) {
    forEachField<T>([&more](const auto& f) {
        if (f.use != FieldUse::internal) {
            more.emplace_back(f.name);
        }
    });
    return more;
}

Error valueError(std::string path, std::string_view expected) {
    return Error("mapping.value", {{"path", std::move(path)}, {"expected", std::string(expected)}});
}

/// "Complaint Type" is a column; "{A} {B}" is text with columns.
Template templateOf(const std::string& text) {
    Template result;
    if (text.find('{') == std::string::npos) {
        result.parts.push_back({text, true});
        return result;
    }
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = std::min(text.find('{', at), text.size());
        const std::size_t close = text.find('}', open);
        if (open > at || close == std::string::npos) {
            const std::size_t end = close == std::string::npos ? text.size() : open;
            result.parts.push_back({text.substr(at, end - at), false});
            at = end;
            continue;
        }
        result.parts.push_back({text.substr(open + 1, close - open - 1), true});
        at = close + 1;
    }
    return result;
}

std::string textOf(const Json& value) {
    if (value.is_null()) {
        return {};
    }
    return value.is_string() ? value.get<std::string>() : value.dump();
}

bool isEmpty(const Json& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

void trim(std::string& text) {
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

Json fillColumn(const Mapping::Field& field, Json& row) {
    const auto it = row.find(field.pattern.parts.front().text);
    if (it == row.end()) {
        return {};
    }
    Json value = field.soleUser ? std::move(*it) : *it;
    if (value.is_string()) {
        trim(value.get_ref<std::string&>());
    }
    return value;
}

Json fill(const Mapping::Field& field, Json& row) {
    if (field.pattern.isColumn()) {
        return fillColumn(field, row);
    }
    std::string text;
    bool filled = false;
    for (const Template::Part& part : field.pattern.parts) {
        const auto it = part.isColumn ? row.find(part.text) : row.end();
        const std::string piece = !part.isColumn ? part.text : it == row.end() ? std::string() : textOf(*it);
        filled = filled || (part.isColumn && !piece.empty());
        text += piece;
    }
    trim(text);
    return filled ? Json(std::move(text)) : Json();
}

Status checkTarget(Kind kind, const std::string& name) {
    const auto& known = targetFields(kind);
    if (std::find(known.begin(), known.end(), name) != known.end()) {
        return done();
    }
    std::string allowed;
    for (const std::string& each : known) {
        allowed += (allowed.empty() ? "" : " ") + each;
    }
    return Error("mapping.field", {{"field", name}, {"allowed", allowed}});
}

/// A table of texts out of json[name].
Status readTexts(const Json& json, const char* name, std::map<std::string, std::string>& into) {
    const auto it = json.find(name);
    if (it == json.end()) {
        return done();
    }
    if (!it->is_object()) {
        return valueError(name, "object");
    }
    for (const auto& [key, value] : it->items()) {
        if (value.is_structured() || value.is_null()) {
            return valueError(std::string(name) + "." + key, "text");
        }
        into[key] = textOf(value);
    }
    return done();
}

Status readFields(Kind kind, const Json& json, Mapping& into) {
    std::map<std::string, std::string> fields;
    if (const Status status = readTexts(json, "fields", fields); !status) {
        return status;
    }
    if (fields.empty()) {
        return valueError("fields", "object");
    }
    for (const auto& [name, text] : fields) {
        if (const Status status = checkTarget(kind, name); !status) {
            return status;
        }
        into.fields.push_back({name, templateOf(text)});
    }
    if (const Status status = readTexts(json, "defaults", into.defaults); !status) {
        return status;
    }
    for (const auto& [name, text] : into.defaults) {
        if (const Status status = checkTarget(kind, name); !status) {
            return status;
        }
    }
    return done();
}

Status readValues(Kind kind, const Json& json, Mapping& into) {
    const auto it = json.find("values");
    if (it == json.end()) {
        return done();
    }
    if (!it->is_object()) {
        return valueError("values", "object");
    }
    for (const auto& [name, table] : it->items()) {
        if (const Status status = checkTarget(kind, name); !status) {
            return status;
        }
        if (const Status status = readTexts(*it, name.c_str(), into.values[name]); !status) {
            return status;
        }
    }
    return done();
}

Status readTimeFormat(const Json& json, Mapping& into) {
    std::map<std::string, std::string> time;
    if (const Status status = readTexts(json, "time", time); !status) {
        return status;
    }
    into.time.pattern = time["format"];
    if (const std::string& offset = time["offset"]; !offset.empty()) {
        const auto read = readOffset(offset);
        if (!read) {
            return valueError("time.offset", "+hh:mm");
        }
        into.time.offset = *read;
    }
    return done();
}

Status readOptions(const Json& json, Mapping& into) {
    std::map<std::string, std::string> options;
    if (const Status status = readTexts(json, "options", options); !status) {
        return status;
    }
    for (const auto& [name, value] : options) {
        if (name == "uniqueTitle" && (value == "warn" || value == "off")) {
            into.warnRepeatedTitle = value == "warn";
        } else if (name == "batchLimit" && !value.empty() && value.size() < 10 &&
                   value.find_first_not_of("0123456789") == std::string::npos) {
            into.batchLimit = std::stoul(value);
        } else {
            return valueError("options." + name, "uniqueTitle: warn off; batchLimit: number");
        }
    }
    return done();
}

/// Those of an article, and of a service (docs/importing.md) as "service.visits".
std::vector<std::string> articleFields() {
    auto names = fieldNames<domain::Article>({"id", "question"});
    for (const std::string& each : fieldNames<domain::ServiceFacts>()) {
        names.push_back("service." + each);
    }
    return names;
}

}  // namespace

const std::vector<std::string>& targetFields(Kind kind) {
    static const std::vector<std::string> kTickets{
        "id",       "number",  "title",      "content",     "appealType",   "channel",       "urgency",   "category",
        "region",   "address", "callerName", "callerPhone", "contactPhone", "secret",        "remark",    "createdAt",
        "closedAt", "due",     "state",      "unit",        "reply",        "replyInternal", "repliedAt", "solved",
        "satisfied"};
    static const auto kArticles = articleFields();
    static const auto kServices = fieldNames<domain::ServiceItem>();
    static const auto kCategories = fieldNames<domain::Category>();
    static const auto kRegions = fieldNames<domain::Region>();
    static const auto kHolidays = fieldNames<domain::Holiday>();
    static const auto kUnits = fieldNames<domain::Unit>();
    static const auto kAgents = fieldNames<domain::UserProfile>({"password"});
    switch (kind) {
        case Kind::tickets:
            return kTickets;
        case Kind::articles:
            return kArticles;
        case Kind::services:
            return kServices;
        case Kind::categories:
            return kCategories;
        case Kind::regions:
            return kRegions;
        case Kind::holidays:
            return kHolidays;
        case Kind::units:
            return kUnits;
        case Kind::agents:
            break;
    }
    return kAgents;
}

Result<Mapping> mappingFromText(Kind kind, std::string_view text) {
    const Result<Json> parsed = wire::parseJson(text);
    if (!parsed) {
        const Error& why = parsed.error();
        return why.code == "json.syntax" ? Error("mapping.syntax", {{"at", why.arg("at")}}) : why;
    }
    const Json& json = *parsed;
    if (!json.is_object()) {
        return valueError("", "object");
    }
    for (const auto& [key, value] : json.items()) {
        static const std::vector<std::string> kKnown{"kind",     "source", "fields",  "time",
                                                     "defaults", "values", "options", "about"};
        if (std::find(kKnown.begin(), kKnown.end(), key) == kKnown.end()) {
            return valueError(key, "kind source fields time defaults values options about");
        }
    }
    if (json.contains("kind") && json["kind"] != std::string(codeOf(kind))) {
        return valueError("kind", codeOf(kind));
    }
    Mapping mapping;
    mapping.source = json.contains("source") ? textOf(json["source"]) : std::string();
    for (const auto& step : {readFields(kind, json, mapping), readValues(kind, json, mapping),
                             readTimeFormat(json, mapping), readOptions(json, mapping)}) {
        if (!step) {
            return step.error();
        }
    }
    mapping.findSoleUsers();
    return mapping;
}

void Mapping::findSoleUsers() {
    std::map<std::string, int> users;
    for (const Field& each : fields) {
        for (const Template::Part& part : each.pattern.parts) {
            users[part.text] += part.isColumn ? 1 : 0;
        }
    }
    for (Field& each : fields) {
        each.soleUser = each.pattern.isColumn() && users[each.pattern.parts.front().text] == 1;
    }
}

Json Mapping::apply(Json row) const {
    Json out = Json::object();
    for (const Field& field : fields) {
        Json value = fill(field, row);
        if (const auto table = values.find(field.name); table != values.end()) {
            const auto hit = table->second.find(textOf(value));
            value = hit == table->second.end() ? std::move(value) : Json(hit->second);
        }
        if (!isEmpty(value)) {
            out[field.name] = std::move(value);
        }
    }
    for (const auto& [target, value] : defaults) {
        if (!out.contains(target) && !value.empty()) {
            out[target] = value;
        }
    }
    return out;
}

}  // namespace zhida::importing
