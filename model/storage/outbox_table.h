// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/base/time.h"
#include "model/sqlite/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::storage {

/// The numbers are stored.
enum class OutboxState : std::uint8_t {
    waiting = 0,   ///< no answer yet
    accepted = 1,  ///< answered, but our feed has not come to it: still shown as ours
    refused = 2,   ///< in the tray until the agent has dealt with it
};

struct OutboxRow {
    std::uint64_t seq = 0;
    CommandId command;
    TicketId ticket;
    OutboxState state = OutboxState::waiting;
    bool landed = false;  ///< our feed has brought its events: part of the base already
    std::uint64_t acceptedSeq = 0;
    Error refusal;
    Instant createdAt;
    std::string bytes;  ///< wire bytes of the Command, never rewritten
};

/// What this desk has asked of the centre. `seq` rises and is never used again. In the caller's transaction.
class OutboxTable {
public:
    explicit OutboxTable(sqlite::Database& database) : m_database(database) {}

    /// Returns its seq.
    std::uint64_t add(const CommandId& command, const TicketId& ticket, Instant at, std::string_view bytes);
    [[nodiscard]] std::optional<OutboxRow> find(const CommandId& command) const;
    /// Waiting and beyond `after`, oldest first.
    [[nodiscard]] std::vector<OutboxRow> unanswered(std::uint64_t after, std::size_t limit) const;
    /// Of one ticket, refused ones left out, oldest first.
    [[nodiscard]] std::vector<OutboxRow> ofTicket(const TicketId& ticket) const;
    /// Everything, oldest first.
    [[nodiscard]] std::vector<OutboxRow> all() const;
    [[nodiscard]] std::size_t unansweredCount() const;
    [[nodiscard]] std::size_t refusedCount() const;

    /// True when it is one of ours that waits or is accepted.
    bool land(const CommandId& command);
    void accept(const CommandId& command, std::uint64_t seq);
    void refuse(const CommandId& command, const Error& refusal);
    void remove(const CommandId& command);
    /// Accepted ones up to `seq` of the feed are gone; returns their tickets.
    std::vector<TicketId> settle(std::uint64_t seq);
    /// Perhaps another history: what was accepted or has landed waits again. Returns the tickets.
    std::vector<TicketId> waitAgain();

private:
    sqlite::Database& m_database;
};

}  // namespace zhida::storage
