// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deciding.h"

#include <algorithm>

namespace zhida::domain {
namespace {

constexpr std::size_t kMostParts = 20;

std::ptrdiff_t openReturns(const Ticket& ticket) {
    return std::count_if(ticket.assignments.begin(), ticket.assignments.end(),
                         [](const Assignment& each) { return each.state == AssignmentState::returnRequested; });
}

const Assignment* askingUnit(const Ticket& ticket, const UnitCode& unit) {
    for (const Assignment& each : ticket.assignments) {
        if (each.state == AssignmentState::returnRequested && (unit.empty() || each.unit == unit)) {
            return &each;
        }
    }
    return nullptr;
}

/// Another open request keeps the review; a part without a lead waits for dispatch; leads that have all replied meanwhile have
/// submitted (hard case 1).
TicketState stateAfterReturn(const Deciding& d, const Assignment& decided, bool approved) {
    Ticket after = d.ticket();
    Assignment& share = after.assignments[static_cast<std::size_t>(&decided - d.ticket().assignments.data())];
    const auto back = share.signedAt ? AssignmentState::signedFor : AssignmentState::pending;
    share.state = approved ? AssignmentState::exited : back;
    if (openReturns(after) > 0) {
        return TicketState::returnReview;
    }
    if (!after.everyPartHasALead()) {
        return TicketState::pendingDispatch;
    }
    return after.answeredByAll() ? TicketState::submitted : d.handling();
}

std::uint32_t returnsOf(const Ticket& ticket, const UnitCode& unit) {
    std::uint32_t count = 0;
    for (const Assignment& each : ticket.assignments) {
        count += each.unit == unit ? each.returns : 0;
    }
    return count;
}

/// 退单争议: the same matter handed to and fro between the same units so often that the centre must name who has it.
bool startsArbitration(const Deciding& d, const UnitCode& suggested) {
    const UnitCode& own = d.actor().unit;
    int between = 1;
    for (const PastReturn& each : d.ticket().returns) {
        const bool pair = each.suggestedUnit == own || each.unit == suggested || each.unit == own;
        between += each.approved && pair ? 1 : 0;
    }
    return between >= d.rules().returns.arbitrationAt && between > 1;
}

Status mayReturn(const Deciding& d, const Assignment& own) {
    const ReturnPolicy& policy = d.rules().returns;
    const Error barred("ticket.mayNotReturn", {{"unit", d.actor().unit.value}});
    if (own.mayNotReturn || returnsOf(d.ticket(), own.unit) >= static_cast<std::uint32_t>(policy.mostPerUnit) ||
        d.ticket().redoCount > static_cast<std::uint32_t>(policy.lastRedoThatMay)) {
        return barred;
    }
    const auto until = d.rules().dueOf(Stage::returnRequest, matterOf(d.ticket()), own.dispatchedAt);
    return until && d.actedAt() > *until ? Status(Error("return.tooLate", {{"until", std::to_string(until->ms)}}))
                                         : done();
}

Result<TicketDispatched> dispatched(const Deciding& d, const UnitCode& lead, const std::vector<UnitCode>& assist,
                                    const std::optional<Instant>& deadline) {
    if (const Status free = d.notClaimedByAnother(); !free) {
        return free.error();
    }
    std::vector<UnitCode> named{lead};
    named.insert(named.end(), assist.begin(), assist.end());
    Status status = d.allKnownOnce(named);
    status = status ? d.inFuture(deadline) : status;
    if (!status) {
        return status.error();
    }
    TicketDispatched e;
    e.lead = lead;
    e.assist = assist;
    e.due = deadline ? deadline : d.ticket().due;
    e.byHand = deadline && deadline != d.ticket().due;
    return e;
}

/// A clock inside a clock ends before it.
Status within(const std::optional<Instant>& inner, const std::optional<Instant>& outer) {
    return inner && outer && *inner > *outer ? Status(Error("deadline.afterMain", {{"due", std::to_string(outer->ms)}}))
                                             : done();
}

}  // namespace

Outcome decideOn(const Deciding& d, const DispatchTicket& c) {
    if (d.ticket().arbitration) {
        return Error("ticket.arbitration");
    }
    Result<TicketDispatched> e = dispatched(d, c.lead, c.assist, c.deadline);
    if (!e) {
        return e.error();
    }
    Status status = within(c.assistDeadline, e->due);
    status = status ? d.inFuture(c.assistDeadline) : status;
    if (status && c.part > d.ticket().parts.size()) {
        status = Error("part.unknown", {{"part", std::to_string(c.part)}});
    }
    if (!status) {
        return status.error();
    }
    e->note = c.note;
    e->assistDue = c.assistDeadline;
    e->part = c.part;
    return events(std::move(*e));
}

Outcome decideOn(const Deciding& d, const ArbitrateTicket& c) {
    if (!d.ticket().arbitration) {
        return Error("ticket.noArbitration");
    }
    Result<TicketDispatched> e = dispatched(d, c.lead, c.assist, c.deadline);
    if (!e) {
        return e.error();
    }
    e->note = c.opinion;
    e->mayNotReturn = true;
    e->basis = c.basis;
    return events(std::move(*e));
}

Outcome decideOn(const Deciding& d, const SplitTicket& c) {
    if (c.parts.size() < 2 || c.parts.size() > kMostParts) {
        return Error("split.parts", {{"least", "2"}, {"most", std::to_string(kMostParts)}});
    }
    Status status = d.notClaimedByAnother();
    status = status ? d.inFuture(c.deadline) : status;
    std::vector<UnitCode> named;  // a unit has one share of a ticket
    for (const PartShare& part : c.parts) {
        named.push_back(part.lead);
        named.insert(named.end(), part.assist.begin(), part.assist.end());
    }
    status = status ? d.allKnownOnce(named) : status;
    if (!status) {
        return status.error();
    }
    TicketSplit e;
    e.parts = c.parts;
    e.due = c.deadline ? c.deadline : d.ticket().due;
    e.byHand = c.deadline && c.deadline != d.ticket().due;
    e.note = c.note;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const SubDispatch& c) {
    const auto own = d.shareInHand();
    if (!own) {
        return own.error();
    }
    Status status = c.units.empty() ? Status(Error("text.missing", {{"field", "units"}})) : d.allKnownOnce(c.units);
    status = status ? d.inFuture(c.deadline) : status;
    status = status ? within(c.deadline, (*own)->due) : status;
    for (const UnitCode& each : c.units) {
        const Assignment* share = d.ticket().assignmentOf(each);
        if (status && share != nullptr && share->active()) {
            status = Error("unit.twice", {{"unit", each.value}});
        }
    }
    if (!status) {
        return status.error();
    }
    return events(UnitsAdded{d.actor().unit, c.units, c.deadline ? c.deadline : (*own)->due, c.note});
}

Outcome decideOn(const Deciding& d, const SignTicket& /*c*/) {
    const auto own = d.ownShare();
    if (!own) {
        return own.error();
    }
    if ((*own)->state != AssignmentState::pending) {
        return Error("ticket.alreadySigned", {{"unit", d.actor().unit.value}});
    }
    return events(AssignmentSigned{d.actor().unit});
}

Outcome decideOn(const Deciding& d, const RequestReturn& c) {
    const auto own = d.ownShare();
    if (!own) {
        return own.error();
    }
    if (const Status may = mayReturn(d, **own); !may) {
        return may.error();
    }
    if ((*own)->state != AssignmentState::pending && (*own)->state != AssignmentState::signedFor) {
        return d.wrongShare((*own)->state);
    }
    if (!d.rules().returnReasons.empty() && !d.rules().knowsReturnReason(c.reason)) {
        return Error("reason.unknown", {{"reason", c.reason}});
    }
    if (!c.suggestedUnit.empty() && d.unit(c.suggestedUnit) == nullptr) {
        return Error("unit.unknown", {{"unit", c.suggestedUnit.value}});
    }
    ReturnRequested e{d.actor().unit, {c.reason, c.basis, c.text, c.suggestedUnit, d.actor().user, d.now()}};
    if (startsArbitration(d, c.suggestedUnit)) {
        return events(std::move(e), ArbitrationOpened{d.actor().unit});
    }
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const DecideReturn& c) {
    const Assignment* asking = askingUnit(d.ticket(), c.unit);
    if (asking == nullptr) {
        return Error("ticket.noReturnRequest", {{"unit", c.unit.value}});
    }
    if (c.unit.empty() && openReturns(d.ticket()) > 1) {
        return Error("ticket.severalReturnRequests");
    }
    ReturnDecided e;
    e.unit = asking->unit;
    e.approved = c.approve;
    e.mayNotReturn = !c.approve && c.mayNotReturn;
    e.opinion = c.opinion;
    e.state = stateAfterReturn(d, *asking, c.approve);
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const LogContact& c) {
    if (d.is(Role::unitHandler) || d.is(Role::specialist)) {
        if (const auto own = d.ownShare(); !own) {
            return own.error();
        }
    }
    return events(ContactLogged{{c.reached, c.text, d.actor().user, d.actor().unit, d.now()}});
}

Outcome decideOn(const Deciding& d, const ReplyTicket& c) {
    const auto own = d.shareInHand();
    if (!own) {
        return own.error();
    }
    if (const Status form = d.formOk(c.form, FormUse::reply); !form) {
        return form.error();
    }
    UnitReplied e;
    e.unit = d.actor().unit;
    e.reply = {c.internal, c.publicText, d.actor().user, d.now()};
    Ticket after = d.ticket();
    after.assignmentOf(d.actor().unit)->state = AssignmentState::replied;
    const bool submits = (*own)->duty == Duty::lead && d.ticket().state == d.handling() && after.answeredByAll();
    e.state = submits ? TicketState::submitted : d.ticket().state;
    if (c.form) {
        return events(std::move(e), FormFilled{*c.form});
    }
    return events(std::move(e));
}

}  // namespace zhida::domain
