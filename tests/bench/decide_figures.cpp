// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/codec.h"
#include "tests/bench/domain_figures.h"
#include "tests/model/domain/every_command.h"
#include "tests/model/domain/paper_calendar.h"

#include <map>

namespace zhida::bench {
namespace {

using domain::Role;
using domain::test::Office;

constexpr int kLives = 300;
constexpr int kSteps = 40;

/// Lives of tickets in which everybody tries everything; what was accepted is in the log.
struct Lives {
    std::vector<std::string> log;      ///< wire bytes
    std::vector<double> microseconds;  ///< of each decision, refused or not
};

Lives live() {
    Lives lives;
    const domain::Calendar calendar = domain::test::paperCalendar();
    const std::vector<domain::UserProfile> people{
        Office::person(Role::callTaker),          Office::person(Role::specialist, "zjj"),
        Office::person(Role::dispatcher),         Office::person(Role::supervisor),
        Office::person(Role::unitHandler, "szz"), Office::person(Role::unitHandler, "zjj"),
        Office::person(Role::callbackAgent)};
    SeededRng rng(3);
    for (int life = 0; life < kLives; ++life) {
        Office o;
        o.rules.calendar = calendar;
        o.id = TicketId::make(o.now, rng);
        o.registerOne(domain::AppealType::help);
        o.other = *o.ticket;
        o.other->id = TicketId::make(o.now, rng);
        std::vector<domain::TicketCommand> commands = domain::test::everyCommand(o);
        for (int step = 0; step < kSteps; ++step) {
            const domain::UserProfile& actor = people[rng.below(people.size())];
            const domain::TicketCommand& body = commands[1 + rng.below(commands.size() - 1)];
            Result<std::vector<domain::Event>> events = Error("none");
            lives.microseconds.push_back(1e6 * cpuSecondsOf([&] { events = o.attempt(actor, body); }));
            for (const domain::Event& event : events ? *events : std::vector<domain::Event>{}) {
                o.ticket = domain::evolve(std::move(*o.ticket), event);
                o.log.push_back(event);
            }
            o.now = o.now.plus(kMinuteMs);
        }
        for (const domain::Event& event : o.log) {
            lives.log.push_back(wire::encode(event));
        }
    }
    return lives;
}

}  // namespace

std::vector<Figure> decideFigures() {
    Lives lives = live();
    std::map<TicketId, domain::Ticket> tickets;
    std::size_t bytes = 0;
    const double seconds = cpuSecondsOf([&] {
        for (const std::string& each : lives.log) {
            const auto event = wire::decode<domain::Event>(each);
            domain::Ticket& ticket = tickets[event->ticket];
            ticket = domain::evolve(std::move(ticket), *event);
        }
        for (const auto& [id, ticket] : tickets) {
            bytes += wire::encode(ticket).size();
        }
    });
    const double events = static_cast<double>(lives.log.size());
    return {{"tickets made anew out of the log", bytes > 0 ? events / seconds : 0, "events/s", "wanted", 50'000},
            {"a decision, p50", percentile(lives.microseconds, 0.5), "us", "", 0},
            {"a decision, p99", percentile(lives.microseconds, 0.99), "us", "wanted", 50}};
}

}  // namespace zhida::bench
