// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_store.h"
#include "tests/support/sync/fault_point.h"

#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace zhida::testing {

/// The centre's store in maps. What is not committed is undone by rollback(), as a restart would.
class MemoryStore final : public sync::ServerStore {
public:
    explicit MemoryStore(FaultPoint& faults, const Uuid& epoch = Uuid::fromName("epoch"))
        : m_faults(faults), m_epoch(epoch) {}

    void begin() override;
    void commit() override;
    void rollback() override;
    [[nodiscard]] Uuid epoch() override { return m_epoch; }
    [[nodiscard]] std::uint64_t head() override { return m_log.size(); }
    [[nodiscard]] std::string chainAt(std::uint64_t seq) override;
    [[nodiscard]] std::optional<domain::Ticket> ticket(const TicketId& id) override;
    [[nodiscard]] std::optional<sync::CommandAnswer> answer(const CommandId& id) override;
    void saveAnswer(const sync::CommandAnswer& answer, const DeviceId& device) override;
    std::uint64_t append(const std::vector<domain::Event>& events, const std::optional<domain::Ticket>& before,
                         const domain::Ticket& after) override;
    std::uint64_t appendRecord(std::string_view kind, std::string_view key, std::string_view body) override;
    [[nodiscard]] std::vector<sync::LogEntry> entriesAfter(std::uint64_t seq, std::size_t limit,
                                                           std::size_t bytes) override;
    [[nodiscard]] std::vector<sync::SnapshotRow> ticketsAfter(const std::vector<std::string>& scopes,
                                                              const TicketId& after, std::size_t limit,
                                                              std::size_t bytes) override;
    [[nodiscard]] std::uint64_t fillSize(const std::vector<std::string>& scopes) override;
    [[nodiscard]] std::vector<sync::RecordRow> recordsAfter(const sync::RecordRow& after, std::size_t limit,
                                                            std::size_t bytes) override;
    [[nodiscard]] std::optional<std::string> record(std::string_view kind, std::string_view key) override;
    [[nodiscard]] std::vector<std::string> history(const TicketId& id) override;
    void setTimer(const TicketId& ticket, std::optional<Instant> at) override;
    [[nodiscard]] std::vector<sync::Timer> timersAfter(const sync::Timer& after, std::size_t limit) override;
    [[nodiscard]] std::string note(std::string_view name) override;
    void keepNote(std::string_view name, std::string_view value) override;
    [[nodiscard]] std::optional<sync::Account> account(const UserCode& user) override;
    void saveAccount(const sync::Account& account) override;
    [[nodiscard]] std::vector<sync::Account> accounts() override;
    [[nodiscard]] std::optional<sync::Device> device(const DeviceId& id) override;
    void saveDevice(const sync::Device& device) override;
    /// As in a copy of the store that is older than the device.
    void forgetDevice(const DeviceId& id) { m_devices.erase(id); }
    [[nodiscard]] std::vector<sync::Device> devices() override;

    /// Adds an account with its record, `password` for hash.
    void addUser(const domain::UserProfile& profile, const std::string& password);
    void setEpoch(const Uuid& epoch) { m_epoch = epoch; }

    /// All that has been committed. Outside of transactions.
    using Copy =
        std::tuple<std::vector<sync::LogEntry>, std::vector<std::string>, std::map<TicketId, domain::Ticket>,
                   std::map<std::pair<std::string, std::string>, std::string>, std::map<CommandId, sync::CommandAnswer>,
                   std::map<UserCode, sync::Account>, std::map<DeviceId, sync::Device>,
                   std::map<TicketId, std::optional<Instant>>, std::map<std::string, std::string>>;
    [[nodiscard]] Copy copy();
    void restore(const Copy& copy);

    // What a test looks at; no faults here.
    [[nodiscard]] const std::vector<sync::LogEntry>& log() const { return m_log; }
    [[nodiscard]] const std::map<TicketId, domain::Ticket>& tickets() const { return m_tickets; }
    [[nodiscard]] const std::map<std::pair<std::string, std::string>, std::string>& records() const {
        return m_records;
    }
    [[nodiscard]] const std::map<CommandId, sync::CommandAnswer>& answers() const { return m_answers; }
    [[nodiscard]] std::uint64_t commits() const { return m_commits; }

private:
    /// Puts a value into a map and remembers how to take it back.
    template <class Map>
    void put(Map& map, const typename Map::key_type& key, const typename Map::mapped_type& value);
    auto everything() {
        return std::tie(m_log, m_chain, m_tickets, m_records, m_answers, m_accounts, m_devices, m_timers, m_notes);
    }
    void appendEntry(sync::LogEntry entry);
    void changed();

    FaultPoint& m_faults;
    Uuid m_epoch;
    bool m_open = false;
    std::uint64_t m_commits = 0;
    std::vector<std::function<void()>> m_undo;
    std::vector<sync::LogEntry> m_log;
    std::vector<std::string> m_chain;
    std::map<TicketId, domain::Ticket> m_tickets;
    std::map<std::pair<std::string, std::string>, std::string> m_records;
    std::map<CommandId, sync::CommandAnswer> m_answers;
    std::map<UserCode, sync::Account> m_accounts;
    std::map<DeviceId, sync::Device> m_devices;
    std::map<TicketId, std::optional<Instant>> m_timers;
    std::map<std::string, std::string> m_notes;
};

}  // namespace zhida::testing
