// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/ticket.h"

#include "model/domain/permission.h"

#include <algorithm>

namespace zhida::domain {
namespace {

template <class Assignments>
auto findUnit(Assignments& assignments, const UnitCode& unit) -> decltype(assignments.data()) {
    // The newest share of a unit counts: a unit that was relieved may be named again.
    for (auto it = assignments.rbegin(); it != assignments.rend(); ++it) {
        if (it->unit == unit) {
            return &*it;
        }
    }
    return nullptr;
}

bool waitsInHall(const Ticket& ticket) {
    return !ticket.secret && ticket.appealType != AppealType::report &&
           (ticket.state == TicketState::registered || ticket.state == TicketState::pendingDispatch);
}

bool hasLead(const Ticket& ticket, std::uint32_t part) {
    return std::any_of(ticket.assignments.begin(), ticket.assignments.end(), [part](const Assignment& each) {
        return each.active() && each.duty == Duty::lead && each.part == part;
    });
}

}  // namespace

const Assignment* Ticket::lead() const {
    const auto it = std::find_if(assignments.rbegin(), assignments.rend(),
                                 [](const Assignment& a) { return a.active() && a.duty == Duty::lead; });
    return it == assignments.rend() ? nullptr : &*it;
}

const Assignment* Ticket::assignmentOf(const UnitCode& unit) const { return findUnit(assignments, unit); }

Assignment* Ticket::assignmentOf(const UnitCode& unit) { return findUnit(assignments, unit); }

const Request* Ticket::openRequest(RequestKind kind) const {
    const auto it = std::find_if(requests.rbegin(), requests.rend(), [kind](const Request& each) {
        return each.kind == kind && each.state == RequestState::open;
    });
    return it == requests.rend() ? nullptr : &*it;
}

bool Ticket::has(TicketFlag flag) const { return std::find(flags.begin(), flags.end(), flag) != flags.end(); }

bool Ticket::everyPartHasALead() const {
    if (parts.empty() || hasLead(*this, 0)) {
        return lead() != nullptr;
    }
    return std::all_of(parts.begin(), parts.end(), [this](const Part& each) { return hasLead(*this, each.no); });
}

bool Ticket::answeredByAll() const {
    return everyPartHasALead() && std::all_of(assignments.begin(), assignments.end(), [](const Assignment& each) {
               return !each.active() || each.duty != Duty::lead || each.state == AssignmentState::replied;
           });
}

UnitCode responsibleUnit(const Ticket& ticket) {
    if (const Assignment* lead = ticket.lead()) {
        return lead->unit;
    }
    return ticket.directAnswer ? ticket.directAnswer->unit : ticket.proposedUnit;
}

std::vector<std::string> scopesOf(const Ticket& ticket) {
    const bool restricted = ticket.secrecy == Secrecy::restricted;
    const bool isReport = ticket.appealType == AppealType::report;
    std::vector<std::string> scopes = veilsOf(ticket);
    scopes.emplace_back(restricted ? "restricted" : "centre");
    if ((restricted || isReport) && !ticket.registeredBy.empty()) {
        scopes.push_back("user:" + ticket.registeredBy.value);
    }
    const auto addUnit = [&scopes](const UnitCode& unit) {
        if (!unit.empty()) {
            scopes.push_back("unit:" + unit.value);
        }
    };
    if (waitsInHall(ticket)) {
        scopes.emplace_back("hall");
    }
    if (!restricted && !isReport) {
        addUnit(ticket.registeredUnit);
        addUnit(responsibleUnit(ticket));
    }
    for (const Assignment& each : ticket.assignments) {
        if (each.active()) {
            addUnit(each.unit);
        }
    }
    for (const Note& each : ticket.notes) {
        if (each.kind == NoteKind::lateAnswer && !(isReport && each.unit == ticket.targetUnit)) {
            addUnit(each.unit);  // who lost a race sees what became of the words
        }
    }
    for (const std::size_t length : {2U, 4U, 6U, 9U, 12U}) {
        if (ticket.region.value.size() == 12 && !ticket.secret && !isReport) {
            scopes.push_back("region:" + ticket.region.value.substr(0, length));
        }
    }
    std::sort(scopes.begin(), scopes.end());
    scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
    return scopes;
}

}  // namespace zhida::domain
