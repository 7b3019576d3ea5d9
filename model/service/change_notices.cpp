// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/change_notices.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace zhida::service {
namespace {

constexpr std::chrono::milliseconds kPause{20};
constexpr std::size_t kMostNames = 1000;
constexpr std::ptrdiff_t kMostNotices = 100;

void unite(std::vector<TicketId>& into, const std::vector<TicketId>& more) {
    into.insert(into.end(), more.begin(), more.end());
    std::sort(into.begin(), into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace

void mergeChanges(ChangeSet& into, const ChangeSet& more) {
    unite(into.tickets, more.tickets);
    unite(into.left, more.left);
    into.articles |= more.articles;
    into.reference |= more.reference;
    into.outbox |= more.outbox;
    into.notices.insert(into.notices.end(), more.notices.begin(), more.notices.end());
    if (std::ssize(into.notices) > kMostNotices) {  // after days without a line: the newest
        into.notices.erase(into.notices.begin(), into.notices.end() - kMostNotices);
    }
    into.everything |= more.everything || into.tickets.size() + into.left.size() > kMostNames;
    if (into.everything) {
        into.tickets.clear();
        into.left.clear();
    }
}

bool isEmpty(const ChangeSet& changes) {
    return changes.tickets.empty() && changes.left.empty() && !changes.articles && !changes.reference &&
           !changes.outbox && !changes.everything && changes.notices.empty();
}

ChangeNotices::ChangeNotices(Executor& replies) : m_replies(replies), m_thread([this] { run(); }) {}

ChangeNotices::~ChangeNotices() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void ChangeNotices::add(const ChangeSet& changes) {
    if (isEmpty(changes)) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_listener == nullptr) {
            return;
        }
        mergeChanges(m_pending, changes);
    }
    m_wake.notify_all();
}

void ChangeNotices::listen(std::function<void(const ChangeSet&)> listener) {
    const std::lock_guard lock(m_mutex);
    m_pending = {};
    m_listener = listener ? std::make_shared<std::function<void(const ChangeSet&)>>(std::move(listener)) : nullptr;
}

void ChangeNotices::run() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_wake.wait(lock, [this] { return m_stopping || !isEmpty(m_pending); });
        if (m_stopping) {
            return;
        }
        deliver(std::exchange(m_pending, {}));
        m_wake.wait_for(lock, kPause, [this] { return m_stopping; });
    }
}

/// With the mutex held: the listener itself runs on the reply executor, and only if it still listens then.
void ChangeNotices::deliver(ChangeSet changes) {
    m_replies.post([weak = std::weak_ptr(m_listener), told = std::move(changes)] {
        if (const auto listener = weak.lock()) {
            (*listener)(told);
        }
    });
}

}  // namespace zhida::service
