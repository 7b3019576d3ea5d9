// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deciding.h"

#include <algorithm>

namespace zhida::domain {
namespace {

Request requestOf(const Deciding& d, RequestKind kind) {
    Request request;
    request.kind = kind;
    request.unit = d.actor().unit;
    request.user = d.actor().user;
    request.at = d.now();
    return request;
}

/// One open request of a kind at a time.
Status notAsked(const Deciding& d, RequestKind kind) {
    return d.ticket().openRequest(kind) == nullptr
               ? done()
               : Status(Error("request.open", {{"kind", std::string(codeOf(kind))}}));
}

/// Who leads speaks for the ticket; the centre always may.
Status leads(const Deciding& d) {
    if (!d.is(Role::unitHandler) && !d.is(Role::specialist)) {
        return done();
    }
    const auto own = d.ownShare();
    if (!own) {
        return own.error();
    }
    return (*own)->duty == Duty::lead ? done() : Status(Error("ticket.notLead", {{"unit", d.actor().unit.value}}));
}

/// Added to the old due date, never to today (domain handbook 1.6).
Result<Deciding::Timed> extended(const Deciding& d, const Term& term) {
    const Ticket& t = d.ticket();
    if (!t.due) {
        return Error("ticket.noDue");
    }
    if (t.clock) {
        TermClock clock = *t.clock;
        clock.extensions.push_back(term);
        const auto deadline = dueOf(d.rules().calendar, clock);
        return deadline ? Result<Deciding::Timed>(Deciding::Timed{deadline->due, std::move(clock)}) : deadline.error();
    }
    const auto deadline = dueAfter(d.rules().calendar, *t.due, term);
    return deadline ? Result<Deciding::Timed>(Deciding::Timed{deadline->due, std::nullopt}) : deadline.error();
}

Status withinLongest(const Deciding& d, const Term& term) {
    const Term longest = d.rules().extensions.longest;
    const Instant due = *d.ticket().due;
    const auto asked = dueAfter(d.rules().calendar, due, term);
    const auto most = dueAfter(d.rules().calendar, due, longest);
    if (!asked || !most) {
        return asked ? most.error() : asked.error();
    }
    return asked->due <= most->due ? done() : Status(Error("extension.tooLong", {{"most", textOf(longest)}}));
}

int extensionsSoFar(const Ticket& ticket) {
    return static_cast<int>(
        std::count_if(ticket.requests.begin(), ticket.requests.end(), [&ticket](const Request& each) {
            const bool ofThisClock = !ticket.redoneAt || each.at >= *ticket.redoneAt;
            return each.kind == RequestKind::extension && each.state == RequestState::approved && ofThisClock;
        }));
}

/// Where the thing asked for can still be had.
bool stateAllows(RequestKind kind, TicketState state) {
    const bool waiting = state == TicketState::registered || state == TicketState::pendingDispatch;
    const bool inHand = state == TicketState::dispatched || state == TicketState::redo;
    switch (kind) {
        case RequestKind::refusal:
            return waiting;
        case RequestKind::suspension:
            return inHand;
        case RequestKind::extension:
            return inHand || state == TicketState::returnReview;
        default:
            return true;
    }
}

/// Who may decide what; a petition is reviewed by the unit's superior or the centre's dispatcher before a supervisor decides.
Status mayDecide(const Deciding& d, const Request& request) {
    const auto refused = [&d, &request](const char* who) {
        return Status(Error("request.mayNotDecide", {{"kind", std::string(codeOf(request.kind))},
                                                     {"role", std::string(codeOf(d.actor().role))},
                                                     {"who", who}}));
    };
    if (request.user == d.actor().user) {
        return Error("request.own", {{"kind", std::string(codeOf(request.kind))}});
    }
    if (d.is(Role::supervisor)) {
        return isPetition(request.kind) && request.reviews == 0
                   ? Status(Error("petition.notReviewed", {{"kind", std::string(codeOf(request.kind))}}))
                   : done();
    }
    if (d.is(Role::dispatcher)) {
        return request.kind == RequestKind::extension || isPetition(request.kind) ? done() : refused("supervisor");
    }
    const Unit* asking = d.unit(request.unit);
    const bool superior = asking != nullptr && !asking->parent.empty() && asking->parent == d.actor().unit;
    return isPetition(request.kind) && superior ? done() : refused("dispatcher supervisor");
}

RequestDecided granted(const Deciding& d, const Request& request, const std::string& opinion) {
    RequestDecided e;
    e.kind = request.kind;
    e.outcome = RequestState::approved;
    e.opinion = opinion;
    e.state = d.ticket().state;
    e.due = d.ticket().due;
    e.clock = d.ticket().clock;
    return e;
}

Outcome grantExtension(const Deciding& d, const Request& request, const std::string& opinion) {
    const auto timed = extended(d, request.term);
    if (!timed) {
        return timed.error();
    }
    RequestDecided e = granted(d, request, opinion);
    e.due = timed->due;
    e.clock = timed->clock;
    std::vector<EventBody> bodies{std::move(e)};
    withdrawCards(d, *timed->due, bodies);
    return bodies;
}

Outcome grantSuspension(const Deciding& d, const Request& request, const std::string& opinion) {
    RequestDecided e = granted(d, request, opinion);
    e.state = TicketState::suspended;
    e.due.reset();
    if (e.clock) {
        e.clock->pauses.push_back({d.now(), std::nullopt, d.actor().user, request.reason});
    }
    return events(std::move(e));
}

}  // namespace

Outcome decideOn(const Deciding& d, const RequestExtension& c) {
    const auto term = parseTerm(c.term);
    Status status = term ? leads(d) : Status(term.error());
    status = status ? notAsked(d, RequestKind::extension) : status;
    if (status && !d.rules().extensionReasons.empty() && d.rules().extensionReason(c.reason) == nullptr) {
        status = Error("reason.unknown", {{"reason", c.reason}});
    }
    if (status && !d.ticket().due) {
        status = Error("ticket.noDue");
    }
    if (status && d.rules().extensions.onlyWithinTerm && d.actedAt() > *d.ticket().due) {
        status = Error("extension.late", {{"due", std::to_string(d.ticket().due->ms)}});
    }
    const int most = d.rules().extensionsFor(c.reason);
    if (status && extensionsSoFar(d.ticket()) >= most) {
        status = Error("extension.noMore", {{"most", std::to_string(most)}});
    }
    status = status ? withinLongest(d, *term) : status;
    if (!status) {
        return status.error();
    }
    Request request = requestOf(d, RequestKind::extension);
    request.reason = c.reason;
    request.term = *term;
    request.text = c.text;
    request.wording = c.wording;
    return events(RequestMade{std::move(request)});
}

Outcome decideOn(const Deciding& d, const RequestSuspension& c) {
    Status status = leads(d);
    status = status ? notAsked(d, RequestKind::suspension) : status;
    if (status && !d.rules().suspensionReasons.empty() &&
        std::none_of(d.rules().suspensionReasons.begin(), d.rules().suspensionReasons.end(),
                     [&c](const CodedText& each) { return each.code == c.reason; })) {
        status = Error("reason.unknown", {{"reason", c.reason}});
    }
    if (status && !c.planned) {
        status = Error("text.missing", {{"field", "planned"}});
    }
    status = status ? d.inFuture(c.planned) : status;
    if (!status) {
        return status.error();
    }
    Request request = requestOf(d, RequestKind::suspension);
    request.reason = c.reason;
    request.text = c.text;
    request.wording = c.wording;
    request.planned = c.planned;
    return events(RequestMade{std::move(request)});
}

Outcome decideOn(const Deciding& d, const PetitionAssessment& c) {
    if (!isPetition(c.kind)) {
        return Error("request.kind", {{"kind", std::string(codeOf(c.kind))}});
    }
    Status status = d.ownShare() ? done() : Status(d.ownShare().error());
    status = status ? notAsked(d, c.kind) : status;
    if (!status) {
        return status.error();
    }
    Request request = requestOf(d, c.kind);
    request.text = c.text;
    request.reason = c.basis;
    return events(RequestMade{std::move(request)});
}

Outcome decideOn(const Deciding& d, const DecideRequest& c) {
    const Request* request = d.ticket().openRequest(c.kind);
    if (request == nullptr) {
        return Error("request.none", {{"kind", std::string(codeOf(c.kind))}});
    }
    if (const Status may = mayDecide(d, *request); !may) {
        return may.error();
    }
    if (!c.approve) {
        RequestDecided e = granted(d, *request, c.opinion);
        e.outcome = RequestState::rejected;
        return events(std::move(e));
    }
    if (!stateAllows(c.kind, d.ticket().state)) {
        std::string from;
        for (const auto& [state, code] : EnumCodes<TicketState>::kTable) {
            from += stateAllows(c.kind, state) ? (from.empty() ? "" : " ") + std::string(code) : "";
        }
        return Error("ticket.wrongState", {{"state", std::string(codeOf(d.ticket().state))},
                                           {"command", std::string(DecideRequest::kName)},
                                           {"from", from}});
    }
    switch (c.kind) {
        case RequestKind::extension:
            return grantExtension(d, *request, c.opinion);
        case RequestKind::suspension:
            return grantSuspension(d, *request, c.opinion);
        default:
            break;
    }
    RequestDecided e = granted(d, *request, c.opinion);
    if (c.kind == RequestKind::refusal) {
        e.state = TicketState::notAccepted;
    } else if (request->reviews == 0 && !d.is(Role::supervisor)) {
        e.outcome = RequestState::open;
    } else if (!d.is(Role::supervisor)) {
        return Error("request.mayNotDecide", {{"kind", std::string(codeOf(c.kind))},
                                              {"role", std::string(codeOf(d.actor().role))},
                                              {"who", "supervisor"}});
    }
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const TakeBackRequest& c) {
    const Request* request = d.ticket().openRequest(c.kind);
    if (request == nullptr) {
        return Error("request.none", {{"kind", std::string(codeOf(c.kind))}});
    }
    if (request->user != d.actor().user && request->unit != d.actor().unit) {
        return Error("ticket.notYourUnit", {{"unit", request->unit.value}});
    }
    RequestDecided e = granted(d, *request, {});
    e.outcome = RequestState::takenBack;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const ResumeTicket& c) {
    const Ticket& t = d.ticket();
    TicketResumed e;
    e.due = t.due;
    e.clock = t.clock;
    e.state = t.lead() == nullptr ? TicketState::pendingDispatch : d.handling();
    e.text = c.text;
    if (t.clock && !t.clock->pauses.empty()) {
        e.clock->pauses.back().to = d.now();
        const auto deadline = dueOf(d.rules().calendar, *e.clock);
        if (!deadline) {
            return deadline.error();
        }
        e.due = deadline->due;
    } else if (t.pausedDue) {
        // A deadline that a person set runs on with what was left of it.
        const auto since = std::find_if(t.requests.rbegin(), t.requests.rend(), [](const Request& each) {
            return each.kind == RequestKind::suspension && each.state == RequestState::approved;
        });
        const Instant from = since != t.requests.rend() && since->decidedAt ? *since->decidedAt : d.now();
        e.due = d.now().plus(t.pausedDue->ms - from.ms);
    }
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const FillForm& c) {
    if (const Status form = d.formOk(c.form, FormUse::other); !form) {
        return form.error();
    }
    return events(FormFilled{c.form});
}

Outcome decideOn(const Deciding& d, const PromiseTicket& c) {
    if (!c.due) {
        return Error("text.missing", {{"field", "due"}});
    }
    if (const Status future = d.inFuture(c.due); !future) {
        return future.error();
    }
    return events(PromiseMade{{c.text, *c.due, d.actor().user, false, d.now()}});
}

Outcome decideOn(const Deciding& d, const KeepPromise& c) {
    const auto& promises = d.ticket().promises;
    if (c.promise < 1 || c.promise > promises.size() || promises[c.promise - 1].kept) {
        return Error("promise.unknown", {{"promise", std::to_string(c.promise)}});
    }
    return events(PromiseKept{c.promise});
}

Outcome decideOn(const Deciding& d, const HandOver& c) {
    const Ticket& t = d.ticket();
    const UserCode from = c.from.empty() ? d.actor().user : c.from;
    if (from != d.actor().user && !d.is(Role::supervisor)) {
        return Error("user.mayNot", {{"role", std::string(codeOf(d.actor().role))},
                                     {"command", std::string(HandOver::kName)},
                                     {"who", "supervisor"}});
    }
    if (c.to == from) {
        return Error("handOver.self");
    }
    HandedOver e;
    e.to = c.to;
    e.from = from;
    e.note = c.note;
    e.claim = t.claim;
    if (t.claim && t.claim->user == from) {
        e.claim->user = c.to;
        e.claim->until = d.now().plus(d.rules().claimLeaseMinutes * kMinuteMs);
    }
    return events(std::move(e));
}

}  // namespace zhida::domain
