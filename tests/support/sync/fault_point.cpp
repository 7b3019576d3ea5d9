// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/fault_point.h"

namespace zhida::testing {

bool FaultPoint::strikes() {
    const bool counted = m_countdown > 0 && --m_countdown == 0;
    const bool now = counted || (m_rate > 0 && m_rng.below(100'000) < m_rate);
    m_failures += now ? 1U : 0U;
    return now;
}

void FaultPoint::pass() {
    if (strikes()) {
        throw Crash();
    }
}

}  // namespace zhida::testing
