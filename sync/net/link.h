// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to sync/net: the Connection of a wire, from the first attempt to the last call of its handler.
#pragma once

#include "sync/net/io_thread_impl.h"
#include "sync/net/transport.h"
#include "sync/net/wire.h"

#include <atomic>
#include <deque>
#include <mutex>

namespace zhida::net {

class Link final : public Connection, public WireUser, public Stoppable, public std::enable_shared_from_this<Link> {
public:
    struct Options {
        std::string peer;
        Limits limits;
        bool trusted = false;
        std::shared_ptr<void> slot{};  ///< released when the connection has ended
    };

    Link(std::shared_ptr<IoThread::Impl> io, Options options, std::unique_ptr<ConnectionHandler> handler);

    /// I/O thread. `giveUp` ends the attempt; it is called when the connection is closed before open(). False when that has
    /// happened already.
    bool opening(std::function<void()> giveUp);
    /// I/O thread: the attempt has come to its end.
    void open(std::shared_ptr<Wire> wire);
    void fail(Error why);
    /// Any thread: the I/O thread has stopped, the handler is told here and now.
    void refuse(Error why);

    void send(std::string message) override;
    void close(std::string_view reasonCode) override;
    [[nodiscard]] std::size_t queuedBytes() const override { return m_queuedBytes; }
    [[nodiscard]] std::string peer() const override { return m_options.peer; }
    void setTrusted() override;

    void onWireMessage(std::string message) override;
    void onWireWritten(bool ok) override;
    void onWireClosed(Error why) override;
    void onWireViolation(Error why) override;
    [[nodiscard]] std::size_t messageLimit() const override;
    void stopNow() override;

private:
    enum class Phase { opening, open, closing, over };

    void pump();
    void writeNext();
    bool takeNext();
    void beginClose(const std::string& reason);
    void closeWire();
    void finishAfter(std::int64_t milliseconds, Error why);
    void finish(Error why);
    template <class Call>
    void guarded(Call&& call);

    const std::shared_ptr<IoThread::Impl> m_io;
    Options m_options;

    // Any thread.
    std::mutex m_mutex;
    std::deque<std::string> m_outbox;
    std::string m_refusal;  // the error code that ends the connection: a message too many or too large
    bool m_shut = false;
    bool m_pumpPosted = false;
    std::atomic<std::size_t> m_queuedBytes{0};
    std::atomic<bool> m_trusted;

    // I/O thread.
    Phase m_phase = Phase::opening;
    std::unique_ptr<ConnectionHandler> m_handler;
    std::function<void()> m_giveUp;
    std::shared_ptr<Wire> m_wire;
    std::string m_underWay;
    bool m_writing = false;
    Error m_why;  // while closing
    bool m_wireClosing = false;
    std::size_t m_receivedUntrusted = 0;
    Timer m_deadline;
};

}  // namespace zhida::net
