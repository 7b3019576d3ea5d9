// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/request.h"
#include "model/base/clock.h"
#include "model/service/desk.h"

#include <string_view>
#include <vector>

namespace zhida::desk {

/// 交接班: what the user still holds, who is there, and signing out without leaving anything behind.
///   desk.held -> {"claims","callbacks","promises","drafts"}
///   desk.presence {state?,reason?} -> {"presence"}: says the own state if one is given; needs a line
///   desk.signOut {to?} -> {"handedOver","to"}: hands everything held to `to` by ticket.handOver, then says "away"
///   desk.orphans -> {"orphans"}: what is left with users who are disabled or off the roster; for supervisors, who hand it over
///   by ticket.handOver {to,from}
/// Answers on the caller's thread, which must be neither the desk's nor its reply executor's.
class Shift {
public:
    /// Both outlive it.
    Shift(service::Desk& desk, const Clock& clock) : m_desk(desk), m_clock(clock) {}

    /// Errors: shift.drafts{count} (only their writer can settle them) shift.held{count} (and nobody named to take it)
    /// handOver.unknown{user} handOver.gone{user} handOver.outOfSight{user,number} handOver.self roster.* user.mayNot
    /// net.offline and those of the desk.
    [[nodiscard]] Result<Json> answer(std::string_view name, const Arguments& with);

private:
    /// Everything that the answer needs of the file, in one read.
    struct Office {
        std::vector<domain::UserProfile> users;
        std::vector<domain::RosterEntry> roster;
        domain::Rules rules;
        std::vector<service::Draft> drafts;
        std::vector<domain::Ticket> held;  ///< by the user of the desk
    };
    [[nodiscard]] Office office();
    [[nodiscard]] std::vector<domain::Ticket> heldBy(const UserCode& user);
    /// The user as he is today.
    [[nodiscard]] Result<domain::UserProfile> today(const Office& office, const domain::UserProfile& user) const;
    [[nodiscard]] Json held(const Office& office) const;
    [[nodiscard]] Result<Json> presence(const Arguments& with);
    [[nodiscard]] Result<Json> signOut(const Arguments& with);
    [[nodiscard]] Status mayTakeOver(const Office& office, const UserCode& to) const;
    [[nodiscard]] Result<Json> orphans();
    [[nodiscard]] Result<std::string> administer(std::string operation, const Json& with);

    service::Desk& m_desk;
    const Clock& m_clock;
};

}  // namespace zhida::desk
