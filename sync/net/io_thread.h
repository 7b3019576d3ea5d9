// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/executor.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace zhida::net {

/// A timer that has been set. Cancels itself when destroyed.
class [[nodiscard]] Timer {
public:
    class State;

    Timer() = default;
    explicit Timer(std::shared_ptr<State> state) : m_state(std::move(state)) {}
    ~Timer() { cancel(); }
    Timer(Timer&& other) noexcept = default;
    Timer& operator=(Timer&& other) noexcept;

    /// Thread-safe, idempotent. After it returned on the I/O thread the function will not be called any more; on any other
    /// thread it may just be running.
    void cancel();

private:
    std::shared_ptr<State> m_state;
};

/// The one thread on which all network I/O of a process happens, and every call of a ConnectionHandler.
/// Tasks run first in, first out. An exception that escapes a task goes to `onFailure` (on the thread); the thread goes on.
class IoThread final : public Executor {
public:
    struct Impl;

    explicit IoThread(std::function<void(const std::exception&)> onFailure = {});
    /// As stop().
    ~IoThread() override;
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;

    void start();
    /// Runs what has been posted, closes every listener, ends every connection at once (their handlers get onClosed with
    /// net.stopped), drops all timers, then joins. Not from the I/O thread itself. Idempotent; there is no second start().
    void stop();

    /// Thread-safe. Before start() the task waits for it; after stop() it is dropped.
    void post(std::function<void()> task) override;
    /// Thread-safe. `fn` runs on the thread, at the earliest after so many milliseconds (steady clock, not the wall clock).
    Timer after(std::int64_t milliseconds, std::function<void()> fn);
    [[nodiscard]] bool isCurrent() const;

    /// For the rest of sync/net.
    [[nodiscard]] const std::shared_ptr<Impl>& impl() const { return m_impl; }

private:
    std::shared_ptr<Impl> m_impl;
};

}  // namespace zhida::net
