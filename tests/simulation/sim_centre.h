// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/engine.h"
#include "tests/simulation/centre_disk.h"
#include "tests/simulation/network.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zhida::simulation {

/// The centre: engine and store, with a host that does what app/centre does, and may lose its power at any store call.
class SimCentre final : public NetworkEnd, sync::Outlet, sync::PasswordCheck, sync::AdminHandler, sync::SecretSource {
public:
    SimCentre(World& world, Stores stores);

    void join(Network& network) { m_network = &network; }
    void start();
    void crash();
    /// The centre's clock is so much later now: due times pass as over a long holiday, or a long downtime.
    void leap(std::int64_t milliseconds);
    /// Nothing that time does is still to be done.
    [[nodiscard]] bool nothingDue();
    [[nodiscard]] Instant wallClock() const { return m_clock.now(); }
    void keepCopy();
    /// Crashes, and starts again from the last copy, if there is one.
    void restoreCopy();

    void onOpened(std::uint64_t link, std::uint64_t line) override;
    void onMessage(std::uint64_t link, const std::string& message) override;
    void onClosed(std::uint64_t link, std::uint64_t line, std::string_view why) override;

    void setDisabled(const UserCode& user, bool disabled);
    void moveTo(const UserCode& user, const UnitCode& unit);
    void putRecord(const std::string& kind, const std::string& key, const std::string& body);

    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] sync::ServerStore& store() { return m_disk->store(); }
    [[nodiscard]] CentreDisk& disk() { return *m_disk; }
    [[nodiscard]] testing::FaultPoint& faults() { return m_faults; }
    [[nodiscard]] bool up() const { return m_engine != nullptr; }
    /// The head that had been committed at that moment.
    [[nodiscard]] std::uint64_t headAt(Instant at) const;
    [[nodiscard]] const std::vector<Error>& reports() const { return m_reports; }
    [[nodiscard]] std::uint64_t restores() const { return m_restores; }
    [[nodiscard]] std::uint64_t crashes() const { return m_crashes; }

private:
    void send(sync::ConnectionId connection, std::string message) override;
    void close(sync::ConnectionId connection, std::string_view reason) override;
    void setTrusted(sync::ConnectionId) override {}
    std::size_t queuedBytes(sync::ConnectionId) override { return 0; }
    void check(std::uint64_t request, std::string hash, std::string password) override;
    void administer(sync::AdminRequest request) override;
    std::string secret() override { return "secret-" + std::to_string(m_world.rng().next()); }
    std::string digest(std::string_view secret) override { return Uuid::fromName(secret).text(); }

    void enter(const std::function<void(sync::ServerEngine&)>& work);
    /// An administrator's change: its own transaction on the engine's thread.
    void change(const std::function<void()>& work);
    void changeAccount(const sync::Account& account);
    void scheduleTick(std::int64_t milliseconds);
    void noteHead();

    World& m_world;
    std::int64_t m_leapt = 0;
    WorldClock m_clock;
    WorldClock m_steady;
    Network* m_network = nullptr;
    testing::FaultPoint m_faults;
    std::unique_ptr<CentreDisk> m_disk;
    std::unique_ptr<sync::ServerEngine> m_engine;
    std::uint64_t m_life = 0;  ///< grows with each start: what was scheduled for an earlier one is void
    bool m_processScheduled = false;
    Instant m_tickAt{INT64_MAX};
    std::vector<std::uint64_t> m_links;
    std::map<std::int64_t, std::uint64_t> m_heads;
    std::vector<Error> m_reports;
    std::uint64_t m_crashes = 0;
    bool m_hasCopy = false;
    std::uint64_t m_restores = 0;
};

}  // namespace zhida::simulation
