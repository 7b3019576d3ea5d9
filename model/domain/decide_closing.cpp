// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deciding.h"

#include "model/domain/rules_callback.h"

#include <algorithm>

namespace zhida::domain {
namespace {

Supervision supervisionOf(const Deciding& d, const char* reason) {
    Supervision supervision;
    supervision.reason = reason;
    if (const Assignment* lead = d.ticket().lead()) {
        supervision.units = {lead->unit};
    }
    supervision.user = d.actor().user;
    supervision.at = d.now();
    return supervision;
}

/// What a city's own sheet asks in the centre's stead.
void takeAnswers(const Form& sheet, const std::vector<FormValue>& values, CallbackRecord& record) {
    for (const FormField& each : sheet.fieldList) {
        const auto value = std::find_if(values.begin(), values.end(),
                                        [&each](const FormValue& filled) { return filled.code == each.code; });
        if (!each.answers || value == values.end() || value->value.empty()) {
            continue;
        }
        const bool yes = value->value == "yes" || value->value == "true";
        switch (*each.answers) {
            case CallbackQuestion::process:
                record.process = enumFrom<Satisfied>(value->value);
                break;
            case CallbackQuestion::factsTrue:
                record.factsTrue = yes;
                break;
            case CallbackQuestion::contacted:
                record.contacted = yes;
                break;
        }
    }
}

CallbackRecord recordOf(const Deciding& d, const CallBack& c) {
    CallbackRecord record;
    record.connected = c.connected;
    record.opinion = c.opinion;
    record.user = d.actor().user;
    record.at = d.now();
    if (c.connected) {
        record.solved = c.solved;
        record.satisfied = c.satisfied;
        record.process = c.process;
        record.factsTrue = c.factsTrue;
        record.contacted = c.contacted;
        if (const Form* sheet = c.form ? d.rules().form(c.form->form, c.form->version) : nullptr) {
            takeAnswers(*sheet, c.form->values, record);
        }
    }
    return record;
}

Outcome notReached(const Deciding& d, CallbackRecord record) {
    const bool giveUp = d.ticket().callbackAttempts + 1 >= static_cast<std::uint32_t>(d.rules().callback.attempts);
    CalledBack e{std::move(record), giveUp ? TicketState::closed : TicketState::callbackRetry, {}};
    if (!giveUp) {
        e.next = nextAttempt(d.rules().callback, d.rules().calendar, d.now());
    }
    return events(std::move(e));
}

/// Dissatisfied: done anew, under supervision when it was so before; too often, the centre takes it in hand.
Outcome failed(const Deciding& d, CallbackRecord record) {
    const RedoPolicy& policy = d.rules().redo;
    const auto redone = static_cast<int>(d.ticket().redoCount);
    std::vector<EventBody> bodies;
    if (redone >= policy.most) {
        bodies.push_back(CalledBack{std::move(record), TicketState::pendingDispatch, {}});
        bodies.push_back(SupervisionOpened{supervisionOf(d, "redo.most")});
        return bodies;
    }
    const std::string why = record.opinion;
    bodies.push_back(CalledBack{std::move(record), TicketState::redo, {}});
    for (EventBody& each : redoOf(d, why)) {
        bodies.push_back(std::move(each));
    }
    if (policy.superviseFrom > 0 && redone >= policy.superviseFrom) {
        bodies.push_back(SupervisionOpened{supervisionOf(d, "redo.again")});
    }
    return bodies;
}

}  // namespace

std::vector<EventBody> redoOf(const Deciding& d, const std::string& reason) {
    const auto timed = d.timed(Stage::redo, matterOf(d.ticket()), d.now());
    RedoStarted e;
    e.due = timed.due;
    e.clock = timed.clock;
    e.toCentre = d.rules().redo.start == RedoStart::centre;
    e.reason = reason;
    std::vector<EventBody> bodies{std::move(e)};
    const auto& climb = d.ticket().climb;
    const Ladder* ladder = climb ? d.rules().ladder(climb->ladder) : nullptr;
    if (ladder != nullptr && d.rules().redo.start == RedoStart::firstLevel) {
        Climbed again;
        again.ladder = climb->ladder;
        again.level = ladder->levels.front().code;
        again.entry = again.level;
        again.since = d.now();
        again.countedFrom = static_cast<std::uint32_t>(climb->rounds.size());
        bodies.push_back(std::move(again));
    }
    return bodies;
}

Outcome decideOn(const Deciding& d, const ReviewTicket& c) {
    TicketReviewed e;
    e.approved = c.approve;
    e.opinion = c.opinion;
    if (!c.approve) {
        e.state = d.handling();
    } else if (d.wantsCallback(false, false)) {
        e.state = TicketState::pendingCallback;
        e.callFrom = d.quietUntil();
    } else {
        e.state = TicketState::closed;  // not drawn: nobody could choose (callback policy)
    }
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const CallBack& c) {
    // A callback agent is never of the handling unit (domain handbook 1.4, hard case 4).
    if (d.ticket().assignmentOf(d.actor().unit) != nullptr) {
        return Error("ticket.callbackOwnUnit", {{"unit", d.actor().unit.value}});
    }
    if (c.connected && (!c.solved || !c.satisfied)) {
        return Error("ticket.callbackIncomplete");
    }
    // Nobody answered: there is nothing to fill in.
    if (const Status form = c.connected || c.form ? d.formOk(c.form, FormUse::callback) : done(); !form) {
        return form.error();
    }
    CallbackRecord record = recordOf(d, c);
    Outcome outcome = !c.connected ? notReached(d, std::move(record))
                      : d.rules().needsRedo(*c.solved, *c.satisfied)
                          ? failed(d, std::move(record))
                          : events(CalledBack{std::move(record), TicketState::closed, {}});
    if (outcome && c.form) {
        outcome->push_back(FormFilled{*c.form});
    }
    return outcome;
}

Outcome decideOn(const Deciding& d, const RedoTicket& c) { return redoOf(d, c.reason); }

Outcome decideOn(const Deciding& /*d*/, const StartLookBack& c) {
    return events(TicketMoved{TicketState::lookback, {}, c.reason, {}});
}

Outcome decideOn(const Deciding& d, const ReportLookBack& c) {
    LookedBack e;
    e.record = {c.stillThere, c.newFact, c.outcome, c.text, d.actor().user, d.now()};
    e.state = TicketState::closed;
    if (c.outcome == LookBackOutcome::redo) {
        std::vector<EventBody> bodies{std::move(e)};
        for (EventBody& each : redoOf(d, c.text)) {
            bodies.push_back(std::move(each));
        }
        return bodies;
    }
    e.state = c.outcome == LookBackOutcome::suspended ? TicketState::suspended : TicketState::closed;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const CloseTicket& c) {
    if (d.ticket().state == TicketState::pendingDispatch && d.ticket().redoCount == 0) {
        return Error("ticket.notRedone");  // a ticket that nobody has worked on is dispatched
    }
    return events(TicketMoved{TicketState::closed, {}, c.reason, {}});
}

Outcome decideOn(const Deciding& /*d*/, const ArchiveTicket& /*c*/) {
    return events(TicketMoved{TicketState::archived, {}, {}, {}});
}

Outcome decideOn(const Deciding& d, const RecountDue& /*c*/) {
    const Ticket& t = d.ticket();
    if (!t.clock || !t.due) {
        return Error("ticket.noDue");
    }
    const auto deadline = dueOf(d.rules().calendar, *t.clock);
    if (!deadline) {
        return deadline.error();
    }
    if (deadline->due == *t.due) {
        return Error("ticket.nothingAmended");
    }
    std::vector<EventBody> bodies{DueMoved{deadline->due, t.clock, "calendar"}};
    withdrawCards(d, deadline->due, bodies);
    return bodies;
}

Outcome decideOn(const Deciding& d, const UndoCommand& c) {
    const Ticket* before = d.context().before;
    if (before == nullptr) {
        return Error("undo.notLast");
    }
    if (!d.context().undoneBy.empty() && d.context().undoneBy != d.actor().user && !d.is(Role::supervisor)) {
        return Error("undo.notYours", {{"user", d.context().undoneBy.value}});
    }
    return events(Undone{c.command, *before});
}

}  // namespace zhida::domain
