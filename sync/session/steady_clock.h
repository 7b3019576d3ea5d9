// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"

#include <chrono>

namespace zhida::sync {

/// Never goes back and knows no dates: for delays and time-outs. Thread-safe.
class SteadyClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        using std::chrono::duration_cast, std::chrono::milliseconds, std::chrono::steady_clock;
        return Instant{duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count()};
    }
};

}  // namespace zhida::sync
