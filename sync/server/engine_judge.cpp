// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_judge.h"

#include "model/domain/notice.h"
#include "model/domain/permission.h"
#include "model/wire/codec.h"
#include "model/wire/record_judge.h"
#include "sync/server/fan_out.h"

#include <algorithm>
#include <utility>

namespace zhida::sync {
namespace {

/// More than a ticket can have at one moment.
constexpr int kMostActs = 32;

CommandAnswer refused(const CommandId& id, Error why) { return {id, 0, std::move(why)}; }

/// A command as it came: about a ticket or about a record.
struct Pushed {
    domain::CommandHead head;
    std::optional<domain::Command> ticket;
    std::optional<domain::RecordCommand> record;
    [[nodiscard]] bool readable() const { return ticket || record; }
};

Pushed readPushed(std::string_view body) {
    Pushed pushed;
    const Result<domain::CommandHead> head = wire::decode<domain::CommandHead>(body);
    if (!head) {
        return pushed;
    }
    pushed.head = *head;
    if (head->kind.empty()) {
        if (Result<domain::Command> command = wire::decode<domain::Command>(body)) {
            pushed.ticket = std::move(*command);
        }
    } else if (Result<domain::RecordCommand> command = wire::decode<domain::RecordCommand>(body)) {
        pushed.record = std::move(*command);
    }
    return pushed;
}

bool onlyLateWords(const std::vector<domain::Event>& events) {
    return std::all_of(events.begin(), events.end(), [](const domain::Event& each) {
        const auto* note = std::get_if<domain::NoteAdded>(&each.body);
        return note != nullptr && note->note.kind == domain::NoteKind::lateAnswer;
    });
}

domain::UserProfile theSystem() {
    domain::UserProfile system;
    system.user = UserCode{"system"};
    system.role = domain::Role::system;
    return system;
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
    const Pushed pushed = readPushed(body);
    if (!pushed.readable() || pushed.head.schema > domain::kCommandSchema) {
        if (pushed.readable() || theirSchema > domain::kCommandSchema) {
            return {refused(id, Error("command.tooNew")), true};
        }
        return {store(refused(id, Error("wire.malformed")), device), false};
    }
    if (pushed.head.id != id || pushed.head.user != user) {
        return {store(refused(id, Error("command.notYours")), device), false};
    }
    const Result<domain::UserProfile> actor = actorOf(user);
    if (!actor) {
        return {store(refused(id, actor.error()), device), false};
    }
    return {
        store(pushed.ticket ? decideAndAppend(*pushed.ticket, *actor) : decideRecord(*pushed.record, *actor), device),
        false};
}

CommandAnswer EngineJudge::decideAndAppend(const domain::Command& command, const domain::UserProfile& actor) {
    ServerStore& store = m_context.ports.store;
    const std::optional<domain::Ticket> before = store.ticket(command.ticket);
    const Beside beside = lookBeside(command, actor);
    domain::Context context{m_context.ports.clock.now(), actor, &m_reference.rules(), &m_reference.units()};
    context.other = beside.other ? &*beside.other : nullptr;
    context.before = beside.before ? &*beside.before : nullptr;
    context.undoneBy = beside.undoneBy;
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
    const std::uint64_t seq = store.append(*events, before, after);
    askForArticle(before, after);
    writeMessages(before, after, command.id);
    const std::vector<domain::TimedAct> acts = domain::timedActs(after, m_reference.rules());
    store.setTimer(after.id, acts.empty() ? std::nullopt : std::optional(acts.front().at));
    return {command.id, seq, {}};
}

CommandAnswer EngineJudge::decideRecord(const domain::RecordCommand& command, const domain::UserProfile& actor) {
    ServerStore& store = m_context.ports.store;
    const wire::RecordSource source{
        [&store](std::string_view kind, std::string_view key) { return store.record(kind, key); },
        [&store](const TicketId& ticket) { return store.ticket(ticket); }};
    const domain::Context context{m_context.ports.clock.now(), actor, &m_reference.rules(), &m_reference.units()};
    const auto changes = wire::judgeRecord(command, source, context);
    if (!changes) {
        return refused(command.id, changes.error());
    }
    for (const wire::RecordChange& each : *changes) {
        store.appendRecord(each.kind, each.key, each.body);
    }
    return {command.id, store.head(), {}};
}

void EngineJudge::askForArticle(const std::optional<domain::Ticket>& before, const domain::Ticket& after) {
    const auto task = before ? domain::missingArticle(*before, after, m_context.ports.clock.now()) : std::nullopt;
    ServerStore& store = m_context.ports.store;
    if (task && !store.record(domain::kArticleTaskKind, task->key)) {
        store.appendRecord(domain::kArticleTaskKind, task->key, wire::encode(*task));
    }
}

void EngineJudge::writeMessages(const std::optional<domain::Ticket>& before, const domain::Ticket& after,
                                const CommandId& id) {
    for (const domain::Message& message :
         domain::messagesOf(m_reference.rules(), m_reference.units(), before ? &*before : nullptr, after, id,
                            m_context.ports.clock.now())) {
        for (const wire::RecordChange& each : wire::changesOf(message)) {
            m_context.ports.store.appendRecord(each.kind, each.key, each.body);
        }
    }
}

/// A ticket out of the actor's sight is as good as none.
EngineJudge::Beside EngineJudge::lookBeside(const domain::Command& command, const domain::UserProfile& actor) {
    Beside beside;
    if (const auto* merge = std::get_if<domain::MergeTicket>(&command.body)) {
        beside.other = m_context.ports.store.ticket(merge->into);
        if (beside.other && !domain::maySee(*beside.other, actor)) {
            beside.other.reset();
        }
    }
    if (const auto* undo = std::get_if<domain::UndoCommand>(&command.body)) {
        std::vector<domain::Event> history;
        for (const std::string& body : m_context.ports.store.history(command.ticket)) {
            if (auto event = wire::decode<domain::Event>(body)) {
                history.push_back(std::move(*event));
            }
        }
        beside.before = domain::stateBefore(history, undo->command);
        beside.undoneBy = beside.before ? history.back().user : UserCode{};
    }
    return beside;
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

void EngineJudge::actOnTime(const TicketId& ticket) {
    ServerStore& store = m_context.ports.store;
    const Instant now = m_context.ports.clock.now();
    std::optional<Instant> next;
    bool looking = true;
    for (int turn = 0; looking && turn < kMostActs; ++turn) {
        const std::optional<domain::Ticket> state = store.ticket(ticket);
        looking = false;
        next.reset();
        for (const domain::TimedAct& act :
             state ? domain::timedActs(*state, m_reference.rules()) : std::vector<domain::TimedAct>{}) {
            const CommandId id = domain::idOf(act, ticket);
            if (act.at > now) {
                next = act.at;
                break;
            }
            if (!store.answer(id)) {
                actAsSystem(act, id, *state);
                looking = true;  // the ticket is another one now
                break;
            }
        }
    }
    store.setTimer(ticket, next);
}

void EngineJudge::actAsSystem(const domain::TimedAct& act, const CommandId& id, const domain::Ticket& ticket) {
    domain::Command command;
    command.id = id;
    command.ticket = ticket.id;
    command.user = theSystem().user;
    command.baseRev = ticket.rev;
    command.occurredAt = act.at;
    command.body = act.body;
    store(decideAndAppend(command, theSystem()), DeviceId{});
}

void EngineJudge::recordFellDue(const RecordDue& due) {
    if (due.day.empty()) {
        m_context.ports.store.appendRecord(due.kind, due.key, {});
        if (due.kind == domain::kMessageKind) {
            m_context.ports.store.appendRecord(domain::kMessageQueueKind, due.key, {});
        }
        return;
    }
    const std::optional<std::string> body = m_context.ports.store.record(due.kind, due.key);
    const Result<domain::Article> live = wire::decode<domain::Article>(body.value_or(std::string()));
    domain::RecordCommand command;
    command.id = body && live ? domain::dueCommand(*live, due.day) : CommandId{};
    if (command.id.isNull() || m_context.ports.store.answer(command.id)) {
        return;
    }
    command.user = theSystem().user;
    command.occurredAt = m_context.ports.clock.now();
    command.act = domain::ArticleFellDue{live->version, due.day};
    command.kind = domain::kindOf(command.act);
    command.key = due.key;
    store(decideRecord(command, theSystem()), DeviceId{});
}

}  // namespace zhida::sync
