// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/real_centre.h"

#include "model/wire/codec.h"

#include <set>
#include <utility>

namespace zhida::simulation {
namespace {

constexpr std::size_t kAll = 1U << 30U;

}  // namespace

RealCentreDisk::RealCentreDisk(World& world, testing::FaultPoint& faults) : m_world(world), m_faulty(faults) {
    take(sync::SqliteServerStore::create(m_file.path(), Uuid::fromName("epoch")));
}

void RealCentreDisk::take(Result<std::unique_ptr<sync::SqliteServerStore>> store) {
    if (!store) {
        throw Violation("the centre's file does not open: " + store.error().code + " " + store.error().arg("detail"));
    }
    m_store = std::move(*store);
    m_faulty.standBefore(*m_store);
}

void RealCentreDisk::crash() {
    const bool killed = m_world.below(2) == 0;
    if (killed) {
        m_file.keep();
    }
    m_store.reset();
    if (killed) {
        m_file.putBack();
    }
    take(sync::SqliteServerStore::open(m_file.path()));
}

void RealCentreDisk::restoreCopy() {
    m_store.reset();
    m_file.copyFrom("copy");
    take(sync::SqliteServerStore::open(m_file.path()));
}

CentreContents RealCentreDisk::contents() {
    CentreContents all;
    all.log = m_store->entriesAfter(0, kAll, kAll);
    for (const sync::RecordRow& row : m_store->recordsAfter({}, kAll, kAll)) {
        all.records.emplace(std::pair(row.kind, row.key), row.body);
    }
    sqlite::Database look(m_file.path(), sqlite::Mode::readOnly);
    for (auto row = look.prepare("SELECT id FROM ticket"); row.step();) {
        const TicketId id = row.id<TicketId>(0);
        all.tickets.emplace(id, m_store->ticket(id).value());
    }
    for (auto row = look.prepare("SELECT command FROM answer"); row.step();) {
        const CommandId id = row.id<CommandId>(0);
        all.answers.emplace(id, m_store->answer(id).value());
    }
    return all;
}

void RealCentreDisk::examineAtRest() {
    for (const Error& each : m_store->examine()) {
        throw Violation("the centre's file: " + each.code + " " + each.arg("detail"));
    }
    const CentreContents all = contents();
    for (const auto& [id, ticket] : all.tickets) {
        domain::Ticket state;
        for (const std::string& bytes : m_store->history(id)) {
            state = domain::evolve(std::move(state), wire::decode<domain::Event>(bytes).value());
        }
        if (state != ticket) {
            throw Violation("ticket " + id.text() + " is not what its events make of it");
        }
    }
    const std::vector<std::string> everything{"centre", "restricted"};
    const auto rows = m_store->ticketsAfter(everything, {}, kAll, kAll);
    if (rows.size() != all.tickets.size() || m_store->fillSize(everything) != rows.size()) {
        throw Violation("a fill brings " + std::to_string(rows.size()) + " of " + std::to_string(all.tickets.size()));
    }
}

}  // namespace zhida::simulation
