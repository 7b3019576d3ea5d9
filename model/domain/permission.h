// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/event.h"
#include "model/domain/org.h"

#include <string>
#include <string_view>
#include <vector>

/// Who may see a ticket and its caller. Deny by default: what no rule here allows is not seen.
namespace zhida::domain {

/// Somebody of the centre, of a unit that has it, or whoever its scopes name.
bool maySee(const Ticket& ticket, const UserProfile& user);

/// Name and numbers of the caller. The centre's roles see the caller of every ticket that they see: they call back. Of the
/// units' people
///   - nobody of the unit complained about, not even who registered it (济南条例 §32: neither the report nor the caller
///     may be made known to the unit reported);
///   - else whoever registered it, who has been told already;
///   - else nobody while the caller is hidden or the ticket restricted (济南条例 §16, 潍坊条例 §11: the caller may ask for
///     secrecy), nor of a report before the centre has opened it by ticket.setSecrecy;
///   - else everybody who may see the ticket.
/// More secrecy never shows more.
bool maySeeCaller(const Ticket& ticket, const UserProfile& user);

/// A ticket, with what somebody holds of it, may be put into `successor`'s hands. Errors: handOver.gone{user} (disabled)
/// handOver.outOfSight{user,number}.
Status mayTakeOver(const Ticket& ticket, const UserProfile& successor);

/// Marks among the scopes of a ticket whose caller not every unit may see: "veil" for all of them, "veil:<unit>" for one. In
/// rising order. Equal marks: the same people may see the caller as before.
std::vector<std::string> veilsOf(const Ticket& ticket);
bool isVeil(std::string_view scope);
/// Somebody whom a veil concerns at all; for the others bytes are passed on unread.
bool heedsVeils(const UserProfile& user);

/// Without the caller. Masking and evolving may change places: evolve(masked(t), masked(e)) == masked(evolve(t, e)).
/// What people wrote into titles, contents, notes and the city's own forms stays.
Ticket masked(Ticket ticket);
Event masked(Event event);
bool namesCaller(const Ticket& ticket);
bool namesCaller(const Event& event);

}  // namespace zhida::domain
