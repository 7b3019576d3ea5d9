// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules.h"

namespace zhida::ui {

/// A made-up matter, to see what the rules on the screen make of it.
struct RulesTrial {
    domain::Stage stage = domain::Stage::solve;
    domain::Matter matter;
    Instant received;
};

struct RulesVerdict {
    domain::TermChoice choice;
    domain::Deadline deadline;
};

/// The row that counts and the due time with its proof, on the centre's holidays and the office hours of `rules`.
/// Errors: deadline.noRow{stage}, and those of dueOf().
Result<RulesVerdict> tryRules(const domain::Rules& rules, const domain::Calendar& holidays, const RulesTrial& trial);

}  // namespace zhida::ui
