// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_store.h"
#include "tests/simulation/stores.h"
#include "tests/simulation/world.h"
#include "tests/support/sync/fault_point.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zhida::simulation {

/// All that the centre holds.
struct CentreContents {
    std::vector<sync::LogEntry> log;
    std::map<TicketId, domain::Ticket> tickets;
    std::map<std::pair<std::string, std::string>, std::string> records;
    std::map<CommandId, sync::CommandAnswer> answers;
};

/// The centre's disk. Calls of store() may fail with Crash; the rest only looks.
class CentreDisk {
public:
    virtual ~CentreDisk() = default;

    [[nodiscard]] virtual sync::ServerStore& store() = 0;
    /// The process has ended in the middle of whatever it did. What was committed is there at once.
    virtual void crash() = 0;

    /// Somebody copies the file, between two transactions.
    virtual void keepCopy() = 0;
    /// After crash(): the last copy stands where the file was. Only when there is one.
    virtual void restoreCopy() = 0;

    [[nodiscard]] virtual std::optional<sync::CommandAnswer> answerTo(const CommandId& id) = 0;
    [[nodiscard]] virtual CentreContents contents() = 0;
    /// Is the disk sound by itself? Throws Violation.
    virtual void examineAtRest() {}
};

std::unique_ptr<CentreDisk> makeCentreDisk(Stores stores, World& world, testing::FaultPoint& faults);

}  // namespace zhida::simulation
