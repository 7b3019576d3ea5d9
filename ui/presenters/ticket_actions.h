// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/org.h"
#include "model/domain/ticket.h"
#include "ui/support/keymap.h"

#include <optional>
#include <set>
#include <string_view>

namespace zhida::ui {

/// Why this person cannot do that to this ticket now, with who may and in which state; nothing when he can. By the life-cycle
/// table and what the ticket holds. An offer, not a rule: decide() has the word when it is done.
std::optional<Error> obstacle(std::string_view command, const domain::Ticket& ticket, const domain::UserProfile& user,
                              Instant now);

/// The command that an action stands for here: the key R is the unit's reply or a direct answer. Empty without one.
std::string_view commandOf(const ActionRow& action, const domain::Ticket& ticket, const domain::UserProfile& user);

/// The actions on a ticket that have no obstacle.
std::set<ActionId> actionsFor(const domain::Ticket& ticket, const domain::UserProfile& user, Instant now);

/// Which command the key R means here: the unit's reply when it has signed, else a direct answer; none when neither fits.
std::optional<std::string_view> answerCommand(const domain::Ticket& ticket, const domain::UserProfile& user);

/// Whether the role may give this command at all, in some state.
bool mayEver(std::string_view command, domain::Role role);

}  // namespace zhida::ui
