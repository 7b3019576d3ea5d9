// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines against counting step by step with nothing but the definition: slow, and hard to get wrong.
#include "model/base/rng.h"
#include "model/domain/deadline.h"
#include "tests/model/domain/paper_calendar.h"

#include <gtest/gtest.h>

#include <set>

namespace zhida::domain::test {
namespace {

/// Ten years, day by day, told from the rows of the papers alone.
class Oracle {
public:
    explicit Oracle(std::vector<OfficePeriod> office) : m_office(std::move(office)) {
        for (const PaperDay& each : paperDays()) {
            (each.off ? m_off : m_worked).insert(each.day);
        }
    }

    struct Answer {
        Instant due;
        std::vector<Instant> partDues;
        std::vector<bool> counted;  ///< of each step from receipt to due
    };

    Answer count(const TermClock& clock, std::int64_t step) const {
        Answer answer;
        Instant at = clock.received;
        std::vector<Term> parts{clock.term};
        parts.insert(parts.end(), clock.extensions.begin(), clock.extensions.end());
        for (const Term& part : parts) {
            const bool days = part.unit == TermUnit::workingDay || part.unit == TermUnit::day;
            at = days ? countDays(clock, part, at, step, answer.counted)
                      : countTime(clock, part, at, step, answer.counted);
            answer.partDues.push_back(at);
        }
        answer.due = at;
        return answer;
    }

private:
    [[nodiscard]] bool worked(Day day) const {
        return m_worked.count(day) != 0 || (weekday(day) < 5 && m_off.count(day) == 0);
    }
    [[nodiscard]] static bool stands(const TermClock& clock, Instant at) {
        for (const Pause& each : clock.pauses) {
            if (each.from <= at && at < *each.to) {
                return true;
            }
        }
        return false;
    }
    /// A day is not counted when the clock stands still as it would end; a pause "until 23:59:59" still holds then.
    [[nodiscard]] static bool standsAtEnd(const TermClock& clock, Instant lastSecond) {
        for (const Pause& each : clock.pauses) {
            if (each.from <= lastSecond && lastSecond <= *each.to) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool open(Instant at) const {
        const Day day = localDay(at, kChina);
        const std::int64_t ofDay = at.ms - startOf(day, kChina).ms;
        bool inOffice = false;
        for (const OfficePeriod& each : m_office) {
            inOffice = inOffice || (ofDay >= each.from * kMinuteMs && ofDay < each.to * kMinuteMs);
        }
        return inOffice && worked(day);
    }

    Instant countTime(const TermClock& clock, Term term, Instant at, std::int64_t step,
                      std::vector<bool>& counted) const {
        std::int64_t left = term.amount * (term.unit == TermUnit::minute ? kMinuteMs : kHourMs);
        while (left > 0) {
            const bool runs = !stands(clock, at) && (term.unit != TermUnit::workHour || open(at));
            counted.push_back(runs);
            left -= runs ? step : 0;
            at = at.plus(step);
        }
        return at;
    }

    Instant countDays(const TermClock& clock, Term term, Instant at, std::int64_t step,
                      std::vector<bool>& counted) const {
        const Day first = localDay(at, kChina);
        if (at == startOf(first.plus(1), kChina).plus(-kSecondMs)) {
            at = at.plus(kSecondMs);  // the term before ended with this day: its last second is that day's
            counted.insert(counted.end(), step == kSecondMs ? 1 : 0, true);
        }
        for (int left = term.amount; left > 0;) {
            const Day day = localDay(at, kChina);
            const Instant lastSecond = startOf(day.plus(1), kChina).plus(-kSecondMs);
            const bool counts =
                day != first && (term.unit == TermUnit::day || worked(day)) && !standsAtEnd(clock, lastSecond);
            left -= counts ? 1 : 0;
            for (const Instant end = lastSecond.plus(left > 0 ? kSecondMs : 0); at < end; at = at.plus(step)) {
                counted.push_back(counts);
            }
            at = lastSecond.plus(left > 0 ? kSecondMs : 0);
        }
        return at;
    }

    std::vector<OfficePeriod> m_office;
    std::set<Day> m_off;
    std::set<Day> m_worked;
};

struct Shape {
    std::int64_t step;  ///< receipt and pauses fall on whole steps
    int mostDays;
    int mostHours;
};

Term someTerm(SeededRng& rng, const Shape& shape) {
    const auto unit = static_cast<TermUnit>(1 + rng.below(5));
    const bool days = unit == TermUnit::workingDay || unit == TermUnit::day;
    const int most = days ? shape.mostDays : unit == TermUnit::minute ? shape.mostHours * 60 : shape.mostHours;
    return {1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(most))), unit};
}

TermClock someClock(SeededRng& rng, const Shape& shape) {
    constexpr std::int64_t kTenYears = 10LL * 365 * kDayMs;
    TermClock clock;
    const auto someTime = [&](Instant from, std::int64_t length) {
        return from.plus(static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(length / shape.step))) *
                         shape.step);
    };
    clock.received = someTime(parseIso("2015-01-01", kChina).value(), kTenYears);
    clock.term = someTerm(rng, shape);
    while (clock.extensions.size() < 3 && rng.below(3) == 0) {
        Term extension = someTerm(rng, shape);
        if (shape.step > kSecondMs) {  // hours that begin at 23:59:59 are no whole number of minutes away
            extension = {extension.amount % shape.mostDays + 1,
                         rng.below(2) == 0 ? TermUnit::workingDay : TermUnit::day};
        }
        clock.extensions.push_back(extension);
    }
    while (clock.pauses.size() < 4 && rng.below(2) == 0) {
        const Instant from = someTime(clock.received.plus(-2 * kDayMs), 20 * kDayMs);
        clock.pauses.push_back({from, someTime(from, 6 * kDayMs), {"boss"}, "awaits a court"});
    }
    return clock;
}

std::string textOf(const TermClock& clock) {
    std::string text = formatIso(clock.received, kChina) + " " + domain::textOf(clock.term);
    for (const Term& each : clock.extensions) {
        text += " +" + domain::textOf(each);
    }
    for (const Pause& each : clock.pauses) {
        text += " pause " + formatIso(each.from, kChina) + "/" + formatIso(*each.to, kChina);
    }
    return text;
}

/// No hole, no overlap, and every step is told as the oracle tells it.
void expectProof(const Deadline& deadline, const TermClock& clock, const Oracle::Answer& answer, std::int64_t step) {
    Instant at = clock.received;
    std::size_t index = 0;
    for (const Segment& each : deadline.segments) {
        ASSERT_EQ(each.from, at) << textOf(clock);
        ASSERT_LT(each.from, each.to) << textOf(clock);
        for (; at < each.to; at = at.plus(step)) {
            ASSERT_LT(index, answer.counted.size()) << textOf(clock);
            ASSERT_EQ(each.counted, answer.counted[index++]) << textOf(clock) << " at " << formatIso(at, kChina);
        }
        at = each.to;
    }
    ASSERT_EQ(at, deadline.due) << textOf(clock);
    ASSERT_EQ(index, answer.counted.size()) << textOf(clock);
}

void compare(const std::vector<OfficePeriod>& office, const Shape& shape, std::uint64_t seed, int cases) {
    Calendar calendar(kChina, office);
    for (const PaperDay& each : paperDays()) {
        calendar.setException(each.day, {each.name, each.off});
    }
    const Oracle oracle(office);
    SeededRng rng(seed);
    for (int i = 0; i < cases; ++i) {
        const TermClock clock = someClock(rng, shape);
        const auto deadline = dueOf(calendar, clock);
        ASSERT_TRUE(deadline) << textOf(clock);
        const Oracle::Answer answer = oracle.count(clock, shape.step);
        ASSERT_EQ(formatIso(deadline->due, kChina), formatIso(answer.due, kChina)) << textOf(clock);
        ASSERT_EQ(deadline->partDues, answer.partDues) << textOf(clock);
        ASSERT_FALSE(deadline->provisional) << textOf(clock);
        expectProof(*deadline, clock, answer, shape.step);
    }
}

TEST(DeadlineOracle, MinuteByMinuteOverTenYears) {
    compare({{510, 720}, {810, 1050}}, {kMinuteMs, 40, 60}, 20261122, 5000);
}

TEST(DeadlineOracle, SecondBySecond) { compare({{510, 720}, {810, 1050}}, {kSecondMs, 3, 12}, 20261123, 200); }

TEST(DeadlineOracle, ThreeOfficePeriodsAndOneThatNeverCloses) {
    compare({{0, 30}, {540, 541}, {1080, 1440}}, {kMinuteMs, 10, 40}, 20261124, 400);
    compare({{0, 1440}}, {kMinuteMs, 10, 40}, 20261125, 400);
}

}  // namespace
}  // namespace zhida::domain::test
