// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/rng.h"

#include <cstdint>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace zhida::simulation {

/// An invariant does not hold.
struct Violation : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline void require(bool good, const std::string& what) {
    if (!good) {
        throw Violation(what);
    }
}

/// Virtual time, chance and the record of one run. Whatever happens is a task in its queue: equal seeds give equal runs.
class World {
public:
    explicit World(std::uint64_t seed) : m_rng(seed), m_trace(0xcbf29ce484222325ULL) {}

    [[nodiscard]] Instant now() const { return m_now; }
    Rng& rng() { return m_rng; }
    std::uint64_t below(std::uint64_t bound) { return m_rng.below(bound); }
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(m_rng.below(static_cast<std::uint64_t>(most - least) + 1));
    }
    /// True in `rate` of 100,000 cases.
    bool chance(std::uint64_t rate) { return rate > 0 && m_rng.below(100'000) < rate; }

    void after(std::int64_t milliseconds, std::function<void()> task) {
        m_tasks.emplace(std::make_pair(m_now.plus(milliseconds).ms, ++m_lastTask), std::move(task));
    }
    /// Runs what is due up to `end`, then it is `end`.
    void runUntil(Instant end);

    /// Takes note of something that happened: part of the trace hash, and printed when `verbose`.
    void note(std::string_view what, std::uint64_t a = 0, std::uint64_t b = 0, std::string_view bytes = {});
    [[nodiscard]] std::uint64_t traceHash() const { return m_trace; }
    void countFault() { ++m_faults; }
    [[nodiscard]] std::uint64_t faults() const { return m_faults; }

    bool verbose = false;
    bool faultsOn = true;

private:
    void mix(std::uint64_t value) { m_trace = (m_trace ^ value) * 0x100000001b3ULL; }

    SeededRng m_rng;
    Instant m_now{1'750'000'000'000};
    std::map<std::pair<std::int64_t, std::uint64_t>, std::function<void()>> m_tasks;
    std::uint64_t m_lastTask = 0;
    std::uint64_t m_trace;
    std::uint64_t m_faults = 0;
};

/// The world's time as somebody's clock shows it.
class WorldClock final : public Clock {
public:
    explicit WorldClock(const World& world, std::int64_t skewMs = 0) : m_world(world), m_skewMs(skewMs) {}
    [[nodiscard]] Instant now() const override { return m_world.now().plus(m_skewMs); }
    void setSkew(std::int64_t milliseconds) { m_skewMs = milliseconds; }

private:
    const World& m_world;
    std::int64_t m_skewMs;
};

}  // namespace zhida::simulation
