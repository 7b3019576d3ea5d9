// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/permission.h"

#include <utility>

namespace zhida::domain {
namespace {

constexpr std::string_view kVeil = "veil";

/// From every unit but for whoever registered the ticket.
bool hiddenFromUnits(const Ticket& ticket) {
    const bool closedReport = ticket.appealType == AppealType::report && !ticket.callerOpened;
    return ticket.secret || ticket.secrecy != Secrecy::open || closedReport;
}

struct Mask {
    void operator()(TicketRegistered& e) const {
        e.facts.callerName.clear();
        e.facts.callerPhone.clear();
        e.facts.contactPhone.clear();
    }
    void operator()(FactsAmended& e) const {
        e.facts.callerName.clear();
        e.facts.contactPhone.clear();
    }
    void operator()(TicketImported& e) const { e.ticket = masked(std::move(e.ticket)); }
    void operator()(Undone& e) const { e.before = masked(std::move(e.before)); }
    template <class E>
    void operator()(E& /*e*/) const {}
};

}  // namespace

bool maySee(const Ticket& ticket, const UserProfile& user) {
    return user.role == Role::system || intersect(scopesOf(ticket), scopesOf(user));
}

bool heedsVeils(const UserProfile& user) { return user.role == Role::specialist || user.role == Role::unitHandler; }

bool maySeeCaller(const Ticket& ticket, const UserProfile& user) {
    if (!maySee(ticket, user)) {
        return false;
    }
    if (!heedsVeils(user)) {
        return true;
    }
    if (!ticket.targetUnit.empty() && ticket.targetUnit == user.unit) {
        return false;
    }
    return ticket.registeredBy == user.user || !hiddenFromUnits(ticket);
}

Status mayTakeOver(const Ticket& ticket, const UserProfile& successor) {
    if (successor.disabled) {
        return Error("handOver.gone", {{"user", successor.user.value}});
    }
    return maySee(ticket, successor)
               ? done()
               : Status(Error("handOver.outOfSight", {{"user", successor.user.value}, {"number", ticket.number}}));
}

std::vector<std::string> veilsOf(const Ticket& ticket) {
    std::vector<std::string> veils;
    if (hiddenFromUnits(ticket)) {
        veils.emplace_back(kVeil);
    }
    if (!ticket.targetUnit.empty()) {
        veils.push_back(std::string(kVeil) + ":" + ticket.targetUnit.value);
    }
    return veils;
}

bool isVeil(std::string_view scope) { return scope.substr(0, kVeil.size()) == kVeil; }

Ticket masked(Ticket ticket) {
    ticket.caller = {};
    return ticket;
}

Event masked(Event event) {
    std::visit(Mask{}, event.body);
    return event;
}

bool namesCaller(const Ticket& ticket) { return ticket.caller != Caller{}; }

bool namesCaller(const Event& event) { return masked(event) != event; }

}  // namespace zhida::domain
