// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/rules_trial.h"

#include <utility>

namespace zhida::ui {

Result<RulesVerdict> tryRules(const domain::Rules& rules, const domain::Calendar& holidays, const RulesTrial& trial) {
    std::optional<domain::TermChoice> choice = rules.termOf(trial.stage, trial.matter);
    if (!choice) {
        return Error("deadline.noRow", {{"stage", std::string(codeOf(trial.stage))}});
    }
    domain::Calendar calendar = holidays;
    calendar.setOfficePeriods(rules.calendar.officePeriods());
    Result<domain::Deadline> deadline = domain::dueAfter(calendar, trial.received, choice->term);
    return deadline ? Result<RulesVerdict>(RulesVerdict{std::move(*choice), std::move(*deadline)}) : deadline.error();
}

}  // namespace zhida::ui
