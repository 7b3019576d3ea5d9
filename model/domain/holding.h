// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket.h"

#include <cstdint>
#include <vector>

/// What a person still has in hand when he leaves: it is handed over, never orphaned.
namespace zhida::domain {

struct Holding {
    bool claim = false;                        ///< a lease that has not run out
    bool callback = false;                     ///< he keeps the call-back of an open ticket
    std::vector<std::uint32_t> promises = {};  ///< of his, not kept; from 1

    [[nodiscard]] bool any() const { return claim || callback || !promises.empty(); }
    bool operator==(const Holding&) const = default;
};

Holding holdingOf(const Ticket& ticket, const UserCode& user, Instant now);

}  // namespace zhida::domain
