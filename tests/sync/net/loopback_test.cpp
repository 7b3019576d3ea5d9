// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/loopback.h"

#include "tests/sync/net/recorder.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

namespace zhida::net {
namespace {

class LoopbackTest : public ::testing::Test {
protected:
    void join(Limits limits = {}) {
        joinLoopback({m_clientThread, handlerFor(m_client), true}, {m_serverThread, handlerFor(m_server)}, limits);
        ASSERT_TRUE(m_client->waitOpen() && m_server->waitOpen());
    }
    void TearDown() override {
        m_client->connection()->close("test.over");
        m_client->waitClosed();
        m_server->waitClosed();
        EXPECT_EQ(m_client->violations() + m_server->violations(), 0);
    }

    std::vector<std::string> m_failures;
    ThreadExecutor m_clientThread;
    ThreadExecutor m_serverThread{[this](const std::exception& failure) { m_failures.emplace_back(failure.what()); }};
    std::shared_ptr<Recorder> m_client = std::make_shared<Recorder>();
    std::shared_ptr<Recorder> m_server = std::make_shared<Recorder>();
};

TEST_F(LoopbackTest, EchoesInOrder) {
    m_server->onMessage = echo;
    join();
    std::vector<std::string> sent;
    for (int i = 0; i < 500; ++i) {
        sent.push_back(std::to_string(i));
        m_client->connection()->send(sent.back());
    }
    ASSERT_TRUE(m_client->waitMessages(sent.size()));
    EXPECT_EQ(m_client->messages(), sent);
    EXPECT_EQ(m_client->connection()->peer(), "loopback:server");
}

TEST_F(LoopbackTest, CloseTellsBothEndsAfterWhatWasSent) {
    join();
    m_client->connection()->send("last");
    m_client->connection()->close("desk.shiftOver");
    m_client->connection()->send("too late");
    EXPECT_EQ(m_server->waitClosed(), Error("net.closed", {{"by", "peer"}, {"reason", "desk.shiftOver"}}));
    EXPECT_EQ(m_client->waitClosed(), Error("net.closed", {{"by", "self"}, {"reason", "desk.shiftOver"}}));
    EXPECT_EQ(m_server->messages(), std::vector<std::string>{"last"});
}

TEST_F(LoopbackTest, HoldsTheSameLimits) {
    join();
    m_client->connection()->send(std::string(40'000, 'x'));
    m_client->connection()->send(std::string(40'000, 'x'));
    EXPECT_EQ(m_server->waitClosed(), Error("net.tooLarge", {{"by", "peer"}}));
    EXPECT_EQ(m_client->waitClosed(), Error("net.tooLarge", {{"by", "self"}}));
    EXPECT_EQ(m_server->messages().size(), 1U);
}

TEST_F(LoopbackTest, TrustLiftsTheFirstLimit) {
    m_server->onOpen = [](const std::shared_ptr<Connection>& connection) { connection->setTrusted(); };
    join();
    m_client->connection()->send(std::string(1U << 20U, 'x'));
    EXPECT_TRUE(m_server->waitMessages(1));
    m_client->connection()->send(std::string((1U << 20U) + 1, 'x'));
    EXPECT_EQ(m_client->waitClosed().code, "net.tooLarge");
}

TEST_F(LoopbackTest, ASlowReaderIsCutOff) {
    std::mutex busy;
    m_server->onMessage = [&](Connection&, const std::string&) { const std::lock_guard lock(busy); };
    join(Limits{.maxQueued = 1000});
    {
        const std::lock_guard lock(busy);
        for (int i = 0; i < 20; ++i) {
            m_client->connection()->send(std::string(100, 'x'));
        }
        EXPECT_LE(m_client->connection()->queuedBytes(), 1000U);
        EXPECT_EQ(m_client->waitClosed().code, "net.slowReader");
    }
    EXPECT_EQ(m_server->waitClosed().arg("by"), "network");
}

TEST_F(LoopbackTest, AnExceptionEndsTheConnectionAndReachesTheExecutor) {
    m_server->onMessage = [](Connection&, const std::string& message) { throw std::runtime_error(message); };
    join();
    m_client->connection()->send("bad");
    EXPECT_EQ(m_server->waitClosed().code, "net.handlerFailed");
    EXPECT_EQ(m_client->waitClosed().code, "net.closed");
}

TEST_F(LoopbackTest, ClosesRace) {
    for (int round = 0; round < 200; ++round) {
        m_client = std::make_shared<Recorder>();
        m_server = std::make_shared<Recorder>();
        m_server->onMessage = echo;
        join();
        {
            const std::jthread a([&] {
                m_client->connection()->send("x");
                m_client->connection()->close("a");
            });
            const std::jthread b([&] { m_server->connection()->close("b"); });
        }
        EXPECT_EQ(m_client->waitClosed().code, "net.closed");
        EXPECT_EQ(m_server->waitClosed().code, "net.closed");
    }
}

TEST_F(LoopbackTest, BothEndsOnOneIoThread) {
    IoThread io;
    io.start();
    m_server->onMessage = echo;
    joinLoopback({io, handlerFor(m_client), true}, {io, handlerFor(m_server)});
    ASSERT_TRUE(m_client->waitOpen());
    m_client->connection()->send("hello");
    ASSERT_TRUE(m_client->waitMessages(1));
    m_client->connection()->close("test.over");
    io.stop();
    EXPECT_TRUE(m_client->isClosed() && m_server->isClosed());
}

}  // namespace
}  // namespace zhida::net
