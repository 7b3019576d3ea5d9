// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include <cstdio>

namespace zhida::simulation {

void World::runUntil(Instant end) {
    while (!m_tasks.empty() && m_tasks.begin()->first.first <= end.ms) {
        auto node = m_tasks.extract(m_tasks.begin());
        m_now = Instant{node.key().first};
        node.mapped()();
    }
    m_now = end;
}

void World::note(std::string_view what, std::uint64_t a, std::uint64_t b, std::string_view bytes) {
    mix(static_cast<std::uint64_t>(m_now.ms));
    mix(a);
    mix(b);
    for (const char c : what) {
        mix(static_cast<std::uint8_t>(c));
    }
    for (const char c : bytes) {
        mix(static_cast<std::uint8_t>(c));
    }
    if (verbose) {
        std::printf("%12lld  %.*s %llu %llu %zu\n", static_cast<long long>(m_now.ms - 1'750'000'000'000),
                    static_cast<int>(what.size()), what.data(), static_cast<unsigned long long>(a),
                    static_cast<unsigned long long>(b), bytes.size());
    }
}

}  // namespace zhida::simulation
