// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/patient_gateway.h"

#include <algorithm>
#include <utility>

namespace zhida::desk {

void PatientGateway::expectSignIn(bool expected) {
    std::vector<Parked> waits;
    {
        const std::lock_guard lock(m_mutex);
        m_expected = expected;
        if (!expected) {
            waits = std::exchange(m_parked, {});
        }
    }
    for (const Parked& each : waits) {
        m_line.whenCaughtUp(std::max<std::int64_t>(each.until.ms - m_clock.now().ms, 0), each.reply);
    }
}

void PatientGateway::whenCaughtUp(std::int64_t milliseconds, Reply reply) {
    const Instant until = m_clock.now().plus(milliseconds);
    m_line.whenCaughtUp(milliseconds, [this, until, reply = std::move(reply)](Result<service::SyncStatus> outcome) {
        const bool refused = !outcome && outcome.error().code == "auth.tokenExpired";
        if (!refused || !park(until, reply)) {
            reply(std::move(outcome));
        }
    });
}

bool PatientGateway::park(Instant until, const Reply& reply) {
    const std::lock_guard lock(m_mutex);
    if (m_expected) {
        m_parked.push_back({until, reply});
    }
    return m_expected;
}

}  // namespace zhida::desk
