// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/base/time.h"
#include "model/sqlite/database.h"

#include <cstdint>
#include <functional>
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
    settled = 3,   ///< accepted, and in our feed: kept for a while, for a centre that loses its newest history
};

struct OutboxRow {
    std::uint64_t seq = 0;
    CommandId command;
    TicketId ticket;  ///< null of a command about a record
    OutboxState state = OutboxState::waiting;
    bool landed = false;  ///< our feed has brought its events: part of the base already
    std::uint64_t acceptedSeq = 0;
    Error refusal;
    Instant createdAt;
    std::string bytes;                 ///< wire bytes of the Command or RecordCommand, never rewritten
    std::string recordKind;            ///< of a command about a record; empty: about a ticket
    std::optional<Instant> restUntil;  ///< not handed to the line before
    bool sent = true;                  ///< it may have left; false: it certainly has not
    Uuid batch;                        ///< of one act on many tickets

    [[nodiscard]] bool aboutRecord() const { return !recordKind.empty(); }
};

/// What a settled command was about.
struct Settled {
    TicketId ticket;         ///< null: about a record
    std::string recordKind;  ///< empty: about a ticket
    bool operator==(const Settled&) const = default;
};

/// How a new command waits.
struct OutboxWait {
    std::optional<Instant> restUntil = {};
    bool sent = false;
    Uuid batch = {};
};

/// What this desk has asked of the centre. `seq` rises and is never used again. In the caller's transaction.
class OutboxTable {
public:
    explicit OutboxTable(sqlite::Database& database) : m_database(database) {}

    /// Returns its seq.
    std::uint64_t add(const CommandId& command, const TicketId& ticket, Instant at, std::string_view bytes,
                      const OutboxWait& wait = {});
    /// The highest seq ever given; 0: none.
    [[nodiscard]] std::uint64_t lastSeq() const;
    /// Tickets of commands beyond `seq` that are neither refused nor settled.
    [[nodiscard]] std::vector<TicketId> ticketsAfter(std::uint64_t seq) const;
    /// Of a command about a record: it never rests.
    std::uint64_t addForRecord(const CommandId& command, std::string_view kind, Instant at, std::string_view bytes);
    [[nodiscard]] std::optional<OutboxRow> find(const CommandId& command) const;
    /// Waiting and beyond `after`, oldest first; without those that rest.
    [[nodiscard]] std::vector<OutboxRow> unanswered(std::uint64_t after, std::size_t limit) const;
    /// Of one ticket, refused and settled ones left out, oldest first.
    [[nodiscard]] std::vector<OutboxRow> ofTicket(const TicketId& ticket) const;
    /// Of all records, refused and settled ones left out, oldest first.
    [[nodiscard]] std::vector<OutboxRow> ofRecords() const;
    /// Of one act on many tickets, newest first; refused ones left out.
    [[nodiscard]] std::vector<OutboxRow> ofBatch(const Uuid& batch) const;
    /// The last command on the ticket that was not refused.
    [[nodiscard]] std::optional<OutboxRow> lastOf(const TicketId& ticket) const;
    /// Everything that is not settled, oldest first.
    [[nodiscard]] std::vector<OutboxRow> all() const;
    [[nodiscard]] std::size_t unansweredCount() const;
    [[nodiscard]] std::size_t refusedCount() const;

    /// Until when the ticket's waiting commands rest; what comes after them waits with them.
    [[nodiscard]] std::optional<Instant> restOf(const TicketId& ticket) const;
    /// When the first resting one may leave.
    [[nodiscard]] std::optional<Instant> nextRelease(Instant now) const;
    /// Puts those whose rest is over (at `now`; without it all) at the end of the line, those of one ticket in their order.
    /// Returns whether there were any. A clock that was set back holds nothing up.
    bool release(std::optional<Instant> now);
    /// What waits from `first` to `last` is about to leave.
    void markSent(std::uint64_t first, std::uint64_t last);

    /// True when it is one of ours that waits or is accepted.
    bool land(const CommandId& command);
    void accept(const CommandId& command, std::uint64_t seq);
    void refuse(const CommandId& command, const Error& refusal);
    void remove(const CommandId& command);
    /// What the ticket shows now has all that the centre has accepted of it so far.
    void landAccepted(const TicketId& ticket);
    /// Accepted ones up to `seq` of the feed are settled; returns what they were about, each once.
    std::vector<Settled> settle(std::uint64_t seq);
    /// Forgets, a few at a time, what was settled and made before `then`.
    void forgetSettled(Instant then);
    /// What was accepted waits again. Returns whether anything was.
    bool askAgain();
    /// Another history: what was accepted waits again, and so does what was settled.
    void offerAgain();

private:
    std::vector<OutboxRow> select(std::string_view where, const std::function<void(sqlite::Statement&)>& bind) const;

    sqlite::Database& m_database;
};

}  // namespace zhida::storage
