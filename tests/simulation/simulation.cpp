// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulation.h"

#include "model/domain/article.h"
#include "model/domain/roster.h"
#include "model/wire/codec.h"
#include "tests/simulation/agent.h"
#include "tests/simulation/checks.h"

#include <algorithm>

namespace zhida::simulation {
namespace {

/// The memory desk knows no rules.
constexpr std::string_view kRules = R"({"centre":{"name":"centre","region6":"370902"},
    "deadlines":[{"term":"5wd"}], "rosterRights":[{"code":"hall","zh":"hall","role":"specialist"}]})";
constexpr std::int64_t kRestAtMost = 30 * kMinuteMs;

/// One of the values, so that every run has its own weather: fair in one respect, awful in another.
std::uint64_t oneOf(World& world, std::initializer_list<std::uint64_t> values) {
    return *std::next(values.begin(), static_cast<std::ptrdiff_t>(world.below(values.size())));
}

Weather weatherOf(World& world) {
    Weather weather;
    weather.lost = oneOf(world, {0, 0, 200, 2'000});
    weather.doubled = oneOf(world, {0, 0, 500, 5'000});
    weather.overtaken = oneOf(world, {0, 0, 200, 2'000});
    weather.delayed = oneOf(world, {0, 100, 2'000});
    weather.cut = oneOf(world, {0, 200, 2'000});
    weather.halfOpen = oneOf(world, {0, 50'000, 100'000});
    weather.refused = oneOf(world, {0, 10'000, 50'000});
    weather.slowestMs = static_cast<std::int64_t>(oneOf(world, {2, 50, 400}));
    return weather;
}

class Run {
public:
    explicit Run(const Options& options)
        : m_world(options.seed),
          m_stores(options.stores),
          m_centre(m_world, m_stores),
          m_network(m_world, m_centre, weatherOf(m_world)) {
        m_world.verbose = options.verbose;
        m_centre.join(m_network);
        seedCentre();
        const std::size_t count = options.desks != 0 ? options.desks : 2 + m_world.below(4);
        std::vector<domain::UserProfile> users = people();
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t at = m_world.below(users.size());
            m_desks.push_back(
                std::make_unique<SimDesk>(m_world, m_network, m_centre, SimDesk::Place{i, users[at].user, m_stores}));
            users.erase(users.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }

    Outcome go() {
        Outcome outcome;
        try {
            trouble();
            rest();
            checkRest(m_centre, m_desks);
        } catch (const Violation& violation) {
            outcome.violation = violation.what();
        } catch (const std::exception& failure) {
            outcome.violation = std::string("exception: ") + failure.what();
        }
        outcome.traceHash = m_world.traceHash();
        outcome.faults = m_world.faults();
        outcome.crashes = m_centre.crashes();
        outcome.restores = m_centre.restores();
        for (const auto& desk : m_desks) {
            outcome.commands += desk->made().size();
            outcome.crashes += desk->crashes();
            outcome.refused += desk->disk().owed().refused.size();
            outcome.fills += desk->disk().fills();
        }
        outcome.accepted = outcome.commands - outcome.refused;
        return outcome;
    }

private:
    void seedCentre() {
        for (const domain::UserProfile& profile : people()) {
            m_centre.store().begin();
            m_centre.store().saveAccount({profile, "password-" + profile.user.value, profile.disabled});
            m_centre.store().appendRecord("user", profile.user.value, wire::encode(profile));
            m_centre.store().commit();
        }
        m_centre.store().begin();
        if (m_stores == Stores::real) {
            m_centre.store().appendRecord("rules", "rules", kRules);
        }
        for (const UnitCode& code : kUnits) {
            domain::Unit unit;
            unit.code = code;
            unit.name = code.value;
            m_centre.store().appendRecord("unit", code.value, wire::encode(unit));
        }
        m_centre.store().commit();
    }

    /// Agents work while everything goes wrong.
    void trouble() {
        const std::uint64_t diskRate = oneOf(m_world, {0, 20, 200});
        m_centre.faults().setRate(oneOf(m_world, {0, 5, 50}));
        m_centre.start();
        for (auto& desk : m_desks) {
            desk->faults().setRate(diskRate);
            desk->setClockSkew(m_world.between(-2, 2) * m_world.between(0, kDayMs));
            SimDesk* const each = desk.get();
            m_world.after(m_world.between(0, 5'000), [each] { each->start(); });
        }
        m_pace = static_cast<std::int64_t>(oneOf(m_world, {300, 2'000, 20'000}));
        const std::uint64_t steps = 40 + m_world.below(160);
        for (std::uint64_t step = 0; step < steps; ++step) {
            m_world.runUntil(m_world.now().plus(m_world.between(1, m_pace)));
            something();
            if (step % 20 == 0) {
                checkAccounting(m_centre, m_desks);
            }
        }
    }

    SimDesk& anyDesk() { return *m_desks[m_world.below(m_desks.size())]; }

    void something() {
        const std::uint64_t what = m_world.below(100);
        SimDesk& desk = anyDesk();
        if (what < 65) {
            desk.act();
        } else if (what < 70) {
            desk.takeBack();
        } else if (what < 74) {
            desk.wait(m_world.between(100, 60'000));
        } else if (what < 78) {
            desk.fetchHistory();
        } else if (what < 84) {
            const std::int64_t longest = m_world.below(4) == 0 ? 5 * kHourMs : 2 * kMinuteMs;
            desk.unplug(m_world.between(1'000, longest), m_world.below(2) == 0);
        } else {
            rare(what, desk);
        }
    }

    void rare(std::uint64_t what, SimDesk& desk) {
        if (what < 87) {
            desk.crash();
        } else if (what < 89) {
            m_centre.crash();
        } else if (what < 91) {
            m_network.cutAll();
        } else if (what < 93) {
            m_centre.setDisabled(desk.user(), m_world.below(2) == 0);
        } else if (what < 95) {
            m_centre.moveTo(UserCode{"specialist-a"}, kUnits[m_world.below(kUnits.size())]);
        } else if (what < 96) {
            putRoster();
        } else if (what < 97) {
            putArticle();
        } else if (what < 98) {
            copies();
        } else {
            if (m_world.below(2) == 0) {
                m_centre.leap(m_world.between(kDayMs, 20 * kDayMs));
            }
            m_world.runUntil(m_world.now().plus(m_world.between(kMinuteMs, kHourMs)));
        }
    }

    /// One specialist's place in the hall ends yesterday, today or tomorrow.
    void putRoster() {
        const Day today = localDay(m_world.now(), UtcOffset{480});
        const domain::RosterEntry entry{"r",
                                        UserCode{"specialist-b"},
                                        UnitCode{"unit-b"},
                                        "hall",
                                        "2025-06-01",
                                        formatDay(today.plus(static_cast<int>(m_world.between(-1, 1)))),
                                        {}};
        m_centre.putRecord("roster", entry.id, wire::encode(entry));
    }

    /// A careful administrator has many copies and needs one now and then.
    void copies() {
        if (m_world.below(3) == 0) {
            m_centre.restoreCopy();
        } else {
            m_centre.keepCopy();
        }
    }

    /// One of them is nothing that a desk could read.
    void putArticle() {
        const std::uint64_t version = m_world.below(1'000);
        const std::uint64_t which = m_world.below(5);
        const std::string text = "text " + std::to_string(version);
        domain::Article article;
        article.key = "a" + std::to_string(which);
        article.title = article.answer = text;
        const std::string body = which == 0 ? text : wire::encode(article);
        m_centre.putRecord("article", article.key, version < 200 ? "" : body);
    }

    /// Everything works again; how long until all is quiet?
    void rest() {
        m_world.faultsOn = false;
        m_world.note("faults end");
        m_centre.faults().setRate(0);
        if (!m_centre.up()) {
            m_centre.start();
        }
        for (auto& desk : m_desks) {
            desk->faults().setRate(0);
            m_centre.setDisabled(desk->user(), false);
            desk->plugIn();
        }
        const Instant end = m_world.now().plus(kRestAtMost);
        while (!quiet()) {
            m_world.runUntil(m_world.now().plus(kSecondMs));
            if (m_world.now() > end) {
                throw Violation("no rest after " + std::to_string(kRestAtMost / kMinuteMs) + " minutes" + describe());
            }
        }
    }

    /// A desk that has not noticed yet that the centre is another one may stand at an equal seq of the lost history.
    bool quiet() {
        return m_centre.up() && m_centre.nothingDue() &&
               std::all_of(m_desks.begin(), m_desks.end(), [this](const auto& desk) {
                   return desk->status().line == service::SyncStatus::Line::live &&
                          desk->disk().owed().waiting.empty() && desk->disk().cursor().seq == m_centre.store().head() &&
                          desk->disk().cursor().chain == m_centre.store().chainAt(m_centre.store().head());
               });
    }

    std::string describe() {
        std::string text;
        for (const auto& desk : m_desks) {
            const service::SyncStatus status = desk->status();
            text += "; desk " + std::to_string(desk->index()) + " line " +
                    std::to_string(static_cast<int>(status.line)) + " cursor " + std::to_string(status.cursor) +
                    " waiting " + std::to_string(desk->disk().owed().waiting.size()) + " " + status.trouble.code;
        }
        return text + "; head " + std::to_string(m_centre.store().head());
    }

    World m_world;
    Stores m_stores;
    SimCentre m_centre;
    Network m_network;
    Desks m_desks;
    std::int64_t m_pace = 0;
};

}  // namespace

Outcome run(const Options& options) { return Run(options).go(); }

}  // namespace zhida::simulation
