// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/loopback.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace zhida::net {
namespace {

/// What is sent waits in the executor of the other end; m_onTheWay counts it until it has been delivered.
class Loop final : public Connection, public std::enable_shared_from_this<Loop> {
public:
    Loop(LoopbackEnd end, Limits limits, std::string peer)
        : m_executor(end.executor),
          m_limits(limits),
          m_peer(std::move(peer)),
          m_trusted(end.trusted),
          m_handler(std::move(end.handler)) {}

    static void join(const std::shared_ptr<Loop>& a, const std::shared_ptr<Loop>& b) {
        a->m_other = b;
        b->m_other = a;
        a->open();
        b->open();
    }

    void send(std::string message) override {
        const std::lock_guard lock(m_mutex);
        if (m_shut) {
            return;
        }
        const std::size_t size = message.size();
        if (size > m_limits.maxMessage) {
            breakOff("net.tooLarge");
        } else if (m_onTheWay + size > m_limits.maxQueued) {
            breakOff("net.slowReader");
        } else {
            forward(std::move(message));
        }
    }

    void close(std::string_view reasonCode) override {
        const std::lock_guard lock(m_mutex);
        if (!m_shut.exchange(true)) {
            const std::string reason(reasonCode);
            end(Error("net.closed", {{"by", "self"}, {"reason", reason}}));
            m_other->end(Error("net.closed", {{"by", "peer"}, {"reason", reason}}));
        }
    }

    [[nodiscard]] std::size_t queuedBytes() const override { return m_onTheWay; }
    [[nodiscard]] std::string peer() const override { return m_peer; }
    void setTrusted() override { m_trusted = true; }

private:
    void open() {
        post([](Loop& self) { self.guarded([&] { self.m_handler->onOpen(self.shared_from_this()); }); });
    }

    template <class Task>
    void post(Task&& task) {
        m_executor.post([self = shared_from_this(), task = std::forward<Task>(task)] {
            if (!self->m_over) {
                task(*self);
            }
        });
    }

    void forward(std::string message) {
        m_onTheWay += message.size();
        // std::function copies what it holds: the message is shared.
        const auto held = std::make_shared<std::string>(std::move(message));
        const auto counted = std::shared_ptr<void>(
            nullptr, [from = shared_from_this(), size = held->size()](void*) { from->m_onTheWay -= size; });
        m_other->post([held, counted](Loop& self) { self.receive(std::move(*held)); });
    }

    /// A limit of this end: it learns the code, the other end that the connection is gone.
    void breakOff(std::string_view code) {
        m_shut = true;
        end(Error(code, {{"by", "self"}}));
    }

    void end(Error why) {
        post([why = std::move(why)](Loop& self) { self.finish(why, Error("net.closed", {{"by", "network"}})); });
    }

    void receive(std::string message) {
        if (m_shut) {
            return;
        }
        m_receivedUntrusted += m_trusted ? 0 : message.size();
        if (!m_trusted && m_receivedUntrusted > m_limits.maxBeforeTrusted) {
            finish(Error("net.tooLarge", {{"by", "peer"}}), Error("net.tooLarge", {{"by", "self"}}));
        } else {
            guarded([&] { m_handler->onMessage(std::move(message)); });
        }
    }

    void finish(const Error& why, const Error& whyOther) {
        m_over = true;
        const auto handler = std::exchange(m_handler, nullptr);
        release()->end(whyOther);
        handler->onClosed(why);
    }

    /// Each end owns the other until here.
    std::shared_ptr<Loop> release() {
        const std::lock_guard lock(m_mutex);
        m_shut = true;
        return std::exchange(m_other, nullptr);
    }

    /// An exception goes on to the executor.
    template <class Call>
    void guarded(Call&& call) {
        try {
            std::forward<Call>(call)();
        } catch (const std::exception&) {
            finish(Error("net.handlerFailed"), Error("net.closed", {{"by", "network"}}));
            throw;
        }
    }

    Executor& m_executor;
    const Limits m_limits;
    const std::string m_peer;

    std::mutex m_mutex;
    std::shared_ptr<Loop> m_other;
    std::atomic<std::size_t> m_onTheWay{0};
    std::atomic<bool> m_trusted;
    std::atomic<bool> m_shut{false};

    // This end's executor.
    std::unique_ptr<ConnectionHandler> m_handler;
    std::size_t m_receivedUntrusted = 0;
    bool m_over = false;
};

}  // namespace

std::shared_ptr<Connection> joinLoopback(LoopbackEnd client, LoopbackEnd server, Limits limits) {
    const auto near = std::make_shared<Loop>(std::move(client), limits, "loopback:server");
    const auto far = std::make_shared<Loop>(std::move(server), limits, "loopback:client");
    Loop::join(near, far);
    return near;
}

}  // namespace zhida::net
