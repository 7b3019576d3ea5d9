// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules_policies.h"

#include <optional>
#include <vector>

/// Repeat callers, group appeals and surges are the same question: so many things within so long. The answers hint and propose;
/// nothing is refused, delayed or merged for them.
namespace zhida::domain {

/// The first moment at which `count` of the times lay within `hours`; the order of `times` does not matter.
std::optional<Instant> reachedAt(std::vector<Instant> times, int count, int hours);

/// With the call that comes in now, the number has called often enough to be a repeat caller.
bool isRepeatCaller(const SameMatterPolicy& policy, const std::vector<Instant>& earlierCalls, Instant now);

/// One appeal out of a building.
struct HouseholdAppeal {
    std::string household;
    Instant at;
};

/// When enough different households of one building had appealed within the time: a household counts once, with each of its
/// appeals.
std::optional<Instant> groupAppealAt(const SameMatterPolicy& policy, std::vector<HouseholdAppeal> appeals);

/// When so many similar tickets had come within the time.
std::optional<Instant> surgeAt(const SameMatterPolicy& policy, std::vector<Instant> similar);

}  // namespace zhida::domain
