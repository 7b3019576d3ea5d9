// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/incoming.h"

#include <utility>

namespace zhida::net {

std::string peerName(const Tcp::socket& socket) {
    ErrorCode ec;
    const auto endpoint = socket.remote_endpoint(ec);
    auto address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    const std::string text = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
    return ec ? "?" : text + ":" + std::to_string(endpoint.port());
}

Incoming::Incoming(std::shared_ptr<IoThread::Impl> io, Tcp::socket socket, asio::ssl::context& context)
    : m_io(std::move(io)), m_peer(peerName(socket)), m_stream(std::move(socket), context) {}

void Incoming::begin(std::shared_ptr<IncomingOwner> owner, std::int64_t milliseconds) {
    m_owner = std::move(owner);
    m_deadline = startTimer(m_io, milliseconds, [self = shared_from_this()] { self->fail(Error("net.timeout")); });
    tune(m_stream.next_layer());
    m_stream.async_handshake(asio::ssl::stream_base::server,
                             [self = shared_from_this()](const ErrorCode& ec) { self->onSecured(ec); });
}

void Incoming::onSecured(const ErrorCode& ec) {
    if (!m_owner) {
        return;
    }
    if (ec) {
        fail(handshakeError(m_stream, ec));
        return;
    }
    m_wire = makeWire(std::move(m_stream));
    m_wire->handshakeAsServer([self = shared_from_this()](const Status& status) { self->onUpgraded(status); });
}

void Incoming::onUpgraded(const Status& status) {
    if (!m_owner) {
        return;
    }
    if (!status) {
        fail(status.error());
        return;
    }
    m_deadline.cancel();
    const auto owner = std::exchange(m_owner, nullptr);
    owner->onReady(shared_from_this(), std::exchange(m_wire, nullptr));
}

void Incoming::fail(const Error& why) {
    const auto owner = m_owner;
    giveUp();
    owner->onFailed(shared_from_this(), why);
}

void Incoming::giveUp() {
    m_owner.reset();
    m_deadline.cancel();
    if (const auto wire = std::exchange(m_wire, nullptr)) {
        wire->abort();
    } else {
        ErrorCode ignored;
        m_stream.lowest_layer().close(ignored);
    }
}

}  // namespace zhida::net
