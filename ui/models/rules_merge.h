// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rules_document.h"

#include <set>
#include <string>
#include <vector>

namespace zhida::ui {

/// A part of the procedure that two people have changed since the version both began with.
struct RulesClash {
    std::string section;
    std::vector<wire::ProcedureChange> mine;
    std::vector<wire::ProcedureChange> theirs;
    [[nodiscard]] bool both() const { return !mine.empty() && !theirs.empty(); }
};

/// Every part that either has changed, in the order of the file.
std::vector<RulesClash> rulesClashes(const RulesDocument::Json& base, const RulesDocument::Json& mine,
                                     const RulesDocument::Json& theirs);

/// Part by part: what only one has changed is that one's; of a part that both have changed theirs when `takeTheirs` names it,
/// else mine. The version is theirs.
RulesDocument::Json mergedRules(const RulesDocument::Json& base, const RulesDocument::Json& mine,
                                const RulesDocument::Json& theirs, const std::set<std::string>& takeTheirs);

}  // namespace zhida::ui
