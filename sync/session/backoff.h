// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"
#include "sync/session/tuning.h"

#include <cstdint>

namespace zhida::sync {

/// Full jitter: the n-th wait is uniform in [0, min(most, base * 2^n)]. Starts anew only after a line that held healthyMs, so
/// that a centre which falls over at each sign-in is not stormed.
class Backoff {
public:
    Backoff(const Tuning& tuning, Rng& rng) : m_tuning(tuning), m_rng(rng) {}

    /// Milliseconds until the next attempt. Each call counts as one failure.
    std::int64_t next();
    /// A line has ended that was up so long.
    void lineHeld(std::int64_t milliseconds);
    [[nodiscard]] int failures() const { return m_failures; }
    /// Somebody asked for it: the next failure counts as the first.
    void reset() { m_failures = 0; }

private:
    const Tuning m_tuning;
    Rng& m_rng;
    int m_failures = 0;
};

}  // namespace zhida::sync
