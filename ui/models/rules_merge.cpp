// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rules_merge.h"

#include <algorithm>

namespace zhida::ui {
namespace {

using Json = RulesDocument::Json;

Json valueOf(const Json& file, const std::string& section) { return file.contains(section) ? file[section] : Json(); }

std::vector<std::string> sectionsOf(const Json& mine, const Json& theirs) {
    std::vector<std::string> sections;
    for (const Json* file : {&mine, &theirs}) {
        for (const auto& [section, value] : file->items()) {
            if (section != "version" && std::find(sections.begin(), sections.end(), section) == sections.end()) {
                sections.push_back(section);
            }
        }
    }
    return sections;
}

std::vector<wire::ProcedureChange> changesOf(const Json& before, const Json& after, const std::string& section) {
    nlohmann::json one = nlohmann::json::object();
    nlohmann::json other = nlohmann::json::object();
    if (before.contains(section)) {
        one[section] = before[section];
    }
    if (after.contains(section)) {
        other[section] = after[section];
    }
    return wire::changesBetween(std::move(one), std::move(other));
}

}  // namespace

std::vector<RulesClash> rulesClashes(const Json& base, const Json& mine, const Json& theirs) {
    std::vector<std::string> sections = sectionsOf(mine, theirs);
    for (const std::string& gone : sectionsOf(base, base)) {
        if (std::find(sections.begin(), sections.end(), gone) == sections.end()) {
            sections.push_back(gone);
        }
    }
    std::vector<RulesClash> clashes;
    for (const std::string& section : sections) {
        RulesClash clash{section, changesOf(base, mine, section), changesOf(base, theirs, section)};
        if (!clash.mine.empty() || !clash.theirs.empty()) {
            clashes.push_back(std::move(clash));
        }
    }
    return clashes;
}

Json mergedRules(const Json& base, const Json& mine, const Json& theirs, const std::set<std::string>& takeTheirs) {
    Json merged = Json::object();
    for (const std::string& section : sectionsOf(mine, theirs)) {
        const bool iChanged = valueOf(mine, section) != valueOf(base, section);
        const bool theyChanged = valueOf(theirs, section) != valueOf(base, section);
        const bool takes = !iChanged || (theyChanged && takeTheirs.contains(section));
        Json value = valueOf(takes ? theirs : mine, section);
        if (!value.is_null()) {
            merged[section] = std::move(value);
        }
    }
    if (theirs.contains("version")) {
        merged["version"] = theirs["version"];
    }
    return merged;
}

}  // namespace zhida::ui
