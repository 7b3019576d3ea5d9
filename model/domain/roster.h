// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/org.h"
#include "model/domain/rules.h"

#include <string>
#include <vector>

/// 名册: whose rights last from one day to another. A specialist lent to the hall works there while his entry lasts.
namespace zhida::domain {

struct RosterEntry {
    std::string id;
    UserCode user;
    UnitCode unit;      ///< for which he works meanwhile
    std::string right;  ///< code out of rules.rosterRights
    std::string from;   ///< yyyy-mm-dd, the first day
    std::string to;     ///< the last; it ends at midnight
    UserCode by = {};   ///< who entered or ended it

    bool operator==(const RosterEntry&) const = default;
    static constexpr auto fields() {
        using R = RosterEntry;
        return std::tuple{
            field(1, "id", &R::id, FieldUse::internal),     field(2, "user", &R::user, FieldUse::required),
            field(3, "unit", &R::unit, FieldUse::required), field(4, "right", &R::right, FieldUse::required),
            field(5, "from", &R::from, FieldUse::required), field(6, "to", &R::to, FieldUse::required),
            field(7, "by", &R::by, FieldUse::internal)};
    }
};

/// Both on one day at least.
bool overlap(const RosterEntry& a, const RosterEntry& b);

/// What `account` may be on `today`. Without an entry of his: what the account says. With entries the roster alone says it:
/// role, unit and commands of the entry that lasts today. Errors: roster.over{until} (the last has ended) roster.notYet{from}
/// (the next is to come) roster.noRight{right} (the rules no longer have that right, or it would make an administrator).
Result<UserProfile> effectiveProfile(const UserProfile& account, const std::vector<RosterEntry>& entries,
                                     const Rules& rules, Day today);

/// The same for a decision, which takes nobody's place away from him: whom the roster gives nothing counts as disabled.
UserProfile actorOn(Day today, const UserProfile& account, const std::vector<RosterEntry>& entries, const Rules& rules);

}  // namespace zhida::domain
