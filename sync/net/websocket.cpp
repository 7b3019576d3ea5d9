// SPDX-License-Identifier: GPL-3.0-or-later
// The only user of Beast: a WebSocket (RFC 6455) over a TLS stream.
#include "sync/net/wire.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace zhida::net {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

constexpr std::size_t kFirstRead = 1U << 10U;
constexpr std::size_t kNextRead = 16U << 10U;
constexpr std::size_t kWriteBuffer = 16U << 10U;  // a client masks what it sends piece by piece in here
constexpr std::size_t kMaxHead = 8U << 10U;

bool isHandshakeProblem(const ErrorCode& ec) {
    return ec.category() == make_error_code(websocket::error::closed).category() ||
           ec.category() == make_error_code(http::error::bad_version).category();
}

Error handshakeProblem(const ErrorCode& ec) {
    return isHandshakeProblem(ec) ? Error("net.notWebSocket", {{"detail", ec.message()}}) : lost(ec);
}

/// RFC 6455 section 7.4.
websocket::close_code closeCode(const Error& why) {
    if (why.code == "net.tooLarge") {
        return websocket::close_code::too_big;
    }
    return why.code == "net.protocol" ? websocket::close_code::unknown_data : websocket::close_code::normal;
}

/// The head of a connection that has come in, until it has been answered.
struct Request {
    beast::flat_buffer buffer{kMaxHead};
    http::request_parser<http::empty_body> parser;
    http::response<http::string_body> response;
    Wire::Done done;
};

class BeastWire final : public Wire, public std::enable_shared_from_this<BeastWire> {
public:
    explicit BeastWire(TlsStream stream) : m_ws(std::move(stream)) {
        m_ws.binary(true);
        m_ws.auto_fragment(false);
        m_ws.write_buffer_bytes(kWriteBuffer);
        m_ws.read_message_max(
            0);  // onRead counts: Beast would end the connection before the other end has been told why
        limitTime(websocket::stream_base::none());
    }

    void handshakeAsClient(const std::string& hostAndPort, const std::string& path, Done done) override {
        m_ws.async_handshake(hostAndPort, path,
                             [self = shared_from_this(), done = std::move(done)](const ErrorCode& ec) {
                                 done(ec ? Status(handshakeProblem(ec)) : zhida::done());
                             });
    }

    void handshakeAsServer(Done done) override {
        m_request.emplace();
        m_request->parser.header_limit(kMaxHead);
        m_request->done = std::move(done);
        http::async_read_header(
            m_ws.next_layer(), m_request->buffer, m_request->parser,
            [self = shared_from_this()](const ErrorCode& ec, std::size_t /*bytes*/) { self->onRequest(ec); });
    }

    void start(std::shared_ptr<WireUser> user) override {
        m_user = std::move(user);
        limitTime(std::chrono::milliseconds(kCloseMs));
        read();
    }

    void write(const std::string& message) override {
        m_ws.async_write(asio::buffer(message),
                         [self = shared_from_this()](const ErrorCode& ec, std::size_t /*bytes*/) {
                             self->m_user->onWireWritten(!ec);
                         });
    }

    void close(Error why, const std::string& reason) override {
        m_closing = true;
        const websocket::close_reason frame(closeCode(why), beast::string_view(reason));
        m_ws.async_close(
            frame, [self = shared_from_this(), why = std::move(why)](const ErrorCode& /*ec*/) { self->over(why); });
    }

    void abort() override {
        ErrorCode ignored;
        beast::get_lowest_layer(m_ws).close(ignored);
    }

private:
    /// Of a handshake, opening or closing; silence is never a reason to close.
    void limitTime(websocket::stream_base::duration handshake) {
        m_ws.set_option(websocket::stream_base::timeout{handshake, websocket::stream_base::none(), false});
    }

    void onRequest(const ErrorCode& ec) {
        if (ec) {
            settle(handshakeProblem(ec));
        } else if (!websocket::is_upgrade(m_request->parser.get())) {
            answer();
        } else if (m_request->buffer.size() != 0) {
            settle(Error("net.protocol"));  // a client must wait for our answer
        } else {
            m_ws.async_accept(m_request->parser.get(), [self = shared_from_this()](const ErrorCode& failed) {
                self->settle(failed ? Status(handshakeProblem(failed)) : zhida::done());
            });
        }
    }

    void answer() {
        const auto& request = m_request->parser.get();
        const bool healthy = request.method() == http::verb::get && request.target() == "/healthz";
        auto& response = m_request->response;
        response = {healthy ? http::status::ok : http::status::not_found, request.version()};
        response.set(http::field::content_type, "text/plain");
        response.keep_alive(false);
        response.body() = healthy ? "ok\n" : "not found\n";
        response.prepare_payload();
        http::async_write(m_ws.next_layer(), response, [self = shared_from_this()](const ErrorCode& ec, std::size_t) {
            if (ec) {
                self->settle(lost(ec));
            } else {
                self->endTls();
            }
        });
    }

    void endTls() {
        m_ws.next_layer().async_shutdown([self = shared_from_this()](const ErrorCode& /*ec*/) {
            self->settle(Error("net.notWebSocket"));
            self->abort();
        });
    }

    void settle(const Status& status) {
        const auto done = std::move(m_request->done);
        m_request.reset();
        done(status);
    }

    void read() {
        const std::size_t allowed = m_user->messageLimit();
        const std::size_t piece = m_have == 0 ? kFirstRead : kNextRead;
        m_in.resize(m_have + std::min(piece, allowed + 1 - std::min(allowed, m_have)));
        m_ws.async_read_some(
            asio::buffer(m_in.data() + m_have, m_in.size() - m_have),
            [self = shared_from_this()](const ErrorCode& ec, std::size_t bytes) { self->onRead(ec, bytes); });
    }

    void onRead(const ErrorCode& ec, std::size_t bytes) {
        m_have += bytes;
        if (ec) {
            onReadError(ec);
        } else if (m_have > m_user->messageLimit()) {
            m_user->onWireViolation(Error("net.tooLarge", {{"by", "peer"}}));
        } else if (!m_ws.got_binary()) {
            m_user->onWireViolation(Error("net.protocol", {{"by", "peer"}}));
        } else {
            if (m_ws.is_message_done()) {
                deliver();
            }
            read();
        }
    }

    void deliver() {
        m_in.resize(std::exchange(m_have, 0));
        m_user->onWireMessage(std::exchange(m_in, {}));
    }

    void onReadError(const ErrorCode& ec) {
        if (m_closing) {
            return;  // the end of close() reports
        }
        const auto& reason = m_ws.reason();
        if (reason.code == websocket::close_code::too_big) {
            over(Error("net.tooLarge", {{"by", "self"}}));
        } else if (reason.code != websocket::close_code::none || ec == websocket::error::closed) {
            over(Error("net.closed",
                       {{"by", "peer"}, {"reason", std::string(reason.reason.data(), reason.reason.size())}}));
        } else {
            over(isHandshakeProblem(ec) ? Error("net.protocol", {{"by", "peer"}, {"detail", ec.message()}}) : lost(ec));
        }
    }

    void over(const Error& why) {
        if (!std::exchange(m_over, true)) {
            m_user->onWireClosed(why);
        }
    }

    websocket::stream<TlsStream, false> m_ws;
    std::optional<Request> m_request;
    std::shared_ptr<WireUser> m_user;  // kept to the end: it owns the bytes of a write under way
    std::string m_in;
    std::size_t m_have = 0;
    bool m_closing = false;
    bool m_over = false;
};

}  // namespace

std::shared_ptr<Wire> makeWire(TlsStream stream) { return std::make_shared<BeastWire>(std::move(stream)); }

}  // namespace zhida::net
