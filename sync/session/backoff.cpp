// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session/backoff.h"

#include <algorithm>

namespace zhida::sync {

std::int64_t Backoff::next() {
    const int doublings = std::min(m_failures, 30);
    ++m_failures;
    const std::int64_t ceiling = std::min(m_tuning.backoffMostMs, m_tuning.backoffBaseMs << doublings);
    return static_cast<std::int64_t>(m_rng.below(static_cast<std::uint64_t>(ceiling) + 1));
}

void Backoff::lineHeld(std::int64_t milliseconds) {
    if (milliseconds >= m_tuning.healthyMs) {
        m_failures = 0;
    }
}

}  // namespace zhida::sync
