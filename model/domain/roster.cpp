// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/roster.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace zhida::domain {
namespace {

Result<UserProfile> placed(const UserProfile& account, const RosterEntry& entry, const Rules& rules) {
    const auto right = std::find_if(rules.rosterRights.begin(), rules.rosterRights.end(),
                                    [&entry](const RosterRight& each) { return each.code == entry.right; });
    if (right == rules.rosterRights.end() || right->role == Role::administrator || right->role == Role::system) {
        return Error("roster.noRight", {{"right", entry.right}});
    }
    UserProfile profile = account;
    profile.role = right->role;
    profile.unit = entry.unit;
    profile.commands = right->commands;
    return profile;
}

}  // namespace

bool overlap(const RosterEntry& a, const RosterEntry& b) { return a.from <= b.to && b.from <= a.to; }

Result<UserProfile> effectiveProfile(const UserProfile& account, const std::vector<RosterEntry>& entries,
                                     const Rules& rules, Day today) {
    const std::string day = formatDay(today);
    std::optional<std::string> ended;
    std::optional<std::string> next;
    for (const RosterEntry& each : entries) {
        if (each.user != account.user) {
            continue;
        }
        if (each.from <= day && day <= each.to) {
            return placed(account, each, rules);
        }
        if (each.from > day && each.from <= each.to) {
            next = std::min(next.value_or(each.from), each.from);
        } else {
            ended = std::max(ended.value_or(each.to), each.to);
        }
    }
    if (next) {
        return Error("roster.notYet", {{"from", *next}});
    }
    return ended ? Result<UserProfile>(Error("roster.over", {{"until", *ended}})) : account;
}

UserProfile actorOn(Day today, const UserProfile& account, const std::vector<RosterEntry>& entries,
                    const Rules& rules) {
    if (Result<UserProfile> profile = effectiveProfile(account, entries, rules, today)) {
        return std::move(*profile);
    }
    UserProfile nobody = account;
    nobody.disabled = true;
    return nobody;
}

}  // namespace zhida::domain
