// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/org.h"
#include "model/domain/rules.h"
#include "model/domain/ticket.h"

#include <optional>
#include <string>
#include <vector>

/// 通知: who is told what when (rules.notifications). Pure; what goes out by message or telephone is not told here.
namespace zhida::domain {

/// One thing that a person is told at his desk, in the words of the rules.
struct Notice {
    TicketId ticket;
    std::string number;
    Notable what = Notable::dispatched;
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

}  // namespace zhida::domain
