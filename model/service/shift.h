// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <vector>

/// 交接班: what somebody still holds, who may take it over, and what is left behind. Pure of what a desk reads.
namespace zhida::service {

/// Everything that leaving needs to know, in one read.
struct ShiftOffice {
    std::vector<domain::UserProfile> users;
    std::vector<domain::RosterEntry> roster;
    domain::Rules rules;
    std::vector<Draft> drafts;
    std::vector<domain::Ticket> held;  ///< by the user of the desk
};

/// A ticket of somebody who is not there any more, and why he is not: user.disabled or an error of the roster.
struct Orphan {
    domain::Ticket ticket;
    UserCode user;
    std::string why;
};

/// What goes along when `from` leaves: everything that binds him, and those of his running shares whose unit `to` works for. A
/// share of another unit stays with that unit, which has it in its queue.
std::vector<domain::Ticket> leftTo(const ShiftOffice& office, const UserCode& from, const UserCode& to, Instant now);

ShiftOffice readShift(DeskReader& reader, const UserCode& user, Instant now);
std::vector<Orphan> readOrphans(DeskReader& reader, Instant now);

/// Whether `to` may take all of these over from `from`: all or nothing, before the first is handed over. Errors: handOver.self
/// handOver.unknown{user} handOver.gone{user} handOver.outOfSight{user,number} handOver.otherUnit{user,number,unit} (a running
/// share goes to a colleague of its unit) roster.*.
Status mayTakeOver(const ShiftOffice& office, const std::vector<domain::Ticket>& tickets, const UserCode& from,
                   const UserCode& to, Instant now);
/// Whether `from` may leave when `to` (empty: nobody) takes everything over. Errors: shift.drafts{count} shift.held{count} and
/// those of mayTakeOver.
Status mayLeave(const ShiftOffice& office, const UserCode& from, const UserCode& to, Instant now);

}  // namespace zhida::service
