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
    std::vector<UnitCode> shares = {};         ///< he signed for them and their clocks run

    /// He may not go before somebody else has it.
    [[nodiscard]] bool binds() const { return claim || callback || !promises.empty(); }
    /// A share stays with its unit, whoever goes: it is shown, and goes along with what is handed over.
    [[nodiscard]] bool any() const { return binds() || !shares.empty(); }
    bool operator==(const Holding&) const = default;
};

Holding holdingOf(const Ticket& ticket, const UserCode& user, Instant now);

}  // namespace zhida::domain
