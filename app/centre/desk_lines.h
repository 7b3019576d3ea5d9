// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/executor.h"
#include "sync/net/transport.h"
#include "sync/server/engine.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace zhida::centre {

/// Between the transport's connections and the engine: what comes in on the I/O thread goes to the sequencer in the order in
/// which it came; what the engine says goes out. Everything but newHandler() on the sequencer.
class DeskLines final : public sync::Outlet {
public:
    struct Receiver {
        std::function<void(sync::ConnectionId, const std::string& peer)> opened;
        std::function<void(sync::ConnectionId, const std::string& message)> received;
        std::function<void(sync::ConnectionId, const Error& why)> closed;
    };
    /// `sequencer` drops its tasks before this object goes.
    DeskLines(Executor& sequencer, Receiver receiver) : m_sequencer(sequencer), m_receiver(std::move(receiver)) {}

    /// I/O thread.
    std::unique_ptr<net::ConnectionHandler> newHandler();

    void send(sync::ConnectionId connection, std::string message) override;
    void close(sync::ConnectionId connection, std::string_view reason) override;
    void setTrusted(sync::ConnectionId connection) override;
    [[nodiscard]] std::size_t queuedBytes(sync::ConnectionId connection) override;

    void closeAll(std::string_view reason);
    /// Closes and forgets them: tasks that would have told of their end may have been dropped.
    void dropAll(std::string_view reason);
    [[nodiscard]] bool empty() const { return m_lines.empty(); }

private:
    class Handler;
    struct Line {
        std::shared_ptr<net::Connection> connection;
        std::atomic<std::size_t> unread{0};  ///< bytes that the sequencer has not seen yet
    };

    void add(sync::ConnectionId id, std::shared_ptr<Line> line);
    void remove(sync::ConnectionId id, const Error& why);

    Executor& m_sequencer;
    Receiver m_receiver;
    std::atomic<sync::ConnectionId> m_lastId{0};
    std::map<sync::ConnectionId, std::shared_ptr<Line>> m_lines;
};

}  // namespace zhida::centre
