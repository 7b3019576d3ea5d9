// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/rules_terms.h"

#include <algorithm>
#include <array>

namespace zhida::domain {
namespace {

/// How much a row says, weightiest condition first; compared from left to right.
using Weight = std::array<std::size_t, 5>;
constexpr std::array<std::string_view, 5> kConditions{"urgency", "category", "region", "appealType", "channel"};

Weight weightOf(const DeadlineRule& row) {
    return {row.urgency ? 1U : 0U, row.category.size(), row.region.size(), row.appealType ? 1U : 0U,
            row.channel ? 1U : 0U};
}

bool fits(const DeadlineRule& row, Stage stage, const Matter& matter) {
    return row.stage == stage && row.appealType.value_or(matter.appealType) == matter.appealType &&
           row.urgency.value_or(matter.urgency) == matter.urgency &&
           row.channel.value_or(matter.channel) == matter.channel && matter.category.value.starts_with(row.category) &&
           matter.region.value.starts_with(row.region);
}

std::vector<std::string> conditionsOf(const DeadlineRule& row) {
    const Weight weight = weightOf(row);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        if (weight[i] > 0) {
            names.emplace_back(kConditions[i]);
        }
    }
    return names;
}

}  // namespace

std::optional<TermChoice> chooseTerm(const std::vector<DeadlineRule>& table, Stage stage, const Matter& matter) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (fits(table[i], stage, matter)) {
            rows.push_back(i);
        }
    }
    if (rows.empty()) {
        return std::nullopt;
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [&table](std::size_t a, std::size_t b) { return weightOf(table[a]) > weightOf(table[b]); });
    const DeadlineRule& best = table[rows.front()];
    return TermChoice{best.term, best.basis, rows.front(), conditionsOf(best), {rows.begin() + 1, rows.end()}};
}

}  // namespace zhida::domain
