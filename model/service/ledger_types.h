// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/domain/org.h"

#include <cstdint>
#include <string>
#include <vector>

/// What the desk's ledger and whoever talks to the centre hand to each other. Field for field what sync/session/desk_port.h
/// names, so that the adapter between them only copies.
namespace zhida::service {

/// Where the desk stands in the centre's log.
struct FeedCursor {
    Uuid epoch;
    std::uint64_t seq = 0;
    std::string chain;
    bool operator==(const FeedCursor&) const = default;
};

/// A first fill that is under way.
struct FillProgress {
    bool running = false;
    Uuid epoch;
    std::uint64_t pinnedSeq = 0;
    std::string position;
    bool operator==(const FillProgress&) const = default;
};

/// One thing that came down from the centre.
struct FeedItem {
    enum class Kind : std::uint8_t { event, ticket, leave, record };
    Kind what = Kind::event;
    TicketId ticket;
    std::string recordKind;
    std::string key;
    std::string body;  ///< wire bytes of an Event, a Ticket or a record; empty for a record: it is gone
};

/// A command without an answer.
struct PendingCommand {
    std::uint64_t localSeq = 0;
    CommandId id;
    TicketId ticket;
    std::string bytes;
};

struct CentreAnswer {
    CommandId command;
    std::uint64_t seq = 0;  ///< 0: refused
    Error refusal;
};

/// Who works here, as the centre confirmed it. The token is a secret: never in a log line.
struct DeskSignIn {
    DeviceId device;
    std::string station;  ///< two base-32 characters of this device
    std::string token;
    Instant tokenUntil;
    domain::UserProfile profile;
    std::vector<std::string> scopes;
    bool operator==(const DeskSignIn&) const = default;
};

}  // namespace zhida::service
