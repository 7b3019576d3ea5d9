// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace zhida::service {

/// One thread that takes what the agent does first, then what sync needs, then, when it has been calm for a
/// moment, what can wait. Within each: first in first out.
class WriterThread {
public:
    enum class Priority : std::uint8_t { agent, sync, idle };

    /// `onFailure` gets what escapes a task, on the thread; the thread goes on.
    explicit WriterThread(std::function<void(const std::exception&)> onFailure);
    /// Runs what the agent has asked for and what sync has begun, drops the rest, joins.
    ~WriterThread();
    WriterThread(const WriterThread&) = delete;
    WriterThread& operator=(const WriterThread&) = delete;

    void post(Priority priority, std::function<void()> task);

private:
    using Time = std::chrono::steady_clock::time_point;
    void run();
    std::function<void()> next();
    std::function<void()> take();
    [[nodiscard]] std::deque<std::function<void()>>& idleTasks() { return m_tasks.back(); }
    [[nodiscard]] Time idleAt() const { return std::min(m_calmAt, m_patientUntil); }

    std::function<void(const std::exception&)> m_onFailure;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<std::function<void()>>, 3> m_tasks;
    bool m_stopping = false;
    Time m_patientUntil;  ///< idle work waits for a calm no longer
    Time m_calmAt;        ///< on the thread
    bool m_idle = false;  ///< on the thread: what runs is idle work
    std::thread m_thread;
};

}  // namespace zhida::service
