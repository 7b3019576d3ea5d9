// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/rules.h"

#include <algorithm>

namespace zhida::domain {

std::optional<Instant> Rules::dueOf(AppealType type, Urgency urgency, Instant received) const {
    for (const DeadlineRule& rule : deadlines) {
        const bool fits = rule.appealType.value_or(type) == type && rule.urgency.value_or(urgency) == urgency;
        if (!fits) {
            continue;
        }
        const auto deadline = dueAfter(calendar, received, rule.term);
        return deadline ? std::optional(deadline->due) : std::nullopt;
    }
    return std::nullopt;
}

UnitCode Rules::proposedUnit(const CategoryCode& category) const {
    const RoutingRule* best = nullptr;
    for (const RoutingRule& rule : routing) {
        const bool fits = !category.empty() && category.value.starts_with(rule.categoryPrefix);
        if (fits && (best == nullptr || rule.categoryPrefix.size() > best->categoryPrefix.size())) {
            best = &rule;
        }
    }
    return best == nullptr ? UnitCode{} : best->unit;
}

bool Rules::knowsReturnReason(std::string_view code) const {
    return std::any_of(returnReasons.begin(), returnReasons.end(),
                       [code](const CodedText& r) { return r.code == code; });
}

}  // namespace zhida::domain
