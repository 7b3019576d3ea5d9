// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk import into a centre, as zhida-admin does it after parsing, beside a bare insert of the same rows.
#include "app/centre/access.h"
#include "app/centre/centre.h"
#include "model/wire/codec.h"
#include "tests/bench/bench_office.h"
#include "tests/bench/raw_table.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace zhida::bench {
namespace {

constexpr std::size_t kBatch = 2000;

void measure(std::size_t count, std::vector<Figure>& figures) {
    const Folder folder;
    orEnd(centre::initCentre(folder.path("centre").string(), {}));
    auto access = orEnd(centre::CentreAccess::open(folder.path("centre").string()));
    std::vector<std::vector<domain::Ticket>> batches;
    RawRows rows;
    for (std::size_t i = 0; i < count; ++i) {
        domain::Ticket ticket = makeTicket(i);
        rows.emplace_back(std::string(ticket.id.raw()), wire::encode(ticket));
        if (i % kBatch == 0) {
            batches.emplace_back();
        }
        batches.back().push_back(std::move(ticket));
    }
    const auto importAll = [&] {
        return secondsOf([&] {
            for (const auto& batch : batches) {
                orEnd(access->importTickets(batch));
            }
        });
    };
    const auto perSecond = [count](double seconds) { return static_cast<double>(count) / seconds; };
    const double first = perSecond(importAll());
    const double again = perSecond(importAll());
    const double raw = perSecond(insertRaw(folder.path("raw.db"), rows, kBatch));
    const std::string n = std::to_string(count);
    figures.push_back({n + " tickets imported", first, "/s", "bare SQLite insert of the same rows", raw});
    figures.push_back({n + " tickets imported again, unchanged", again, "/s", "", 0});
}

}  // namespace
}  // namespace zhida::bench

int main(int argc, char** argv) {
    const zhida::bench::Arguments arguments(argc, argv, {"tickets"});
    std::vector<zhida::bench::Figure> figures;
    zhida::bench::measure(arguments.number("tickets", 100'000), figures);
    zhida::bench::print("import", figures, arguments.json());
}
