// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "sync/protocol/sync.pb.h"

namespace zhida::sync {

inline constexpr int kMostCommandsOfAPush = 200;

/// Ids have 16 bytes, chains 32, texts are within bounds, lists too. Error frame.malformed{at}.
/// What a frame carries for somebody else (commands, tickets, events) is not looked into.
Status validate(const pb::Frame& frame);

}  // namespace zhida::sync
