// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/renewing_gateway.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace zhida::desk {

void RenewingGateway::expectSignIn(bool expected) {
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

void RenewingGateway::answerOverdue() {
    std::vector<Parked> overdue;
    {
        const std::lock_guard lock(m_mutex);
        const Instant now = m_clock.now();
        const auto rest = std::stable_partition(m_parked.begin(), m_parked.end(),
                                                [now](const Parked& each) { return each.until <= now; });
        overdue.assign(std::make_move_iterator(m_parked.begin()), std::make_move_iterator(rest));
        m_parked.erase(m_parked.begin(), rest);
    }
    for (const Parked& each : overdue) {
        each.reply(Error("timeout"));
    }
}

void RenewingGateway::whenCaughtUp(std::int64_t milliseconds, Reply reply) {
    const Instant until = m_clock.now().plus(milliseconds);
    m_line.whenCaughtUp(milliseconds, [this, until, reply = std::move(reply)](Result<service::SyncStatus> outcome) {
        const bool refused = !outcome && outcome.error().code == "auth.tokenExpired";
        if (!refused || !park(until, reply)) {
            reply(std::move(outcome));
        }
    });
}

bool RenewingGateway::park(Instant until, const Reply& reply) {
    const std::lock_guard lock(m_mutex);
    if (m_expected) {
        m_parked.push_back({until, reply});
    }
    return m_expected;
}

}  // namespace zhida::desk
