// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <random>

namespace zhida {

/// The only source of chance. Ids and jitter only, never keys: secrets come from libsodium.
class Rng {
public:
    virtual ~Rng() = default;
    virtual std::uint64_t next() = 0;
    /// Uniform enough in [0, bound); 0 for bound 0.
    std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : next() % bound; }
};

/// From the operating system. Thread-safe.
class SystemRng final : public Rng {
public:
    std::uint64_t next() override {
        const std::lock_guard lock(m_mutex);
        return (static_cast<std::uint64_t>(m_device()) << 32U) | m_device();
    }

private:
    std::mutex m_mutex;
    std::random_device m_device;
};

/// SplitMix64: the same seed gives the same run. Not thread-safe.
class SeededRng final : public Rng {
public:
    explicit SeededRng(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() override {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

private:
    std::uint64_t m_state;
};

}  // namespace zhida
