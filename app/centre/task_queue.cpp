// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/task_queue.h"

#include <utility>

namespace zhida::centre {

void TaskQueue::post(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed) {
            return;
        }
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

std::deque<std::function<void()>> TaskQueue::take(Time until) {
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, until, [this] { return m_closed || !m_tasks.empty(); });
    return std::exchange(m_tasks, {});
}

void TaskQueue::close() {
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        dropped.swap(m_tasks);
    }
    m_wake.notify_all();
}

void StoppableExecutor::post(std::function<void()> task) {
    m_inner.post([stopped = m_stopped, task = std::move(task)] {
        if (!stopped->load()) {
            task();
        }
    });
}

}  // namespace zhida::centre
