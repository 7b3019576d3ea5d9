// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/wire/procedure_text.h"
#include "ui/models/rules_document.h"
#include "ui/support/directory.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace zhida::ui {

/// One entry of the list of parts on the left of the editor.
struct RulesPart {
    std::string section;  ///< "" has the plain fields of the file
    QString name;
    QString group;
};

/// Every section of the schema once, under its heading; a section that nobody has put anywhere stands under the last one.
std::vector<RulesPart> rulesParts();
/// The part in which a place is edited.
std::string rulesPartOf(std::string_view path);

/// A mistake in the file, where it is and what it is.
struct RulesProblem {
    std::string path;
    QString place;
    QString text;
};
RulesProblem rulesProblem(const Error& error, const domain::Rules& rules);

/// A difference in words: "Reasons of returns › overlap › Chinese", "权责交叉", "职能交叉".
struct RulesChangeText {
    QString place;
    QString before;  ///< empty: added
    QString after;   ///< empty: gone
};
RulesChangeText rulesChangeText(const wire::ProcedureChange& change, const Directory& directory);
/// The same as lines: place, "− before", "+ after".
QString rulesChangesText(const std::vector<wire::ProcedureChange>& changes, const Directory& directory);

}  // namespace zhida::ui
