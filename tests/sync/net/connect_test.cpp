// SPDX-License-Identifier: GPL-3.0-or-later
// Why a connection does not come about.
#include "sync/net/certificate.h"
#include "tests/sync/net/net_fixture.h"
#include "tests/sync/net/raw_peer.h"

#include <sys/socket.h>

#include <fstream>

namespace zhida::net {
namespace {

using ConnectTest = NetTest;

TEST_F(ConnectTest, ByNameAndByBothKindsOfAddress) {
    auto chosen = options();
    chosen.host = "";
    listen(chosen);
    for (const char* host : {"localhost", "127.0.0.1", "::1"}) {
        EXPECT_TRUE(dial(endpoint(host))->waitOpen()) << host;
    }
}

TEST_F(ConnectTest, AnotherAuthorityIsNotTrusted) {
    listen(options());
    auto to = endpoint();
    to.caFile = makePki(m_folder.file("other")).caCertificate.string();
    EXPECT_EQ(dial(to)->waitClosed().code, "tls.untrusted");
}

TEST_F(ConnectTest, AnAuthorityIsNeeded) {
    listen(options());
    auto to = endpoint();
    for (const std::string file : {"", "nowhere.pem"}) {
        to.caFile = file;
        EXPECT_EQ(dial(to)->waitClosed().code, "tls.caUnreadable");
    }
}

TEST_F(ConnectTest, TheAddressMustBeInTheCertificate) {
    auto chosen = options();
    chosen.host = "127.0.0.2";
    listen(chosen);
    EXPECT_EQ(dial(endpoint("127.0.0.2"))->waitClosed().code, "tls.hostMismatch");
}

TEST_F(ConnectTest, TheNameMustBeInTheCertificate) {
    const auto files = pki();
    const auto read = [](const std::filesystem::path& file) {
        std::ifstream in(file);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const auto authority = certificateFromPem(read(files.caCertificate));
    const auto authorityKey = keyFromPem(read(files.caKey));
    const auto key = newKey();
    const Instant now = SystemClock().now();
    const CertificateRequest request{"localhost", now.plus(-kDayMs), now.plus(kDayMs), false, {"hotline.example.cn"}};
    std::ofstream(files.serverCertificate)
        << toPem(issue(request, key.get(), authority.get(), authorityKey.get()).get());
    std::ofstream(files.serverKey) << toPem(key.get());
    listen(options());
    EXPECT_EQ(dial(endpoint("localhost"))->waitClosed().code, "tls.hostMismatch");
}

TEST_F(ConnectTest, ACertificateMayHaveExpired) {
    const auto old = makePki(m_folder.file("old"), SystemClock().now().plus(-(kServerDays + 1) * kDayMs));
    auto chosen = options();
    chosen.certificateFile = old.serverCertificate.string();
    chosen.keyFile = old.serverKey.string();
    listen(chosen);
    auto to = endpoint();
    to.caFile = old.caCertificate.string();
    EXPECT_EQ(dial(to)->waitClosed().code, "tls.expired");
}

TEST_F(ConnectTest, NobodyListens) {
    listen(options());
    const auto to = endpoint();
    m_listener.reset();
    EXPECT_EQ(dial(to)->waitClosed().code, "net.refused");
}

TEST_F(ConnectTest, TheNameDoesNotExist) {
    listen(options());
    // No name server is asked for a label of more than 63 characters.
    EXPECT_EQ(dial(endpoint(std::string(70, 'a') + ".example"))->waitClosed().code, "net.unresolved");
}

TEST_F(ConnectTest, TheOtherEndSaysNothing) {
    const RawServer server([](int socket) {
        char byte = 0;
        while (recv(socket, &byte, 1, 0) > 0) {
        }
    });
    const Endpoint to{"127.0.0.1", server.port(), "/", pki().caCertificate.string()};
    EXPECT_EQ(dial(to, Limits{.handshakeMs = 100})->waitClosed().code, "net.timeout");
}

TEST_F(ConnectTest, TheOtherEndDoesNotSpeakTls) {
    const RawServer server([](int socket) {
        const std::string text = "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n";
        send(socket, text.data(), text.size(), MSG_NOSIGNAL);
    });
    const Endpoint to{"127.0.0.1", server.port(), "/", pki().caCertificate.string()};
    EXPECT_EQ(dial(to)->waitClosed().code, "tls.protocol");
}

TEST_F(ConnectTest, TheOtherEndSpeaksOldTls) {
    const auto files = pki();
    const RawServer server(tlsAnswer(files.serverCertificate, files.serverKey, TLS1_2_VERSION, ""));
    const Endpoint to{"127.0.0.1", server.port(), "/", files.caCertificate.string()};
    EXPECT_EQ(dial(to)->waitClosed().code, "tls.protocol");
}

TEST_F(ConnectTest, TheOtherEndIsNoWebSocket) {
    const auto files = pki();
    for (const char* answer :
         {"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "SSH-2.0-x\r\n\r\n", "HTTP/1.1 403 Forbidden\r\n\r\n"}) {
        const RawServer server(tlsAnswer(files.serverCertificate, files.serverKey, TLS1_3_VERSION, answer));
        const Endpoint to{"127.0.0.1", server.port(), "/", files.caCertificate.string()};
        EXPECT_EQ(dial(to)->waitClosed().code, "net.notWebSocket") << answer;
    }
}

TEST_F(ConnectTest, GivingUpEndsTheAttempt) {
    const RawServer server([](int socket) {
        char byte = 0;
        while (recv(socket, &byte, 1, 0) > 0) {
        }
    });
    const auto client = std::make_shared<Recorder>();
    const Endpoint to{"127.0.0.1", server.port(), "/", pki().caCertificate.string()};
    const auto connection = connect(m_io, to, {}, handlerFor(client));
    connection->close("desk.offline");
    EXPECT_EQ(client->waitClosed(), Error("net.closed", {{"by", "self"}, {"reason", "desk.offline"}}));
}

TEST_F(ConnectTest, AfterTheThreadHasStopped) {
    const Endpoint to{"127.0.0.1", 1, "/", pki().caCertificate.string()};
    m_io.stop();
    const auto recorder = dial(to);
    EXPECT_EQ(recorder->waitClosed().code, "net.stopped");
}

TEST_F(ConnectTest, AListenerSaysWhatItNeeds) {
    const auto code = [this](const ListenOptions& chosen) {
        const auto listening = Listener::listen(m_io, chosen, [] { return nullptr; });
        return listening ? std::string("none") : listening.error().code;
    };
    auto chosen = options();
    chosen.certificateFile = "nowhere.pem";
    EXPECT_EQ(code(chosen), "tls.certificateUnreadable");
    chosen = options();
    chosen.keyFile = "nowhere.key";
    EXPECT_EQ(code(chosen), "tls.keyUnreadable");
    chosen.keyFile = makePki(m_folder.file("other")).serverKey.string();
    EXPECT_EQ(code(chosen), "tls.keyMismatch");
    chosen = options();
    chosen.host = "not an address";
    EXPECT_EQ(code(chosen), "net.badAddress");
    listen(options());
    chosen = options();
    chosen.port = m_listener->port();
    EXPECT_EQ(code(chosen), "net.portInUse");
}

}  // namespace
}  // namespace zhida::net
