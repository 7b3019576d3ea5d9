// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/io_thread.h"

#include "sync/net/io_thread_impl.h"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <future>
#include <utility>
#include <vector>

namespace zhida::net {

class Timer::State final : public Stoppable, public std::enable_shared_from_this<Timer::State> {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    State(std::shared_ptr<IoThread::Impl> io, std::function<void()> fn)
        : m_io(std::move(io)), m_timer(m_io->context), m_fn(std::move(fn)) {}

    void arm(TimePoint at) {
        if (m_over) {
            return;
        }
        m_io->enrol(shared_from_this());
        m_timer.expires_at(at);
        m_timer.async_wait([self = shared_from_this()](const boost::system::error_code& /*aborted*/) { self->fire(); });
    }

    void cancel() {
        if (!m_over.exchange(true)) {
            m_io->dispatch([self = shared_from_this()] { self->drop(); });
        }
    }

    void stopNow() override {
        m_over = true;
        drop();
    }

private:
    void fire() {
        m_io->leave(this);
        if (!m_over.exchange(true)) {
            const auto fn = std::exchange(m_fn, {});
            fn();
        }
    }

    void drop() {
        m_io->leave(this);
        m_timer.cancel();
        m_fn = {};
    }

    std::shared_ptr<IoThread::Impl> m_io;
    asio::steady_timer m_timer;
    std::function<void()> m_fn;
    std::atomic<bool> m_over{false};
};

Timer& Timer::operator=(Timer&& other) noexcept {
    if (this != &other) {
        cancel();
        m_state = std::move(other.m_state);
    }
    return *this;
}

void Timer::cancel() {
    if (const auto state = std::exchange(m_state, nullptr)) {
        state->cancel();
    }
}

void IoThread::Impl::start() {
    const std::lock_guard lock(m_mutex);
    if (!m_stopping && !m_thread.joinable()) {
        m_thread = std::thread([this] { run(); });
    }
}

void IoThread::Impl::run() {
    m_id = std::this_thread::get_id();
    for (;;) {
        try {
            context.run();
            break;
        } catch (const std::exception& failure) {
            report(failure);
        }
    }
    m_id = std::thread::id{};
}

void IoThread::Impl::stop() {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_stopping = true;
            asio::post(context, [this] { stopAll(); });
        }
    }
    if (m_thread.joinable()) {
        m_thread.join();
    } else {
        run();
    }
}

void IoThread::Impl::runAndWait(const std::function<void()>& task) {
    std::promise<void> finished;
    bool here = false;
    {
        const std::lock_guard lock(m_mutex);
        here = isCurrent() || !m_thread.joinable();
        if (m_stopping) {
            return;
        }
        if (!here) {
            asio::post(context, [&] {
                task();
                finished.set_value();
            });
        }
    }
    if (here) {
        task();
    } else {
        finished.get_future().wait();
    }
}

void IoThread::Impl::stopAll() {
    m_draining = true;
    std::vector<std::shared_ptr<Stoppable>> all;
    for (const auto& [key, weak] : m_stoppables) {
        if (auto held = weak.lock()) {
            all.push_back(std::move(held));
        }
    }
    for (const auto& each : all) {
        each->stopNow();
    }
    m_work.reset();
}

void IoThread::Impl::enrol(const std::shared_ptr<Stoppable>& what) {
    m_stoppables[what.get()] = what;
    if (m_draining) {
        defer([what] { what->stopNow(); });
    }
}

IoThread::IoThread(std::function<void(const std::exception&)> onFailure)
    : m_impl(std::make_shared<Impl>(std::move(onFailure))) {}

IoThread::~IoThread() { stop(); }

void IoThread::start() { m_impl->start(); }

void IoThread::stop() { m_impl->stop(); }

void IoThread::post(std::function<void()> task) { m_impl->postIfRunning(std::move(task)); }

Timer startTimer(const std::shared_ptr<IoThread::Impl>& io, std::int64_t milliseconds, std::function<void()> fn) {
    const auto at = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    auto state = std::make_shared<Timer::State>(io, std::move(fn));
    io->dispatch([state, at] { state->arm(at); });
    return Timer(std::move(state));
}

Timer IoThread::after(std::int64_t milliseconds, std::function<void()> fn) {
    return startTimer(m_impl, milliseconds, std::move(fn));
}

bool IoThread::isCurrent() const { return m_impl->isCurrent(); }

}  // namespace zhida::net
