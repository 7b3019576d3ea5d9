// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules.h"
#include "model/domain/ticket.h"

#include <optional>
#include <string>
#include <vector>

/// What a changed calendar does to deadlines that run: a holiday paper comes out in November, tickets of October are still open.
namespace zhida::domain {

struct DueMove {
    TicketId ticket;
    std::string number;
    Instant from;
    Instant to;
    bool operator==(const DueMove&) const = default;
};

/// The clock that the ticket's due time came from, extensions and pauses included. A ticket that has not kept it (taken over from
/// another system, or older than the clocks) counts by `rules`: from its redo, else from its receipt. Nothing when it has no due
/// time, or another one than the rules give: a person set it, and a calendar does not overrule a person.
std::optional<TermClock> clockOf(const Ticket& ticket, const Rules& rules);

/// The move of one ticket from the calendar of `rules` to `after`; nothing when it is done or stays where it is.
std::optional<DueMove> dueMoveOf(const Ticket& ticket, const Rules& rules, const Calendar& after);

}  // namespace zhida::domain
