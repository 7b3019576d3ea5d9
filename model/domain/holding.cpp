// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/holding.h"

namespace zhida::domain {

Holding holdingOf(const Ticket& ticket, const UserCode& user, Instant now) {
    Holding holding;
    if (ticket.state == TicketState::archived) {
        return holding;
    }
    holding.claim = ticket.claim && ticket.claim->user == user && ticket.claim->until > now;
    holding.callback = ticket.keeper == user && isOpen(ticket.state);
    for (std::size_t i = 0; i < ticket.promises.size(); ++i) {
        if (!ticket.promises[i].kept && ticket.promises[i].user == user) {
            holding.promises.push_back(static_cast<std::uint32_t>(i + 1));
        }
    }
    for (const Assignment& each : ticket.assignments) {
        if (each.runs() && each.handler == user && isOpen(ticket.state)) {
            holding.shares.push_back(each.unit);
        }
    }
    return holding;
}

}  // namespace zhida::domain
