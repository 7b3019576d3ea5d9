// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_judge.h"

#include "model/domain/permission.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::sync {
namespace {

CommandAnswer refused(const CommandId& id, Error why) { return {id, 0, std::move(why)}; }

bool onlyLateWords(const std::vector<domain::Event>& events) {
    return std::all_of(events.begin(), events.end(), [](const domain::Event& each) {
        const auto* note = std::get_if<domain::NoteAdded>(&each.body);
        return note != nullptr && note->note.kind == domain::NoteKind::lateAnswer;
    });
}

}  // namespace

Result<domain::UserProfile> EngineJudge::actorOf(const UserCode& user) {
    auto it = m_accounts.find(user);
    if (it == m_accounts.end()) {
        it = m_accounts.emplace(user, m_context.ports.store.account(user)).first;
    }
    if (!it->second) {
        return Error("user.unknown", {{"user", user.value}});
    }
    domain::UserProfile profile = it->second->profile;
    profile.disabled = profile.disabled || it->second->disabled;
    return m_reference.rightsOf(profile, m_context.ports.clock.now());
}

/// Nothing comes into hands that cannot hold it.
Status EngineJudge::mayTakeOver(const domain::HandOver& command, const domain::Ticket& ticket) {
    const Result<domain::UserProfile> to = actorOf(command.to);
    if (!to) {
        return to.error();
    }
    return domain::mayTakeOver(ticket, *to);
}

CommandAnswer EngineJudge::store(CommandAnswer answer, const DeviceId& device) {
    m_context.ports.store.saveAnswer(answer, device);
    ++(answer.seq == 0 ? m_context.stats.refused : m_context.stats.accepted);
    return answer;
}

Verdict EngineJudge::judge(const CommandId& id, std::string_view body, const UserCode& user, const DeviceId& device,
                           std::uint32_t theirSchema) {
    if (std::optional<CommandAnswer> known = m_context.ports.store.answer(id)) {
        ++m_context.stats.repeated;
        return {std::move(*known), false};
    }
    const Result<domain::Command> command = wire::decode<domain::Command>(body);
    if (!command || command->schema > domain::kCommandSchema) {
        const bool newer = command.ok() || theirSchema > domain::kCommandSchema;
        if (newer) {
            return {refused(id, Error("command.tooNew")), true};
        }
        return {store(refused(id, command.error()), device), false};
    }
    if (command->id != id || command->user != user) {
        return {store(refused(id, Error("command.notYours")), device), false};
    }
    const Result<domain::UserProfile> actor = actorOf(user);
    return {store(actor ? decideAndAppend(*command, *actor) : refused(id, actor.error()), device), false};
}

CommandAnswer EngineJudge::decideAndAppend(const domain::Command& command, const domain::UserProfile& actor) {
    ServerStore& store = m_context.ports.store;
    const std::optional<domain::Ticket> before = store.ticket(command.ticket);
    const domain::Context context{m_context.ports.clock.now(), actor, &m_reference.rules(), &m_reference.units()};
    const Result<std::vector<domain::Event>> events = domain::decide(before ? &*before : nullptr, command, context);
    if (!events) {
        return refused(command.id, events.error());
    }
    if (before && !domain::maySee(*before, actor) && !(onlyLateWords(*events) && hadInSight(command, actor))) {
        return refused(command.id, Error("ticket.outOfScope", {{"ticket", command.ticket.text()}}));
    }
    if (const auto* handOver = std::get_if<domain::HandOver>(&command.body); handOver != nullptr && before) {
        if (const Status may = mayTakeOver(*handOver, *before); !may) {
            return refused(command.id, may.error());
        }
    }
    domain::Ticket after = before.value_or(domain::Ticket{});
    for (const domain::Event& event : *events) {
        after = domain::evolve(std::move(after), event);
    }
    return {command.id, store.append(*events, before, after), {}};
}

bool EngineJudge::hadInSight(const domain::Command& command, const domain::UserProfile& actor) {
    domain::Ticket then;
    for (const std::string& body : m_context.ports.store.history(command.ticket)) {
        const Result<domain::Event> event = wire::decode<domain::Event>(body);
        if (!event || event->rev > command.baseRev) {
            break;
        }
        then = domain::evolve(std::move(then), *event);
    }
    return then.rev == command.baseRev && domain::maySee(then, actor);
}

void EngineJudge::releaseExpired(const TicketId& ticket) {
    const std::optional<domain::Ticket> now = m_context.ports.store.ticket(ticket);
    if (!now || !now->claim || now->claim->until > m_context.ports.clock.now()) {
        return;
    }
    domain::Command command;
    command.id =
        CommandId{Uuid::fromName("claim.expired|" + ticket.text() + "|" + std::to_string(now->claim->until.ms))};
    if (m_context.ports.store.answer(command.id)) {
        return;
    }
    command.ticket = ticket;
    command.user = UserCode{"system"};
    command.baseRev = now->rev;
    command.occurredAt = now->claim->until;
    command.body = domain::ReleaseTicket{};
    domain::UserProfile system;
    system.user = command.user;
    system.role = domain::Role::system;
    store(decideAndAppend(command, system), DeviceId{});
}

}  // namespace zhida::sync
