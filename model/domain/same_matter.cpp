// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/same_matter.h"

#include <algorithm>
#include <map>
#include <utility>

namespace zhida::domain {

std::optional<Instant> reachedAt(std::vector<Instant> times, int count, int hours) {
    const auto needed = static_cast<std::size_t>(std::max(1, count));
    std::sort(times.begin(), times.end());
    for (std::size_t last = needed - 1; last < times.size(); ++last) {
        if (times[last].ms - times[last + 1 - needed].ms <= hours * kHourMs) {
            return times[last];
        }
    }
    return std::nullopt;
}

bool isRepeatCaller(const SameMatterPolicy& policy, const std::vector<Instant>& earlierCalls, Instant now) {
    const std::int64_t since = now.ms - policy.repeatHours * kHourMs;
    const auto recent = std::count_if(earlierCalls.begin(), earlierCalls.end(),
                                      [&](Instant at) { return at.ms >= since && at <= now; });
    return recent + 1 >= policy.repeatCalls;
}

std::optional<Instant> groupAppealAt(const SameMatterPolicy& policy, std::vector<HouseholdAppeal> appeals) {
    std::sort(appeals.begin(), appeals.end(),
              [](const HouseholdAppeal& a, const HouseholdAppeal& b) { return a.at < b.at; });
    std::map<std::string, int> inWindow;
    std::size_t first = 0;
    for (const HouseholdAppeal& each : appeals) {
        ++inWindow[each.household];
        for (; each.at.ms - appeals[first].at.ms > policy.groupHours * kHourMs; ++first) {
            const auto left = inWindow.find(appeals[first].household);
            if (--left->second == 0) {
                inWindow.erase(left);
            }
        }
        if (inWindow.size() >= static_cast<std::size_t>(std::max(1, policy.groupHouseholds))) {
            return each.at;
        }
    }
    return std::nullopt;
}

std::optional<Instant> surgeAt(const SameMatterPolicy& policy, std::vector<Instant> similar) {
    return reachedAt(std::move(similar), policy.surgeTickets, policy.surgeHours);
}

}  // namespace zhida::domain
