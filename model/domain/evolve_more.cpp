// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/evolve.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace zhida::domain {
namespace {

/// What is not given stays.
template <class T>
void takeGiven(T& into, const T& given) {
    const bool empty = [&given] {
        if constexpr (requires { given.empty(); }) {
            return given.empty();
        } else {
            return !given.has_value();
        }
    }();
    into = empty ? into : given;
}

Request* openRequest(Ticket& ticket, RequestKind kind) {
    const Request* found = ticket.openRequest(kind);
    return found == nullptr ? nullptr : &ticket.requests[static_cast<std::size_t>(found - ticket.requests.data())];
}

}  // namespace

void Apply::operator()(const TicketMoved& e) const {
    if (e.state == TicketState::archived) {
        t.state = e.state;  // closed when it was closed
    } else {
        enter(e.state);
    }
    takeGiven(t.emergency, e.emergency);
    if (e.state == TicketState::transferred) {
        accepted();
    }
}

void Apply::operator()(const FactsAmended& e) const {
    const AmendTicket& f = e.facts;
    takeGiven(t.title, f.title);
    takeGiven(t.content, f.content);
    t.appealType = f.appealType.value_or(t.appealType);
    t.urgency = f.urgency.value_or(t.urgency);
    takeGiven(t.category, f.category);
    takeGiven(t.region, f.region);
    takeGiven(t.address, f.address);
    takeGiven(t.targetUnit, f.targetUnit);
    takeGiven(t.caller.name, f.callerName);
    takeGiven(t.caller.contactPhone, f.contactPhone);
    t.proposedUnit = e.proposedUnit;
    enter(e.state);
    moveDue(e.due, e.clock);
}

void Apply::operator()(const RequestMade& e) const { t.requests.push_back(e.request); }

void Apply::operator()(const RequestDecided& e) const {
    Request* request = openRequest(t, e.kind);
    if (request == nullptr) {
        return;
    }
    if (e.outcome == RequestState::open) {
        request->reviews += 1;
    }
    request->state = e.outcome;
    if (e.outcome != RequestState::takenBack) {
        request->decidedBy = event.user;
        request->decidedAt = event.at;
        request->opinion = e.opinion;
    }
    if (e.outcome != RequestState::approved) {
        return;
    }
    enter(e.state);
    if (e.kind == RequestKind::suspension && !t.clock) {
        t.pausedDue = t.due;
    }
    if (e.kind == RequestKind::extension || e.kind == RequestKind::suspension) {
        moveDue(e.due, e.clock);
    }
    t.excluded = t.excluded || isPetition(e.kind);
}

void Apply::operator()(const TicketMerged& e) const {
    t.mergedInto = e.into;
    enter(TicketState::merged);
}

void Apply::operator()(const TicketUnmerged& e) const {
    t.mergedInto.reset();
    enter(e.state);
}

void Apply::operator()(const TicketUnlinked& e) const {
    std::erase_if(t.links, [&e](const Link& each) { return each.other == e.other; });
}

void Apply::operator()(const SecrecySet& e) const {
    t.secrecy = e.secrecy;
    t.secret = e.secrecy != Secrecy::open;
    t.callerOpened = e.secrecy == Secrecy::open;
}

void Apply::operator()(const FlagSet& e) const {
    std::erase(t.flags, e.flag);
    if (e.on) {
        t.flags.push_back(e.flag);
    }
}

void Apply::operator()(const TicketSplit& e) const {
    for (Assignment& each : t.assignments) {
        each.state = AssignmentState::exited;
    }
    if (e.due != t.due || e.byHand) {
        t.clock.reset();
    }
    t.state = TicketState::dispatched;
    t.due = e.due;
    t.dispatchNote = e.note;
    t.claim.reset();
    t.parts.clear();
    for (const PartShare& each : e.parts) {
        const auto no = static_cast<std::uint32_t>(t.parts.size() + 1);
        t.parts.push_back({no, each.title, each.text});
        assign(each.lead, Duty::lead, e.due, no);
        for (const UnitCode& unit : each.assist) {
            assign(unit, Duty::assist, e.due, no);
        }
    }
    t.dispatchedAt = t.dispatchedAt.value_or(event.at);
    t.owner = t.owner.empty() && !e.parts.empty() ? e.parts.front().lead : t.owner;
    accepted();
}

void Apply::operator()(const UnitsAdded& e) const {
    const Assignment* parent = t.assignmentOf(e.parent);
    const std::uint32_t part = parent == nullptr ? 0 : parent->part;
    for (const UnitCode& unit : e.units) {
        assign(unit, Duty::assist, e.due, part);
        t.assignments.back().parent = e.parent;
        t.assignments.back().note = e.note;
    }
}

void Apply::operator()(const ContactLogged& e) const { t.contacts.push_back(e.contact); }

void Apply::operator()(const TicketResumed& e) const {
    enter(e.state);
    moveDue(e.due, e.clock);
    t.pausedDue.reset();
}

void Apply::operator()(const ArbitrationOpened& /*e*/) const { t.arbitration = true; }

void Apply::operator()(const FormFilled& e) const {
    std::erase_if(t.forms, [&e](const FilledForm& each) { return each.form == e.form.form; });
    t.forms.push_back(e.form);
}

void Apply::operator()(const PromiseMade& e) const { t.promises.push_back(e.promise); }

void Apply::operator()(const PromiseKept& e) const {
    if (e.promise >= 1 && e.promise <= t.promises.size()) {
        t.promises[e.promise - 1].kept = true;
    }
}

void Apply::operator()(const HandedOver& e) const {
    t.keeper = t.keeper.empty() || t.keeper == e.from ? e.to : t.keeper;
    t.claim = e.claim;
    for (Promise& each : t.promises) {
        each.user = !each.kept && each.user == e.from ? e.to : each.user;
    }
    for (Assignment& each : t.assignments) {
        each.handler = each.runs() && each.handler == e.from ? e.to : each.handler;
    }
}

void Apply::operator()(const TicketUrged& e) const { t.urges.push_back(e.urge); }

void Apply::operator()(const SupervisionOpened& e) const { t.supervisions.push_back(e.supervision); }

void Apply::operator()(const SupervisionMoved& e) const {
    if (e.index >= t.supervisions.size()) {
        return;
    }
    Supervision& moved = t.supervisions[e.index];
    moved.state = e.state;
    takeGiven(moved.answer, e.answer);
    takeGiven(moved.opinion, e.opinion);
    moved.endedAt = moved.open() ? std::nullopt : std::optional(event.at);
}

void Apply::operator()(const LookedBack& e) const {
    t.lookBacks.push_back(e.record);
    enter(e.state);
}

void Apply::operator()(const Climbed& e) const {
    if (!t.climb || t.climb->ladder != e.ladder) {
        t.climb.emplace();
    }
    LadderStand& stand = *t.climb;
    stand.ladder = e.ladder;
    stand.level = e.level;
    stand.since = e.since;
    stand.due = e.due;
    stand.over = e.over;
    stand.entry = e.entry;
    stand.countedFrom = e.countedFrom;
    if (e.round) {
        stand.rounds.push_back(*e.round);
    }
}

void Apply::operator()(const DueMoved& e) const { moveDue(e.due, e.clock); }

void Apply::operator()(const Undone& e) const { t = e.before; }

}  // namespace zhida::domain
