// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session/heart.h"

namespace zhida::sync {

Heart::Heart(const Tuning& tuning, Rng& rng, Instant now)
    : m_beatMs(tuning.heartbeatMs),
      m_deadMs(tuning.deadMs),
      m_rng(rng),
      m_heard(now),
      m_nextBeat(now.plus(interval())) {}

std::int64_t Heart::interval() {
    const std::int64_t spread = m_beatMs * 2 / 5;
    return m_beatMs - spread / 2 + static_cast<std::int64_t>(m_rng.below(static_cast<std::uint64_t>(spread) + 1));
}

bool Heart::beatDue(Instant now) {
    if (now < m_nextBeat) {
        return false;
    }
    m_nextBeat = now.plus(interval());
    return true;
}

}  // namespace zhida::sync
