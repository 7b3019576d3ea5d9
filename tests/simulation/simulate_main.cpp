// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulation.h"

#include <CLI/CLI.hpp>

#include <cinttypes>
#include <cstdio>
#include <map>
#include <string>

/// zhida-simulate --seed N --count M [--desks K] [--stores memory|real] [--verbose] [--trace]
int main(int argc, char** argv) {
    using namespace zhida::simulation;
    CLI::App app("Runs one centre and several desks with virtual time and faults out of a seed");
    Options options;
    options.stores = Stores::real;
    std::uint64_t count = 1;
    bool verbose = false;
    app.add_option("--seed", options.seed, "seed of the first run")->capture_default_str();
    app.add_option("--count", count, "runs, each with the next seed")->capture_default_str();
    app.add_option("--desks", options.desks, "desks of each run (default: 2 to 5, by the seed)")
        ->check(CLI::Range(2, 5));
    app.add_option("--stores", options.stores, "what the engines write to: memory, or the files of the product")
        ->transform(
            CLI::CheckedTransformer(std::map<std::string, Stores>{{"memory", Stores::memory}, {"real", Stores::real}}));
    app.add_flag("--verbose", verbose, "one line a run");
    app.add_flag("--trace", options.verbose, "one line for everything that happens");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    Outcome total;
    for (std::uint64_t i = 0; i < count; ++i, ++options.seed) {
        const Outcome outcome = run(options);
        if (verbose || !outcome.violation.empty()) {
            std::printf("seed %" PRIu64 " trace %016" PRIx64 " commands %" PRIu64 " refused %" PRIu64 " faults %" PRIu64
                        " crashes %" PRIu64 " fills %" PRIu64 "\n",
                        options.seed, outcome.traceHash, outcome.commands, outcome.refused, outcome.faults,
                        outcome.crashes, outcome.fills);
        }
        if (!outcome.violation.empty()) {
            std::fprintf(stderr, "seed %" PRIu64 ": %s\n", options.seed, outcome.violation.c_str());
            return 1;
        }
        total.commands += outcome.commands;
        total.refused += outcome.refused;
        total.faults += outcome.faults;
        total.crashes += outcome.crashes;
        total.restores += outcome.restores;
    }
    std::printf("runs %" PRIu64 " commands %" PRIu64 " refused %" PRIu64 " faults %" PRIu64 " crashes %" PRIu64
                " restored copies %" PRIu64 ": every invariant held\n",
                count, total.commands, total.refused, total.faults, total.crashes, total.restores);
    return 0;
}
