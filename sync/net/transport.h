// SPDX-License-Identifier: GPL-3.0-or-later
// Message transport: whole binary messages in, whole binary messages out, over one TLS 1.3 WebSocket. Knows nothing of what
// they mean. docs/adr/0004-transport.md has the reasons.
#pragma once

#include "model/base/result.h"
#include "sync/net/io_thread.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace zhida::net {

struct Limits {
    std::size_t maxMessage = 1U << 20U;         ///< bytes of one message, either way
    std::size_t maxQueued = 8U << 20U;          ///< bytes accepted by send() and not yet written
    std::size_t maxBeforeTrusted = 64U << 10U;  ///< bytes of all messages received before setTrusted()
    std::int64_t handshakeMs = 10'000;          ///< name look-up to open WebSocket, all together
};

/// One end of an open (or, for connect(), opening) connection. All functions are thread-safe; calls after the end do nothing.
/// A handler that keeps its Connection needs no precaution: the connection lets go of the handler after onClosed.
class Connection {
public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Messages of one thread arrive in the order of the calls. Above Limits::maxMessage the connection closes with
    /// net.tooLarge, above Limits::maxQueued with net.slowReader.
    virtual void send(std::string message) = 0;
    /// Writes what has been sent (at most 3 s), then closes. Both ends get onClosed net.closed with argument `reason` =
    /// reasonCode (at most 120 bytes of it) and `by` = self or peer. No onMessage follows at this end. Idempotent.
    virtual void close(std::string_view reasonCode) = 0;
    /// Bytes that wait to be written, the message under way included.
    [[nodiscard]] virtual std::size_t queuedBytes() const = 0;
    /// "host:port" of the other end, for logs.
    [[nodiscard]] virtual std::string peer() const = 0;
    /// Lifts Limits::maxBeforeTrusted. A dialled connection is trusted from the start: the certificate has been verified.
    virtual void setTrusted() = 0;
};

/// What happens to a connection. Called on the I/O thread only, and destroyed there after onClosed. An exception that escapes
/// goes to the IoThread's onFailure and closes the connection with net.handlerFailed.
class ConnectionHandler {
public:
    ConnectionHandler() = default;
    virtual ~ConnectionHandler() = default;
    ConnectionHandler(const ConnectionHandler&) = delete;
    ConnectionHandler& operator=(const ConnectionHandler&) = delete;

    virtual void onOpen(std::shared_ptr<Connection> connection) = 0;
    virtual void onMessage(std::string message) = 0;
    /// Exactly once and last, also for a connection that never opened; never inside a call of a function of Connection.
    /// Before opening: net.unresolved net.refused net.timeout tls.untrusted tls.hostMismatch tls.expired tls.protocol
    /// tls.caUnreadable net.notWebSocket net.closed. Afterwards: net.closed (`by` self, peer or network) net.tooLarge
    /// net.slowReader net.protocol net.handlerFailed net.stopped. `detail` is the system's own text, for logs.
    virtual void onClosed(Error why) = 0;
};

struct Endpoint {
    std::string host;  ///< a name or an address, without brackets
    std::uint16_t port = 0;
    std::string path = "/";
    std::string caFile;  ///< PEM; the only authorities that are trusted (the system's own store is not)
    bool operator==(const Endpoint&) const = default;
};

/// "wss://host[:port][/path]", port 443 unless given; IPv6 addresses in brackets. Nothing for anything else.
[[nodiscard]] std::optional<Endpoint> parseUrl(std::string_view url);

struct ListenOptions {
    std::string host;             ///< address to bind; empty: all, IPv4 and IPv6
    std::uint16_t port = 0;       ///< 0: any free one
    std::string certificateFile;  ///< PEM, the server's own first
    std::string keyFile;          ///< PEM
    Limits limits{};
    std::size_t maxConnections = 20'000;  ///< open ones; further ones are closed before the TLS handshake
    std::size_t maxHandshakes = 64;       ///< in progress; further ones wait in the kernel's queue
    std::size_t acceptPerSecond = 400;    ///< further ones wait in the kernel's queue
    /// Something came in that did not become a connection (bad TLS, plain HTTP, timeout); for logs. On the I/O thread.
    std::function<void(const Error& why, const std::string& peer)> onRejected;
};

/// Accepts WebSockets on one port, any path. Other requests get 200 "ok" for /healthz, else 404.
class Listener {
public:
    class State;
    using HandlerFactory = std::function<std::unique_ptr<ConnectionHandler>()>;

    /// Bound and accepting on return (as soon as `io` runs). Errors: tls.certificateUnreadable, tls.keyUnreadable,
    /// tls.keyMismatch, net.badAddress, net.portInUse, net.cannotListen. `factory` is called on the I/O thread, once for
    /// each connection; nullptr refuses it.
    static Result<std::unique_ptr<Listener>> listen(IoThread& io, ListenOptions options, HandlerFactory factory);
    explicit Listener(std::shared_ptr<State> state) : m_state(std::move(state)) {}
    /// As stopAccepting(). Open connections stay open.
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Open connections that came in here.
    [[nodiscard]] std::size_t connections() const;
    /// On return the port is free and neither factory nor onRejected will be called any more. Waits for the I/O thread.
    void stopAccepting();

private:
    std::shared_ptr<State> m_state;
};

/// Returns at once; `handler` is told how it went. The connection may be used before onOpen: messages wait, close() gives up.
/// On an IoThread that has been stopped: onClosed (net.stopped) inside this call.
std::shared_ptr<Connection> connect(IoThread& io, Endpoint endpoint, Limits limits,
                                    std::unique_ptr<ConnectionHandler> handler);

}  // namespace zhida::net
