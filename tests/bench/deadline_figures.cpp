// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deadline.h"
#include "tests/bench/domain_figures.h"
#include "tests/model/domain/paper_calendar.h"

#include <cstdio>
#include <cstdlib>

namespace zhida::bench {
namespace {

using domain::Term;
using domain::TermClock;
using domain::TermUnit;

constexpr std::size_t kClocks = 2'000;

Instant someTime(Rng& rng) {
    constexpr std::uint64_t kTenYears = 10ULL * 365 * kDayMs;
    return parseIso("2015-01-01", domain::test::kChina)->plus(static_cast<std::int64_t>(rng.below(kTenYears)));
}

/// Terms as rules have them, one in four extended, one in four suspended for a while.
std::vector<TermClock> usualClocks() {
    const std::vector<Term> terms = {{1, TermUnit::workingDay}, {5, TermUnit::workingDay}, {15, TermUnit::workingDay},
                                     {60, TermUnit::day},       {4, TermUnit::workHour},   {24, TermUnit::hour},
                                     {30, TermUnit::minute},    {45, TermUnit::workingDay}};
    SeededRng rng(1);
    std::vector<TermClock> clocks;
    for (std::size_t i = 0; i < kClocks; ++i) {
        TermClock clock{someTime(rng), terms[rng.below(terms.size())], {}, {}};
        if (rng.below(4) == 0) {
            clock.extensions = {{10, TermUnit::workingDay}};
        }
        if (rng.below(4) == 0) {
            const Instant from = clock.received.plus(static_cast<std::int64_t>(rng.below(5ULL * kDayMs)));
            clock.pauses = {{from, from.plus(3 * kDayMs), {}, ""}};
        }
        clocks.push_back(std::move(clock));
    }
    return clocks;
}

/// One term that runs through all ten years: 2,500 working days.
std::vector<TermClock> longClocks() {
    SeededRng rng(2);
    std::vector<TermClock> clocks;
    for (std::size_t i = 0; i < kClocks / 20; ++i) {
        const Instant begin =
            parseIso("2015-01-01", domain::test::kChina)->plus(static_cast<std::int64_t>(rng.below(kDayMs * 300ULL)));
        clocks.push_back({begin, {2'500, TermUnit::workingDay}, {}, {}});
    }
    return clocks;
}

struct Times {
    std::vector<double> counted;  ///< microseconds for each clock
    std::vector<double> asked;    ///< the same days, each looked up by itself
};

Times measure(const domain::Calendar& calendar, const std::vector<TermClock>& clocks) {
    Times times;
    std::int64_t sum = 0;
    for (const TermClock& clock : clocks) {
        Instant due;
        times.counted.push_back(1e6 * secondsOf([&] {
                                    const auto deadline = domain::dueOf(calendar, clock);
                                    due = deadline ? deadline->due : Instant{};
                                }));
        const Day last = localDay(due, calendar.offset());
        times.asked.push_back(1e6 * secondsOf([&] {
                                  for (Day day = localDay(clock.received, calendar.offset()); day <= last;
                                       day = day.plus(1)) {
                                      sum += calendar.isWorkday(day) ? 1 : 0;
                                  }
                              }));
    }
    if (sum == 0) {
        std::fprintf(stderr, "no working day in ten years\n");
        std::exit(1);
    }
    return times;
}

void add(std::vector<Figure>& figures, const std::string& name, Times times) {
    const char* const limit = "asking for every day";
    figures.push_back({name + ", p50", percentile(times.counted, 0.5), "us", limit, percentile(times.asked, 0.5)});
    figures.push_back({name + ", p99", percentile(times.counted, 0.99), "us", limit, percentile(times.asked, 0.99)});
    figures.push_back({name + ", slowest", percentile(times.counted, 1), "us", limit, percentile(times.asked, 1)});
}

}  // namespace

std::vector<Figure> deadlineFigures() {
    const domain::Calendar calendar = domain::test::paperCalendar();
    (void)measure(calendar, usualClocks());
    std::vector<Figure> figures;
    add(figures, "a usual term with its proof", measure(calendar, usualClocks()));
    add(figures, "ten years of working days with their proof", measure(calendar, longClocks()));
    return figures;
}

}  // namespace zhida::bench
