// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/domain/org.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {

/// Where a desk stands in the centre's log. Equal seq with another epoch or chain means: not the history we knew.
struct Cursor {
    Uuid epoch;
    std::uint64_t seq = 0;
    std::string chain;  ///< 32 bytes, or empty before the first fill
    bool operator==(const Cursor&) const = default;
};

/// A first fill that may be cut anywhere and go on later: the page that comes next, and the seq it is pinned to.
struct FillState {
    bool running = false;
    Uuid epoch;
    std::uint64_t pinnedSeq = 0;
    std::string position;  ///< opaque to the desk: the server's keyset position
    bool operator==(const FillState&) const = default;
};

/// One thing that came down.
struct InboxItem {
    enum class Kind : std::uint8_t {
        event,   ///< body: wire bytes of an Event
        ticket,  ///< body: wire bytes of the whole Ticket (snapshot, or it has come into our scope)
        leave,   ///< the ticket has left our scope: forget it, not our own waiting commands
        record,  ///< kind, key, body (empty: gone)
    };
    Kind what = Kind::event;
    TicketId ticket;
    std::string recordKind;
    std::string key;
    std::string body;
};

/// A command that waits for the server.
struct WaitingCommand {
    std::uint64_t localSeq = 0;  ///< order of making, rising without reuse
    CommandId id;
    std::string bytes;  ///< wire bytes of the Command, never rewritten
};

struct AnswerIn {
    CommandId command;
    std::uint64_t seq = 0;  ///< 0: refused
    Error refusal;
};

/// What the server said of this desk at sign-in; kept, so that the desk works without a line from then on.
struct SignIn {
    DeviceId device;
    std::string station;
    std::string token;
    Instant tokenUntil;
    domain::UserProfile profile;
    std::vector<std::string> scopes;
};

/// What the client engine needs of the desk's disk. One thread calls it. Each call is one durable transaction; failures of
/// the disk are exceptions. model/service's ledger is behind it (see sync/store).
class DeskPort {
public:
    virtual ~DeskPort() = default;

    [[nodiscard]] virtual Cursor cursor() = 0;
    [[nodiscard]] virtual FillState fill() = 0;
    [[nodiscard]] virtual std::optional<SignIn> signIn() = 0;
    virtual void saveSignIn(const SignIn& signIn) = 0;

    /// Waiting commands with localSeq > `after`, oldest first.
    [[nodiscard]] virtual std::vector<WaitingCommand> waiting(std::uint64_t after, std::size_t limit) = 0;
    [[nodiscard]] virtual std::size_t waitingCount() = 0;

    /// Applies the items in order and moves the cursor to `cursor`, in one transaction. An event whose revision the desk
    /// already has changes nothing; one that leaves a gap marks the ticket for refetch and never stops the rest.
    virtual void applyFeed(const std::vector<InboxItem>& items, const Cursor& cursor) = 0;
    /// Begins a fill: the base is rebuilt; the outbox, drafts and refusals stay. What is shown stays until finishFill.
    virtual void beginFill(const FillState& fill) = 0;
    virtual void applyFillPage(const std::vector<InboxItem>& items, const FillState& next) = 0;
    /// Drops tickets that the fill did not bring (except ours waiting) and sets the cursor.
    virtual void finishFill(const Cursor& cursor) = 0;
    /// Accepted: the command waits no longer once the cursor has reached its seq. Refused: it goes to the tray with its words.
    virtual void applyAnswers(const std::vector<AnswerIn>& answers) = 0;
    /// History that was asked for: wire bytes of the ticket's events.
    virtual void saveHistory(const TicketId& ticket, const std::vector<std::string>& events) = 0;
};

}  // namespace zhida::sync
