// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/clock.h"
#include "sync/server/engine.h"
#include "sync/store/sqlite_server_store.h"
#include "tests/bench/domain_figures.h"

#include <cstdio>
#include <cstdlib>

namespace zhida::bench {
namespace {

constexpr std::string_view kRules = R"({"centre":{"name":"centre","region6":"370902"},"deadlines":[{"term":"5wd"}]})";
constexpr std::size_t kInOne = 5'000;
constexpr std::size_t kDue = 1'000;
constexpr int kTicks = 500;

/// Nobody is connected.
class NoDesks final : public sync::Outlet,
                      public sync::PasswordCheck,
                      public sync::AdminHandler,
                      public sync::SecretSource {
public:
    void send(sync::ConnectionId, std::string) override {}
    void close(sync::ConnectionId, std::string_view) override {}
    void setTrusted(sync::ConnectionId) override {}
    std::size_t queuedBytes(sync::ConnectionId) override { return 0; }
    void check(std::uint64_t, std::string, std::string) override {}
    void administer(sync::AdminRequest) override {}
    std::string secret() override { return {}; }
    std::string digest(std::string_view) override { return {}; }
};

/// Open tickets whose yellow card is years ahead, but for those that are due now.
void fill(sync::ServerStore& store, std::size_t tickets, Instant now) {
    for (std::size_t i = 0; i < tickets;) {
        store.begin();
        for (std::size_t end = std::min(tickets, i + kInOne); i < end; ++i) {
            domain::Event event;
            event.ticket = TicketId{Uuid::fromName("scheduler " + std::to_string(i))};
            event.rev = 1;
            event.at = event.occurredAt = now;
            domain::TicketRegistered body;
            body.facts.title = "title";
            body.facts.content = "content";
            body.due = now.plus(i < kDue ? kHourMs : 1'000 * kDayMs);
            event.body = body;
            store.append({event}, {}, domain::evolve({}, event));
            store.setTimer(event.ticket, *body.due);
        }
        store.commit();
    }
}

}  // namespace

std::vector<Figure> schedulerFigures(std::size_t tickets) {
    const Folder folder;
    auto store = sync::SqliteServerStore::create(folder.path("centre.db"), Uuid::fromName("epoch"));
    if (!store) {
        std::fprintf(stderr, "bench domain: %s\n", store.error().code.c_str());
        std::exit(1);
    }
    FakeClock clock;
    FakeClock steady{Instant{1'000}};
    SeededRng rng{5};
    NoDesks none;
    (*store)->begin();
    (*store)->appendRecord("rules", "rules", kRules);
    (*store)->commit();
    fill(**store, tickets, clock.now());
    sync::ServerEngine engine({**store, clock, steady, rng, none, none, none, none, {}});
    const auto work = [&] {
        while (engine.hasWork()) {
            engine.process();
        }
    };
    engine.tick();  // the first one works out every timer anew
    const double sweep = secondsOf(work);
    const double idle = cpuSecondsOf([&] {
        for (int i = 0; i < kTicks; ++i) {
            steady.advance(5'000);
            engine.tick();
        }
    });
    clock.advance(2 * kHourMs);
    const std::uint64_t head = (*store)->head();
    const double acts = secondsOf([&] {
        do {
            steady.advance(5'000);
            engine.tick();
            work();
        } while ((*store)->head() < head + kDue);
    });
    const std::string of = ", " + std::to_string(tickets) + " open tickets";
    return {{"scheduler: a tick with nothing due" + of, 1e6 * idle / kTicks, "us", "", 0},
            {"scheduler: a due act", 1e6 * acts / static_cast<double>((*store)->head() - head), "us", "", 0},
            {"scheduler: every timer worked out anew", sweep, "s", "", 0}};
}

}  // namespace zhida::bench
