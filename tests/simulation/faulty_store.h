// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_store.h"
#include "tests/support/sync/fault_point.h"

#include <utility>

namespace zhida::simulation {

/// Another store whose calls may fail before and after they have had their effect.
class FaultyStore final : public sync::ServerStore {
public:
    explicit FaultyStore(testing::FaultPoint& faults) : m_faults(faults) {}
    /// What it stands before; a restart brings another one.
    void standBefore(sync::ServerStore& store) { m_store = &store; }

    void begin() override {
        around([&] { m_store->begin(); });
    }
    void commit() override {
        around([&] { m_store->commit(); });
    }
    void rollback() override { m_store->rollback(); }
    [[nodiscard]] Uuid epoch() override { return m_store->epoch(); }
    [[nodiscard]] std::uint64_t head() override { return m_store->head(); }
    [[nodiscard]] std::string chainAt(std::uint64_t seq) override { return m_store->chainAt(seq); }

    [[nodiscard]] std::optional<domain::Ticket> ticket(const TicketId& id) override {
        return around([&] { return m_store->ticket(id); });
    }
    [[nodiscard]] std::optional<sync::CommandAnswer> answer(const CommandId& id) override {
        return around([&] { return m_store->answer(id); });
    }
    void saveAnswer(const sync::CommandAnswer& answer, const DeviceId& device) override {
        around([&] { m_store->saveAnswer(answer, device); });
    }
    std::uint64_t append(const std::vector<domain::Event>& events, const std::optional<domain::Ticket>& before,
                         const domain::Ticket& after) override {
        return around([&] { return m_store->append(events, before, after); });
    }
    std::uint64_t appendRecord(std::string_view kind, std::string_view key, std::string_view body) override {
        return around([&] { return m_store->appendRecord(kind, key, body); });
    }
    [[nodiscard]] std::vector<sync::LogEntry> entriesAfter(std::uint64_t seq, std::size_t limit,
                                                           std::size_t bytes) override {
        return around([&] { return m_store->entriesAfter(seq, limit, bytes); });
    }
    [[nodiscard]] std::vector<sync::SnapshotRow> ticketsAfter(const std::vector<std::string>& scopes,
                                                              const TicketId& after, std::size_t limit,
                                                              std::size_t bytes) override {
        return around([&] { return m_store->ticketsAfter(scopes, after, limit, bytes); });
    }
    [[nodiscard]] std::uint64_t fillSize(const std::vector<std::string>& scopes) override {
        return around([&] { return m_store->fillSize(scopes); });
    }
    [[nodiscard]] std::vector<sync::RecordRow> recordsAfter(const sync::RecordRow& after, std::size_t limit,
                                                            std::size_t bytes) override {
        return around([&] { return m_store->recordsAfter(after, limit, bytes); });
    }
    [[nodiscard]] std::optional<std::string> record(std::string_view kind, std::string_view key) override {
        return around([&] { return m_store->record(kind, key); });
    }
    [[nodiscard]] std::vector<std::string> history(const TicketId& id) override {
        return around([&] { return m_store->history(id); });
    }
    void setTimer(const TicketId& ticket, std::optional<Instant> at) override {
        around([&] { m_store->setTimer(ticket, at); });
    }
    [[nodiscard]] std::vector<sync::Timer> timersAfter(const sync::Timer& after, std::size_t limit) override {
        return around([&] { return m_store->timersAfter(after, limit); });
    }
    [[nodiscard]] std::string note(std::string_view name) override {
        return around([&] { return m_store->note(name); });
    }
    void keepNote(std::string_view name, std::string_view value) override {
        around([&] { m_store->keepNote(name, value); });
    }
    [[nodiscard]] std::optional<sync::Account> account(const UserCode& user) override {
        return around([&] { return m_store->account(user); });
    }
    void saveAccount(const sync::Account& account) override {
        around([&] { m_store->saveAccount(account); });
    }
    [[nodiscard]] std::vector<sync::Account> accounts() override { return m_store->accounts(); }
    [[nodiscard]] std::optional<sync::Device> device(const DeviceId& id) override {
        return around([&] { return m_store->device(id); });
    }
    void saveDevice(const sync::Device& device) override {
        around([&] { m_store->saveDevice(device); });
    }
    [[nodiscard]] std::vector<sync::Device> devices() override { return m_store->devices(); }

private:
    template <class Call>
    auto around(Call call) -> decltype(call()) {
        m_faults.pass();
        if constexpr (std::is_void_v<decltype(call())>) {
            call();
            m_faults.pass();
        } else {
            auto answer = call();
            m_faults.pass();
            return answer;
        }
    }

    testing::FaultPoint& m_faults;
    sync::ServerStore* m_store = nullptr;
};

}  // namespace zhida::simulation
