// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deciding.h"
#include "model/domain/permission.h"

namespace zhida::domain {
namespace {

/// What a supplement to a ticket that is done takes up again; nothing for one that follows another or is still open.
std::optional<TicketState> takenUpAgain(TicketState state) {
    switch (state) {
        case TicketState::needInfo:
        case TicketState::notAccepted:
            return TicketState::registered;
        case TicketState::merged:
            return std::nullopt;
        default:
            return isOpen(state) ? std::nullopt : std::optional(TicketState::pendingDispatch);
    }
}

/// The matter as it will be.
Matter amended(const Ticket& ticket, const AmendTicket& c) {
    Matter matter = matterOf(ticket);
    matter.appealType = c.appealType.value_or(matter.appealType);
    matter.urgency = c.urgency.value_or(matter.urgency);
    matter.category = c.category.empty() ? matter.category : c.category;
    matter.region = c.region.empty() ? matter.region : c.region;
    return matter;
}

bool namesNothing(const AmendTicket& c) {
    return c.title.empty() && c.content.empty() && !c.appealType && !c.urgency && c.category.empty() &&
           c.region.empty() && c.address.empty() && c.targetUnit.empty() && c.callerName.empty() &&
           c.contactPhone.empty();
}

}  // namespace

Outcome decideOn(const Deciding& d, const RegisterTicket& c) {
    if (d.known() != nullptr) {
        return Error("ticket.exists", {{"number", d.ticket().number}});
    }
    if (const Status form = d.formOk(c.form, FormUse::registration); !form) {
        return form.error();
    }
    TicketRegistered e;
    e.facts = c;
    e.unit = d.actor().unit;
    e.proposedUnit = d.rules().proposedUnit(c.category, c.region);
    const auto timed = d.timed(Stage::solve, matterOf(c), d.actedAt());
    e.due = timed.due;
    e.clock = timed.clock;
    e.received = d.actedAt();
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const ClaimTicket& /*c*/) {
    if (const Status free = d.notClaimedByAnother(); !free) {
        return free.error();
    }
    const Instant until = d.now().plus(d.rules().claimLeaseMinutes * kMinuteMs);
    return events(TicketClaimed{{d.actor().user, d.actor().unit, until}});
}

Outcome decideOn(const Deciding& d, const ReleaseTicket& /*c*/) {
    if (!d.ticket().claim) {
        return Error("ticket.notClaimed");
    }
    const bool mayTakeAway = d.is(Role::supervisor) || d.is(Role::system);
    const Status free = d.notClaimedByAnother();
    if (!free && !mayTakeAway) {
        return free.error();
    }
    return events(TicketReleased{d.is(Role::system)});
}

Outcome decideOn(const Deciding& d, const SupplementTicket& c) {
    NoteAdded e;
    e.note = d.note(NoteKind::supplement, c.text);
    e.reopenedTo = takenUpAgain(d.ticket().state);
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const AnswerDirectly& c) {
    if (const Status free = d.notClaimedByAnother(); !free) {
        return free.error();
    }
    DirectlyAnswered e;
    e.answer = {c.text, c.article, c.articleVersion, d.actor().user, d.actor().unit, d.now(), c.quote, c.basis};
    e.state = d.wantsCallback(true, c.callbackWanted) ? TicketState::pendingCallback : TicketState::directAnswered;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const CommentTicket& c) {
    return events(NoteAdded{d.note(NoteKind::comment, c.text), {}, {}});
}

Outcome decideOn(const Deciding& d, const LinkTicket& c) {
    if (c.other.isNull() || c.other == d.ticket().id) {
        return Error("link.self");
    }
    return events(TicketLinked{{c.other, c.kind}});
}

Outcome decideOn(const Deciding& d, const UnlinkTicket& c) {
    for (const Link& each : d.ticket().links) {
        if (each.other == c.other) {
            return events(TicketUnlinked{c.other});
        }
    }
    return Error("link.unknown");
}

Outcome decideOn(const Deciding& d, const AmendTicket& c) {
    const Ticket& t = d.ticket();
    if (namesNothing(c)) {
        return Error("ticket.nothingAmended");
    }
    if (!c.targetUnit.empty() && d.unit(c.targetUnit) == nullptr) {
        return Error("unit.unknown", {{"unit", c.targetUnit.value}});
    }
    if (!(c.callerName.empty() && c.contactPhone.empty()) && !maySeeCaller(t, d.actor())) {
        return Error("caller.hidden");
    }
    FactsAmended e;
    e.facts = c;
    e.state = t.state == TicketState::needInfo ? TicketState::registered : t.state;
    const Matter matter = amended(t, c);
    e.proposedUnit = d.rules().proposedUnit(matter.category, matter.region);
    e.due = t.due;
    e.clock = t.clock;
    // Another matter has another term, unless a person has set the deadline or it stands still.
    if (matter != matterOf(t) && t.clock && t.clock->pauses.empty() && t.clock->extensions.empty()) {
        const auto timed = d.timed(t.redoCount > 0 ? Stage::redo : Stage::solve, matter, t.clock->received);
        e.due = timed.due;
        e.clock = timed.clock;
    }
    return events(std::move(e));
}

Outcome decideOn(const Deciding& /*d*/, const AskInfo& c) {
    return events(TicketMoved{TicketState::needInfo, {}, c.question, {}});
}

Outcome decideOn(const Deciding& d, const ProposeRefusal& c) {
    if (d.rules().refusalReason(c.reason) == nullptr) {
        return Error("reason.unknown", {{"reason", c.reason}});
    }
    if (d.ticket().openRequest(RequestKind::refusal) != nullptr) {
        return Error("request.open", {{"kind", "refusal"}});
    }
    Request request;
    request.kind = RequestKind::refusal;
    request.unit = d.actor().unit;
    request.user = d.actor().user;
    request.at = d.now();
    request.reason = c.reason;
    request.text = c.text;
    request.wording = c.wording;
    return events(RequestMade{std::move(request)});
}

Outcome decideOn(const Deciding& d, const TransferTicket& c) {
    if (d.rules().emergencyNumber(c.emergency) == nullptr) {
        return Error("emergency.unknown", {{"emergency", c.emergency}});
    }
    return events(TicketMoved{TicketState::transferred, {}, c.text, c.emergency});
}

Outcome decideOn(const Deciding& /*d*/, const WithdrawTicket& c) {
    return events(TicketMoved{TicketState::withdrawn, {}, c.reason, {}});
}

Outcome decideOn(const Deciding& /*d*/, const InvalidateTicket& c) {
    return events(TicketMoved{TicketState::invalid, c.harassing ? "harass" : "invalid", c.reason, {}});
}

Outcome decideOn(const Deciding& d, const MergeTicket& c) {
    if (c.into == d.ticket().id) {
        return Error("link.self");
    }
    const Ticket* into = d.context().other;
    if (into == nullptr) {
        return Error("ticket.unknown", {{"ticket", c.into.text()}});
    }
    if (into->state == TicketState::merged || into->state == TicketState::archived ||
        into->state == TicketState::withdrawn || into->state == TicketState::invalid) {
        return Error("merge.into", {{"number", into->number}, {"state", std::string(codeOf(into->state))}});
    }
    return events(TicketMerged{c.into, c.reason});
}

Outcome decideOn(const Deciding& /*d*/, const UnmergeTicket& c) {
    return events(TicketUnmerged{TicketState::pendingDispatch, c.reason});
}

Outcome decideOn(const Deciding& d, const SetSecrecy& c) {
    const bool opensReport =
        c.secrecy == Secrecy::open && d.ticket().appealType == AppealType::report && !d.ticket().callerOpened;
    if (d.ticket().secrecy == c.secrecy && !opensReport) {
        return Error("ticket.nothingAmended");
    }
    return events(SecrecySet{c.secrecy, c.reason});
}

Outcome decideOn(const Deciding& d, const FlagTicket& c) {
    if (d.ticket().has(c.flag) == c.on) {
        return Error("ticket.nothingAmended");
    }
    return events(FlagSet{c.flag, c.on, c.reason});
}

}  // namespace zhida::domain
