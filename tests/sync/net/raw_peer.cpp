// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/net/raw_peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace zhida::net {
namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int newSocket() {
    std::signal(SIGPIPE, SIG_IGN);
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{20, 0};
    setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int noDelay = 1;
    setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &noDelay, sizeof noDelay);
    return made;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : m_socket(newSocket()) {
    const sockaddr_in address = loopback(port);
    if (connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        cut();
    }
}

void RawClient::sendPlain(const std::string& bytes) const {
    [[maybe_unused]] const ssize_t n = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

bool RawClient::isCutOff() const {
    std::array<char, 64> buffer{};
    ssize_t n = 0;
    while ((n = recv(m_socket, buffer.data(), buffer.size(), 0)) > 0) {
    }
    return n == 0 || errno == ECONNRESET;
}

bool RawClient::startTls() {
    m_context.reset(SSL_CTX_new(TLS_client_method()));
    m_ssl.reset(SSL_new(m_context.get()));
    SSL_set_fd(m_ssl.get(), m_socket);
    return SSL_connect(m_ssl.get()) == 1;
}

void RawClient::write(const std::string& bytes) {
    SSL_write(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size()));
}

std::string RawClient::readRecord() {
    std::string buffer(20'000, '\0');
    const int n = SSL_read(m_ssl.get(), buffer.data(), static_cast<int>(buffer.size()));
    buffer.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
    return buffer;
}

std::string RawClient::readAll() {
    std::string all;
    for (std::string next = readRecord(); !next.empty(); next = readRecord()) {
        all += next;
    }
    return all;
}

std::string RawClient::get(const std::string& path) {
    write("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    return readAll();
}

bool RawClient::upgrade() {
    write(
        "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    return readRecord().find(" 101 ") != std::string::npos;
}

void RawClient::endTls() {
    SSL_shutdown(m_ssl.get());
    readAll();
    cut();
}

void RawClient::cut() {
    if (m_socket >= 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

std::string frame(unsigned char first, std::uint64_t length, const std::string& payload) {
    static constexpr char kZeroMask[] = "\0\0\0\0";
    std::string out(1, static_cast<char>(first));
    const int bytes = length < 126 ? 0 : length < 65536 ? 2 : 8;
    out += static_cast<char>(0x80U | (bytes == 0 ? length : bytes == 2 ? 126U : 127U));
    for (int i = bytes - 1; i >= 0; --i) {
        out += static_cast<char>(static_cast<unsigned char>(length >> (8U * static_cast<unsigned>(i))));
    }
    return out + std::string(kZeroMask, 4) + payload;
}

RawServer::RawServer(std::function<void(int)> talk) : m_socket(newSocket()) {
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(m_socket, reinterpret_cast<const sockaddr*>(&address), size) != 0) {
        throw std::system_error(errno, std::generic_category(), "bind");
    }
    ::listen(m_socket, 4);
    getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this, talk = std::move(talk)] {
        const int client = accept(m_socket, nullptr, nullptr);
        if (client >= 0) {
            talk(client);
            ::close(client);
        }
    });
}

RawServer::~RawServer() {
    shutdown(m_socket, SHUT_RDWR);
    m_thread.join();
    ::close(m_socket);
}

std::function<void(int)> tlsAnswer(const std::string& certificateFile, const std::string& keyFile, int highest,
                                   const std::string& answer) {
    return [=](int socket) {
        const std::unique_ptr<SSL_CTX, FreeSsl> context(SSL_CTX_new(TLS_server_method()));
        SSL_CTX_set_max_proto_version(context.get(), highest);
        SSL_CTX_use_certificate_chain_file(context.get(), certificateFile.c_str());
        SSL_CTX_use_PrivateKey_file(context.get(), keyFile.c_str(), SSL_FILETYPE_PEM);
        const std::unique_ptr<SSL, FreeSsl> ssl(SSL_new(context.get()));
        SSL_set_fd(ssl.get(), socket);
        std::array<char, 4096> buffer{};
        if (SSL_accept(ssl.get()) == 1 && SSL_read(ssl.get(), buffer.data(), static_cast<int>(buffer.size())) > 0) {
            SSL_write(ssl.get(), answer.data(), static_cast<int>(answer.size()));
            SSL_shutdown(ssl.get());
        }
    };
}

}  // namespace zhida::net
