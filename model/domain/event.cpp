// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/event.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zhida::domain {
namespace {

/// One overload per kind of event: what it does to the ticket.
struct Apply {
    Ticket& t;
    const Event& event;

    void operator()(const TicketRegistered& e) const {
        t.id = event.ticket;
        t.number = e.facts.number;
        t.state = TicketState::registered;
        t.appealType = e.facts.appealType;
        t.channel = e.facts.channel;
        t.urgency = e.facts.urgency;
        t.secret = e.facts.secret;
        t.title = e.facts.title;
        t.content = e.facts.content;
        t.remark = e.facts.remark;
        t.caller = {e.facts.callerName, e.facts.callerPhone, e.facts.contactPhone};
        t.category = e.facts.category;
        t.region = e.facts.region;
        t.address = e.facts.address;
        t.registeredBy = event.user;
        t.registeredUnit = e.unit;
        t.proposedUnit = e.proposedUnit;
        t.createdAt = event.occurredAt;
        t.due = e.due;
    }
    void operator()(const TicketImported& e) const { t = e.ticket; }
    void operator()(const TicketClaimed& e) const { t.claim = e.claim; }
    void operator()(const TicketReleased&) const { t.claim.reset(); }
    void operator()(const NoteAdded& e) const {
        t.notes.push_back(e.note);
        if (e.reopenedTo) {
            enter(*e.reopenedTo);
            t.callbackAttempts = 0;
        }
    }
    void operator()(const DirectlyAnswered& e) const {
        t.directAnswer = e.answer;
        enter(e.state);
        t.claim.reset();
    }
    void operator()(const TicketDispatched& e) const {
        t.state = TicketState::dispatched;
        t.due = e.due;
        t.dispatchNote = e.note;
        t.claim.reset();
        relieveEarlier(e);
        assign(e.lead, Duty::lead, e.due);
        for (const UnitCode& unit : e.assist) {
            assign(unit, Duty::assist, e.due);
        }
    }
    void operator()(const AssignmentSigned& e) const {
        if (Assignment* a = t.assignmentOf(e.unit)) {
            a->state = AssignmentState::signedFor;
            a->signedAt = event.at;
        }
    }
    void operator()(const ReturnRequested& e) const {
        t.state = TicketState::returnReview;
        if (Assignment* a = t.assignmentOf(e.unit)) {
            a->state = AssignmentState::returnRequested;
            a->returnRequest = e.request;
        }
    }
    void operator()(const ReturnDecided& e) const {
        t.state = e.state;
        if (Assignment* a = t.assignmentOf(e.unit)) {
            const auto back = a->signedAt ? AssignmentState::signedFor : AssignmentState::pending;
            a->state = e.approved ? AssignmentState::exited : back;
            a->mayNotReturn = a->mayNotReturn || e.mayNotReturn;
        }
    }
    void operator()(const UnitReplied& e) const {
        t.state = e.state;
        if (Assignment* a = t.assignmentOf(e.unit)) {
            a->state = AssignmentState::replied;
            a->reply = e.reply;
        }
    }
    void operator()(const TicketReviewed& e) const {
        enter(e.state);
        if (!e.approved) {
            reopenLead(AssignmentState::signedFor);
        }
    }
    void operator()(const CalledBack& e) const {
        enter(e.state);
        if (!t.firstCallback) {
            t.firstCallback = e.record;
        }
        t.lastCallback = e.record;
        t.callbackAttempts += e.record.connected ? 0 : 1;
    }
    void operator()(const RedoStarted& e) const {
        enter(t.lead() == nullptr ? TicketState::pendingDispatch : TicketState::redo);
        t.redoCount += 1;
        t.callbackAttempts = 0;
        t.due = e.due;
        reopenLead(AssignmentState::pending);
    }
    void operator()(const TicketLinked& e) const { t.links.push_back(e.link); }

private:
    void enter(TicketState state) const {
        t.state = state;
        if (isOpen(state)) {
            t.closedAt.reset();
        } else {
            t.closedAt = event.at;
            t.claim.reset();
        }
    }
    /// A new dispatch ends what earlier leads and units named again had: an old answer must not count for a new appeal.
    void relieveEarlier(const TicketDispatched& e) const {
        for (Assignment& each : t.assignments) {
            const bool again =
                each.unit == e.lead || std::find(e.assist.begin(), e.assist.end(), each.unit) != e.assist.end();
            if (each.duty == Duty::lead || again) {
                each.state = AssignmentState::exited;
            }
        }
    }
    void assign(const UnitCode& unit, Duty duty, std::optional<Instant> due) const {
        Assignment fresh;
        fresh.unit = unit;
        fresh.duty = duty;
        fresh.dispatchedAt = event.at;
        fresh.due = due;
        t.assignments.push_back(std::move(fresh));
    }
    void reopenLead(AssignmentState state) const {
        const Assignment* lead = t.lead();
        if (lead == nullptr) {
            return;
        }
        Assignment& a = t.assignments[static_cast<std::size_t>(lead - t.assignments.data())];
        a.state = state;
        a.due = t.due;
        if (state == AssignmentState::pending) {
            a.signedAt.reset();
        }
    }
};

}  // namespace

Ticket evolve(Ticket ticket, const Event& event) {
    if (event.rev != ticket.rev + 1) {
        return ticket;
    }
    std::visit(Apply{ticket, event}, event.body);
    ticket.rev = event.rev;
    ticket.updatedAt = event.at;
    return ticket;
}

std::string_view nameOf(const EventBody& body) {
    static constexpr std::array<std::string_view, std::variant_size_v<EventBody>> kNames{
        "registered",     "imported",   "claimed",    "released",        "noteAdded",
        "directAnswered", "dispatched", "signed",     "returnRequested", "returnDecided",
        "replied",        "reviewed",   "calledBack", "redoStarted",     "linked"};
    return kNames[body.index()];
}

std::string_view nameOf(const TicketCommand& command) {
    return std::visit([](const auto& each) { return std::decay_t<decltype(each)>::kName; }, command);
}

}  // namespace zhida::domain
