// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules_policies.h"

#include <string>
#include <vector>

/// 突增预警: many alike within a few hours. It tells; nothing is refused, delayed or merged for it.
namespace zhida::domain {

struct SurgeCandidate {
    TicketId ticket;
    Instant at;
    std::string title;
};

struct Surge {
    std::vector<TicketId> tickets;  ///< the oldest first
    std::string title;              ///< of the oldest
    Instant since;                  ///< of the oldest
    Instant last;
    Instant reached;  ///< when there were enough of them within the time
    bool operator==(const Surge&) const = default;
};

/// Who is told: those who see the whole hall and can act on it.
constexpr bool seesSurges(Role role) {
    return role == Role::supervisor || role == Role::dispatcher || role == Role::administrator;
}

/// Every matter of which so many alike came within so long, in the order in which they became one. A ticket belongs to the
/// matter of the earlier one within the time that it is most alike, if they are alike by `similarPercent`.
std::vector<Surge> surgesIn(const SameMatterPolicy& policy, std::vector<SurgeCandidate> candidates);

}  // namespace zhida::domain
