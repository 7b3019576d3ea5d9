// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/rules_parts.h"

#include "ui/models/rules_table_model.h"
#include "ui/support/rules_words.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace zhida::ui {
namespace {

using Json = RulesDocument::Json;

struct Group {
    const char* title;  ///< in context "Rules"
    std::initializer_list<std::string_view> sections;
};
const std::array<Group, 6> kGroups{{
    {QT_TRANSLATE_NOOP("Rules", "Centre"), {"", "centre", "sources"}},
    {QT_TRANSLATE_NOOP("Rules", "Intake"),
     {"appealTypes", "urgencies", "channels", "emergencyNumbers", "refusalReasons", "categoryMaps"}},
    {QT_TRANSLATE_NOOP("Rules", "Terms"), {"deadlines", "cards"}},
    {QT_TRANSLATE_NOOP("Rules", "Handling"),
     {"responsibilities", "opinionPresets", "returns", "returnReasons", "extensions", "extensionReasons",
      "suspensionReasons", "rejectOpinions", "ladders", "forms", "notifications", "messages", "rosterRights"}},
    {QT_TRANSLATE_NOOP("Rules", "Callback and redo"), {"callback", "redo"}},
    {QT_TRANSLATE_NOOP("Rules", "Quality"), {"sameMatter", "inspection"}},
}};

/// Plain fields of the file are edited together.
bool ownPart(const RulesField& field) { return field.type == "object"; }

QString tr(const char* source) { return QCoreApplication::translate("Rules", source); }

QString sentence(const Error& error) {
    if (error.code == "rules.missing") {
        return QCoreApplication::translate("Rules", "is missing");
    }
    if (error.code == "rules.value") {
        return QCoreApplication::translate("Rules", "must be: %1").arg(q(error.arg("expected")));
    }
    if (error.code == "rules.duplicate") {
        return QCoreApplication::translate("Rules", "says the same as %1").arg(words::ofRulesPlace(error.arg("first")));
    }
    if (error.code == "rules.reference") {
        return QCoreApplication::translate("Rules", "“%1” is defined nowhere").arg(q(error.arg("value")));
    }
    if (error.code == "rules.gap") {
        return QCoreApplication::translate("Rules", "has a gap: %1 is missing").arg(q(error.arg("missing")));
    }
    if (error.code == "rules.unknownCode") {
        return QCoreApplication::translate("Rules", "the centre does not know “%1”").arg(q(error.arg("value")));
    }
    if (error.code == "rules.formChanged") {
        return QCoreApplication::translate("Rules", "is in use and may not change; give it the next version");
    }
    if (error.code == "rules.unknownField") {
        return QCoreApplication::translate("Rules", "is of a newer program; it is kept");
    }
    return words::ofError(error);
}

/// Path of the form that an error names by code and version.
std::string formPath(const Error& error, const domain::Rules& rules) {
    for (std::size_t i = 0; i < rules.forms.size(); ++i) {
        if (rules.forms[i].code == error.arg("form") &&
            std::to_string(rules.forms[i].version) == error.arg("version")) {
            return rulesPath::item("forms", static_cast<int>(i));
        }
    }
    return "forms";
}

QString valueText(const RulesField* field, const nlohmann::json& value, const Directory& directory) {
    if (value.is_null()) {
        return {};
    }
    const Json ordered = Json::parse(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (field == nullptr || !value.is_object()) {
        return field == nullptr || field->isRecordList() ? q(ordered.dump())
                                                         : rulesValueText(*field, &ordered, directory);
    }
    QStringList parts;
    for (const RulesField& each : field->fields) {
        if (ordered.contains(each.name)) {
            const QString text = rulesValueText(each, &ordered[each.name], directory);
            parts << (each.name == "code" || each.name == "zh" || each.name == "en"
                          ? text
                          : words::ofRulesField(each.name) + QLatin1Char(' ') + text);
        }
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

std::vector<RulesPart> rulesParts() {
    std::vector<RulesPart> parts;
    const auto known = [&parts](std::string_view section) {
        return std::any_of(parts.begin(), parts.end(), [&](const RulesPart& each) { return each.section == section; });
    };
    for (const Group& group : kGroups) {
        for (const std::string_view section : group.sections) {
            if (section.empty() || rulesSchema().field(section) != nullptr) {
                parts.push_back({std::string(section), words::ofRulesField(section), tr(group.title)});
            }
        }
    }
    for (const RulesField& each : rulesSchema().fields) {
        if (ownPart(each) && !known(each.name)) {
            parts.push_back({each.name, words::ofRulesField(each.name), tr(kGroups.back().title)});
        }
    }
    return parts;
}

std::string rulesPartOf(std::string_view path) {
    const std::string section = rulesPath::section(path);
    const RulesField* const field = rulesSchema().field(section);
    return field != nullptr && ownPart(*field) ? section : std::string();
}

RulesProblem rulesProblem(const Error& error, const domain::Rules& rules) {
    const std::string path =
        error.code == "rules.formChanged" ? formPath(error, rules) : std::string(error.arg("path"));
    return {path, words::ofRulesPlace(path), sentence(error)};
}

RulesChangeText rulesChangeText(const wire::ProcedureChange& change, const Directory& directory) {
    QString place;
    const std::string& path = change.path;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t bracket = std::min(path.find('[', begin), path.size());
        const std::size_t end = std::min(path.find('.', begin), path.size());
        place += (place.isEmpty() ? QString() : QStringLiteral(" › ")) +
                 words::ofRulesField(std::string_view(path).substr(0, end));
        begin = end + 1;
        if (bracket < end) {
            const std::size_t close = std::min(path.find(']', bracket), path.size() - 1);
            const QString key = q(std::string_view(path).substr(bracket + 1, close - bracket - 1));
            const RulesField* const list = rulesFieldAt(std::string_view(path).substr(0, bracket));
            const bool byCode = list != nullptr && list->field("code") != nullptr;
            place += QStringLiteral(" ") + (byCode ? key : QString::number(key.toInt() + 1));
            begin = close + 2;
        }
    }
    const RulesField* const field = rulesFieldAt(words::withoutIndices(path));
    return {place, valueText(field, change.before, directory), valueText(field, change.after, directory)};
}

QString rulesChangesText(const std::vector<wire::ProcedureChange>& changes, const Directory& directory) {
    QStringList lines;
    for (const wire::ProcedureChange& each : changes) {
        const RulesChangeText text = rulesChangeText(each, directory);
        lines << text.place;
        if (!each.before.is_null()) {
            lines << QStringLiteral("    − ") + text.before;
        }
        if (!each.after.is_null()) {
            lines << QStringLiteral("    + ") + text.after;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace zhida::ui
