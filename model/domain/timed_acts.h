// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/command.h"
#include "model/domain/rules.h"

#include <string>
#include <vector>

/// Time acts through one scheduler at the centre; desks only show. What it does is an ordinary command of the system.
namespace zhida::domain {

/// Kinds: "claim.expired" "cards.yellow" "cards.red" "ladder.rise" "ladder.top" "suspension.over" "archive" "due.recount"
/// "stage.<stage>" "stage.firstContact.again".
struct TimedAct {
    std::string kind;
    Instant at;  ///< from then on
    TicketCommand body;
    bool operator==(const TimedAct&) const = default;
};

/// The one id that this act has, however often it is found: it happens once, also after a downtime.
CommandId idOf(const TimedAct& act, const TicketId& ticket);

/// What time does to the ticket as it stands, the earliest first: an expired claim is given back; yellow and red cards while no
/// answer is there (provincial rule of 2017); a ladder's level that has run out rises, the top one is supervised (白银 四类事项);
/// a suspension whose planned day has come, and a stage that is late, are urged on (半小时致电, 一分钟接单); a due time that
/// the calendar has moved is counted anew (hard case 9); a ticket that is done goes to the archive. What has been done and shows
/// in the ticket is left out. Of a ticket from another system only the main clock runs here.
std::vector<TimedAct> timedActs(const Ticket& ticket, const Rules& rules);

}  // namespace zhida::domain
