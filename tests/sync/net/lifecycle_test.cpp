// SPDX-License-Identifier: GPL-3.0-or-later
// The end of connections, listeners and threads; NetTest checks the order of the calls of every handler.
#include "tests/sync/net/net_fixture.h"

#include <fcntl.h>

#include <atomic>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace zhida::net {
namespace {

using LifecycleTest = NetTest;

TEST_F(LifecycleTest, CloseTellsBothEndsWhyAndLosesNothingSentBefore) {
    listen(options());
    const auto client = dial();
    ASSERT_TRUE(client->waitOpen());
    for (int i = 0; i < 50; ++i) {
        client->connection()->send("message");
    }
    client->connection()->close("desk.shiftOver");
    client->connection()->send("too late");
    EXPECT_EQ(served(0)->waitClosed(), Error("net.closed", {{"by", "peer"}, {"reason", "desk.shiftOver"}}));
    EXPECT_EQ(client->waitClosed(), Error("net.closed", {{"by", "self"}, {"reason", "desk.shiftOver"}}));
    EXPECT_EQ(served(0)->messages().size(), 50U);
}

TEST_F(LifecycleTest, AServerMayCloseInsideAnyCall) {
    m_serverOpen = [](const std::shared_ptr<Connection>& connection) { connection->send("hello"); };
    m_serverMessage = [](Connection& connection, const std::string& message) {
        connection.send("bye");
        connection.close(message);
        connection.close("again");
    };
    listen(options());
    const auto client = dial();
    ASSERT_TRUE(client->waitOpen());
    client->connection()->send("sync.superseded");
    client->connection()->send("sync.superseded");
    EXPECT_EQ(client->waitClosed().arg("reason"), "sync.superseded");
    EXPECT_EQ(client->messages(), (std::vector<std::string>{"hello", "bye"}));
    EXPECT_EQ(served(0)->waitClosed().arg("by"), "self");
    EXPECT_EQ(served(0)->messages().size(), 1U);
}

TEST_F(LifecycleTest, LongReasonsAreShortened) {
    listen(options());
    const auto client = dial();
    ASSERT_TRUE(client->waitOpen());
    served(0);
    client->connection()->close(std::string(1000, 'r'));
    EXPECT_EQ(served(0)->waitClosed().arg("reason"), std::string(120, 'r'));
}

TEST_F(LifecycleTest, AnExceptionOfAHandlerEndsItsConnectionAlone) {
    m_serverMessage = [](Connection& connection, const std::string& message) {
        if (message == "bad") {
            throw std::runtime_error("bad");
        }
        connection.send(message);
    };
    listen(options());
    const auto victim = dial();
    const auto other = dial();
    ASSERT_TRUE(victim->waitOpen() && other->waitOpen());
    victim->connection()->send("bad");
    EXPECT_EQ(victim->waitClosed().code, "net.closed");
    other->connection()->send("good");
    EXPECT_TRUE(other->waitMessages(1));
}

TEST_F(LifecycleTest, NoSocketGoesToAProgramThatIsStarted) {
    listen(options());
    ASSERT_TRUE(dial()->waitOpen());
    std::size_t sockets = 0;
    for (const auto& each : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        if (std::filesystem::read_symlink(each, gone).string().starts_with("socket:")) {
            ++sockets;
            EXPECT_TRUE(::fcntl(std::stoi(each.path().filename()), F_GETFD) & FD_CLOEXEC) << each.path();
        }
    }
    EXPECT_GE(sockets, 3U) << "the listener and both ends";
}

TEST_F(LifecycleTest, ClosesRace) {
    m_serverMessage = echo;
    listen(options());
    for (int round = 0; round < 40; ++round) {
        const auto client = dial();
        ASSERT_TRUE(client->waitOpen());
        const auto server = served(static_cast<std::size_t>(round));
        {
            const auto work = [round](const std::shared_ptr<Connection>& connection) {
                for (int i = 0; i < round % 4; ++i) {
                    connection->send(std::string(100, 'x'));
                }
                connection->close("race");
            };
            const std::jthread a([&] { work(client->connection()); });
            const std::jthread b([&] { work(server->connection()); });
            const std::jthread c([&] { work(server->connection()); });
        }
        EXPECT_EQ(client->waitClosed().code, "net.closed");
        EXPECT_EQ(server->waitClosed().code, "net.closed");
    }
}

TEST_F(LifecycleTest, AListenerStartsAgainOnItsPort) {
    for (int round = 0; round < 5; ++round) {
        auto chosen = options();
        chosen.port = m_listener ? m_listener->port() : std::uint16_t{0};
        if (m_listener) {
            m_listener->stopAccepting();
        }
        listen(chosen);
        ASSERT_TRUE(dial()->waitOpen());
    }
    // Those that came in through the earlier ones are still there.
    for (const auto& server : served()) {
        EXPECT_TRUE(server->waitOpen());
        EXPECT_FALSE(server->isClosed());
    }
}

TEST_F(LifecycleTest, AStoppedListenerAcceptsNobody) {
    listen(options());
    m_listener->stopAccepting();
    m_listener->stopAccepting();
    EXPECT_EQ(dial()->waitClosed().code, "net.refused");
}

TEST_F(LifecycleTest, AListenerMayEndBeforeTheThreadBegins) {
    IoThread idle;
    auto listening = Listener::listen(idle, options(), [] { return nullptr; });
    ASSERT_TRUE(listening);
    (*listening).reset();
}

TEST_F(LifecycleTest, StopsInTheMiddleOfHandshakes) {
    listen(options());
    for (int i = 0; i < 20; ++i) {
        dial();
    }
    m_io.stop();
}

TEST_F(LifecycleTest, StopsWhileSending) {
    m_serverMessage = echo;
    m_serverOpen = [](const std::shared_ptr<Connection>& connection) { connection->setTrusted(); };
    listen(options());
    std::vector<std::shared_ptr<Recorder>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(dial());
        ASSERT_TRUE(clients.back()->waitOpen());
    }
    std::atomic<bool> enough{false};
    std::vector<std::jthread> threads;
    for (const auto& client : clients) {
        threads.emplace_back([&enough, connection = client->connection()] {
            while (!enough) {
                if (connection->queuedBytes() < (1U << 20U)) {
                    connection->send(std::string(3000, 'x'));
                }
            }
        });
    }
    ASSERT_TRUE(clients[0]->waitMessages(100));
    m_io.stop();
    enough = true;
    for (const auto& client : clients) {
        EXPECT_EQ(client->waitClosed().code, "net.stopped");
    }
}

TEST_F(LifecycleTest, AConnectionOutlivesItsThreadHarmlessly) {
    std::shared_ptr<Connection> kept;
    {
        IoThread own;
        own.start();
        listen(options());
        const auto client = std::make_shared<Recorder>();
        kept = connect(own, endpoint(), {}, handlerFor(client));
        ASSERT_TRUE(client->waitOpen());
    }
    kept->send("nobody");
    kept->setTrusted();
    kept->close("nothing");
    EXPECT_EQ(kept->queuedBytes(), 0U);
    EXPECT_FALSE(kept->peer().empty());
}

}  // namespace
}  // namespace zhida::net
