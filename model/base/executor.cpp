// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/executor.h"

#include <exception>
#include <utility>

namespace zhida {

ThreadExecutor::ThreadExecutor(std::function<void(const std::exception&)> onFailure)
    : m_onFailure(std::move(onFailure)), m_thread([this] { run(); }) {}

ThreadExecutor::~ThreadExecutor() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ThreadExecutor::post(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void ThreadExecutor::run() {
    for (;;) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
            if (m_tasks.empty()) {
                return;
            }
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        try {
            task();
        } catch (const std::exception& failure) {
            if (m_onFailure) {
                m_onFailure(failure);
            }
        }
    }
}

}  // namespace zhida
