// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/request.h"
#include "model/base/clock.h"
#include "model/service/shift.h"

#include <string_view>
#include <vector>

namespace zhida::desk {

/// 交接班: what the user still holds, who is there, and signing out without leaving anything behind.
///   desk.held -> {"claims","callbacks","promises","clocks","drafts"}
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
    /// handOver.unknown{user} handOver.gone{user} handOver.outOfSight{user,number} handOver.self handOver.otherUnit roster.* user.mayNot
    /// net.offline and those of the desk.
    [[nodiscard]] Result<Json> answer(std::string_view name, const Arguments& with);

private:
    [[nodiscard]] service::ShiftOffice office();
    [[nodiscard]] Json held(const service::ShiftOffice& office) const;
    [[nodiscard]] Result<Json> presence(const Arguments& with);
    [[nodiscard]] Result<Json> signOut(const Arguments& with);
    [[nodiscard]] Result<Json> orphans();
    [[nodiscard]] Result<std::string> administer(std::string operation, const Json& with);

    service::Desk& m_desk;
    const Clock& m_clock;
};

}  // namespace zhida::desk
