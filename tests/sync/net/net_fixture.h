// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "sync/net/pki.h"
#include "sync/net/transport.h"
#include "tests/support/scratch_folder.h"
#include "tests/sync/net/recorder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace zhida::net {

/// An I/O thread, an authority, and a listener whose connections are recorded in the order they come.
class NetTest : public ::testing::Test {
protected:
    void SetUp() override { m_io.start(); }
    void TearDown() override {
        m_listener.reset();
        m_io.stop();
        for (const auto& each : served()) {
            EXPECT_EQ(each->violations(), 0);
            EXPECT_TRUE(each->isClosed());
        }
        for (const auto& each : m_dialled) {
            EXPECT_EQ(each->violations(), 0);
            EXPECT_TRUE(each->isClosed());
        }
    }

    static PkiFiles makePki(const std::filesystem::path& dir, Instant now = SystemClock().now()) {
        return createPki(dir, {}, now).value();
    }
    const PkiFiles& pki() {
        if (m_pki.caCertificate.empty()) {
            m_pki = makePki(m_folder.file("pki"));
        }
        return m_pki;
    }
    ListenOptions options() {
        ListenOptions options;
        options.host = "127.0.0.1";
        options.certificateFile = pki().serverCertificate.string();
        options.keyFile = pki().serverKey.string();
        return options;
    }
    void listen(ListenOptions options) {
        auto listening = Listener::listen(m_io, std::move(options), [this] { return serve(); });
        ASSERT_TRUE(listening) << listening.error().code << listening.error().arg("detail");
        m_listener = std::move(listening).value();
    }
    Endpoint endpoint(const std::string& host = "127.0.0.1") {
        return {host, m_listener->port(), "/", pki().caCertificate.string()};
    }
    std::shared_ptr<Recorder> dial(const Endpoint& to, Limits limits = {}) {
        auto recorder = std::make_shared<Recorder>();
        m_dialled.push_back(recorder);
        connect(m_io, to, limits, handlerFor(recorder));
        return recorder;
    }
    std::shared_ptr<Recorder> dial() { return dial(endpoint()); }
    std::vector<std::shared_ptr<Recorder>> served() {
        const std::lock_guard lock(m_mutex);
        return m_served;
    }
    /// The connection that came in as number `index`, open.
    std::shared_ptr<Recorder> served(std::size_t index) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, kPatience, [&] { return m_served.size() > index; });
        const auto recorder = m_served.at(index);
        lock.unlock();
        EXPECT_TRUE(recorder->waitOpen());
        return recorder;
    }

    test::ScratchFolder m_folder;
    IoThread m_io;
    std::unique_ptr<Listener> m_listener;
    std::function<void(Connection&, const std::string&)> m_serverMessage;
    std::function<void(const std::shared_ptr<Connection>&)> m_serverOpen;

private:
    std::unique_ptr<ConnectionHandler> serve() {
        auto recorder = std::make_shared<Recorder>();
        recorder->onMessage = m_serverMessage;
        recorder->onOpen = m_serverOpen;
        const std::lock_guard lock(m_mutex);
        m_served.push_back(recorder);
        m_changed.notify_all();
        return handlerFor(recorder);
    }

    PkiFiles m_pki;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<Recorder>> m_served;
    std::vector<std::shared_ptr<Recorder>> m_dialled;
};

}  // namespace zhida::net
