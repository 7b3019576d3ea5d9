// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/evolve.h"

#include <algorithm>
#include <utility>

namespace zhida::domain {

void Apply::operator()(const TicketRegistered& e) const {
    t.id = event.ticket;
    t.number = e.facts.number;
    t.state = TicketState::registered;
    t.appealType = e.facts.appealType;
    t.channel = e.facts.channel;
    t.urgency = e.facts.urgency;
    t.secrecy = e.facts.secrecy == Secrecy::open && e.facts.secret ? Secrecy::callerHidden : e.facts.secrecy;
    t.secret = t.secrecy != Secrecy::open;
    t.title = e.facts.title;
    t.content = e.facts.content;
    t.remark = e.facts.remark;
    t.caller = {e.facts.callerName, e.facts.callerPhone, e.facts.contactPhone};
    t.category = e.facts.category;
    t.region = e.facts.region;
    t.address = e.facts.address;
    t.targetUnit = e.facts.targetUnit;
    if (e.facts.form) {
        t.forms.push_back(*e.facts.form);
    }
    t.registeredBy = event.user;
    t.registeredUnit = e.unit;
    t.proposedUnit = e.proposedUnit;
    t.createdAt = e.received.value_or(event.occurredAt);
    t.due = e.due;
    t.clock = e.clock;
}

void Apply::operator()(const TicketImported& e) const { t = e.ticket; }

void Apply::operator()(const TicketClaimed& e) const {
    t.claim = e.claim;
    accepted();
}

void Apply::operator()(const TicketReleased& /*e*/) const { t.claim.reset(); }

void Apply::operator()(const NoteAdded& e) const {
    t.notes.push_back(e.note);
    if (e.reopenedTo) {
        enter(*e.reopenedTo);
        t.callbackAttempts = 0;
    }
}

void Apply::operator()(const DirectlyAnswered& e) const {
    t.directAnswer = e.answer;
    enter(e.state);
    t.claim.reset();
    t.submittedAt = event.at;
    t.nextCallback.reset();
    accepted();
}

void Apply::operator()(const TicketDispatched& e) const {
    t.state = TicketState::dispatched;
    if (e.due != t.due || e.byHand) {
        t.clock.reset();
    }
    t.due = e.due;
    t.dispatchNote = e.note;
    t.claim.reset();
    settleReturns(e);
    relieveEarlier(e);
    assign(e.lead, Duty::lead, e.due, e.part);
    t.assignments.back().mayNotReturn = e.mayNotReturn;
    for (const UnitCode& unit : e.assist) {
        assign(unit, Duty::assist, e.assistDue ? e.assistDue : e.due, e.part);
    }
    t.dispatchedAt = t.dispatchedAt.value_or(event.at);
    t.owner = t.owner.empty() ? e.lead : t.owner;
    accepted();
}

void Apply::operator()(const AssignmentSigned& e) const {
    if (Assignment* a = t.assignmentOf(e.unit)) {
        a->state = AssignmentState::signedFor;
        a->signedAt = event.at;
        a->handler = event.user;
        t.owner = a->duty == Duty::lead ? e.unit : t.owner;  // 首接负责: signed for is accepted in writing
    }
}

void Apply::operator()(const ReturnRequested& e) const {
    t.state = TicketState::returnReview;
    if (Assignment* a = t.assignmentOf(e.unit)) {
        a->state = AssignmentState::returnRequested;
        a->returnRequest = e.request;
        a->returns += 1;
    }
}

void Apply::operator()(const ReturnDecided& e) const {
    t.state = e.state;
    Assignment* a = t.assignmentOf(e.unit);
    if (a == nullptr) {
        return;
    }
    if (a->returnRequest) {
        const ReturnRequest& r = *a->returnRequest;
        t.returns.push_back({e.unit, r.reason, r.basis, r.text, r.suggestedUnit, e.approved, e.opinion, event.at});
    }
    const auto back = a->signedAt ? AssignmentState::signedFor : AssignmentState::pending;
    a->state = e.approved ? AssignmentState::exited : back;
    a->mayNotReturn = a->mayNotReturn || e.mayNotReturn;
}

void Apply::operator()(const UnitReplied& e) const {
    if (e.state == TicketState::submitted && t.state != TicketState::submitted) {
        t.submittedAt = event.at;
    }
    t.state = e.state;
    if (Assignment* a = t.assignmentOf(e.unit)) {
        a->state = AssignmentState::replied;
        a->reply = e.reply;
    }
}

void Apply::operator()(const TicketReviewed& e) const {
    enter(e.state);
    t.nextCallback = e.callFrom;
    if (!e.approved) {
        t.rejectedReviews += 1;
        reopenLeads(AssignmentState::signedFor);
        t.submittedAt.reset();
    }
}

void Apply::operator()(const CalledBack& e) const {
    enter(e.state);
    if (!t.firstCallback) {
        t.firstCallback = e.record;
    }
    t.lastCallback = e.record;
    t.callbackAttempts += e.record.connected ? 0 : 1;
    t.calledBackAt = event.at;
    t.nextCallback = e.next;
}

void Apply::operator()(const RedoStarted& e) const {
    const bool centre = e.toCentre || t.lead() == nullptr;
    if (centre) {
        for (Assignment& each : t.assignments) {
            each.state = AssignmentState::exited;
        }
    }
    enter(centre ? TicketState::pendingDispatch : TicketState::redo);
    t.redoCount += 1;
    t.callbackAttempts = 0;
    t.due = e.due;
    t.clock = e.clock;
    t.redoneAt = event.at;
    t.submittedAt.reset();
    t.nextCallback.reset();
    reopenLeads(AssignmentState::pending);
}

void Apply::operator()(const TicketLinked& e) const { t.links.push_back(e.link); }

void Apply::enter(TicketState state) const {
    t.state = state;
    if (isOpen(state)) {
        t.closedAt.reset();
    } else {
        t.closedAt = t.closedAt.value_or(event.at);
        t.claim.reset();
    }
}

void Apply::accepted() const { t.acceptedAt = t.acceptedAt.value_or(event.at); }

/// An arbitration decides the returns that are still asked for.
void Apply::settleReturns(const TicketDispatched& e) const {
    if (!e.mayNotReturn) {
        return;
    }
    t.arbitration = false;
    for (Assignment& each : t.assignments) {
        if (each.state == AssignmentState::returnRequested && each.returnRequest) {
            const ReturnRequest& r = *each.returnRequest;
            t.returns.push_back(
                {each.unit, r.reason, r.basis, r.text, r.suggestedUnit, each.unit != e.lead, e.note, event.at});
            each.state = each.signedAt ? AssignmentState::signedFor : AssignmentState::pending;
        }
    }
}

/// A new dispatch ends what earlier leads and units named again had: an old answer must not count for a new appeal.
void Apply::relieveEarlier(const TicketDispatched& e) const {
    for (Assignment& each : t.assignments) {
        const bool again =
            each.unit == e.lead || std::find(e.assist.begin(), e.assist.end(), each.unit) != e.assist.end();
        const bool earlierLead = each.duty == Duty::lead && (e.part == 0 || each.part == e.part);
        if (earlierLead || again) {
            each.state = AssignmentState::exited;
        }
    }
}

void Apply::assign(const UnitCode& unit, Duty duty, std::optional<Instant> due, std::uint32_t part) const {
    Assignment fresh;
    fresh.unit = unit;
    fresh.duty = duty;
    fresh.dispatchedAt = event.at;
    fresh.due = due;
    fresh.part = part;
    t.assignments.push_back(std::move(fresh));
}

void Apply::reopenLeads(AssignmentState state) const {
    for (Assignment& each : t.assignments) {
        if (!each.active() || each.duty != Duty::lead) {
            continue;
        }
        each.state = state;
        each.due = t.due;
        if (state == AssignmentState::pending) {
            each.signedAt.reset();
        }
    }
}

/// Who had the ticket's own due time has the new one.
void Apply::moveDue(std::optional<Instant> due, const std::optional<TermClock>& clock) const {
    for (Assignment& each : t.assignments) {
        if (each.active() && each.due == t.due) {
            each.due = due;
        }
    }
    t.due = due;
    t.clock = clock;
}

}  // namespace zhida::domain
