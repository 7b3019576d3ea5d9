// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/executor.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace zhida::centre {

/// What waits for the sequencer.
class TaskQueue final : public Executor {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Thread-safe. After close() the task is dropped.
    void post(std::function<void()> task) override;
    /// Everything that waits; waits itself for something until `until`. Empty at that time, and at once after close().
    std::deque<std::function<void()>> take(Time until);
    void close();

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    bool m_closed = false;
};

/// Runs tasks elsewhere until it is stopped, then drops them: an ending server does not check passwords.
class StoppableExecutor final : public Executor {
public:
    explicit StoppableExecutor(Executor& inner) : m_inner(inner) {}
    void post(std::function<void()> task) override;
    void stop() { m_stopped->store(true); }

private:
    Executor& m_inner;
    std::shared_ptr<std::atomic<bool>> m_stopped = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace zhida::centre
