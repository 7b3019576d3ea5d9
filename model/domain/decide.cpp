// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decide.h"

#include "model/domain/command_text.h"
#include "model/domain/lifecycle.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace zhida::domain {
namespace {

using Outcome = Result<std::vector<EventBody>>;

template <class E>
Outcome one(E event) {
    return std::vector<EventBody>{EventBody(std::move(event))};
}

bool heldByAnother(const Ticket& ticket, const Context& context) {
    return ticket.claim && ticket.claim->until > context.now && ticket.claim->user != context.actor.user;
}

Error claimedError(const Claim& claim) {
    return Error("ticket.claimed",
                 {{"by", claim.user.value}, {"unit", claim.unit.value}, {"until", std::to_string(claim.until.ms)}});
}

/// One overload per command; the row of the life-cycle table and the texts have been checked before.
class Decide {
public:
    Decide(const Ticket* ticket, const Context& context) : m_ticket(ticket), m_context(context) {}

    Outcome operator()(const RegisterTicket& c) const {
        if (m_ticket != nullptr) {
            return Error("ticket.exists", {{"number", m_ticket->number}});
        }
        TicketRegistered e;
        e.facts = c;
        e.unit = actor().unit;
        e.proposedUnit = rules().proposedUnit(c.category, c.region);
        e.due = rules().dueOf(Stage::solve, matterOf(c), m_context.now);
        return one(std::move(e));
    }

    Outcome operator()(const ClaimTicket&) const {
        if (heldByAnother(*m_ticket, m_context)) {
            return claimedError(*m_ticket->claim);
        }
        const Instant until = m_context.now.plus(rules().claimLeaseMinutes * kMinuteMs);
        return one(TicketClaimed{{actor().user, actor().unit, until}});
    }

    Outcome operator()(const ReleaseTicket&) const {
        if (!m_ticket->claim) {
            return Error("ticket.notClaimed");
        }
        const bool mayTakeAway = actor().role == Role::supervisor || actor().role == Role::system;
        if (heldByAnother(*m_ticket, m_context) && !mayTakeAway) {
            return claimedError(*m_ticket->claim);
        }
        return one(TicketReleased{actor().role == Role::system});
    }

    Outcome operator()(const SupplementTicket& c) const {
        NoteAdded e;
        e.note = note(NoteKind::supplement, c.text);
        if (!isOpen(m_ticket->state)) {
            e.reopenedTo = TicketState::pendingDispatch;
        }
        return one(std::move(e));
    }

    Outcome operator()(const AnswerDirectly& c) const {
        if (heldByAnother(*m_ticket, m_context)) {
            return claimedError(*m_ticket->claim);
        }
        DirectlyAnswered e;
        e.answer = {c.text, c.article, c.articleVersion, actor().user, actor().unit, m_context.now, c.quote, c.basis};
        e.state = c.callbackWanted || rules().callback.directAnswers ? TicketState::pendingCallback
                                                                     : TicketState::directAnswered;
        return one(std::move(e));
    }

    Outcome operator()(const DispatchTicket& c) const {
        if (heldByAnother(*m_ticket, m_context)) {
            return claimedError(*m_ticket->claim);
        }
        std::vector<UnitCode> named{c.lead};
        named.insert(named.end(), c.assist.begin(), c.assist.end());
        if (const Status known = allKnownOnce(named); !known) {
            return known.error();
        }
        if (c.deadline && *c.deadline <= m_context.now) {
            return Error("deadline.past");
        }
        TicketDispatched e;
        e.lead = c.lead;
        e.assist = c.assist;
        e.due = c.deadline ? c.deadline : m_ticket->due;
        e.note = c.note;
        return one(std::move(e));
    }

    Outcome operator()(const SignTicket&) const {
        const auto own = ownAssignment();
        if (!own) {
            return own.error();
        }
        if ((*own)->state != AssignmentState::pending) {
            return Error("ticket.alreadySigned", {{"unit", actor().unit.value}});
        }
        return one(AssignmentSigned{actor().unit});
    }

    Outcome operator()(const RequestReturn& c) const {
        const auto own = ownAssignment();
        if (!own) {
            return own.error();
        }
        if ((*own)->mayNotReturn) {
            return Error("ticket.mayNotReturn", {{"unit", actor().unit.value}});
        }
        if ((*own)->state != AssignmentState::pending && (*own)->state != AssignmentState::signedFor) {
            return wrongAssignment((*own)->state);
        }
        if (!rules().returnReasons.empty() && !rules().knowsReturnReason(c.reason)) {
            return Error("reason.unknown", {{"reason", c.reason}});
        }
        if (!c.suggestedUnit.empty() && unitOf(c.suggestedUnit) == nullptr) {
            return Error("unit.unknown", {{"unit", c.suggestedUnit.value}});
        }
        return one(
            ReturnRequested{actor().unit, {c.reason, c.basis, c.text, c.suggestedUnit, actor().user, m_context.now}});
    }

    Outcome operator()(const DecideReturn& c) const {
        const Assignment* asking = askingUnit(c.unit);
        if (asking == nullptr) {
            return Error("ticket.noReturnRequest", {{"unit", c.unit.value}});
        }
        if (c.unit.empty() && openRequests() > 1) {
            return Error("ticket.severalReturnRequests");
        }
        ReturnDecided e;
        e.unit = asking->unit;
        e.approved = c.approve;
        e.mayNotReturn = !c.approve && c.mayNotReturn;
        e.opinion = c.opinion;
        e.state = stateAfterReturn(*asking, c.approve);
        return one(std::move(e));
    }

    Outcome operator()(const ReplyTicket& c) const {
        const auto own = ownAssignment();
        if (!own) {
            return own.error();
        }
        if ((*own)->state == AssignmentState::pending) {
            return Error("ticket.notSigned", {{"unit", actor().unit.value}});
        }
        if ((*own)->state != AssignmentState::signedFor) {
            return wrongAssignment((*own)->state);
        }
        UnitReplied e;
        e.unit = actor().unit;
        e.reply = {c.internal, c.publicText, actor().user, m_context.now};
        const bool submits = (*own)->duty == Duty::lead && m_ticket->state != TicketState::returnReview;
        e.state = submits ? TicketState::submitted : m_ticket->state;
        return one(std::move(e));
    }

    Outcome operator()(const ReviewTicket& c) const {
        const TicketState again = m_ticket->redoCount > 0 ? TicketState::redo : TicketState::dispatched;
        return one(TicketReviewed{c.approve, c.opinion, c.approve ? TicketState::pendingCallback : again});
    }

    Outcome operator()(const CallBack& c) const {
        // A callback agent is never of the handling unit (domain handbook 1.4, hard case 4).
        if (m_ticket->assignmentOf(actor().unit) != nullptr) {
            return Error("ticket.callbackOwnUnit", {{"unit", actor().unit.value}});
        }
        if (c.connected && (!c.solved || !c.satisfied)) {
            return Error("ticket.callbackIncomplete");
        }
        const CallbackRecord record{c.connected,
                                    c.connected ? c.solved : std::nullopt,
                                    c.connected ? c.satisfied : std::nullopt,
                                    c.opinion,
                                    actor().user,
                                    m_context.now};
        if (!c.connected) {
            const bool giveUp = m_ticket->callbackAttempts + 1 >= static_cast<std::uint32_t>(rules().callback.attempts);
            return one(CalledBack{record, giveUp ? TicketState::closed : TicketState::pendingCallback});
        }
        const bool again = rules().needsRedo(*c.solved, *c.satisfied);
        if (!again) {
            return one(CalledBack{record, TicketState::closed});
        }
        const auto due = rules().dueOf(Stage::redo, matterOf(*m_ticket), m_context.now);
        return std::vector<EventBody>{CalledBack{record, TicketState::redo}, RedoStarted{due}};
    }

    Outcome operator()(const CommentTicket& c) const { return one(NoteAdded{note(NoteKind::comment, c.text), {}, {}}); }

    Outcome operator()(const LinkTicket& c) const {
        if (c.other.isNull() || c.other == m_ticket->id) {
            return Error("link.self");
        }
        return one(TicketLinked{{c.other, c.kind}});
    }

private:
    [[nodiscard]] const UserProfile& actor() const { return m_context.actor; }
    [[nodiscard]] const Rules& rules() const { return *m_context.rules; }

    [[nodiscard]] Note note(NoteKind kind, const std::string& text) const {
        return {kind, text, actor().user, actor().unit, m_context.now};
    }

    [[nodiscard]] const Unit* unitOf(const UnitCode& code) const {
        const auto& units = *m_context.units;
        const auto it = std::find_if(units.begin(), units.end(), [&code](const Unit& u) { return u.code == code; });
        return it == units.end() ? nullptr : &*it;
    }

    [[nodiscard]] Status allKnownOnce(const std::vector<UnitCode>& named) const {
        for (const UnitCode& code : named) {
            const Unit* unit = unitOf(code);
            if (unit == nullptr) {
                return Error("unit.unknown", {{"unit", code.value}});
            }
            if (unit->disabled) {
                return Error("unit.disabled", {{"unit", code.value}});
            }
            if (std::count(named.begin(), named.end(), code) > 1) {
                return Error("unit.twice", {{"unit", code.value}});
            }
        }
        return done();
    }

    [[nodiscard]] Result<const Assignment*> ownAssignment() const {
        const Assignment* own = m_ticket->assignmentOf(actor().unit);
        if (own == nullptr || !own->active()) {
            return Error("ticket.notYourUnit", {{"unit", actor().unit.value}});
        }
        return own;
    }

    [[nodiscard]] Error wrongAssignment(AssignmentState state) const {
        return Error("ticket.wrongAssignment", {{"unit", actor().unit.value}, {"state", std::string(codeOf(state))}});
    }

    [[nodiscard]] std::ptrdiff_t openRequests() const {
        return std::count_if(m_ticket->assignments.begin(), m_ticket->assignments.end(),
                             [](const Assignment& each) { return each.state == AssignmentState::returnRequested; });
    }

    [[nodiscard]] const Assignment* askingUnit(const UnitCode& unit) const {
        for (const Assignment& each : m_ticket->assignments) {
            if (each.state == AssignmentState::returnRequested && (unit.empty() || each.unit == unit)) {
                return &each;
            }
        }
        return nullptr;
    }

    /// Another open request keeps the review; without a lead the ticket waits for dispatch; a lead that has replied meanwhile
    /// has submitted (hard case 1).
    [[nodiscard]] TicketState stateAfterReturn(const Assignment& decided, bool approved) const {
        const Assignment* lead = nullptr;
        for (const Assignment& each : m_ticket->assignments) {
            if (&each == &decided ? approved : !each.active()) {
                continue;
            }
            if (&each != &decided && each.state == AssignmentState::returnRequested) {
                return TicketState::returnReview;
            }
            lead = each.duty == Duty::lead ? &each : lead;
        }
        if (lead == nullptr) {
            return TicketState::pendingDispatch;
        }
        if (lead->state == AssignmentState::replied) {
            return TicketState::submitted;
        }
        return m_ticket->redoCount > 0 ? TicketState::redo : TicketState::dispatched;
    }

    const Ticket* m_ticket;
    const Context& m_context;
};

Status allowed(const Ticket* ticket, const Command& command, const Context& context) {
    const std::string_view name = nameOf(command.body);
    const LifecycleRow& row = kLifecycle[command.body.index()];
    if (context.actor.disabled) {
        return Error("user.disabled", {{"user", context.actor.user.value}});
    }
    if (!row.roles.has(context.actor.role)) {
        return Error("user.mayNot",
                     {{"role", std::string(codeOf(context.actor.role))}, {"command", std::string(name)}});
    }
    if (std::holds_alternative<RegisterTicket>(command.body)) {
        return done();
    }
    if (ticket == nullptr) {
        return Error("ticket.unknown", {{"ticket", command.ticket.text()}});
    }
    if (!row.from.has(ticket->state)) {
        return Error("ticket.wrongState",
                     {{"state", std::string(codeOf(ticket->state))}, {"command", std::string(name)}});
    }
    return done();
}

/// Late words: written on an older revision, overtaken since. Kept as notes, one for each text (sync rules 2.5).
Outcome keepWords(const Ticket* ticket, const Command& command, const Context& context, const Error& refusal) {
    const std::vector<std::string> words = wordsOf(command.body);
    const bool overtaken = refusal.code == "ticket.wrongState" || refusal.code == "ticket.claimed" ||
                           refusal.code == "ticket.notYourUnit" || refusal.code == "ticket.wrongAssignment";
    const bool sawAnOlder = ticket != nullptr && command.baseRev > 0 && command.baseRev < ticket->rev;
    if (words.empty() || !overtaken || !sawAnOlder) {
        return refusal;
    }
    std::vector<EventBody> notes;
    for (const std::string& each : words) {
        const Note note{NoteKind::lateAnswer, each, context.actor.user, context.actor.unit, context.now};
        notes.push_back(NoteAdded{note, {}, refusal.code});
    }
    return notes;
}

Outcome judge(const Ticket* ticket, const Command& command, const Context& context) {
    const Status row = allowed(ticket, command, context);
    const Status texts = row ? checkTexts(command.body) : row;
    if (!texts) {
        return texts.error();
    }
    return std::visit(Decide(ticket, context), command.body);
}

}  // namespace

Result<std::vector<Event>> decide(const Ticket* ticket, const Command& command, const Context& context) {
    Outcome outcome = judge(ticket, command, context);
    if (!outcome) {
        outcome = keepWords(ticket, command, context, outcome.error());
    }
    if (!outcome) {
        return outcome.error();
    }
    std::vector<Event> events;
    std::uint64_t rev = ticket == nullptr ? 0 : ticket->rev;
    for (EventBody& body : *outcome) {
        Event event;
        event.ticket = command.ticket;
        event.rev = ++rev;
        event.user = context.actor.user;
        event.unit = context.actor.unit;
        event.at = context.now;
        event.occurredAt = command.occurredAt;
        event.command = command.id;
        event.body = std::move(body);
        events.push_back(std::move(event));
    }
    return events;
}

}  // namespace zhida::domain
