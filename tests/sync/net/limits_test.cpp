// SPDX-License-Identifier: GPL-3.0-or-later
// What an end does against a peer that is broken, hostile or slow.
#include "tests/sync/net/net_fixture.h"
#include "tests/sync/net/raw_peer.h"

#include <chrono>
#include <thread>

namespace zhida::net {
namespace {

using std::chrono::steady_clock;

class LimitsTest : public NetTest {
protected:
    /// A listener that keeps what it turned away.
    void listenAndRecord(ListenOptions chosen) {
        chosen.onRejected = [this](const Error& why, const std::string& /*peer*/) {
            const std::lock_guard lock(m_mutex);
            m_rejected.push_back(why.code);
            m_changed.notify_all();
        };
        listen(std::move(chosen));
    }
    std::string rejected(std::size_t index = 0) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, kPatience, [&] { return m_rejected.size() > index; });
        return m_rejected.size() > index ? m_rejected[index] : "nothing";
    }
    /// What the server makes of these bytes on an open WebSocket.
    Error fate(const std::string& bytes) {
        const std::size_t index = served().size();
        RawClient raw(m_listener->port());
        EXPECT_TRUE(raw.startTls() && raw.upgrade());
        const auto server = served(index);
        raw.write(bytes);
        raw.readRecord();  // the close frame
        raw.endTls();
        return server->waitClosed();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_rejected;
};

TEST_F(LimitsTest, GarbageInsteadOfTls) {
    listenAndRecord(options());
    const RawClient raw(m_listener->port());
    raw.sendPlain("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(raw.isCutOff());
    EXPECT_EQ(rejected(), "tls.protocol");
    EXPECT_TRUE(served().empty());
}

TEST_F(LimitsTest, SilenceInsteadOfTls) {
    auto chosen = options();
    chosen.limits.handshakeMs = 100;
    listenAndRecord(chosen);
    const RawClient raw(m_listener->port());
    EXPECT_TRUE(raw.isCutOff());
    EXPECT_EQ(rejected(), "net.timeout");
}

TEST_F(LimitsTest, SilenceInsteadOfARequest) {
    auto chosen = options();
    chosen.limits.handshakeMs = 300;
    listenAndRecord(chosen);
    RawClient raw(m_listener->port());
    raw.startTls();
    raw.readAll();
    EXPECT_EQ(rejected(), "net.timeout");
}

TEST_F(LimitsTest, PlainRequestsAreAnswered) {
    listenAndRecord(options());
    const auto get = [this](const std::string& path) {
        RawClient raw(m_listener->port());
        EXPECT_TRUE(raw.startTls());
        return raw.get(path);
    };
    const std::string healthy = get("/healthz");
    EXPECT_EQ(healthy.rfind("HTTP/1.1 200 OK\r\n", 0), 0U) << healthy;
    EXPECT_EQ(healthy.substr(healthy.find("\r\n\r\n") + 4), "ok\n");
    EXPECT_EQ(get("/").rfind("HTTP/1.1 404 Not Found\r\n", 0), 0U);
    EXPECT_EQ(rejected(), "net.notWebSocket");
    EXPECT_EQ(get("/" + std::string(10'000, 'a')), "");
}

TEST_F(LimitsTest, OversizeBeforeTrust) {
    listen(options());
    EXPECT_EQ(fate(binaryFrame(std::string((64U << 10U) + 1, 'x'))), Error("net.tooLarge", {{"by", "peer"}}));
    EXPECT_EQ(fate(binaryFrame(std::string(40'000, 'x')) + binaryFrame(std::string(30'000, 'x'))).code, "net.tooLarge");
    EXPECT_EQ(served(1)->messages().size(), 1U);
    // A length of 4 EiB is believed no further than the limit.
    EXPECT_EQ(fate(frame(0x82, 1ULL << 62U, std::string(70'000, 'x'))).code, "net.tooLarge");
}

TEST_F(LimitsTest, UpToTheLimitBeforeTrust) {
    listen(options());
    RawClient raw(m_listener->port());
    ASSERT_TRUE(raw.startTls() && raw.upgrade());
    raw.write(binaryFrame(std::string(32U << 10U, 'x')) + binaryFrame(std::string(32U << 10U, 'y')));
    ASSERT_TRUE(served(0)->waitMessages(2));
    served(0)->connection()->setTrusted();
    raw.write(binaryFrame(std::string(1U << 20U, 'z')));
    EXPECT_TRUE(served(0)->waitMessages(3));
}

TEST_F(LimitsTest, OversizeAfterTrust) {
    m_serverOpen = [](const std::shared_ptr<Connection>& connection) { connection->setTrusted(); };
    listen(options());
    EXPECT_EQ(fate(binaryFrame(std::string((1U << 20U) + 1, 'x'))).code, "net.tooLarge");
    EXPECT_EQ(
        fate(frame(0x02, 600'000, std::string(600'000, 'x')) + frame(0x80, 600'000, std::string(600'000, 'x'))).code,
        "net.tooLarge");
}

TEST_F(LimitsTest, TheSenderLearnsThatItWasTooMuch) {
    listen(options());
    const auto client = dial();
    ASSERT_TRUE(client->waitOpen());
    client->connection()->send(std::string(200'000, 'x'));
    EXPECT_EQ(client->waitClosed(), Error("net.tooLarge", {{"by", "self"}}));
    EXPECT_EQ(served(0)->waitClosed(), Error("net.tooLarge", {{"by", "peer"}}));
}

TEST_F(LimitsTest, NobodySendsMoreThanTheLargestMessage) {
    listen(options());
    const auto client = dial();
    ASSERT_TRUE(client->waitOpen());
    client->connection()->send(std::string((1U << 20U) + 1, 'x'));
    EXPECT_EQ(client->waitClosed(), Error("net.tooLarge", {{"by", "self"}}));
}

TEST_F(LimitsTest, BrokenFrames) {
    listen(options());
    EXPECT_EQ(fate(frame(0x81, 2, "hi")).code, "net.protocol");       // text
    EXPECT_EQ(fate(frame(0xC2, 2, "hi")).code, "net.protocol");       // a reserved bit
    EXPECT_EQ(fate(std::string("\x82\x02hi")).code, "net.protocol");  // not masked
    EXPECT_EQ(fate(frame(0x80, 2, "hi")).code, "net.protocol");       // a continuation of nothing
}

TEST_F(LimitsTest, CutInTheMiddleOfAFrame) {
    listen(options());
    RawClient raw(m_listener->port());
    ASSERT_TRUE(raw.startTls() && raw.upgrade());
    raw.write(frame(0x82, 1000, std::string(500, 'x')));
    const auto server = served(0);
    raw.cut();
    const Error why = server->waitClosed();
    EXPECT_EQ(why.code, "net.closed");
    EXPECT_EQ(why.arg("by"), "network");
    EXPECT_TRUE(server->messages().empty());
}

TEST_F(LimitsTest, ASlowReaderIsCutOff) {
    auto chosen = options();
    chosen.limits.maxQueued = 1U << 20U;
    listen(chosen);
    RawClient raw(m_listener->port());
    ASSERT_TRUE(raw.startTls() && raw.upgrade());
    const auto server = served(0);
    for (int i = 0; i < 1000 && !server->isClosed(); ++i) {
        server->connection()->send(std::string(64U << 10U, 'x'));
        EXPECT_LE(server->connection()->queuedBytes(), chosen.limits.maxQueued);
    }
    EXPECT_EQ(server->waitClosed(), Error("net.slowReader", {{"by", "self"}}));
    EXPECT_EQ(server->connection()->queuedBytes(), 0U);
}

TEST_F(LimitsTest, OneThatReadsNothingCannotHoldUpAClose) {
    listen(options());
    RawClient raw(m_listener->port());
    ASSERT_TRUE(raw.startTls() && raw.upgrade());
    const auto server = served(0);
    for (int i = 0; i < 7; ++i) {
        server->connection()->send(std::string(1U << 20U, 'x'));
    }
    server->connection()->close("sync.goAway");
    EXPECT_EQ(server->waitClosed(), Error("net.closed", {{"by", "self"}, {"reason", "sync.goAway"}}));
}

TEST_F(LimitsTest, HandshakesInProgressAreCounted) {
    auto chosen = options();
    chosen.maxHandshakes = 2;
    chosen.limits.handshakeMs = 300;
    listenAndRecord(chosen);
    const auto begin = steady_clock::now();
    const RawClient silent(m_listener->port());
    const RawClient mute(m_listener->port());
    EXPECT_TRUE(dial(endpoint(), Limits{})->waitOpen());
    EXPECT_GE(steady_clock::now() - begin, std::chrono::milliseconds(250));
    EXPECT_EQ(rejected(0), "net.timeout");
}

TEST_F(LimitsTest, AcceptsPerSecondAreCounted) {
    auto chosen = options();
    chosen.acceptPerSecond = 10;
    listen(chosen);
    const auto begin = steady_clock::now();
    std::vector<std::shared_ptr<Recorder>> clients;
    for (int i = 0; i < 14; ++i) {
        clients.push_back(dial());
    }
    for (const auto& client : clients) {
        EXPECT_TRUE(client->waitOpen());
    }
    EXPECT_GE(steady_clock::now() - begin, std::chrono::milliseconds(250));
}

TEST_F(LimitsTest, OpenConnectionsAreCounted) {
    auto chosen = options();
    chosen.maxConnections = 1;
    listenAndRecord(chosen);
    const auto first = dial();
    ASSERT_TRUE(first->waitOpen());
    EXPECT_EQ(dial()->waitClosed().code, "net.closed");
    EXPECT_EQ(rejected(), "net.full");
    first->connection()->close("test.over");
    EXPECT_EQ(served(0)->waitClosed().code, "net.closed");
    EXPECT_TRUE(dial()->waitOpen());
}

}  // namespace
}  // namespace zhida::net
