// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/fault_point.h"

namespace zhida::testing {

void FaultPoint::pass() {
    const bool now = m_countdown > 0 && --m_countdown == 0;
    if (now || (m_rate > 0 && m_rng.below(100'000) < m_rate)) {
        ++m_failures;
        throw Crash();
    }
}

}  // namespace zhida::testing
