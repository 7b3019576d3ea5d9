// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/memory_store.h"

#include "model/domain/permission.h"
#include "model/wire/codec.h"
#include "sync/server/fan_out.h"

#include <algorithm>
#include <stdexcept>

namespace zhida::testing {
namespace {

/// 32 bytes that depend on the previous ones and on the entry. No cryptography: a test needs none.
std::string chained(const std::string& previous, const sync::LogEntry& entry) {
    const std::string text =
        previous + std::to_string(entry.seq) + entry.kind + entry.key + std::string(entry.ticket.raw()) + entry.body;
    return std::string(Uuid::fromName(text).raw()) + std::string(Uuid::fromName("2" + text).raw());
}

template <class Map>
auto valuesOf(const Map& map) {
    std::vector<typename Map::mapped_type> out;
    for (const auto& [key, value] : map) {
        out.push_back(value);
    }
    return out;
}

template <class Map, class Key>
auto lookUp(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
    const auto it = map.find(key);
    return it == map.end() ? std::nullopt : std::optional(it->second);
}

}  // namespace

void MemoryStore::begin() {
    m_faults.pass();
    if (std::exchange(m_open, true)) {
        throw std::logic_error("begin inside a transaction");
    }
}

void MemoryStore::commit() {
    m_faults.pass();
    if (!std::exchange(m_open, false)) {
        throw std::logic_error("commit without begin");
    }
    m_undo.clear();
    ++m_commits;
    m_faults.pass();
}

MemoryStore::Copy MemoryStore::copy() { return everything(); }

void MemoryStore::restore(const Copy& copy) { everything() = copy; }

void MemoryStore::rollback() {
    while (!m_undo.empty()) {
        m_undo.back()();
        m_undo.pop_back();
    }
    m_open = false;
}

void MemoryStore::changed() {
    m_faults.pass();
    if (!m_open) {
        throw std::logic_error("a change outside a transaction");
    }
}

template <class Map>
void MemoryStore::put(Map& map, const typename Map::key_type& key, const typename Map::mapped_type& value) {
    const auto old = lookUp(map, key);
    m_undo.emplace_back([&map, key, old] { old ? void(map[key] = *old) : void(map.erase(key)); });
    map[key] = value;
}

std::string MemoryStore::chainAt(std::uint64_t seq) {
    if (seq == 0) {
        return std::string(32, '\0');
    }
    return seq <= m_chain.size() ? m_chain[static_cast<std::size_t>(seq - 1)] : std::string{};
}

std::optional<domain::Ticket> MemoryStore::ticket(const TicketId& id) {
    m_faults.pass();
    return lookUp(m_tickets, id);
}

std::optional<sync::CommandAnswer> MemoryStore::answer(const CommandId& id) {
    m_faults.pass();
    return lookUp(m_answers, id);
}

void MemoryStore::saveAnswer(const sync::CommandAnswer& answer, const DeviceId&) {
    changed();
    if (m_answers.contains(answer.command)) {
        throw std::logic_error("a second answer to one command");
    }
    put(m_answers, answer.command, answer);
}

void MemoryStore::appendEntry(sync::LogEntry entry) {
    entry.seq = m_log.size() + 1;
    m_chain.push_back(chained(chainAt(entry.seq - 1), entry));
    m_log.push_back(std::move(entry));
    m_undo.emplace_back([this] {
        m_log.pop_back();
        m_chain.pop_back();
    });
}

std::uint64_t MemoryStore::append(const std::vector<domain::Event>& events, const std::optional<domain::Ticket>& before,
                                  const domain::Ticket& after) {
    changed();
    auto scopes = before ? domain::scopesOf(*before) : std::vector<std::string>{};
    domain::Ticket state = before.value_or(domain::Ticket{});
    for (const domain::Event& event : events) {
        state = domain::evolve(std::move(state), event);
        sync::LogEntry entry;
        entry.ticket = event.ticket;
        entry.rev = event.rev;
        entry.body = wire::encode(event);
        entry.scopesBefore = scopes;
        entry.scopesAfter = scopes = domain::scopesOf(state);
        entry.command = event.command;
        appendEntry(std::move(entry));
    }
    if (state != after) {
        throw std::logic_error("the ticket is not what its events make of it");
    }
    put(m_tickets, after.id, after);
    put(m_timers, after.id, Instant{0});
    return m_log.size();
}

std::uint64_t MemoryStore::appendRecord(std::string_view kind, std::string_view key, std::string_view body) {
    changed();
    const std::pair<std::string, std::string> at{kind, key};
    const auto old = lookUp(m_records, at);
    if (old.value_or("") == body) {
        return 0;
    }
    put(m_records, at, std::string(body));
    if (body.empty()) {
        m_records.erase(at);
    }
    sync::LogEntry entry;
    entry.isRecord = true;
    entry.kind = kind;
    entry.key = key;
    entry.body = body;
    appendEntry(std::move(entry));
    return m_log.size();
}

std::vector<sync::LogEntry> MemoryStore::entriesAfter(std::uint64_t seq, std::size_t limit, std::size_t bytes) {
    m_faults.pass();
    std::vector<sync::LogEntry> out;
    for (std::size_t size = 0; seq < m_log.size() && out.size() < limit && size < bytes; ++seq) {
        out.push_back(m_log[static_cast<std::size_t>(seq)]);
        size += out.back().body.size();
    }
    return out;
}

std::vector<sync::SnapshotRow> MemoryStore::ticketsAfter(const std::vector<std::string>& scopes, const TicketId& after,
                                                         std::size_t limit, std::size_t bytes) {
    m_faults.pass();
    std::vector<sync::SnapshotRow> out;
    std::size_t size = 0;
    for (auto it = m_tickets.upper_bound(after); it != m_tickets.end() && out.size() < limit && size < bytes; ++it) {
        if (sync::intersect(domain::scopesOf(it->second), scopes)) {
            out.push_back({it->first, it->second.rev, wire::encode(it->second), !domain::veilsOf(it->second).empty()});
            size += out.back().body.size();
        }
    }
    return out;
}

std::uint64_t MemoryStore::fillSize(const std::vector<std::string>& scopes) {
    return static_cast<std::uint64_t>(std::count_if(m_tickets.begin(), m_tickets.end(), [&scopes](const auto& each) {
        return sync::intersect(domain::scopesOf(each.second), scopes);
    }));
}

std::vector<sync::RecordRow> MemoryStore::recordsAfter(const sync::RecordRow& after, std::size_t limit,
                                                       std::size_t bytes) {
    m_faults.pass();
    std::vector<sync::RecordRow> out;
    std::size_t size = 0;
    for (auto it = m_records.upper_bound({after.kind, after.key});
         it != m_records.end() && out.size() < limit && size < bytes; ++it) {
        out.push_back({it->first.first, it->first.second, it->second});
        size += it->second.size();
    }
    return out;
}

std::optional<std::string> MemoryStore::record(std::string_view kind, std::string_view key) {
    m_faults.pass();
    return lookUp(m_records, std::pair<std::string, std::string>{kind, key});
}

std::vector<std::string> MemoryStore::history(const TicketId& id) {
    m_faults.pass();
    std::vector<std::string> out;
    for (const sync::LogEntry& entry : m_log) {
        if (!entry.isRecord && entry.ticket == id) {
            out.push_back(entry.body);
        }
    }
    return out;
}

void MemoryStore::setTimer(const TicketId& ticket, std::optional<Instant> at) {
    changed();
    put(m_timers, ticket, at);
}

std::vector<sync::Timer> MemoryStore::timersAfter(const sync::Timer& after, std::size_t limit) {
    m_faults.pass();
    std::vector<sync::Timer> out;
    for (const auto& [ticket, at] : m_timers) {
        if (at && after < sync::Timer{*at, ticket}) {
            out.push_back({*at, ticket});
        }
    }
    std::sort(out.begin(), out.end());
    out.resize(std::min(out.size(), limit));
    return out;
}

std::string MemoryStore::note(std::string_view name) {
    m_faults.pass();
    return lookUp(m_notes, std::string(name)).value_or("");
}

void MemoryStore::keepNote(std::string_view name, std::string_view value) {
    changed();
    put(m_notes, std::string(name), std::string(value));
}

std::optional<sync::Account> MemoryStore::account(const UserCode& user) {
    m_faults.pass();
    return lookUp(m_accounts, user);
}

void MemoryStore::saveAccount(const sync::Account& account) {
    changed();
    put(m_accounts, account.profile.user, account);
}

std::vector<sync::Account> MemoryStore::accounts() { return valuesOf(m_accounts); }

std::optional<sync::Device> MemoryStore::device(const DeviceId& id) {
    m_faults.pass();
    return lookUp(m_devices, id);
}

void MemoryStore::saveDevice(const sync::Device& device) {
    changed();
    put(m_devices, device.id, device);
}

std::vector<sync::Device> MemoryStore::devices() { return valuesOf(m_devices); }

void MemoryStore::addUser(const domain::UserProfile& profile, const std::string& password) {
    begin();
    saveAccount({profile, password, profile.disabled});
    appendRecord("user", profile.user.value, wire::encode(profile));
    commit();
}

}  // namespace zhida::testing
