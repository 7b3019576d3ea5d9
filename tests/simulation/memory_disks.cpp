// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/memory_disks.h"

#include "model/wire/codec.h"

namespace zhida::simulation {

Owed MemoryDeskDisk::owed() {
    Owed owed;
    for (const auto& [seq, each] : m_disk.outbox()) {
        owed.waiting.emplace(each.command.id, each.command.bytes);
    }
    for (const auto& [seq, each] : m_disk.settled()) {
        owed.settled.insert(each.command.id);
    }
    for (const auto& [id, each] : m_disk.tray()) {
        owed.refused.emplace(id, Refusal{each.bytes, each.why});
    }
    return owed;
}

std::set<TicketId> MemoryDeskDisk::known() {
    std::set<TicketId> known;
    for (const auto& [id, ticket] : m_disk.base()) {
        known.insert(id);
    }
    for (const auto& [seq, waiting] : m_disk.outbox()) {
        known.insert(waiting.command.ticket);
    }
    return known;
}

TicketBytes MemoryDeskDisk::base() {
    TicketBytes base;
    for (const auto& [id, ticket] : m_disk.base()) {
        base.emplace(id, wire::encode(ticket));
    }
    return base;
}

TicketBytes MemoryDeskDisk::shown() {
    TicketBytes shown;
    for (const TicketId& id : known()) {
        if (const auto ticket = m_disk.shown(id)) {
            shown.emplace(id, wire::encode(*ticket));
        }
    }
    return shown;
}

std::string MemoryDeskDisk::raw() {
    std::string bytes;
    for (const auto& [id, ticket] : base()) {
        bytes += ticket;
    }
    for (const auto& [id, events] : m_disk.histories()) {
        for (const std::string& each : events) {
            bytes += each;
        }
    }
    return bytes;
}

std::optional<sync::CommandAnswer> MemoryCentreDisk::answerTo(const CommandId& id) {
    const auto it = m_store.answers().find(id);
    return it == m_store.answers().end() ? std::nullopt : std::optional(it->second);
}

}  // namespace zhida::simulation
