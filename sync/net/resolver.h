// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to sync/net.
#pragma once

#include "sync/net/io_thread_impl.h"
#include "sync/net/tls.h"

#include <functional>
#include <vector>

namespace zhida::net {

using Resolved = std::function<void(ErrorCode, std::vector<Tcp::endpoint>)>;

/// Addresses of a name, or of an address without asking anybody. `done` is called on the I/O thread, later; never once the
/// thread has stopped. The look-up has a thread of its own that nobody waits for: getaddrinfo cannot be interrupted, and
/// closing the program must not take as long as a dead name server.
void resolve(const std::shared_ptr<IoThread::Impl>& io, const std::string& host, std::uint16_t port, Resolved done);

}  // namespace zhida::net
