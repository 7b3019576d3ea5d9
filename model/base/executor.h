// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace zhida {

/// Runs tasks one after another. Ports for "the writer", "a reader", "the GUI": code that posts does not know which thread it is.
class Executor {
public:
    virtual ~Executor() = default;
    /// Thread-safe; never runs the task inside the call.
    virtual void post(std::function<void()> task) = 0;
};

/// One thread of its own, first in first out. The destructor runs what is queued, then joins.
/// An exception that escapes a task goes to `onFailure` (called on the thread); the thread goes on.
class ThreadExecutor final : public Executor {
public:
    explicit ThreadExecutor(std::function<void(const std::exception&)> onFailure = {});
    ~ThreadExecutor() override;
    ThreadExecutor(const ThreadExecutor&) = delete;
    ThreadExecutor& operator=(const ThreadExecutor&) = delete;

    void post(std::function<void()> task) override;

private:
    void run();

    std::function<void(const std::exception&)> m_onFailure;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace zhida
