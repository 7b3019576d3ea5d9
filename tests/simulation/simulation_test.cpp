// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulation.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace zhida::simulation {
namespace {

constexpr std::uint64_t kBase = 120'000;

const char* nameOf(Stores stores) { return stores == Stores::real ? "real" : "memory"; }

std::uint64_t fromEnvironment(const char* name, std::uint64_t fallback) {
    const char* text = std::getenv(name);
    return text == nullptr ? fallback : std::strtoull(text, nullptr, 10);
}

std::vector<std::uint64_t> regressionSeeds() {
    std::ifstream file(ZHIDA_SOURCE_DIR "/tests/simulation/seeds.txt");
    EXPECT_TRUE(file.is_open());
    std::vector<std::uint64_t> seeds;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#') {
            seeds.push_back(std::stoull(line));
        }
    }
    return seeds;
}

/// ZHIDA_SIMULATION_SEED and ZHIDA_SIMULATION_COUNT choose others.
void runNewSeeds(Stores stores, std::uint64_t usualCount) {
    const std::uint64_t base = fromEnvironment("ZHIDA_SIMULATION_SEED", kBase);
    const std::uint64_t count = fromEnvironment("ZHIDA_SIMULATION_COUNT", usualCount);
    Outcome total;
    for (std::uint64_t seed = base; seed < base + count; ++seed) {
        const Outcome outcome = run({seed, 0, false, stores});
        ASSERT_EQ(outcome.violation, "") << "zhida-simulate --trace --stores " << nameOf(stores) << " --seed " << seed;
        total.commands += outcome.commands;
        total.refused += outcome.refused;
        total.faults += outcome.faults;
        total.crashes += outcome.crashes;
        total.fills += outcome.fills;
        total.restores += outcome.restores;
    }
    // A simulation in which nothing goes wrong proves nothing.
    EXPECT_GT(total.commands, 20 * count);
    EXPECT_GT(total.refused, count);
    EXPECT_GT(total.faults, 10 * count);
    EXPECT_GT(total.crashes, count);
    EXPECT_GT(total.fills, 2 * count);
    EXPECT_GT(total.restores, count / 10);
}

void runOldSeeds(Stores stores) {
    const std::vector<std::uint64_t> seeds = regressionSeeds();
    EXPECT_FALSE(seeds.empty());
    for (const std::uint64_t seed : seeds) {
        EXPECT_EQ(run({seed, 0, false, stores}).violation, "") << nameOf(stores) << " seed " << seed;
    }
}

void runTwice(Stores stores, std::uint64_t seeds) {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Outcome once = run({seed, 0, false, stores});
        const Outcome again = run({seed, 0, false, stores});
        EXPECT_EQ(once.traceHash, again.traceHash) << "seed " << seed;
        EXPECT_NE(once.traceHash, run({seed + 1'000, 0, false, stores}).traceHash);
    }
}

TEST(Simulation, NewSeedsOnMemory) { runNewSeeds(Stores::memory, 500); }

TEST(RealStores, NewSeeds) { runNewSeeds(Stores::real, 150); }

TEST(Simulation, EveryBugThatWasFoundOnce) { runOldSeeds(Stores::memory); }

TEST(RealStores, EveryBugThatWasFoundOnce) { runOldSeeds(Stores::real); }

TEST(Simulation, TheSameSeedGivesTheSameRun) { runTwice(Stores::memory, 20); }

TEST(RealStores, TheSameSeedGivesTheSameRun) { runTwice(Stores::real, 8); }

TEST(Simulation, FiveDesks) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        EXPECT_EQ(run({seed, 5, false, Stores::memory}).violation, "")
            << "zhida-simulate --stores memory --desks 5 --seed " << seed;
    }
}

}  // namespace
}  // namespace zhida::simulation
