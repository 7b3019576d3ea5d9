// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/executor.h"
#include "sync/net/transport.h"

#include <memory>

namespace zhida::net {

/// One end of a connection within the process. `executor` is serial; it takes the place of the I/O thread for this handler.
struct LoopbackEnd {
    Executor& executor;
    std::unique_ptr<ConnectionHandler> handler;
    bool trusted = false;
};

/// Joins two handlers; the contract is that of a connection over the network, without the network. Of `limits` the sizes hold.
/// Both executors must outlive the connection; one that drops its tasks (a stopped IoThread) must do so after the end of it.
/// Returns the client's end.
std::shared_ptr<Connection> joinLoopback(LoopbackEnd client, LoopbackEnd server, Limits limits = {});

}  // namespace zhida::net
