// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/desk_ledger.h"
#include "model/wire/codec.h"
#include "tests/bench/domain_figures.h"

#include <cstdio>
#include <cstdlib>

namespace zhida::bench {
namespace {

constexpr std::size_t kTickets = 1'000;

template <class Outcome>
auto need(Outcome outcome) {
    if (!outcome) {
        std::fprintf(stderr, "bench domain: %s\n", outcome.error().code.c_str());
        std::exit(1);
    }
    return std::move(*outcome);
}

/// A dispatcher's desk that has seen the whole life of a thousand tickets.
class BulkDesk {
public:
    BulkDesk() {
        service::DeskSignIn signIn;
        signIn.device = DeviceId{Uuid::fromName("bench")};
        signIn.station = "ZZ";
        signIn.profile = {UserCode{"di"}, "di", domain::Role::dispatcher, UnitCode{"centre"}, {}, false};
        signIn.scopes = {"centre"};
        ledger.saveSignIn(signIn);
        std::vector<service::FeedItem> items;
        for (std::size_t i = 0; i < kTickets; ++i) {
            domain::Event event;
            const domain::Ticket like = makeTicket(i);
            event.ticket = like.id;
            event.rev = 1;
            event.command = CommandId{Uuid::fromName("register " + like.number)};
            event.at = event.occurredAt = clock.now();
            domain::TicketRegistered body;
            body.facts.title = like.title;
            body.facts.content = like.content;
            body.facts.number = like.number;
            event.body = body;
            service::FeedItem item;
            item.ticket = event.ticket;
            item.body = wire::encode(event);
            items.push_back(std::move(item));
            tickets.push_back(event.ticket);
        }
        ledger.applyFeed(items, {Uuid::fromName("epoch"), kTickets, "c"});
    }

    /// Answers all that may leave as a centre would.
    void exchange() {
        std::vector<service::CentreAnswer> answers;
        std::vector<service::FeedItem> items;
        std::uint64_t seq = ledger.cursor().seq;
        for (const auto& each : ledger.waiting(0, 2 * kTickets)) {
            answers.push_back({each.id, ++seq, {}});
            const auto command = need(wire::decode<domain::Command>(each.bytes));
            domain::Event event;
            event.ticket = each.ticket;
            event.rev = 2;
            event.user = command.user;
            event.command = each.id;
            event.at = event.occurredAt = clock.now();
            event.body = domain::FlagSet{domain::TicketFlag::key, true, ""};
            service::FeedItem item;
            item.ticket = each.ticket;
            item.body = wire::encode(event);
            items.push_back(std::move(item));
        }
        ledger.applyAnswers(answers);
        ledger.applyFeed(items, {Uuid::fromName("epoch"), seq, "c"});
    }

    Folder folder;
    SystemClock clock;
    SystemRng rng;
    service::DeskLedger ledger{need(storage::DeskDatabase::open(folder.path("desk.db"))), clock, rng};
    std::vector<TicketId> tickets;
};

}  // namespace

std::vector<Figure> bulkFigures() {
    BulkDesk desk;
    service::BulkSubmission bulk{desk.tickets, domain::FlagTicket{domain::TicketFlag::key, true, ""}, true};
    std::size_t done = 0;
    const double withdrawn = secondsOf([&] {
        done += need(desk.ledger.submitBulk(bulk)).accepted.size();
        bulk.preview = false;
        const auto outcome = need(desk.ledger.submitBulk(bulk));
        done += need(desk.ledger.undoBulk(outcome.batch)).accepted.size();
    });
    const auto outcome = need(desk.ledger.submitBulk(bulk));
    desk.ledger.releaseResting();
    desk.exchange();
    const double undone = secondsOf([&] { done += need(desk.ledger.undoBulk(outcome.batch)).accepted.size(); });
    if (done != 3 * kTickets) {
        std::fprintf(stderr, "bench domain: a bulk was refused\n");
        std::exit(1);
    }
    return {{"1,000 tickets in bulk: preview, act, one undo", withdrawn, "s", "wanted", 1},
            {"… one undo after it has left", undone, "s", "wanted", 1}};
}

}  // namespace zhida::bench
