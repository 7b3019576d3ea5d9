// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/shift.h"

#include "model/domain/holding.h"
#include "model/domain/permission.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace zhida::service {
namespace {

/// The user as he is today.
Result<domain::UserProfile> today(const domain::UserProfile& user, const std::vector<domain::RosterEntry>& roster,
                                  const domain::Rules& rules, Instant now) {
    return domain::effectiveProfile(user, roster, rules, localDay(now, rules.calendar.offset()));
}

/// As he is today.
Result<domain::UserProfile> successorOf(const ShiftOffice& office, const UserCode& to, Instant now) {
    const auto user = std::find_if(office.users.begin(), office.users.end(),
                                   [&to](const domain::UserProfile& each) { return each.user == to; });
    return user == office.users.end() ? Error("handOver.unknown", {{"user", to.value}})
                                      : today(*user, office.roster, office.rules, now);
}

/// Whatever binds goes to anybody; a running share goes to somebody of its unit.
bool goesTo(const domain::Holding& holding, const UnitCode& unit) {
    return holding.binds() || std::find(holding.shares.begin(), holding.shares.end(), unit) != holding.shares.end();
}

}  // namespace

ShiftOffice readShift(DeskReader& reader, const UserCode& user, Instant now) {
    return {reader.users(), reader.roster(), reader.rules(), reader.drafts(), reader.heldBy(user, now)};
}

std::vector<domain::Ticket> leftTo(const ShiftOffice& office, const UserCode& from, const UserCode& to, Instant now) {
    const auto user = successorOf(office, to, now);
    const UnitCode unit = user ? user->unit : UnitCode();
    std::vector<domain::Ticket> left;
    std::copy_if(office.held.begin(), office.held.end(), std::back_inserter(left),
                 [&](const domain::Ticket& each) { return goesTo(domain::holdingOf(each, from, now), unit); });
    return left;
}

std::vector<Orphan> readOrphans(DeskReader& reader, Instant now) {
    const std::vector<domain::RosterEntry> roster = reader.roster();
    const domain::Rules rules = reader.rules();
    std::vector<Orphan> orphans;
    for (const domain::UserProfile& user : reader.users()) {
        const auto present = today(user, roster, rules, now);
        if (present && !present->disabled) {
            continue;
        }
        for (domain::Ticket& ticket : reader.heldBy(user.user, now)) {
            orphans.push_back({std::move(ticket), user.user, present ? "user.disabled" : present.error().code});
        }
    }
    return orphans;
}

Status mayTakeOver(const ShiftOffice& office, const std::vector<domain::Ticket>& tickets, const UserCode& from,
                   const UserCode& to, Instant now) {
    if (to == from) {
        return Error("handOver.self");
    }
    const auto successor = successorOf(office, to, now);
    if (!successor) {
        return successor.error();
    }
    for (const domain::Ticket& ticket : tickets) {
        if (const Status may = domain::mayTakeOver(ticket, *successor); !may) {
            return may;
        }
        const domain::Holding holding = domain::holdingOf(ticket, from, now);
        if (holding.any() && !goesTo(holding, successor->unit)) {
            return Error("handOver.otherUnit",
                         {{"user", to.value}, {"number", ticket.number}, {"unit", holding.shares.front().value}});
        }
    }
    return done();
}

Status mayLeave(const ShiftOffice& office, const UserCode& from, const UserCode& to, Instant now) {
    if (!office.drafts.empty()) {
        return Error("shift.drafts", {{"count", std::to_string(office.drafts.size())}});
    }
    const std::vector<domain::Ticket> left = leftTo(office, from, to, now);
    if (!left.empty() && to.empty()) {
        return Error("shift.held", {{"count", std::to_string(left.size())}});
    }
    return to.empty() ? done() : mayTakeOver(office, left, from, to, now);
}

}  // namespace zhida::service
