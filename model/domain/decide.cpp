// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decide.h"

#include "model/domain/command_text.h"
#include "model/domain/deciding.h"
#include "model/domain/lifecycle.h"

#include <algorithm>
#include <utility>

namespace zhida::domain {
namespace {

template <class E>
std::string codesIn(const EnumSet<E>& set) {
    std::string codes;
    for (const auto& [value, code] : EnumCodes<E>::kTable) {
        if (set.has(value)) {
            codes += (codes.empty() ? "" : " ") + std::string(code);
        }
    }
    return codes;
}

Status allowed(const Ticket* ticket, const Command& command, const Context& context) {
    const std::string_view name = nameOf(command.body);
    const LifecycleRow& row = kLifecycle[command.body.index()];
    if (context.actor.disabled) {
        return Error("user.disabled", {{"user", context.actor.user.value}});
    }
    const auto& mine = context.actor.commands;
    const bool narrowed = !mine.empty() && std::find(mine.begin(), mine.end(), name) == mine.end();
    if (narrowed || !row.roles.has(context.actor.role)) {
        return Error("user.mayNot", {{"role", std::string(codeOf(context.actor.role))},
                                     {"command", std::string(name)},
                                     {"who", codesIn(row.roles)}});
    }
    if (std::holds_alternative<RegisterTicket>(command.body)) {
        return done();
    }
    if (ticket == nullptr) {
        return Error("ticket.unknown", {{"ticket", command.ticket.text()}});
    }
    if (!row.from.has(ticket->state)) {
        return Error("ticket.wrongState", {{"state", std::string(codeOf(ticket->state))},
                                           {"command", std::string(name)},
                                           {"from", codesIn(row.from)}});
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
    const Deciding deciding(ticket, command, context);
    return std::visit([&deciding](const auto& body) { return decideOn(deciding, body); }, command.body);
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
