// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/procedures.h"

#include "app/centre/category_tree.h"
#include "app/centre/operation_arguments.h"
#include "app/centre/shipped_data.h"
#include "model/wire/codec.h"
#include "model/wire/json.h"
#include "model/wire/rules_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace zhida::centre {

using nlohmann::json;

struct Procedures::Arguments {
    std::string text;
    std::string why;
    std::string pack;
    std::uint64_t number = 0;
    std::uint64_t base = 0;
    UserCode by;  ///< zhida-admin tells it; of a desk the server knows it

    static constexpr auto fields() {
        using A = Arguments;
        return std::tuple{field(1, "text", &A::text),     field(2, "why", &A::why),   field(3, "pack", &A::pack),
                          field(4, "number", &A::number), field(5, "base", &A::base), field(6, "by", &A::by)};
    }
};

namespace {

constexpr std::string_view kKind = "rules";
constexpr std::size_t kPage = 500;
constexpr std::size_t kPageBytes = 1U << 20U;

json errorsJson(const std::vector<Error>& errors) {
    json list = json::array();
    for (const Error& each : errors) {
        list.push_back(wire::errorJson(each));
    }
    return list;
}

json changesJson(const std::vector<wire::ProcedureChange>& changes) {
    json list = json::array();
    for (const wire::ProcedureChange& each : changes) {
        list.push_back({{"path", each.path}, {"before", each.before}, {"after", each.after}});
    }
    return list;
}

/// Text that has been read before, or has come with the program.
wire::ProcedureJson parsed(std::string_view text) {
    wire::ProcedureJson procedure = wire::ProcedureJson::parse(text, nullptr, false);
    return procedure.is_object() ? procedure : wire::ProcedureJson::object();
}

domain::RulesVersion versionOf(std::string_view text) { return wire::readProcedure(text).rules.version; }

json versionJson(const domain::RulesVersion& version, UtcOffset offset) {
    return {{"number", version.number},
            {"since", version.since.ms == 0 ? json(nullptr) : json(formatIso(version.since, offset))},
            {"by", version.by.value},
            {"why", version.why}};
}

}  // namespace

bool Procedures::knows(std::string_view operation) { return operation.starts_with("procedure."); }

Result<std::string> Procedures::run(std::string_view operation, std::string_view jsonArguments, const UserCode& by) {
    using Handler = Result<json> (Procedures::*)(const Arguments&);
    static constexpr std::array<std::pair<std::string_view, Handler>, 7> kOperations{
        {{"procedure.list", &Procedures::list},
         {"procedure.show", &Procedures::show},
         {"procedure.export", &Procedures::exportPack},
         {"procedure.check", &Procedures::check},
         {"procedure.import", &Procedures::import},
         {"procedure.diff", &Procedures::diff},
         {"procedure.describe", &Procedures::describe}}};
    const auto arguments = argumentsOf<Arguments>(jsonArguments);
    if (!arguments) {
        return arguments.error();
    }
    for (const auto& [name, handler] : kOperations) {
        if (name == operation) {
            Arguments with = *arguments;
            with.by = by.empty() ? with.by : by;
            const auto outcome = (this->*handler)(with);
            return outcome ? Result<std::string>(outcome->dump(-1, ' ', false, json::error_handler_t::replace))
                           : outcome.error();
        }
    }
    return Error("operation.unknown", {{"operation", std::string(operation)}});
}

// ---- what there is -------------------------------------------------------------------------------------------------

std::string Procedures::liveText() { return m_store.record(kKind, kKind).value_or("{}"); }

/// The newest first.
std::vector<domain::RulesVersion> Procedures::versions() {
    std::vector<domain::RulesVersion> found{versionOf(liveText())};
    while (found.back().before != 0) {
        const auto entries = m_store.entriesAfter(found.back().before - 1, 1, kPageBytes);
        if (entries.empty() || entries.front().kind != kKind) {
            break;
        }
        found.push_back(versionOf(entries.front().body));
    }
    return found;
}

Result<std::string> Procedures::textOf(const Arguments& arguments) {
    if (!arguments.pack.empty()) {
        for (const std::string_view file : shippedPacks()) {
            if (parsed(shippedText(file)).value("code", "") == arguments.pack) {
                return std::string(shippedText(file));
            }
        }
        return Error("procedure.unknownPack", {{"pack", arguments.pack}});
    }
    const auto all = versions();
    for (const domain::RulesVersion& each : all) {
        if (arguments.number == 0 || each.number == arguments.number) {
            const bool live = each.number == all.front().number;
            return live ? liveText() : m_store.entriesAfter(each.seq - 1, 1, kPageBytes).front().body;
        }
    }
    return Error("procedure.unknown", {{"number", std::to_string(arguments.number)}});
}

wire::ProcedureJson Procedures::withCategories(wire::ProcedureJson procedure) {
    wire::ProcedureJson list = wire::ProcedureJson::array();
    sync::RecordRow last{"category", {}, {}};
    while (true) {
        const auto rows = m_store.recordsAfter(last, kPage, kPageBytes);
        for (const sync::RecordRow& row : rows) {
            const auto category = row.kind == "category" ? wire::decode<domain::Category>(row.body)
                                                         : Result<domain::Category>(Error("record.kind"));
            if (!category) {
                continue;
            }
            wire::ProcedureJson one{{"code", category->code.value}, {"name", category->name}};
            const auto add = [&one](const char* key, const std::string& value) {
                if (!value.empty()) {
                    one[key] = value;
                }
            };
            add("parent", category->parent.value);
            add("validFrom", category->validFrom);
            add("validTo", category->validTo);
            list.push_back(std::move(one));
        }
        if (rows.empty() || rows.back().kind != "category") {
            break;
        }
        last = {rows.back().kind, rows.back().key, {}};
    }
    procedure["categories"] = std::move(list);
    return procedure;
}

Result<json> Procedures::list(const Arguments& /*arguments*/) {
    const domain::Rules live = wire::readProcedure(liveText()).rules;
    json known = json::array();
    for (const domain::RulesVersion& each : versions()) {
        known.push_back(versionJson(each, live.calendar.offset()));
    }
    json packs = json::array();
    for (const std::string_view file : shippedPacks()) {
        const domain::Rules pack = wire::readProcedure(shippedText(file)).rules;
        json sources = json::array();
        for (const domain::RulesSource& each : pack.sources) {
            sources.push_back({{"name", each.name}, {"place", each.place}});
        }
        packs.push_back({{"code", pack.code},
                         {"name", pack.centreName},
                         {"nameEn", pack.centreNameEn},
                         {"sources", std::move(sources)}});
    }
    return json{{"code", live.code}, {"versions", std::move(known)}, {"packs", std::move(packs)}};
}

Result<json> Procedures::show(const Arguments& arguments) {
    const auto text = textOf(arguments);
    if (!text) {
        return text.error();
    }
    const domain::Rules rules = wire::readProcedure(*text).rules;
    return json{{"version", versionJson(rules.version, rules.calendar.offset())},
                {"text", wire::prettyProcedure(parsed(*text))}};
}

Result<json> Procedures::exportPack(const Arguments& arguments) {
    const auto text = textOf(arguments);
    if (!text) {
        return text.error();
    }
    const wire::ProcedureJson procedure = parsed(*text);
    return json{{"text", wire::prettyProcedure(arguments.pack.empty() ? withCategories(procedure) : procedure)}};
}

Result<json> Procedures::describe(const Arguments& /*arguments*/) {
    return json{{"sections", wire::describeProcedure()}};
}

// ---- what is to be -------------------------------------------------------------------------------------------------

bool Procedures::knowsCode(const Judged& judged, std::string_view kind, const std::string& code) {
    if (m_store.record(kind, code)) {
        return true;
    }
    const auto begins = [&code](const domain::Category& each) { return each.code.value.starts_with(code); };
    if (kind == "category" && std::any_of(judged.categories.begin(), judged.categories.end(), begins)) {
        return true;
    }
    const auto next = m_store.recordsAfter({std::string(kind), code, {}}, 1, kPageBytes);
    return kind != "unit" && !next.empty() && next.front().kind == kind && next.front().key.starts_with(code);
}

Procedures::Judged Procedures::judge(std::string_view text) {
    wire::ProcedureReading reading = wire::readProcedure(text);
    Judged judged{std::move(reading.rules), {}, std::move(reading.problems), std::move(reading.notices)};
    const auto add = [&judged](std::vector<Error> more) {
        judged.problems.insert(judged.problems.end(), more.begin(), more.end());
    };
    const auto whole = wire::parseJson(text);
    if (whole && whole->is_object() && whole->contains("categories")) {
        const auto levelOf = [this](const std::string& code) -> std::uint32_t {
            const auto bytes = m_store.record("category", code);
            const auto category = wire::decode<domain::Category>(bytes.value_or(std::string()));
            return bytes && category ? std::max(1U, category->level) : 0;
        };
        CategoryTree tree = readCategories((*whole)["categories"], text, levelOf);
        judged.categories = std::move(tree.categories);
        add(std::move(tree.problems));
    }
    if (judged.problems.empty()) {
        add(wire::unknownCodes(
            judged.rules, [&](std::string_view kind, const std::string& code) { return knowsCode(judged, kind, code); },
            text));
        add(wire::changedForms(wire::readProcedure(liveText()).rules, judged.rules));
    }
    return judged;
}

wire::ProcedureJson Procedures::toBeKept(std::string_view text) {
    wire::ProcedureJson procedure = parsed(text);
    procedure.erase("categories");
    procedure.erase("version");
    const domain::Rules after = wire::readProcedure(text).rules;
    for (wire::ProcedureJson form : parsed(liveText()).value("forms", wire::ProcedureJson::array())) {
        if (after.form(form.value("code", ""), form.value("version", 1)) == nullptr) {
            form["retired"] = true;
            procedure["forms"].push_back(std::move(form));
        }
    }
    return procedure;
}

Result<json> Procedures::check(const Arguments& arguments) {
    const Judged judged = judge(arguments.text);
    json changes = json::array();
    if (judged.problems.empty()) {
        changes = changesJson(wire::changesBetween(parsed(liveText()), toBeKept(arguments.text)));
    }
    return json{{"ok", judged.problems.empty()},
                {"problems", errorsJson(judged.problems)},
                {"notices", errorsJson(judged.notices)},
                {"changes", std::move(changes)}};
}

Result<json> Procedures::import(const Arguments& arguments) {
    const std::string before = liveText();
    const std::uint64_t live = versionOf(before).number;
    if (arguments.why.empty()) {
        return Error("field.missing", {{"field", "why"}});
    }
    if (arguments.base != 0 && arguments.base != live) {
        return Error("procedure.stale", {{"base", std::to_string(arguments.base)}, {"live", std::to_string(live)}});
    }
    const auto version = adopt(arguments.text, arguments.by, arguments.why);
    if (!version) {
        return version.error();
    }
    return json{{"number", version->number},
                {"changes", changesJson(wire::changesBetween(parsed(before), parsed(liveText())))},
                {"notices", errorsJson(wire::readProcedure(arguments.text).notices)}};
}

Result<domain::RulesVersion> Procedures::adopt(std::string_view text, const UserCode& by, const std::string& why) {
    const Judged judged = judge(text);
    if (!judged.problems.empty()) {
        return judged.problems.front();
    }
    for (const domain::Category& each : judged.categories) {
        m_store.appendRecord("category", each.code.value, wire::encode(each));
    }
    const std::string before = liveText();
    domain::RulesVersion version = versionOf(before);
    wire::ProcedureJson procedure = toBeKept(text);
    if (version.number != 0 && wire::changesBetween(parsed(before), procedure).empty()) {
        return version;
    }
    version = {version.number + 1, m_clock.now(), by, why, m_store.head() + 1, version.seq};
    procedure["version"] = {
        {"number", version.number}, {"since", formatIso(version.since, judged.rules.calendar.offset())},
        {"by", version.by.value},   {"why", version.why},
        {"seq", version.seq},       {"before", version.before}};
    m_store.appendRecord(kKind, kKind, procedure.dump());
    return version;
}

Result<json> Procedures::diff(const Arguments& arguments) {
    const auto older = textOf(arguments);
    if (!older) {
        return older.error();
    }
    return json{{"changes", changesJson(wire::changesBetween(parsed(*older), parsed(liveText())))}};
}

}  // namespace zhida::centre
