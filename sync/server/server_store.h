// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/domain/audit.h"
#include "model/domain/event.h"
#include "model/domain/org.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::sync {

/// One entry of the centre's log. The order of `seq` is the order of everything.
struct LogEntry {
    std::uint64_t seq = 0;
    bool isRecord = false;  ///< false: an event of a ticket; true: a record of reference data or an article
    TicketId ticket;        ///< of an event
    std::uint64_t rev = 0;  ///< of an event: the revision of the ticket after it
    std::string
        kind;  ///< of a record: "article" "unit" "user" "category" "region" "holiday" "service" "rules" "roster" "audit"
    std::string key;                        ///< of a record
    std::string body;                       ///< wire bytes of the Event, or of the record (empty: the record is gone)
    std::vector<std::string> scopesBefore;  ///< of a ticket: who could see it before; empty for a new one
    std::vector<std::string> scopesAfter;
    CommandId command;
};

/// The stored, final answer to a command: equal byte for byte however often it is asked for.
struct CommandAnswer {
    CommandId command;
    std::uint64_t seq = 0;  ///< of its last event; 0 when refused
    Error refusal;          ///< code empty when accepted
    bool operator==(const CommandAnswer&) const = default;
};

struct Account {
    domain::UserProfile profile;
    std::string passwordHash;  ///< Argon2id, libsodium's self-describing text
    bool disabled = false;
};

struct Device {
    DeviceId id;
    std::string name;
    std::string station;    ///< two base-32 characters, leased for ever
    UserCode user;          ///< who enrolled it
    std::string tokenHash;  ///< of the session token it holds; empty: none
    UserCode tokenUser;
    Instant tokenUntil;
    Instant lastSeen;
    bool disabled = false;
};

struct SnapshotRow {
    TicketId ticket;
    std::uint64_t rev = 0;
    std::string body;     ///< wire bytes of the Ticket
    bool veiled = false;  ///< not every unit may see its caller (domain/permission.h)
};

/// Who looked at what is secret is no desk's affair.
constexpr bool goesToDesks(std::string_view recordKind) { return recordKind != domain::kAuditKind; }

/// When time does something to a ticket: the scheduler looks at it then.
struct Timer {
    Instant at;
    TicketId ticket;
    auto operator<=>(const Timer&) const = default;
};
/// Before all timers.
inline constexpr Timer kFirstTimer{Instant{INT64_MIN}, {}};

struct RecordRow {
    std::string kind;
    std::string key;
    std::string body;
};

/// What the server keeps, in the language of sync. One thread (the sequencer) calls it. Everything between begin() and
/// commit() becomes durable at once or not at all. Failures of the disk are exceptions: the sequencer must not go on.
class ServerStore {
public:
    virtual ~ServerStore() = default;

    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() = 0;

    [[nodiscard]] virtual Uuid epoch() = 0;
    [[nodiscard]] virtual std::uint64_t head() = 0;
    /// 32 bytes: SHA-256 over the previous hash and the entry; of seq 0: zeros. Empty when the entry is not known.
    [[nodiscard]] virtual std::string chainAt(std::uint64_t seq) = 0;

    [[nodiscard]] virtual std::optional<domain::Ticket> ticket(const TicketId& id) = 0;
    [[nodiscard]] virtual std::optional<CommandAnswer> answer(const CommandId& id) = 0;
    virtual void saveAnswer(const CommandAnswer& answer, const DeviceId& device) = 0;
    /// Appends the events and replaces the ticket's row by `after`. Its timer is set to "at once" (the instant 0): whoever
    /// appends need not know what time does. Returns the seq of the last one.
    virtual std::uint64_t append(const std::vector<domain::Event>& events, const std::optional<domain::Ticket>& before,
                                 const domain::Ticket& after) = 0;
    /// Appends a record; an unchanged body appends nothing and returns 0. An empty body deletes.
    virtual std::uint64_t appendRecord(std::string_view kind, std::string_view key, std::string_view body) = 0;

    /// At most `limit` entries and about `bytes` of bodies after `seq`, in order.
    [[nodiscard]] virtual std::vector<LogEntry> entriesAfter(std::uint64_t seq, std::size_t limit,
                                                             std::size_t bytes) = 0;
    /// Tickets of any of `scopes` with id > `after`, in order of id; the same bounds.
    [[nodiscard]] virtual std::vector<SnapshotRow> ticketsAfter(const std::vector<std::string>& scopes,
                                                                const TicketId& after, std::size_t limit,
                                                                std::size_t bytes) = 0;
    /// How many those are, for the progress of a first fill; 0: not known.
    [[nodiscard]] virtual std::uint64_t fillSize(const std::vector<std::string>& /*scopes*/) { return 0; }
    /// Records with (kind, key) > `after`.
    [[nodiscard]] virtual std::vector<RecordRow> recordsAfter(const RecordRow& after, std::size_t limit,
                                                              std::size_t bytes) = 0;
    [[nodiscard]] virtual std::optional<std::string> record(std::string_view kind, std::string_view key) = 0;
    /// Wire bytes of the events of one ticket, oldest first.
    [[nodiscard]] virtual std::vector<std::string> history(const TicketId& id) = 0;
    /// The ticket's one timer; nothing: time does nothing to it.
    virtual void setTimer(const TicketId& ticket, std::optional<Instant> at) = 0;
    /// The scheduler's work list: timers beyond `after`, in order of time and ticket.
    [[nodiscard]] virtual std::vector<Timer> timersAfter(const Timer& after, std::size_t limit) = 0;
    /// A small thing that the engine remembers for itself; empty: nothing is known.
    [[nodiscard]] virtual std::string note(std::string_view name) = 0;
    virtual void keepNote(std::string_view name, std::string_view value) = 0;

    [[nodiscard]] virtual std::optional<Account> account(const UserCode& user) = 0;
    virtual void saveAccount(const Account& account) = 0;
    [[nodiscard]] virtual std::vector<Account> accounts() = 0;
    [[nodiscard]] virtual std::optional<Device> device(const DeviceId& id) = 0;
    virtual void saveDevice(const Device& device) = 0;
    [[nodiscard]] virtual std::vector<Device> devices() = 0;
};

}  // namespace zhida::sync
