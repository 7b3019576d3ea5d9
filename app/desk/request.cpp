// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/request.h"

#include "model/base/utf8.h"
#include "model/domain/presence.h"
#include "model/domain/surge.h"
#include "model/domain/terms.h"
#include "model/wire/json.h"
#include "model/wire/record_json.h"

#include <algorithm>

namespace zhida::desk {
namespace {

template <CodedEnum E>
std::vector<std::string> codes() {
    std::vector<std::string> list;
    for (const auto& [value, code] : EnumCodes<E>::kTable) {
        list.emplace_back(code);
    }
    return list;
}

bool fitsType(const Json& value, const std::string& type) {
    if (type == "integer") {
        return value.is_number_integer();
    }
    if (type == "number") {
        return value.is_number();
    }
    if (type == "boolean") {
        return value.is_boolean();
    }
    if (type == "object") {
        return value.is_object();
    }
    if (type == "list") {
        return value.is_array();
    }
    return value.is_string();
}

Status checkField(const FieldSpec& field, const Json& value) {
    if (!fitsType(value, field.type)) {
        return Error("field.type", {{"field", field.name}, {"expected", field.type}});
    }
    if (field.values.empty() || std::ranges::count(field.values, value.get_ref<const std::string&>()) > 0) {
        return done();
    }
    std::string allowed;
    for (const std::string& each : field.values) {
        allowed += (allowed.empty() ? "" : " ") + each;
    }
    return Error("field.value", {{"field", field.name}, {"value", value.get<std::string>()}, {"allowed", allowed}});
}

std::vector<QuerySpec> makeSpecs() {
    const FieldSpec ticket{"ticket", "ticket", true};
    const FieldSpec article{"article", "text", true};
    const FieldSpec limit{"limit", "integer"};
    const FieldSpec query{"query", "text", true};
    const std::vector<FieldSpec> typed{
        {"title", "text"}, {"content", "text"}, {"phone", "text"}, {"address", "text"}, {"region", "text"}};
    return {
        {"ticket.list",
         {{"view", "enum", false, {"all", "unit", "mine"}},
          limit,
          {"after", "text"},
          {"order", "enum", false, {"newest", "due"}},
          {"openOnly", "boolean"},
          {"state", "enum", false, codes<domain::TicketState>()},
          {"appealType", "enum", false, codes<domain::AppealType>()}}},
        {"ticket.get", {ticket, {"proof", "boolean"}}},
        {"ticket.clocks", {ticket, {"proof", "boolean"}}},
        {"ticket.bulk", {{"tickets", "list", true}, {"do", "text", true}, {"with", "object"}, {"preview", "boolean"}}},
        {"ticket.bulkUndo", {{"batch", "text", true}}},
        {"ticket.history", {ticket}},
        {"ticket.lookup", {{"phone", "text"}, {"number", "text"}, {"query", "text"}, limit}},
        {"ticket.search", {query, limit}},
        {"ticket.similar", typed},
        {"ticket.suggest", typed},
        {"suggestion.correct",
         {{"kind", "enum", true, {"category", "unit", "article"}},
          {"value", "text", true},
          {"wanted", "boolean", true},
          {"title", "text"},
          {"content", "text", true}}},
        {"ticket.counts", {}},
        {"alert.list", {}},
        {"article.search", {query, limit, {"region", "text"}}},
        {"article.lint", {{"article", "text"}, {"id", "text"}, {"key", "text"}}},
        {"article.get", {{"article", "text"}, {"id", "text"}, {"key", "text"}, {"version", "integer"}}},
        {"article.versions", {article}},
        {"article.diff", {article, {"from", "integer"}, {"to", "integer"}}},
        {"article.tasks", {{"state", "enum", false, {"open", "settled", "all"}}}},
        {"article.editing", {article, {"editing", "boolean"}}},
        {"article.impact", {{"article", "text"}, {"basis", "text"}, {"days", "integer"}}},
        {"article.fromTicket", {ticket}},
        {"message.list", {ticket}},
        {"campaign.list", {}},
        {"campaign.get", {{"campaign", "text", true}}},
        {"desk.held", {}},
        {"desk.presence", {{"state", "enum", false, codes<domain::PresenceState>()}, {"reason", "text"}}},
        {"desk.signOut", {{"to", "text"}}},
        {"desk.orphans", {}},
        {"unit.list", {}},
        {"user.list", {}},
        {"roster.list", {}},
        {"category.list", {}},
        {"region.list", {}},
        {"sync.status", {}},
        {"sync.wait", {{"seconds", "number"}}},
        {"outbox.list", {}},
        {"outbox.dismiss", {{"command", "text", true}}},
        {"outbox.withdraw", {{"command", "text", true}}},
        {"draft.save", {{"key", "text", true}, {"form", "text"}, {"fields", "object", true}}},
        {"draft.list", {}},
        {"draft.discard", {{"key", "text", true}}},
        {"admin.call", {{"operation", "text", true}, {"arguments", "object"}}},
        {"net", {{"online", "boolean", true}}},
        {"describe", {}},
        {"ping", {}},
    };
}

Json specJson(const QuerySpec& spec) {
    Json fields = Json::array();
    for (const FieldSpec& each : spec.fields) {
        Json field{{"name", each.name}, {"type", each.type}, {"required", each.required}};
        if (!each.values.empty()) {
            field["values"] = each.values;
        }
        fields.push_back(std::move(field));
    }
    Json roles = Json::array();
    for (const auto& [role, code] : EnumCodes<domain::Role>::kTable) {
        const bool may = spec.name == "admin.call"   ? role == domain::Role::administrator
                         : spec.name == "alert.list" ? domain::seesSurges(role)
                                                     : role != domain::Role::system;
        if (may) {
            roles.push_back(code);
        }
    }
    return {{"name", spec.name}, {"fields", std::move(fields)}, {"roles", std::move(roles)}};
}

/// What the desk itself reads of an act: it makes the rest out of it.
void addDeskFields(Json& act) {
    const bool drafts = act["name"] == domain::DraftArticle::kName;
    if (drafts) {
        act["fields"].push_back({{"name", "ticket"}, {"type", "ticket"}, {"required", false}});
        act["fields"].push_back({{"name", "fromVersion"}, {"type", "integer"}, {"required", false}});
    }
    const std::string name = act["name"];
    if (drafts || name == domain::SubmitArticle::kName || name == domain::ReviewArticle::kName ||
        name == domain::DiscardDraft::kName) {
        act["fields"].push_back({{"name", "base"}, {"type", "id"}, {"required", false}});
    }
}

}  // namespace

Result<Arguments> Arguments::check(const QuerySpec& spec, const Json& with) {
    Json given = Json::object();
    for (const auto& [name, value] : with.items()) {
        const auto field = std::find_if(spec.fields.begin(), spec.fields.end(),
                                        [&key = name](const FieldSpec& each) { return each.name == key; });
        if (field == spec.fields.end()) {
            return Error("field.unknown", {{"field", name}});
        }
        if (value.is_null()) {
            continue;
        }
        if (const Status status = checkField(*field, value); !status) {
            return status.error();
        }
        given[name] = value;
    }
    for (const FieldSpec& each : spec.fields) {
        if (each.required && !given.contains(each.name)) {
            return Error("field.missing", {{"field", each.name}});
        }
    }
    return Arguments(std::move(given));
}

std::string Arguments::text(const char* name) const { return m_with.value(name, std::string()); }

Result<std::size_t> Arguments::limit(std::int64_t fallback) const {
    constexpr std::int64_t kMostRows = 1000;
    const std::int64_t limit = integer("limit", fallback);
    if (limit < 1 || limit > kMostRows) {
        return Error("field.value", {{"field", "limit"}, {"value", std::to_string(limit)}, {"allowed", "1..1000"}});
    }
    return static_cast<std::size_t>(limit);
}

std::int64_t Arguments::integer(const char* name, std::int64_t fallback) const { return m_with.value(name, fallback); }

double Arguments::number(const char* name, double fallback) const { return m_with.value(name, fallback); }

bool Arguments::boolean(const char* name, bool fallback) const { return m_with.value(name, fallback); }

Json Arguments::value(const char* name) const { return m_with.value(name, Json()); }

const std::vector<QuerySpec>& querySpecs() {
    static const std::vector<QuerySpec> specs = makeSpecs();
    return specs;
}

const QuerySpec* querySpec(std::string_view name) {
    for (const QuerySpec& each : querySpecs()) {
        if (each.name == name) {
            return &each;
        }
    }
    return nullptr;
}

Json describeAll() {
    Json queries = Json::array();
    for (const QuerySpec& each : querySpecs()) {
        queries.push_back(specJson(each));
    }
    Json commands = wire::describeCommands();
    for (Json& each : wire::describeActs()) {
        addDeskFields(each);
        commands.push_back(std::move(each));
    }
    return {{"commands", std::move(commands)}, {"queries", std::move(queries)}};
}

}  // namespace zhida::desk
