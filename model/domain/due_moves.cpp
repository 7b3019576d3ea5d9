// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/due_moves.h"

namespace zhida::domain {

std::optional<TermClock> clockOf(const Ticket& ticket, const Rules& rules) {
    if (ticket.clock) {
        return ticket.due ? ticket.clock : std::nullopt;
    }
    const bool redone = ticket.redoCount > 0 && ticket.lastCallback;
    const auto choice = rules.termOf(redone ? Stage::redo : Stage::solve, matterOf(ticket));
    if (!choice || !ticket.due) {
        return std::nullopt;
    }
    const TermClock clock{redone ? ticket.lastCallback->at : ticket.createdAt, choice->term, {}, {}};
    const auto deadline = dueOf(rules.calendar, clock);
    return deadline && deadline->due == *ticket.due ? std::optional(clock) : std::nullopt;
}

std::optional<DueMove> dueMoveOf(const Ticket& ticket, const Rules& rules, const Calendar& after) {
    const auto clock = isOpen(ticket.state) ? clockOf(ticket, rules) : std::nullopt;
    if (!clock) {
        return std::nullopt;
    }
    const auto deadline = dueOf(after, *clock);
    if (!deadline || deadline->due == *ticket.due) {
        return std::nullopt;
    }
    return DueMove{ticket.id, ticket.number, *ticket.due, deadline->due};
}

}  // namespace zhida::domain
