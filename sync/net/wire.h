// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to sync/net: a WebSocket as the rest of the folder sees it, without Beast. I/O thread only.
#pragma once

#include "model/base/result.h"
#include "sync/net/tls.h"

#include <functional>
#include <memory>
#include <string>

namespace zhida::net {

class WireUser {
public:
    virtual ~WireUser() = default;
    virtual void onWireMessage(std::string message) = 0;
    virtual void onWireWritten(bool ok) = 0;
    /// Once, last.
    virtual void onWireClosed(Error why) = 0;
    /// The other end broke a rule: net.tooLarge or net.protocol. Reading has stopped; the user closes.
    virtual void onWireViolation(Error why) = 0;
    /// Bytes that the next message may have.
    [[nodiscard]] virtual std::size_t messageLimit() const = 0;
};

class Wire {
public:
    using Done = std::function<void(Status)>;

    virtual ~Wire() = default;
    /// The opening handshake; `done` is called once, also after abort(). Errors: net.notWebSocket, net.closed.
    virtual void handshakeAsClient(const std::string& hostAndPort, const std::string& path, Done done) = 0;
    /// Reads a request. A WebSocket's is granted; any other is answered, then `done` gets net.notWebSocket.
    virtual void handshakeAsServer(Done done) = 0;
    /// After the handshake: begins to read.
    virtual void start(std::shared_ptr<WireUser> user) = 0;
    /// One at a time; `message` stays as it is until onWireWritten.
    virtual void write(const std::string& message) = 0;
    /// Closing handshake, then onWireClosed with `why`; the other end is told `reason`. Once.
    virtual void close(Error why, const std::string& reason) = 0;
    /// Closes the socket; what is under way ends with an error.
    virtual void abort() = 0;
};

inline constexpr int kCloseMs = 3'000;

/// On a stream whose TLS handshake is done.
std::shared_ptr<Wire> makeWire(TlsStream stream);

}  // namespace zhida::net
