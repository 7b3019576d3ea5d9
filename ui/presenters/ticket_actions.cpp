// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/ticket_actions.h"

#include "model/domain/lifecycle.h"

#include <algorithm>
#include <array>
#include <string>

namespace zhida::ui {
namespace {

using domain::AssignmentState;

struct Asked {
    const domain::Ticket& ticket;
    const domain::UserProfile& user;
    Instant now;
};
using Obstacle = std::optional<Error>;

template <class E>
std::string codesIn(const domain::EnumSet<E>& set) {
    std::string codes;
    for (const auto& row : EnumCodes<E>::kTable) {
        if (set.has(row.first) && row.second != "system") {  // no person has that role
            codes += (codes.empty() ? "" : " ") + std::string(row.second);
        }
    }
    return codes;
}

Obstacle unlessRow(std::string_view command, const Asked& a) {
    const domain::LifecycleRow* row = domain::lifecycleRow(command);
    if (row == nullptr) {
        return Error("command.unknown", {{"name", std::string(command)}});
    }
    if (!row->roles.has(a.user.role)) {
        return Error("action.role", {{"command", std::string(command)}, {"who", codesIn(row->roles)}});
    }
    if (!row->from.has(a.ticket.state)) {
        return Error("action.state", {{"command", std::string(command)}, {"from", codesIn(row->from)}});
    }
    return std::nullopt;
}

Obstacle unless(bool fits, const char* code) { return fits ? std::nullopt : Obstacle(Error(code)); }

const domain::Assignment* shareOf(const Asked& a) {
    const domain::Assignment* share = a.ticket.assignmentOf(a.user.unit);
    return share != nullptr && share->active() ? share : nullptr;
}

Error notYours(const Asked& a) { return Error("ticket.notYourUnit", {{"unit", a.user.unit.value}}); }

/// The share of the actor's unit must be in that state.
Obstacle unlessShare(const Asked& a, AssignmentState state) {
    const domain::Assignment* share = shareOf(a);
    if (share == nullptr) {
        return notYours(a);
    }
    if (share->state == state) {
        return std::nullopt;
    }
    if (share->state == AssignmentState::pending) {
        return Error("ticket.notSigned", {{"unit", a.user.unit.value}});
    }
    return Error("ticket.wrongAssignment", {{"unit", a.user.unit.value}, {"state", std::string(codeOf(share->state))}});
}

Obstacle unlessReturnable(const Asked& a) {
    const domain::Assignment* share = shareOf(a);
    if (share == nullptr) {
        return notYours(a);
    }
    if (share->mayNotReturn) {
        return Error("ticket.mayNotReturn", {{"unit", a.user.unit.value}});
    }
    return share->state == AssignmentState::pending ? std::nullopt : unlessShare(a, AssignmentState::signedFor);
}

/// A unit speaks for the ticket only when it leads.
Obstacle unlessLeads(const Asked& a) {
    if (a.user.role != domain::Role::unitHandler && a.user.role != domain::Role::specialist) {
        return std::nullopt;
    }
    const domain::Assignment* share = shareOf(a);
    if (share == nullptr) {
        return notYours(a);
    }
    return share->duty == domain::Duty::lead ? std::nullopt
                                             : Obstacle(Error("ticket.notLead", {{"unit", a.user.unit.value}}));
}

Obstacle unlessRequestable(const Asked& a, domain::RequestKind kind) {
    if (Obstacle found = unlessLeads(a)) {
        return found;
    }
    if (a.ticket.openRequest(kind) != nullptr) {
        return Error("request.open", {{"kind", std::string(codeOf(kind))}});
    }
    return kind == domain::RequestKind::extension ? unless(a.ticket.due.has_value(), "ticket.noDue") : std::nullopt;
}

Obstacle unlessRequest(const Asked& a, bool own) {
    bool fits = false;
    for (const domain::Request& each : a.ticket.requests) {
        const bool mine = each.user == a.user.user;
        const bool may = own ? mine || each.unit == a.user.unit : !mine;
        fits = fits || (each.state == domain::RequestState::open && may);
    }
    return unless(fits, own ? "action.noOwnRequest" : "action.noRequest");
}

Obstacle unlessSupervised(const Asked& a, bool ownUnit) {
    const auto& all = a.ticket.supervisions;
    const auto open = std::find_if(all.rbegin(), all.rend(), [&](const domain::Supervision& each) {
        const bool ours = std::find(each.units.begin(), each.units.end(), a.user.unit) != each.units.end();
        return each.open() && (!ownUnit || ours);
    });
    return unless(open != all.rend(), "supervision.none");
}

Obstacle unlessAnswered(const Asked& a) {
    if (Obstacle found = unlessSupervised(a, false)) {
        return found;
    }
    const auto& all = a.ticket.supervisions;
    const auto open = std::find_if(all.rbegin(), all.rend(), [](const auto& each) { return each.open(); });
    return unless(open->state != domain::SupervisionState::issued, "supervision.unanswered");
}

Obstacle unlessFree(const Asked& a) {
    const auto& claim = a.ticket.claim;
    if (!claim || claim->until <= a.now || claim->user == a.user.user) {
        return std::nullopt;
    }
    return Error("ticket.claimed",
                 {{"by", claim->user.value}, {"unit", claim->unit.value}, {"until", std::to_string(claim->until.ms)}});
}

Obstacle unlessHeld(const Asked& a) {
    const auto& claim = a.ticket.claim;
    if (!claim || claim->until <= a.now) {
        return Error("action.notClaimed");
    }
    return a.user.role == domain::Role::supervisor ? std::nullopt : unlessFree(a);
}

Obstacle unlessUnclaimed(const Asked& a) {
    const auto& claim = a.ticket.claim;
    const bool mine = claim && claim->until > a.now && claim->user == a.user.user;
    return mine ? Obstacle(Error("action.claimedByYou")) : unlessFree(a);
}

Obstacle unlessOther(const Asked& a) {
    const bool own = a.ticket.assignmentOf(a.user.unit) != nullptr;
    return own ? Obstacle(Error("ticket.callbackOwnUnit", {{"unit", a.user.unit.value}})) : std::nullopt;
}

Obstacle unlessPromised(const Asked& a) {
    const auto& all = a.ticket.promises;
    return unless(std::any_of(all.begin(), all.end(), [](const auto& each) { return !each.kept; }), "action.noPromise");
}

bool climbs(const Asked& a) { return a.ticket.climb && !a.ticket.climb->over; }

Obstacle unlessDispatchable(const Asked& a) {
    return a.ticket.arbitration ? Obstacle(Error("ticket.arbitration")) : unlessFree(a);
}

struct Guard {
    std::string_view command;
    Obstacle (*look)(const Asked&);
};

/// What a row of the life-cycle table cannot say.
constexpr std::array kGuards{
    Guard{domain::SignTicket::kName,
          [](const Asked& a) {
              const domain::Assignment* share = shareOf(a);
              const bool signedFor = share != nullptr && share->state == AssignmentState::signedFor;
              return signedFor ? Obstacle(Error("ticket.alreadySigned", {{"unit", a.user.unit.value}}))
                     : share != nullptr && share->state == AssignmentState::pending
                         ? std::nullopt
                         : unlessShare(a, AssignmentState::signedFor);
          }},
    Guard{domain::ReplyTicket::kName, [](const Asked& a) { return unlessShare(a, AssignmentState::signedFor); }},
    Guard{domain::SubDispatch::kName, [](const Asked& a) { return unlessShare(a, AssignmentState::signedFor); }},
    Guard{domain::RequestReturn::kName, unlessReturnable},
    Guard{domain::ClaimTicket::kName, unlessUnclaimed},
    Guard{domain::ReleaseTicket::kName, unlessHeld},
    Guard{domain::AnswerDirectly::kName, unlessFree},
    Guard{domain::DispatchTicket::kName, unlessDispatchable},
    Guard{domain::SplitTicket::kName, unlessDispatchable},
    Guard{domain::ArbitrateTicket::kName,
          [](const Asked& a) { return unless(a.ticket.arbitration, "ticket.noArbitration"); }},
    Guard{domain::CallBack::kName, unlessOther},
    Guard{domain::RequestExtension::kName,
          [](const Asked& a) { return unlessRequestable(a, domain::RequestKind::extension); }},
    Guard{domain::RequestSuspension::kName,
          [](const Asked& a) { return unlessRequestable(a, domain::RequestKind::suspension); }},
    Guard{domain::ProposeRefusal::kName,
          [](const Asked& a) {
              const bool asked = a.ticket.openRequest(domain::RequestKind::refusal) != nullptr;
              return asked ? Obstacle(Error("request.open", {{"kind", "refusal"}})) : std::nullopt;
          }},
    Guard{domain::PetitionAssessment::kName,
          [](const Asked& a) { return shareOf(a) == nullptr ? Obstacle(notYours(a)) : std::nullopt; }},
    Guard{domain::DecideRequest::kName, [](const Asked& a) { return unlessRequest(a, false); }},
    Guard{domain::TakeBackRequest::kName, [](const Asked& a) { return unlessRequest(a, true); }},
    Guard{domain::AnswerSupervision::kName, [](const Asked& a) { return unlessSupervised(a, true); }},
    Guard{domain::DecideSupervision::kName, unlessAnswered},
    Guard{domain::CancelSupervision::kName, [](const Asked& a) { return unlessSupervised(a, false); }},
    Guard{domain::KeepPromise::kName, unlessPromised},
    Guard{domain::UnlinkTicket::kName, [](const Asked& a) { return unless(!a.ticket.links.empty(), "action.noLink"); }},
    Guard{domain::StartLadder::kName,
          [](const Asked& a) {
              return climbs(a) ? Obstacle(Error("ladder.entered", {{"ladder", a.ticket.climb->ladder}})) : std::nullopt;
          }},
    Guard{domain::HoldRound::kName, [](const Asked& a) { return unless(climbs(a), "ladder.none"); }},
    Guard{domain::EscalateTicket::kName, [](const Asked& a) { return unless(climbs(a), "ladder.none"); }},
    Guard{domain::RecountDue::kName,
          [](const Asked& a) { return unless(a.ticket.clock && a.ticket.due, "ticket.noDue"); }},
    Guard{domain::CloseTicket::kName,
          [](const Asked& a) {
              const bool fresh = a.ticket.state == domain::TicketState::pendingDispatch && a.ticket.redoCount == 0;
              return unless(!fresh, "ticket.notRedone");
          }},
};

}  // namespace

std::optional<Error> obstacle(std::string_view command, const domain::Ticket& ticket, const domain::UserProfile& user,
                              Instant now) {
    const Asked asked{ticket, user, now};
    if (Obstacle found = unlessRow(command, asked)) {
        return found;
    }
    const auto guard =
        std::find_if(kGuards.begin(), kGuards.end(), [command](const Guard& each) { return each.command == command; });
    return guard == kGuards.end() ? std::nullopt : guard->look(asked);
}

std::optional<std::string_view> answerCommand(const domain::Ticket& ticket, const domain::UserProfile& user) {
    if (!obstacle(domain::ReplyTicket::kName, ticket, user, {})) {
        return domain::ReplyTicket::kName;
    }
    if (!unlessRow(domain::AnswerDirectly::kName, {ticket, user, {}})) {
        return domain::AnswerDirectly::kName;
    }
    return std::nullopt;
}

std::string_view commandOf(const ActionRow& action, const domain::Ticket& ticket, const domain::UserProfile& user) {
    return action.id == ActionId::answer ? answerCommand(ticket, user).value_or(action.command) : action.command;
}

std::set<ActionId> actionsFor(const domain::Ticket& ticket, const domain::UserProfile& user, Instant now) {
    std::set<ActionId> actions;
    for (const ActionRow& row : actionTable()) {
        if (isOfTicket(row) && !obstacle(commandOf(row, ticket, user), ticket, user, now)) {
            actions.insert(row.id);
        }
    }
    return actions;
}

bool mayEver(std::string_view command, domain::Role role) {
    const domain::LifecycleRow* row = domain::lifecycleRow(command);
    return row != nullptr && row->roles.has(role);
}

}  // namespace zhida::ui
