// SPDX-License-Identifier: GPL-3.0-or-later
// What goes through an open connection.
#include "tests/sync/net/net_fixture.h"
#include "tests/sync/net/raw_peer.h"

#include <random>
#include <thread>

namespace zhida::net {
namespace {

using TransportTest = NetTest;

void trust(const std::shared_ptr<Connection>& connection) { connection->setTrusted(); }

std::string patterned(std::size_t size, unsigned seed) {
    std::minstd_rand random(seed);
    std::string out(size, '\0');
    for (char& c : out) {
        c = static_cast<char>(static_cast<unsigned char>(random()));
    }
    return out;
}

/// Around every border: frame header lengths, our reads, TLS records, the largest message.
std::vector<std::string> allSizes() {
    std::vector<std::string> messages;
    for (const std::size_t size :
         {1U,     0U,     2U,     125U,   126U,   127U,   1023U,  1024U,  1025U,    8191U,           8192U,     8193U,
          16383U, 16384U, 16385U, 17408U, 17409U, 65535U, 65536U, 65537U, 300'000U, (1U << 20U) - 1, 1U << 20U, 3U}) {
        messages.push_back(patterned(size, static_cast<unsigned>(size)));
    }
    return messages;
}

TEST_F(TransportTest, EchoesEverySizeInOrder) {
    m_serverMessage = echo;
    m_serverOpen = trust;
    listen(options());
    const auto client = dial();
    ASSERT_TRUE(client->waitOpen());
    const auto sent = allSizes();
    for (const auto& message : sent) {
        client->connection()->send(message);
    }
    ASSERT_TRUE(client->waitMessages(sent.size()));
    EXPECT_TRUE(client->messages() == sent);
    EXPECT_TRUE(served(0)->messages() == sent);
    EXPECT_EQ(client->connection()->queuedBytes(), 0U);
}

TEST_F(TransportTest, BothEndsTalkAtOnceFromManyThreads) {
    m_serverOpen = trust;
    listen(options());
    const auto client = dial();
    ASSERT_TRUE(client->waitOpen());
    const auto server = served(0);
    const auto talk = [](const std::shared_ptr<Connection>& connection, char name) {
        for (int i = 0; i < 300; ++i) {
            connection->send(std::string(1, name) + std::to_string(1000 + i));
        }
    };
    {
        std::vector<std::jthread> threads;
        for (const char name : {'a', 'b'}) {
            threads.emplace_back([&, name] { talk(client->connection(), name); });
            threads.emplace_back([&, name] { talk(server->connection(), name); });
        }
    }
    for (const auto& end : {client, server}) {
        ASSERT_TRUE(end->waitMessages(600));
        auto messages = end->messages();
        std::stable_sort(messages.begin(), messages.end(), [](const auto& x, const auto& y) { return x[0] < y[0]; });
        EXPECT_TRUE(std::is_sorted(messages.begin(), messages.end()));
    }
}

TEST_F(TransportTest, ASmallMessageIsOneTlsRecord) {
    m_serverMessage = echo;
    listen(options());
    RawClient raw(m_listener->port());
    ASSERT_TRUE(raw.startTls() && raw.upgrade());
    for (const std::size_t size : {1U, 120U, 400U, 8000U}) {
        raw.write(binaryFrame(std::string(size, 'x')));
        const std::size_t header = size < 126 ? 2 : 4;
        EXPECT_EQ(raw.readRecord().size(), header + size);
    }
}

TEST_F(TransportTest, MessagesMayComeInFragmentsWithPingsBetween) {
    listen(options());
    RawClient raw(m_listener->port());
    ASSERT_TRUE(raw.startTls() && raw.upgrade());
    raw.write(frame(0x02, 3, "abc") + frame(0x89, 2, "hi") + frame(0x00, 0, "") + frame(0x80, 2, "de"));
    EXPECT_EQ(raw.readRecord(), std::string("\x8a\x02hi"));
    const auto server = served(0);
    ASSERT_TRUE(server->waitMessages(1));
    EXPECT_EQ(server->messages()[0], "abcde");
}

TEST_F(TransportTest, SentBeforeOpeningArrivesAfterIt) {
    listen(options());
    const auto client = std::make_shared<Recorder>();
    const auto connection = connect(m_io, endpoint(), {}, handlerFor(client));
    connection->send("early");
    connection->send("bird");
    const auto server = served(0);
    ASSERT_TRUE(server->waitMessages(2));
    EXPECT_EQ(server->messages(), (std::vector<std::string>{"early", "bird"}));
    connection->close("done");
    EXPECT_EQ(client->waitClosed().code, "net.closed");
}

TEST_F(TransportTest, KnowsItsPeer) {
    listen(options());
    const auto client = dial();
    ASSERT_TRUE(client->waitOpen());
    EXPECT_EQ(client->connection()->peer(), "127.0.0.1:" + std::to_string(m_listener->port()));
    EXPECT_EQ(served(0)->connection()->peer().rfind("127.0.0.1:", 0), 0U);
}

TEST_F(TransportTest, TwoHundredConnections) {
    m_serverMessage = echo;
    auto chosen = options();
    chosen.maxHandshakes = 16;
    chosen.acceptPerSecond = 100'000;
    listen(chosen);
    std::vector<std::shared_ptr<Recorder>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(dial(endpoint(), Limits{.handshakeMs = 60'000}));
    }
    for (const auto& client : clients) {
        ASSERT_TRUE(client->waitOpen());
        client->connection()->send("hello");
    }
    for (const auto& client : clients) {
        ASSERT_TRUE(client->waitMessages(1));
    }
    EXPECT_EQ(m_listener->connections(), 200U);
    for (const auto& client : clients) {
        client->connection()->close("test.over");
        EXPECT_EQ(client->waitClosed().arg("by"), "self");
    }
    for (const auto& server : served()) {
        EXPECT_EQ(server->waitClosed().arg("reason"), "test.over");
    }
    EXPECT_EQ(m_listener->connections(), 0U);
}

}  // namespace
}  // namespace zhida::net
