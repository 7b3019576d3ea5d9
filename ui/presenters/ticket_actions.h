// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/org.h"
#include "model/domain/ticket.h"
#include "ui/support/keymap.h"

#include <optional>
#include <set>
#include <string_view>

namespace zhida::ui {

/// What this person may do with this ticket now, by the life-cycle table and the state of his unit's share. An offer, not a
/// rule: decide() has the word when it is done.
std::set<ActionId> actionsFor(const domain::Ticket& ticket, const domain::UserProfile& user, Instant now);

/// Which command the key R means here: the unit's reply when it has signed, else a direct answer; none when neither fits.
std::optional<std::string_view> answerCommand(const domain::Ticket& ticket, const domain::UserProfile& user);

/// Whether the role may give this command at all, in some state.
bool mayEver(std::string_view command, domain::Role role);

}  // namespace zhida::ui
