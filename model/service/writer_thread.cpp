// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/writer_thread.h"

#include <utility>

namespace zhida::service {

WriterThread::WriterThread(std::function<void(const std::exception&)> onFailure)
    : m_onFailure(std::move(onFailure)), m_thread([this] { run(); }) {}

WriterThread::~WriterThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_tasks[static_cast<std::size_t>(Priority::idle)].clear();
    }
    m_wake.notify_all();
    m_thread.join();
}

void WriterThread::post(Priority priority, std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping && priority == Priority::idle) {
            return;
        }
        m_tasks[static_cast<std::size_t>(priority)].push_back(std::move(task));
    }
    m_wake.notify_one();
}

/// Empty at the end.
std::function<void()> WriterThread::next() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        for (auto& queue : m_tasks) {
            if (!queue.empty()) {
                std::function<void()> task = std::move(queue.front());
                queue.pop_front();
                return task;
            }
        }
        if (m_stopping) {
            return {};
        }
        m_wake.wait(lock);
    }
}

void WriterThread::run() {
    while (const std::function<void()> task = next()) {
        try {
            task();
        } catch (const std::exception& failure) {
            m_onFailure(failure);
        }
    }
}

}  // namespace zhida::service
