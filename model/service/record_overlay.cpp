// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/record_overlay.h"

#include "model/wire/codec.h"

namespace zhida::service {

bool isSilent(std::string_view kind) { return kind == domain::kLearnedKind || kind == domain::kSearchMissKind; }

/// A command that the rules would refuse now is left out, as one that the feed has brought already is: the centre decides.
RecordOverlay::RecordOverlay(const storage::RecordTable& records, const storage::OutboxTable& outbox,
                             ReferenceData& reference, TicketOf ticket)
    : m_records(records), m_reference(reference), m_ticket(std::move(ticket)) {
    for (const storage::OutboxRow& row : outbox.ofRecords()) {
        if (const auto command = wire::decode<domain::RecordCommand>(row.bytes)) {
            (void)run(*command);
        }
    }
}

std::optional<std::string> RecordOverlay::get(std::string_view kind, std::string_view key) const {
    const auto changed = m_changed.find({std::string(kind), std::string(key)});
    return changed == m_changed.end() ? m_records.get(kind, key) : std::optional(changed->second);
}

bool RecordOverlay::pending(std::string_view kind, std::string_view key) const {
    return m_changed.contains({std::string(kind), std::string(key)});
}

void RecordOverlay::eachBeginning(std::string_view kind, std::string_view prefix, const Visit& visit) const {
    auto own = m_changed.lower_bound({std::string(kind), std::string(prefix)});
    const auto ownNext = [&](std::string_view before) {
        for (; own != m_changed.end() && own->first.first == kind && own->first.second.starts_with(prefix) &&
               (before.empty() || own->first.second < before);
             ++own) {
            visit(own->first.second, own->second, true);
        }
    };
    m_records.eachBeginning(kind, prefix, [&](std::string_view key, std::string_view body) {
        ownNext(key);
        if (!pending(kind, key)) {
            visit(key, body, false);
        }
    });
    ownNext({});
}

Status RecordOverlay::run(const domain::RecordCommand& command) {
    auto changes = wire::judgeRecord(command, source(), m_reference.context(command.occurredAt));
    if (!changes) {
        return changes.error();
    }
    for (wire::RecordChange& each : *changes) {
        m_changed[{std::move(each.kind), std::move(each.key)}] = std::move(each.body);
    }
    return done();
}

wire::RecordSource RecordOverlay::source() const {
    return {[this](std::string_view kind, std::string_view key) { return get(kind, key); }, m_ticket};
}

}  // namespace zhida::service
