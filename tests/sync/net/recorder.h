// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/net/transport.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zhida::net {

inline constexpr auto kPatience = std::chrono::seconds(30);

/// What a handler was told, for the test's thread.
class Recorder {
public:
    std::function<void(Connection&, const std::string&)> onMessage;  ///< on the I/O thread, before it is recorded
    std::function<void(const std::shared_ptr<Connection>&)> onOpen;

    bool waitOpen() {
        return wait([this] { return m_connection != nullptr || m_closed; }) && m_opened;
    }
    bool waitMessages(std::size_t count) {
        return wait([this, count] { return m_messages.size() >= count; });
    }
    /// Why it closed; code "test.timeout" when it did not.
    Error waitClosed() {
        return wait([this] { return m_closed.has_value(); }) ? *m_closed : Error("test.timeout");
    }
    std::vector<std::string> messages() {
        const std::lock_guard lock(m_mutex);
        return m_messages;
    }
    std::shared_ptr<Connection> connection() {
        const std::lock_guard lock(m_mutex);
        return m_connection;
    }
    /// Calls that the contract forbids: after the end, a second opening, a message before opening.
    int violations() {
        const std::lock_guard lock(m_mutex);
        return m_violations;
    }
    bool isClosed() {
        const std::lock_guard lock(m_mutex);
        return m_closed.has_value();
    }

private:
    friend class RecordingHandler;

    template <class Condition>
    bool wait(Condition condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, condition);
    }
    void opened(std::shared_ptr<Connection> connection) {
        const std::lock_guard lock(m_mutex);
        m_violations += m_opened || m_closed ? 1 : 0;
        m_opened = true;
        m_connection = std::move(connection);
        m_changed.notify_all();
    }
    void received(std::string message) {
        const std::lock_guard lock(m_mutex);
        m_violations += !m_opened || m_closed ? 1 : 0;
        m_messages.push_back(std::move(message));
        m_changed.notify_all();
    }
    void closed(Error why) {
        const std::lock_guard lock(m_mutex);
        m_violations += m_closed ? 1 : 0;
        m_closed = std::move(why);
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::shared_ptr<Connection> m_connection;
    std::vector<std::string> m_messages;
    std::optional<Error> m_closed;
    bool m_opened = false;
    int m_violations = 0;
};

class RecordingHandler final : public ConnectionHandler {
public:
    explicit RecordingHandler(std::shared_ptr<Recorder> to) : m_to(std::move(to)) {}

    void onOpen(std::shared_ptr<Connection> connection) override {
        m_connection = connection;
        if (m_to->onOpen) {
            m_to->onOpen(connection);
        }
        m_to->opened(std::move(connection));
    }
    void onMessage(std::string message) override {
        if (m_to->onMessage) {
            m_to->onMessage(*m_connection, message);
        }
        m_to->received(std::move(message));
    }
    void onClosed(Error why) override { m_to->closed(std::move(why)); }

private:
    std::shared_ptr<Recorder> m_to;
    std::shared_ptr<Connection> m_connection;
};

inline std::unique_ptr<ConnectionHandler> handlerFor(const std::shared_ptr<Recorder>& recorder) {
    return std::make_unique<RecordingHandler>(recorder);
}

inline void echo(Connection& connection, const std::string& message) { connection.send(message); }

}  // namespace zhida::net
