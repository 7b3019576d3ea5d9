// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace zhida::service {

/// One thread that takes what the agent does first, then what sync needs, then what can wait. Within each: first in first out.
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
    void run();
    std::function<void()> next();

    std::function<void(const std::exception&)> m_onFailure;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<std::function<void()>>, 3> m_tasks;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace zhida::service
