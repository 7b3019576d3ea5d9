// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/sync.pb.h"

#include <cstdint>

/// Which frame may come when. What is not in these tables ends the connection with session.unexpected{frame,stage}.
namespace zhida::sync {

enum class ClientStage : std::uint8_t {
    idle,      ///< nothing said yet
    greeting,  ///< Hello is out
    filling,
    live,  ///< a cursor, and the feed follows on it
    ended,
};

enum class ServerStage : std::uint8_t {
    greeting,  ///< Hello has not come
    checking,  ///< the password is being checked
    ready,
    ended,
};

/// Reason of a fill after which the history is the one that the desk knows.
inline constexpr const char* kScopesChanged = "scopes.changed";

bool mayReceive(ClientStage stage, pb::Frame::KindCase kind);
bool mayReceive(ServerStage stage, pb::Frame::KindCase kind);
const char* nameOf(ClientStage stage);
const char* nameOf(ServerStage stage);
const char* nameOf(pb::Frame::KindCase kind);

}  // namespace zhida::sync
