// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/ticket_actions.h"

#include "model/domain/lifecycle.h"

namespace zhida::ui {
namespace {

using domain::AssignmentState;

bool fitsLifecycle(std::string_view command, domain::TicketState state, domain::Role role) {
    const domain::LifecycleRow* row = domain::lifecycleRow(command);
    return row != nullptr && row->roles.has(role) && row->from.has(state);
}

const domain::Assignment* shareOf(const domain::Ticket& ticket, const domain::UserProfile& user) {
    const domain::Assignment* share = ticket.assignmentOf(user.unit);
    return share != nullptr && share->active() ? share : nullptr;
}

bool shareFits(std::string_view command, const domain::Assignment* share) {
    if (command == domain::SignTicket::kName) {
        return share != nullptr && share->state == AssignmentState::pending;
    }
    if (command == domain::ReplyTicket::kName) {
        return share != nullptr && share->state == AssignmentState::signedFor;
    }
    if (command == domain::RequestReturn::kName) {
        return share != nullptr && !share->mayNotReturn &&
               (share->state == AssignmentState::pending || share->state == AssignmentState::signedFor);
    }
    return true;
}

bool claimFits(std::string_view command, const domain::Ticket& ticket, const domain::UserProfile& user, Instant now) {
    const bool held = ticket.claim && ticket.claim->until > now;
    const bool mine = held && ticket.claim->user == user.user;
    if (command == domain::ClaimTicket::kName) {
        return !held;
    }
    if (command == domain::ReleaseTicket::kName) {
        return mine || (held && user.role == domain::Role::supervisor);
    }
    if (command == domain::AnswerDirectly::kName || command == domain::DispatchTicket::kName) {
        return !held || mine;
    }
    return true;
}

}  // namespace

std::optional<std::string_view> answerCommand(const domain::Ticket& ticket, const domain::UserProfile& user) {
    if (fitsLifecycle(domain::ReplyTicket::kName, ticket.state, user.role) &&
        shareFits(domain::ReplyTicket::kName, shareOf(ticket, user))) {
        return domain::ReplyTicket::kName;
    }
    if (fitsLifecycle(domain::AnswerDirectly::kName, ticket.state, user.role)) {
        return domain::AnswerDirectly::kName;
    }
    return std::nullopt;
}

std::set<ActionId> actionsFor(const domain::Ticket& ticket, const domain::UserProfile& user, Instant now) {
    std::set<ActionId> actions;
    for (const ActionRow& row : actionTable()) {
        const bool ofTicket = row.group == ActionGroup::ticket || row.group == ActionGroup::knowledge;
        if (!ofTicket || row.command.empty()) {
            continue;
        }
        const std::string_view command =
            row.id == ActionId::answer ? answerCommand(ticket, user).value_or("") : row.command;
        const domain::Assignment* share = shareOf(ticket, user);
        const bool ownUnit = command == domain::CallBack::kName && ticket.assignmentOf(user.unit) != nullptr;
        if (fitsLifecycle(command, ticket.state, user.role) && shareFits(command, share) &&
            claimFits(command, ticket, user, now) && !ownUnit) {
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
