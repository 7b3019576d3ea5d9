// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/command_text.h"
#include "model/domain/event.h"
#include "model/domain/org.h"
#include "model/domain/rules.h"

#include <vector>

namespace zhida::domain {

/// Everything outside the ticket that a decision may look at.
struct Context {
    Instant now;                   ///< on the server: its clock; on a desk: the desk's, until the server has answered
    UserProfile actor;             ///< as the deciding side knows the user of the command
    const Rules* rules = nullptr;  ///< never null
    const std::vector<Unit>* units = nullptr;  ///< never null
};

/// The events that `command` causes on `ticket` (nullptr: there is none yet), or why it cannot be. Pure; the same on desk and
/// server. A direct answer or reply that was written on an older revision and lost the race is not refused: its words are kept
/// as a late answer (NoteKind::lateAnswer).
/// Errors: ticket.unknown ticket.exists ticket.wrongState{state,command} ticket.claimed{by,unit,until} ticket.notClaimed
/// ticket.notYourUnit{unit} ticket.notSigned ticket.alreadySigned ticket.mayNotReturn ticket.noReturnRequest ticket.severalReturnRequests
/// ticket.callbackOwnUnit ticket.callbackIncomplete user.mayNot{role,command} user.disabled text.missing{field}
/// text.tooLong{field,limit} unit.unknown{unit} unit.disabled{unit} unit.twice{unit} deadline.past reason.unknown{reason}
/// link.self
Result<std::vector<Event>> decide(const Ticket* ticket, const Command& command, const Context& context);

}  // namespace zhida::domain
