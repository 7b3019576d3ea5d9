// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/incoming.h"
#include "sync/net/link.h"

#include <boost/asio/ip/v6_only.hpp>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace zhida::net {
namespace {

using std::chrono::steady_clock;

constexpr std::int64_t kRetryMs = 100;  // accept() failed: no file descriptors left, mostly

Result<Tcp::acceptor> bindTo(asio::io_context& context, const Tcp::endpoint& endpoint) {
    Tcp::acceptor acceptor(context);
    ErrorCode ec;
    acceptor.open(endpoint.protocol(), ec);
    if (!ec) {
        closeOnExec(acceptor.native_handle());
    }
    if (!ec && endpoint.address().is_v6()) {
        acceptor.set_option(asio::ip::v6_only(false), ec);
    }
    if (!ec) {
        acceptor.set_option(asio::socket_base::reuse_address(true), ec);
    }
    if (!ec) {
        acceptor.bind(endpoint, ec);
    }
    if (!ec) {
        acceptor.listen(asio::socket_base::max_listen_connections, ec);
    }
    if (ec) {
        const char* const code = ec == asio::error::address_in_use ? "net.portInUse" : "net.cannotListen";
        return Error(code, {{"port", std::to_string(endpoint.port())}, {"detail", ec.message()}});
    }
    return acceptor;
}

Result<Tcp::acceptor> bindTo(asio::io_context& context, const std::string& host, std::uint16_t port) {
    if (host.empty()) {
        auto both = bindTo(context, Tcp::endpoint(Tcp::v6(), port));
        return both || both.error().code == "net.portInUse" ? std::move(both)
                                                            : bindTo(context, Tcp::endpoint(Tcp::v4(), port));
    }
    ErrorCode ec;
    const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, ec);
    if (ec) {
        return Error("net.badAddress", {{"host", host}});
    }
    return bindTo(context, Tcp::endpoint(address, port));
}

}  // namespace

/// I/O thread only, but for the constructor, port() and connections().
class Listener::State final : public Stoppable, public IncomingOwner, public std::enable_shared_from_this<State> {
public:
    State(std::shared_ptr<IoThread::Impl> io, Tcp::acceptor acceptor, std::shared_ptr<asio::ssl::context> context,
          ListenOptions options, HandlerFactory factory)
        : m_io(std::move(io)),
          m_acceptor(std::move(acceptor)),
          m_context(std::move(context)),
          m_options(std::move(options)),
          m_factory(std::move(factory)),
          m_port(m_acceptor.local_endpoint().port()),
          m_tokens(static_cast<double>(m_options.acceptPerSecond)),
          m_refilled(steady_clock::now()) {}

    [[nodiscard]] IoThread::Impl& io() const { return *m_io; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::size_t connections() const { return m_open; }

    void begin() {
        if (!m_stopped) {
            m_io->enrol(shared_from_this());
            acceptNext();
        }
    }

    void stopNow() override {
        m_stopped = true;
        m_io->leave(this);
        m_pause.cancel();
        ErrorCode ignored;
        m_acceptor.close(ignored);
        for (const auto& each : std::exchange(m_incoming, {})) {
            each->giveUp();
        }
    }

    void onReady(const std::shared_ptr<Incoming>& incoming, std::shared_ptr<Wire> wire) override {
        if (m_stopped) {
            wire->abort();
            return;
        }
        auto handler = makeHandler();
        if (handler) {
            ++m_open;
            const std::shared_ptr<void> slot(nullptr, [self = shared_from_this()](void*) { --self->m_open; });
            Link::Options options{.peer = incoming->peer(), .limits = m_options.limits, .trusted = false, .slot = slot};
            std::make_shared<Link>(m_io, std::move(options), std::move(handler))->open(std::move(wire));
        } else {
            wire->abort();
        }
        settle(incoming);
    }

    void onFailed(const std::shared_ptr<Incoming>& incoming, const Error& why) override {
        if (!m_stopped) {
            reject(why, incoming->peer());
            settle(incoming);
        }
    }

private:
    void acceptNext() {
        if (m_stopped || m_waiting || m_incoming.size() >= m_options.maxHandshakes) {
            return;
        }
        m_waiting = true;
        if (const std::int64_t wait = millisecondsToToken(); wait > 0) {
            pause(wait);
            return;
        }
        m_acceptor.async_accept([self = shared_from_this()](const ErrorCode& ec, Tcp::socket socket) {
            self->m_waiting = false;
            self->onAccepted(ec, std::move(socket));
        });
    }

    void onAccepted(const ErrorCode& ec, Tcp::socket socket) {
        if (m_stopped) {
            return;
        }
        if (ec) {
            m_waiting = true;
            pause(kRetryMs);
            return;
        }
        m_tokens -= 1;
        if (m_open >= m_options.maxConnections) {
            reject(Error("net.full"), peerName(socket));
        } else {
            const auto incoming = std::make_shared<Incoming>(m_io, std::move(socket), *m_context);
            m_incoming.push_back(incoming);
            incoming->begin(shared_from_this(), m_options.limits.handshakeMs);
        }
        acceptNext();
    }

    void pause(std::int64_t milliseconds) {
        m_pause = startTimer(m_io, milliseconds, [self = shared_from_this()] {
            self->m_waiting = false;
            self->acceptNext();
        });
    }

    /// 0: there is a token for another accept.
    std::int64_t millisecondsToToken() {
        const auto rate = static_cast<double>(std::max<std::size_t>(1, m_options.acceptPerSecond));
        const auto now = steady_clock::now();
        m_tokens = std::min(rate, m_tokens + rate * std::chrono::duration<double>(now - m_refilled).count());
        m_refilled = now;
        return m_tokens >= 1 ? 0 : 1 + static_cast<std::int64_t>((1 - m_tokens) * 1000 / rate);
    }

    std::unique_ptr<ConnectionHandler> makeHandler() {
        try {
            return m_factory();
        } catch (const std::exception& failure) {
            m_io->report(failure);
            return nullptr;
        }
    }

    void settle(const std::shared_ptr<Incoming>& incoming) {
        std::erase(m_incoming, incoming);
        acceptNext();
    }

    void reject(const Error& why, const std::string& peer) const {
        try {
            if (m_options.onRejected) {
                m_options.onRejected(why, peer);
            }
        } catch (const std::exception& failure) {
            m_io->report(failure);
        }
    }

    std::shared_ptr<IoThread::Impl> m_io;
    Tcp::acceptor m_acceptor;
    std::shared_ptr<asio::ssl::context> m_context;
    ListenOptions m_options;
    HandlerFactory m_factory;
    std::uint16_t m_port;
    double m_tokens;
    steady_clock::time_point m_refilled;
    std::vector<std::shared_ptr<Incoming>> m_incoming;
    Timer m_pause;
    std::atomic<std::size_t> m_open{0};
    bool m_waiting = false;  // for a connection or for m_pause
    bool m_stopped = false;
};

Result<std::unique_ptr<Listener>> Listener::listen(IoThread& io, ListenOptions options, HandlerFactory factory) {
    auto context = serverContext(options.certificateFile, options.keyFile);
    if (!context) {
        return context.error();
    }
    auto acceptor = bindTo(io.impl()->context, options.host, options.port);
    if (!acceptor) {
        return acceptor.error();
    }
    auto state = std::make_shared<State>(io.impl(), std::move(*acceptor), std::move(*context), std::move(options),
                                         std::move(factory));
    io.impl()->postIfRunning([state] { state->begin(); });
    return std::make_unique<Listener>(std::move(state));
}

Listener::~Listener() { stopAccepting(); }

std::uint16_t Listener::port() const { return m_state->port(); }

std::size_t Listener::connections() const { return m_state->connections(); }

void Listener::stopAccepting() {
    m_state->io().runAndWait([this] { m_state->stopNow(); });
}

}  // namespace zhida::net
