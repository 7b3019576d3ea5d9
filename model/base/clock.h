// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"

#include <chrono>

namespace zhida {

/// The only source of "now". Injected, so that a test or a simulation owns time. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        using std::chrono::duration_cast, std::chrono::milliseconds, std::chrono::system_clock;
        return Instant{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
    }
};

/// Time that stands still until it is told to move. Not thread-safe.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant start = Instant{1'700'000'000'000}) : m_now(start) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(std::int64_t milliseconds) { m_now = m_now.plus(milliseconds); }
    void set(Instant at) { m_now = at; }

private:
    Instant m_now;
};

}  // namespace zhida
