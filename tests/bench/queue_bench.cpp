// SPDX-License-Identifier: GPL-3.0-or-later
// The first 50 rows of a queue, and later pages, out of a desk file of many tickets.
#include "model/sqlite/transaction.h"
#include "model/storage/desk_database.h"
#include "model/storage/ticket_queue.h"
#include "model/storage/ticket_table.h"
#include "model/wire/codec.h"
#include "tests/bench/bench.h"
#ifdef ZHIDA_BENCH_WINDOW
#include "tests/bench/ui/window_figures.h"
#endif

#include <cstdio>

namespace zhida::bench {
namespace {

constexpr std::size_t kBatch = 5000;

double fill(storage::DeskDatabase& desk, std::size_t count) {
    auto& database = desk.connection();
    storage::TicketTable table(database, {{{"sp01"}, {"wsjk"}}, UtcOffset{480}});
    table.rebuildQueues({{"sp01"}, {"wsjk"}});
    double seconds = 0;
    for (std::size_t i = 0; i < count; i += kBatch) {
        std::vector<std::pair<domain::Ticket, std::string>> batch;
        for (std::size_t j = i; j < std::min(count, i + kBatch); ++j) {
            domain::Ticket ticket = makeTicket(j);
            std::string bytes = wire::encode(ticket);
            batch.emplace_back(std::move(ticket), std::move(bytes));
        }
        seconds += secondsOf([&] {
            sqlite::Transaction transaction(database);
            for (const auto& [ticket, bytes] : batch) {
                table.put(ticket, bytes);
            }
            table.flush();
            transaction.commit();
        });
    }
    return seconds;
}

/// The same 50 rows by row number: nothing can be faster than this inside SQLite.
double rawMs(sqlite::Database& reader, std::vector<double>& samples) {
    for (int i = 0; i < 200; ++i) {
        samples.push_back(1000 * secondsOf([&] {
                              auto& rows = reader.cached("SELECT * FROM ticket ORDER BY rowid DESC LIMIT 50");
                              while (rows.step()) {
                                  (void)rows.text(2);
                              }
                          }));
    }
    return percentile(samples, 0.5);
}

void measure(std::size_t count, std::vector<Figure>& figures) {
    const Folder folder;
    const auto file = folder.path("desk.db");
    double filled = 0;
    {
        auto desk = storage::DeskDatabase::open(file);
        if (!desk) {
            std::fprintf(stderr, "%s\n", desk.error().code.c_str());
            std::exit(1);
        }
        filled = fill(*desk, count);
    }
    auto reader = storage::DeskDatabase::openReader(file);
    const storage::TicketQueue queue(**reader);
#ifdef ZHIDA_BENCH_WINDOW
    paintQueue(file, count, figures);
#endif
    std::vector<double> rawSamples;
    const double raw = rawMs(**reader, rawSamples);
    const auto add = [&](const char* name, const storage::TicketFilter& filter, std::size_t skip) {
        std::vector<double> samples;
        for (int i = 0; i < 200; ++i) {
            std::optional<storage::QueuePosition> after;
            for (std::size_t page = 0; page < skip; ++page) {
                after = queue.page(filter, 1000, after).next;
            }
            samples.push_back(1000 * secondsOf([&] { (void)queue.page(filter, 50, after); }));
        }
        const std::string title = std::to_string(count) + " tickets: " + name;
        figures.push_back({title + ", p50", percentile(samples, 0.5), "ms", "50 rows by row number", raw});
        figures.push_back(
            {title + ", p99", percentile(samples, 0.99), "ms", "the same, p99", percentile(rawSamples, 0.99)});
    };
    storage::TicketFilter filter;
    filter.kind = storage::ListKind::unit;
    filter.openOnly = true;
    filter.order = storage::ListOrder::due;
    add("my unit, open, by due time, first 50 rows", filter, 0);
    filter.kind = storage::ListKind::all;
    filter.openOnly = false;
    filter.order = storage::ListOrder::newest;
    add("all, newest first, first 50 rows", filter, 0);
    add("all, newest first, 50 rows after 3,000", filter, 3);
    filter.state = domain::TicketState::registered;
    add("all registered, first 50 rows", filter, 0);
    std::vector<double> samples;
    for (int i = 0; i < 200; ++i) {
        samples.push_back(1000 * secondsOf([&] { (void)queue.counts(); }));
    }
    figures.push_back(
        {std::to_string(count) + " tickets: counts of all queues, p50", percentile(samples, 0.5), "ms", "", 0});
    figures.push_back(
        {std::to_string(count) + " tickets: into the queues", static_cast<double>(count) / filled, "/s", "", 0});
}

}  // namespace
}  // namespace zhida::bench

int main(int argc, char** argv) {
    const zhida::bench::Arguments arguments(argc, argv, {"tickets"});
    std::vector<zhida::bench::Figure> figures;
    zhida::bench::measure(10'000, figures);
    zhida::bench::measure(arguments.number("tickets", 1'000'000), figures);
    zhida::bench::print("queue", figures, arguments.json());
}
