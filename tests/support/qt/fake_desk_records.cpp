// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on records: articles, tasks, campaigns.
#include "model/wire/codec.h"
#include "model/wire/record_json.h"
#include "model/wire/record_judge.h"
#include "tests/support/qt/fake_desk.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace zhida::test {

std::optional<std::string> FakeDesk::recordBody(std::string_view kind, std::string_view key) const {
    if (const auto made = m_records.find({std::string(kind), std::string(key)}); made != m_records.end()) {
        return made->second;
    }
    for (const domain::Article& each : m_articles) {
        if (kind == "article" && each.key == key) {
            return wire::encode(each);
        }
    }
    return std::nullopt;
}

Result<domain::RecordCommand> FakeDesk::run(const service::RecordSubmission& submission) {
    const wire::RecordSource source{
        [this](std::string_view kind, std::string_view key) { return recordBody(kind, key); },
        [this](const TicketId& id) {
            const auto life = m_lives.find(id);
            return life == m_lives.end() ? std::nullopt : std::optional(life->second.ticket);
        }};
    domain::RecordCommand command;
    command.id = CommandId::make(m_clock.now(), m_rng);
    command.user = m_user.user;
    command.occurredAt = m_clock.now();
    command.act = submission.act;
    command.kind = domain::kindOf(command.act);
    command.key = submission.key.empty() ? command.id.text() : submission.key;
    if (const auto* note = std::get_if<domain::NoteSearch>(&command.act)) {
        command.key =
            domain::searchMissKey(m_user.user, localDay(m_clock.now(), m_rules.calendar.offset()), note->text);
    }
    if (const auto* send = std::get_if<domain::SendMessage>(&command.act)) {
        command.key = domain::messageKey(send->ticket, command.id.text());
    }
    command.base = submission.base.value_or(wire::lastOf(command.kind, command.key, source));
    const auto changes =
        wire::judgeRecord(command, source, domain::Context{command.occurredAt, m_user, &m_rules, &m_units});
    if (!changes) {
        return changes.error();
    }
    for (const wire::RecordChange& each : *changes) {
        m_records[{each.kind, each.key}] = each.body;
    }
    service::ChangeSet change;
    change.articles = true;
    announce(change);
    return command;
}

Result<std::string> FakeDesk::act(const std::string& key, domain::RecordAct act) {
    const auto done = run({key, std::move(act), std::nullopt, {}});
    return done ? Result<std::string>(done->key) : done.error();
}

/// Without a centre every act is final at once; without a line it waits in the tray.
void FakeDesk::submit(service::RecordSubmission submission,
                      std::function<void(Result<service::RecordSubmitted>)> reply) {
    Result<domain::RecordCommand> command =
        nextRefusal.code.empty() ? run(submission) : Result<domain::RecordCommand>(std::exchange(nextRefusal, {}));
    Result<service::RecordSubmitted> result =
        command ? Result<service::RecordSubmitted>(service::RecordSubmitted{command->kind, command->key, command->id})
                : command.error();
    if (command) {
        draftsByKey.erase(submission.draftKey);
        if (m_status.line == service::SyncStatus::Line::offline) {
            tray.push_back(waiting(*command));
        }
        submittedActs.push_back(std::move(*command));
    }
    m_executor.post([reply = std::move(reply), result] { reply(result); });
}

service::OutboxItem FakeDesk::waiting(const domain::RecordCommand& command) const {
    service::OutboxItem item;
    item.command = command.id;
    item.recordKind = command.kind;
    item.recordKey = command.key;
    item.name = domain::nameOf(command.act);
    item.fields = wire::actToJson(command.act, offset()).dump();
    item.createdAt = m_clock.now();
    return item;
}

std::vector<service::RecordView> FakeDesk::records(std::string_view kind, std::string_view keyPrefix) {
    std::vector<service::RecordView> found;
    for (const auto& [place, body] : m_records) {
        if (place.first == kind && place.second.starts_with(keyPrefix)) {
            const bool waits = std::any_of(tray.begin(), tray.end(), [&key = place.second](const auto& each) {
                return each.recordKey == key && each.state != service::OutboxItem::State::refused;
            });
            found.push_back({place.second, body, waits});
        }
    }
    for (const domain::Article& each : m_articles) {
        if (kind == "article" && each.key.starts_with(keyPrefix) && !m_records.contains({"article", each.key})) {
            found.push_back({each.key, wire::encode(each), false});
        }
    }
    return found;
}

}  // namespace zhida::test
