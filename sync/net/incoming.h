// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to sync/net.
#pragma once

#include "sync/net/io_thread_impl.h"
#include "sync/net/wire.h"

#include <memory>
#include <string>

namespace zhida::net {

class Incoming;

/// What becomes of an Incoming: one of the two, once, unless it was given up.
class IncomingOwner {
public:
    virtual ~IncomingOwner() = default;
    virtual void onReady(const std::shared_ptr<Incoming>& incoming, std::shared_ptr<Wire> wire) = 0;
    virtual void onFailed(const std::shared_ptr<Incoming>& incoming, const Error& why) = 0;
};

/// "address:port" of the other end.
std::string peerName(const Tcp::socket& socket);

/// The server's half of the two handshakes, TLS and WebSocket. I/O thread only.
class Incoming final : public std::enable_shared_from_this<Incoming> {
public:
    Incoming(std::shared_ptr<IoThread::Impl> io, Tcp::socket socket, asio::ssl::context& context);

    void begin(std::shared_ptr<IncomingOwner> owner, std::int64_t milliseconds);
    /// Ends it without a word to the owner.
    void giveUp();
    [[nodiscard]] const std::string& peer() const { return m_peer; }

private:
    void onSecured(const ErrorCode& ec);
    void onUpgraded(const Status& status);
    void fail(const Error& why);

    std::shared_ptr<IoThread::Impl> m_io;
    std::string m_peer;
    TlsStream m_stream;
    std::shared_ptr<Wire> m_wire;
    std::shared_ptr<IncomingOwner> m_owner;
    Timer m_deadline;
};

}  // namespace zhida::net
