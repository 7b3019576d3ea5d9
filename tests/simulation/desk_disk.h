// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/command.h"
#include "sync/session/desk_port.h"
#include "tests/simulation/stores.h"
#include "tests/simulation/world.h"
#include "tests/support/sync/fault_point.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace zhida::simulation {

using Records = std::map<std::pair<std::string, std::string>, std::string>;
using TicketBytes = std::map<TicketId, std::string>;

struct Refusal {
    std::string bytes;
    Error why;
};

/// What a desk owes its agent.
struct Owed {
    std::map<CommandId, std::string> waiting;  ///< no answer, or accepted and not yet in the feed; wire bytes
    std::map<CommandId, Refusal> refused;
    std::set<CommandId> settled;  ///< accepted and in the feed; kept for a centre that has lost it
};

/// A desk's disk. Calls of port() and submit() may fail with Crash; everything else only looks, also after a crash.
class DeskDisk {
public:
    virtual ~DeskDisk() = default;

    /// The desk's process begins; and ends, in good order or not.
    virtual void start() {}
    virtual void stop() {}

    [[nodiscard]] virtual sync::DeskPort& port() = 0;
    /// What the agent does to `ticket`; `fresh`: to a new one, whose id the disk may choose. Errors of domain::decide.
    virtual Result<domain::Command> submit(const TicketId& ticket, bool fresh, domain::TicketCommand body) = 0;

    /// The agent takes his last act on the ticket back: it is withdrawn, or a new command undoes it.
    struct TakenBack {
        std::optional<CommandId> withdrawn;
        std::optional<domain::Command> command;
    };
    virtual Result<TakenBack> takeBack(const TicketId& ticket) = 0;

    [[nodiscard]] virtual sync::Cursor cursor() = 0;
    [[nodiscard]] virtual std::optional<sync::SignIn> signIn() = 0;
    [[nodiscard]] virtual std::size_t unanswered() = 0;
    [[nodiscard]] virtual Owed owed() = 0;
    /// Tickets of the centre and of our waiting commands.
    [[nodiscard]] virtual std::set<TicketId> known() = 0;
    [[nodiscard]] virtual TicketBytes base() = 0;
    /// With our waiting commands applied.
    [[nodiscard]] virtual TicketBytes shown() = 0;
    [[nodiscard]] virtual Records records() = 0;
    [[nodiscard]] virtual std::uint64_t fills() const = 0;
    /// Everything that lies on the disk, as bytes.
    [[nodiscard]] virtual std::string raw() = 0;
    /// Is everything that the disk keeps beside the tickets what a recount gives? Throws Violation.
    virtual void examine() {}
    virtual void examineAtRest() {}
};

/// `clock` shows the desk's time. All of them outlive the disk.
std::unique_ptr<DeskDisk> makeDeskDisk(Stores stores, World& world, testing::FaultPoint& faults, const Clock& clock);

}  // namespace zhida::simulation
