// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/link.h"
#include "sync/net/resolver.h"

#include <boost/asio/connect.hpp>

#include <optional>
#include <utility>

namespace zhida::net {
namespace {

Error connectError(const ErrorCode& ec) {
    const bool late = ec == asio::error::timed_out;
    return Error(late ? "net.timeout" : "net.refused", {{"detail", ec.message()}});
}

std::string bracketed(const Endpoint& to) {
    const bool address6 = to.host.find(':') != std::string::npos;
    return (address6 ? "[" + to.host + "]" : to.host) + ":" + std::to_string(to.port);
}

/// One attempt: look up, connect, TLS, WebSocket. I/O thread only.
class Dial final : public std::enable_shared_from_this<Dial> {
public:
    Dial(std::shared_ptr<IoThread::Impl> io, Endpoint to, std::shared_ptr<Link> link)
        : m_io(std::move(io)), m_to(std::move(to)), m_link(std::move(link)) {}

    void begin() {
        auto context = clientContext(m_to.caFile);
        if (!context) {
            fail(context.error());
            return;
        }
        m_stream.emplace(m_io->context, **context);
        if (const Status expected = expectHost(*m_stream, m_to.host); !expected) {
            fail(expected.error());
            return;
        }
        resolve(m_io, m_to.host, m_to.port,
                [self = shared_from_this()](ErrorCode ec, std::vector<Tcp::endpoint> found) {
                    self->onResolved(ec, std::move(found));
                });
    }

    void giveUp() {
        m_link.reset();
        if (m_wire) {
            m_wire->abort();
        } else if (m_stream) {
            ErrorCode ignored;
            m_stream->lowest_layer().close(ignored);
        }
    }

private:
    void fail(Error why) {
        if (const auto link = std::exchange(m_link, nullptr)) {
            link->fail(std::move(why));
        }
    }

    void onResolved(const ErrorCode& ec, std::vector<Tcp::endpoint> found) {
        if (ec) {
            fail(Error("net.unresolved", {{"host", m_to.host}}));
        }
        if (!m_link) {
            return;
        }
        m_addresses = std::move(found);
        asio::async_connect(m_stream->next_layer(), m_addresses,
                            [self = shared_from_this()](const ErrorCode& failed, const Tcp::endpoint& /*address*/) {
                                self->onConnected(failed);
                            });
    }

    void onConnected(const ErrorCode& ec) {
        if (ec) {
            fail(connectError(ec));
        }
        if (!m_link) {
            return;
        }
        tune(m_stream->next_layer());
        m_stream->async_handshake(asio::ssl::stream_base::client,
                                  [self = shared_from_this()](const ErrorCode& failed) { self->onSecured(failed); });
    }

    void onSecured(const ErrorCode& ec) {
        if (ec) {
            fail(handshakeError(*m_stream, ec));
        }
        if (!m_link) {
            return;
        }
        m_wire = makeWire(std::move(*m_stream));
        m_wire->handshakeAsClient(bracketed(m_to), m_to.path,
                                  [self = shared_from_this()](const Status& status) { self->onUpgraded(status); });
    }

    void onUpgraded(const Status& status) {
        const auto wire = std::exchange(m_wire, nullptr);
        if (!status) {
            wire->abort();
            fail(status.error());
        } else if (const auto link = std::exchange(m_link, nullptr)) {
            link->open(wire);
        } else {
            wire->abort();
        }
    }

    std::shared_ptr<IoThread::Impl> m_io;
    Endpoint m_to;
    std::shared_ptr<Link> m_link;
    std::optional<TlsStream> m_stream;
    std::vector<Tcp::endpoint> m_addresses;
    std::shared_ptr<Wire> m_wire;
};

}  // namespace

std::shared_ptr<Connection> connect(IoThread& io, Endpoint endpoint, Limits limits,
                                    std::unique_ptr<ConnectionHandler> handler) {
    const auto& impl = io.impl();
    Link::Options options{.peer = bracketed(endpoint), .limits = limits, .trusted = true};
    auto link = std::make_shared<Link>(impl, std::move(options), std::move(handler));
    const auto dial = std::make_shared<Dial>(impl, std::move(endpoint), link);
    const bool accepted = impl->postIfRunning([link, dial] {
        if (link->opening([dial] { dial->giveUp(); })) {
            dial->begin();
        }
    });
    if (!accepted) {
        link->refuse(Error("net.stopped"));
    }
    return link;
}

}  // namespace zhida::net
