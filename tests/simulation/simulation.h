// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/stores.h"

#include <cstdint>
#include <string>

/// One centre and a few desks in one thread, with virtual time and bad luck out of one seed.
namespace zhida::simulation {

struct Options {
    std::uint64_t seed = 1;
    std::size_t desks = 0;  ///< 2…5; 0: by the seed
    bool verbose = false;
    Stores stores = Stores::memory;
};

struct Outcome {
    std::string violation;  ///< empty: all invariants held
    std::uint64_t traceHash = 0;
    std::uint64_t commands = 0;
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0;
    std::uint64_t faults = 0;
    std::uint64_t crashes = 0;
    std::uint64_t fills = 0;
    std::uint64_t restores = 0;
};

Outcome run(const Options& options);

}  // namespace zhida::simulation
