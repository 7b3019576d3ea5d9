// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/message.h"
#include "model/domain/org.h"
#include "model/domain/rules.h"
#include "model/domain/ticket.h"

#include <optional>
#include <string>
#include <vector>

/// 通知: who is told what when (rules.notifications). Pure. Nothing is done for way `phone` yet.
namespace zhida::domain {

/// One thing that a person is told at his desk, in the words of the rules.
struct Notice {
    TicketId ticket;
    std::string number;
    std::optional<Notable> what = Notable::dispatched;  ///< none: a message that he sent did not arrive
    std::string zh = {};
    std::string en = {};  ///< the Chinese words where the rules have no English ones
    bool operator==(const Notice&) const = default;
};

/// Any rule that shows something at a desk: without one nothing need be looked at.
bool anyWindowNotices(const Rules& rules);

/// What the change of a ticket tells `me` at his desk, in the order of the rules. `before`: nullptr when the desk did not have it;
/// then only what it was sent for is told (registered, dispatched to him, to be done anew), not its past.
/// Audiences: registrar, who took it down; dispatcher and supervisor, by role; lead and assist, handlers and specialists of a unit
/// that has a share; unitHead, a supervisor of the lead's unit. Nobody but a unit that has the ticket is told of another's share.
/// `units` give the lead its name.
std::vector<Notice> noticesOf(const Rules& rules, const std::vector<Unit>& units, const UserProfile& me,
                              const Ticket* before, const Ticket& after);

/// What whoever sent a message is told when the gateway could not deliver it.
Notice undelivered(const Message& message);

/// What the change of a ticket sends by text message, in the order of the rules: to the caller, or to the units of lead, assist and
/// unitHead; the others have no number. Nothing about a report or a restricted ticket, and nothing to the unit complained
/// about. `closed` is told to a caller whose matter was handled alone. `id` makes the keys. Without a signature the centre has no gateway, and sends nothing.
std::vector<Message> messagesOf(const Rules& rules, const std::vector<Unit>& units, const Ticket* before,
                                const Ticket& after, const CommandId& id, Instant now);

}  // namespace zhida::domain
