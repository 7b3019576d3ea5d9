// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace zhida::net {

struct FreeSsl {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};

/// A client that may break every rule: blocking sockets, TLS without verification, WebSocket frames by hand.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient() { cut(); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void sendPlain(const std::string& bytes) const;
    /// True when the other end closes without sending anything.
    [[nodiscard]] bool isCutOff() const;
    bool startTls();
    void write(const std::string& bytes);
    /// What one TLS record holds; empty at the end.
    std::string readRecord();
    std::string readAll();
    /// GET, then everything that comes back.
    std::string get(const std::string& path);
    bool upgrade();
    /// Ends TLS properly, waits for the other end to do so, too.
    void endTls();
    /// Closes the socket without any farewell.
    void cut();

private:
    int m_socket = -1;
    std::unique_ptr<SSL_CTX, FreeSsl> m_context;
    std::unique_ptr<SSL, FreeSsl> m_ssl;
};

/// A masked frame (RFC 6455 section 5.2), the length given apart so that it can lie. `first` holds FIN and the opcode.
std::string frame(unsigned char first, std::uint64_t length, const std::string& payload);
inline std::string binaryFrame(const std::string& payload) { return frame(0x82, payload.size(), payload); }

/// A server that talks to its first client in a thread of its own.
class RawServer {
public:
    explicit RawServer(std::function<void(int socket)> talk);
    ~RawServer();
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    int m_socket = -1;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

/// TLS up to `highest`, then one answer to whatever is asked.
std::function<void(int)> tlsAnswer(const std::string& certificateFile, const std::string& keyFile, int highest,
                                   const std::string& answer);

}  // namespace zhida::net
