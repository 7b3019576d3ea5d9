// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/event.h"

#include "model/domain/evolve.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zhida::domain {
namespace {

/// Cannot be taken back: the number has been told, the call passed on, the file closed for good.
bool isFinal(const EventBody& body) {
    if (const auto* moved = std::get_if<TicketMoved>(&body)) {
        return moved->state == TicketState::transferred || moved->state == TicketState::archived;
    }
    return std::holds_alternative<TicketRegistered>(body) || std::holds_alternative<TicketImported>(body) ||
           std::holds_alternative<Undone>(body);
}

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

std::optional<Ticket> stateBefore(const Ticket& start, const std::vector<Event>& since, const CommandId& command) {
    const auto isOther = [&command](const Event& each) { return each.command != command; };
    const auto first = std::find_if(since.rbegin(), since.rend(), isOther).base();
    if (first == since.end() || command.isNull() ||
        std::any_of(first, since.end(), [](const Event& each) { return isFinal(each.body); })) {
        return std::nullopt;
    }
    Ticket ticket = start;
    for (auto each = since.begin(); each != first; ++each) {
        ticket = evolve(std::move(ticket), *each);
    }
    return ticket.rev > 0 && ticket.rev + 1 == first->rev ? std::optional(std::move(ticket)) : std::nullopt;
}

std::optional<Ticket> stateBefore(const std::vector<Event>& history, const CommandId& command) {
    return stateBefore({}, history, command);
}

std::string_view nameOf(const EventBody& body) {
    static constexpr std::array<std::string_view, std::variant_size_v<EventBody>> kNames{
        "registered",     "imported",      "claimed",         "released",      "noteAdded",         "directAnswered",
        "dispatched",     "signed",        "returnRequested", "returnDecided", "replied",           "reviewed",
        "calledBack",     "redoStarted",   "linked",          "moved",         "amended",           "requested",
        "requestDecided", "merged",        "unmerged",        "unlinked",      "secrecySet",        "flagged",
        "split",          "subDispatched", "contacted",       "resumed",       "arbitrationOpened", "formFilled",
        "promised",       "promiseKept",   "handedOver",      "urged",         "supervised",        "supervisionMoved",
        "lookedBack",     "climbed",       "dueMoved",        "undone"};
    return kNames[body.index()];
}

std::string_view nameOf(const TicketCommand& command) {
    return std::visit([](const auto& each) { return std::decay_t<decltype(each)>::kName; }, command);
}

}  // namespace zhida::domain
