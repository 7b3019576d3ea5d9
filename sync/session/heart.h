// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"
#include "model/base/time.h"
#include "sync/session/tuning.h"

#include <algorithm>
#include <cstdint>

namespace zhida::sync {

/// When to say that we live, and when the other end no longer does. Times are of the steady clock.
class Heart {
public:
    Heart(const Tuning& tuning, Rng& rng, Instant now);

    void heard(Instant now) { m_heard = now; }
    [[nodiscard]] bool dead(Instant now) const { return now.ms - m_heard.ms >= m_deadMs; }
    /// True once each interval of heartbeatMs ± 20 %.
    bool beatDue(Instant now);
    /// The next moment at which one of the two may become true.
    [[nodiscard]] Instant next() const { return std::min(m_nextBeat, m_heard.plus(m_deadMs)); }

private:
    [[nodiscard]] std::int64_t interval();

    std::int64_t m_beatMs;
    std::int64_t m_deadMs;
    Rng& m_rng;
    Instant m_heard;
    Instant m_nextBeat;
};

}  // namespace zhida::sync
