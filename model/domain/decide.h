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
    const Ticket* other = nullptr;  ///< the ticket that the command names besides its own, as the deciding side has it
    const Ticket* before =
        nullptr;             ///< of ticket.undo: the ticket before the named command (stateBefore), if it was the last
    UserCode undoneBy = {};  ///< who made that command
};

/// The events that `command` causes on `ticket` (nullptr: there is none yet), or why it cannot be. Pure; the same on desk and
/// server. A direct answer or reply that was written on an older revision and lost the race is not refused: its words are kept
/// as a late answer (NoteKind::lateAnswer).
/// Errors, besides those that the rules of each command name (decide_*.cpp; all have words in app/words): ticket.unknown
/// ticket.exists ticket.wrongState{state,command,from} ticket.claimed{by,unit,until} ticket.notYourUnit{unit}
/// user.mayNot{role,command,who} user.disabled text.missing{field} text.tooLong{field,limit} unit.unknown{unit}
/// reason.unknown{reason} deadline.past request.* extension.* supervision.* ladder.* form.* undo.*
Result<std::vector<Event>> decide(const Ticket* ticket, const Command& command, const Context& context);

}  // namespace zhida::domain
