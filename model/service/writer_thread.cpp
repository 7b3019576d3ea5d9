// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/writer_thread.h"

#include <utility>

namespace zhida::service {
namespace {

using std::chrono::steady_clock;

/// So long nothing else has been asked for before idle work begins: what follows on an act, the centre's answer above all,
/// does not wait behind it.
constexpr std::chrono::milliseconds kCalm{100};
/// … but on a desk that is never calm it has its turn, too.
constexpr std::chrono::milliseconds kMostPatience{500};

}  // namespace

WriterThread::WriterThread(std::function<void(const std::exception&)> onFailure)
    : m_onFailure(std::move(onFailure)), m_thread([this] { run(); }) {}

WriterThread::~WriterThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        idleTasks().clear();
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
        if (priority == Priority::idle && idleTasks().empty()) {
            m_patientUntil = steady_clock::now() + kMostPatience;
        }
        m_tasks[static_cast<std::size_t>(priority)].push_back(std::move(task));
    }
    m_wake.notify_one();
}

/// Empty when there is none, or none yet.
std::function<void()> WriterThread::take() {
    for (auto& queue : m_tasks) {
        const bool idle = &queue == &idleTasks();
        if (queue.empty() || (idle && steady_clock::now() < idleAt())) {
            continue;
        }
        std::function<void()> task = std::move(queue.front());
        queue.pop_front();
        m_idle = idle;
        return task;
    }
    return {};
}

/// Empty at the end.
std::function<void()> WriterThread::next() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (std::function<void()> task = take()) {
            return task;
        }
        if (m_stopping) {
            return {};
        }
        if (idleTasks().empty()) {
            m_wake.wait(lock);
        } else {
            m_wake.wait_until(lock, idleAt());
        }
    }
}

void WriterThread::run() {
    while (const std::function<void()> task = next()) {
        try {
            task();
        } catch (const std::exception& failure) {
            m_onFailure(failure);
        }
        if (!m_idle) {
            m_calmAt = steady_clock::now() + kCalm;
        }
    }
}

}  // namespace zhida::service
