// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"

#include <cstdint>
#include <stdexcept>

namespace zhida::testing {

/// What a disk throws when it fails, or when the power goes in the middle of a call.
struct Crash : std::runtime_error {
    Crash() : std::runtime_error("crash") {}
};

/// Asked at every call of a disk, before and after its effect.
class FaultPoint {
public:
    explicit FaultPoint(Rng& rng) : m_rng(rng) {}

    /// Of 100,000 calls so many fail; 0: none.
    void setRate(std::uint64_t rate) { m_rate = rate; }
    /// The n-th call from now fails (1: the next), once.
    void failAt(std::uint64_t n) { m_countdown = n; }
    void pass();
    /// As pass(), for who fails in a way of his own.
    [[nodiscard]] bool strikes();
    [[nodiscard]] std::uint64_t failures() const { return m_failures; }

private:
    Rng& m_rng;
    std::uint64_t m_rate = 0;
    std::uint64_t m_countdown = 0;
    std::uint64_t m_failures = 0;
};

}  // namespace zhida::testing
