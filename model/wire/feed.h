// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/domain/org.h"

#include <cstdint>
#include <string>
#include <vector>

/// What a desk and its centre hand to each other: the desk's ledger stores it, the client engine sends and receives it.
namespace zhida::feed {

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
    TicketId ticket;
    std::string bytes;  ///< wire bytes of the Command, never rewritten
};

struct AnswerIn {
    CommandId command;
    std::uint64_t seq = 0;  ///< 0: refused
    Error refusal;
};

/// What the server said of this desk at sign-in; kept, so that the desk works without a line from then on.
/// The token is a secret: never in a log line.
struct SignIn {
    DeviceId device;
    std::string station;
    std::string token;
    Instant tokenUntil;
    domain::UserProfile profile;
    std::vector<std::string> scopes;
    bool operator==(const SignIn&) const = default;
};

}  // namespace zhida::feed
