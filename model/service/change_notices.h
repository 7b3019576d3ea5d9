// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/executor.h"
#include "model/service/views.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace zhida::service {

/// Adds `more` to `into`; a long list of names becomes `everything`.
void mergeChanges(ChangeSet& into, const ChangeSet& more);
[[nodiscard]] bool isEmpty(const ChangeSet& changes);

/// Tells one listener of changes: the first at once, then merged ones at most every 20 ms, so that no change is more than a
/// frame or two late. Thread-safe.
class ChangeNotices {
public:
    explicit ChangeNotices(Executor& replies);
    ~ChangeNotices();
    ChangeNotices(const ChangeNotices&) = delete;
    ChangeNotices& operator=(const ChangeNotices&) = delete;

    void add(const ChangeSet& changes);
    /// Empty: none. What happens while nobody listens is forgotten.
    void listen(std::function<void(const ChangeSet&)> listener);

private:
    void run();
    void deliver(ChangeSet changes);

    Executor& m_replies;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    ChangeSet m_pending;
    std::shared_ptr<std::function<void(const ChangeSet&)>> m_listener;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace zhida::service
