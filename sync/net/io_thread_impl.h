// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to sync/net: Asio behind IoThread.
#pragma once

#include "sync/net/io_thread.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace zhida::net {

namespace asio = boost::asio;

/// Something that holds work of the I/O thread and must let go of it when the thread stops.
class Stoppable {
public:
    virtual ~Stoppable() = default;
    /// On the I/O thread, in a task of its own.
    virtual void stopNow() = 0;
};

struct IoThread::Impl {
    asio::io_context context{1};
    std::function<void(const std::exception&)> onFailure;

    explicit Impl(std::function<void(const std::exception&)> failure)
        : onFailure(std::move(failure)), m_work(asio::make_work_guard(context)) {}

    void start();
    void stop();
    [[nodiscard]] bool isCurrent() const { return m_id.load() == std::this_thread::get_id(); }

    /// Thread-safe. False, and nothing is kept, once stop() has begun. A task that was accepted does run.
    template <class Fn>
    bool postIfRunning(Fn&& task) {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) {
            return false;
        }
        asio::post(context, std::forward<Fn>(task));
        return true;
    }
    /// On the I/O thread: a task of its own, also while the thread stops.
    template <class Fn>
    void defer(Fn&& task) {
        asio::post(context, std::forward<Fn>(task));
    }
    /// Runs `task` in this call when on the I/O thread, otherwise posts it. False as postIfRunning.
    template <class Fn>
    bool dispatch(Fn&& task) {
        if (isCurrent()) {
            std::forward<Fn>(task)();
            return true;
        }
        return postIfRunning(std::forward<Fn>(task));
    }
    /// Runs `task` on the I/O thread and waits for it; in this call when on that thread or when it was never started. Does
    /// nothing once stop() has begun.
    void runAndWait(const std::function<void()>& task);
    /// On the I/O thread. While the thread stops, the object is told at once (in a task of its own).
    void enrol(const std::shared_ptr<Stoppable>& what);
    void leave(const Stoppable* what) { m_stoppables.erase(what); }
    void report(const std::exception& failure) const {
        if (onFailure) {
            onFailure(failure);
        }
    }

private:
    void run();
    void stopAll();

    asio::executor_work_guard<asio::io_context::executor_type> m_work;
    std::unordered_map<const Stoppable*, std::weak_ptr<Stoppable>> m_stoppables;
    bool m_draining = false;
    std::mutex m_mutex;
    bool m_stopping = false;
    std::atomic<std::thread::id> m_id{};
    std::thread m_thread;
};

/// As IoThread::after, for objects that may outlive the IoThread.
Timer startTimer(const std::shared_ptr<IoThread::Impl>& io, std::int64_t milliseconds, std::function<void()> fn);

}  // namespace zhida::net
