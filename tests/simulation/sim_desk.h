// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_engine.h"
#include "tests/simulation/desk_disk.h"
#include "tests/simulation/network.h"
#include "tests/simulation/sim_centre.h"

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace zhida::simulation {

/// A command that somebody gave, and the words in it.
struct Made {
    domain::Command command;
    std::string words;
};

/// A desk: engine and disk, with a host that does what sync_client does, and may lose its power at any call of the disk.
class SimDesk final : public NetworkEnd, sync::ClientLine {
public:
    struct Place {
        std::size_t index = 0;
        UserCode user;
        Stores stores = Stores::memory;
    };
    SimDesk(World& world, Network& network, SimCentre& centre, const Place& place);

    void start();
    void crash();
    /// The cable, as seen from the socket (true) or as the agent's own switch (false).
    void unplug(std::int64_t milliseconds, bool silent);
    void plugIn();

    void onOpened(std::uint64_t link, std::uint64_t line) override;
    void onMessage(std::uint64_t link, const std::string& message) override;
    void onClosed(std::uint64_t link, std::uint64_t line, std::string_view why) override;

    /// The agent does something at random; what became a command is in made().
    void act();
    /// … or takes back what was done last to some ticket.
    void takeBack();
    /// sync.wait: when it says yes, everything up to now must be here.
    void wait(std::int64_t milliseconds);
    void fetchHistory();

    [[nodiscard]] DeskDisk& disk() { return *m_disk; }
    [[nodiscard]] testing::FaultPoint& faults() { return m_faults; }
    [[nodiscard]] const std::vector<Made>& made() const { return m_made; }
    [[nodiscard]] const UserCode& user() const { return m_identity.user; }
    [[nodiscard]] service::SyncStatus status() const { return m_engine ? m_engine->status() : service::SyncStatus{}; }
    [[nodiscard]] std::size_t index() const { return m_index; }
    [[nodiscard]] std::uint64_t crashes() const { return m_crashes; }
    void setClockSkew(std::int64_t milliseconds) { m_clock.setSkew(milliseconds); }

private:
    void open(std::uint64_t line) override;
    void send(std::uint64_t line, std::string message) override;
    void close(std::uint64_t line, std::string_view reason) override;

    void enter(const std::function<void(sync::ClientEngine&)>& work);
    void scheduleTick(std::int64_t milliseconds);
    void examine();
    std::optional<TicketId> someTicket();
    void dropLink();
    void adoptStored(const std::string& words);
    void forget(const std::function<bool(const Made&)>& gone) { std::erase_if(m_made, gone); }

    World& m_world;
    Network& m_network;
    SimCentre& m_centre;
    std::size_t m_index;
    sync::Identity m_identity;
    std::string m_password;
    WorldClock m_clock;
    WorldClock m_steady;
    testing::FaultPoint m_faults;
    std::unique_ptr<DeskDisk> m_disk;
    std::unique_ptr<sync::ClientEngine> m_engine;
    std::uint64_t m_life = 0;
    Instant m_tickAt{INT64_MAX};
    std::uint64_t m_line = 0;
    std::uint64_t m_link = 0;
    std::vector<Made> m_made;
    std::optional<Instant> m_asOf;
    std::uint64_t m_crashes = 0;
};

}  // namespace zhida::simulation
