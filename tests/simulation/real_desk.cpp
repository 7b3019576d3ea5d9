// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/real_desk.h"

#include "model/service/desk_marks.h"
#include "model/storage/outbox_table.h"
#include "model/wire/codec.h"
#include "tests/simulation/desk_audit.h"

#include <fstream>
#include <iterator>
#include <utility>

namespace zhida::simulation {

using storage::OutboxState;
using storage::OutboxTable;

RealDeskDisk::RealDeskDisk(World& world, testing::FaultPoint& faults, const Clock& clock)
    : m_world(world), m_clock(clock), m_faults(world, faults), m_faulty(m_faults) {
    start();
}

void RealDeskDisk::start() {
    if (m_ledger) {
        return;
    }
    m_effectDisturbed = false;
    m_reader.reset();
    m_look.reset();
    Result<storage::DeskDatabase> opened = storage::DeskDatabase::open(m_file.path());
    if (!opened) {
        throw Violation("a desk's file does not open: " + opened.error().code + " " + opened.error().arg("detail"));
    }
    m_faults.watch(opened->connection());
    m_ledger = std::make_unique<service::DeskLedger>(std::move(*opened), m_clock, m_world.rng());
    m_port = std::make_unique<desk::LedgerPort>(*m_ledger);
    m_faulty.standBefore(*m_port);
}

void RealDeskDisk::stop() {
    const bool cut = std::exchange(m_powerCut, false);
    const bool killed = cut || m_world.below(2) == 0;
    if (killed && !cut) {
        m_file.keep();
    }
    m_reader.reset();
    m_look.reset();
    m_port.reset();
    m_ledger.reset();
    if (killed) {
        m_file.putBack();
    }
}

sqlite::Database& RealDeskDisk::look() {
    if (!m_look) {
        m_look = std::move(storage::DeskDatabase::openReader(m_file.path()).value());
    }
    return *m_look;
}

service::SqliteDeskReader& RealDeskDisk::reader() {
    if (!m_reader) {
        m_reader = std::make_unique<service::SqliteDeskReader>(
            std::move(storage::DeskDatabase::openReader(m_file.path()).value()),
            service::SqliteDeskReader::Ports{&m_clock, {}, {}});
    }
    return *m_reader;
}

Result<domain::Command> RealDeskDisk::submit(const TicketId& ticket, bool fresh, domain::TicketCommand body) {
    if (m_world.below(8) == 0) {
        m_faults.around([this] { (void)m_ledger->catchUpSearch(0); });
    }
    const service::Submission submission{fresh ? std::nullopt : std::optional(ticket), std::move(body), {}};
    const auto submitted = m_faults.around([&] { return m_ledger->submit(submission, [this] { disturbEffect(); }); });
    if (!submitted) {
        return submitted.error();
    }
    if (m_powerCut) {
        throw testing::Crash();
    }
    const auto row = OutboxTable(look()).find(submitted->command);
    if (!row) {
        throw Violation("the ledger took " + submitted->command.text() + " and does not have it");
    }
    return wire::decode<domain::Command>(row->bytes);
}

void RealDeskDisk::disturbEffect() {
    switch (m_world.below(24)) {
        case 0:
            m_file.keep();
            m_powerCut = true;
            break;
        case 1:
            m_faults.refuseWhatFollows();
            m_effectDisturbed = true;
            break;
        default:
            break;
    }
}

bool RealDeskDisk::behind() {
    auto read = look().prepare(
        "SELECT (SELECT seq FROM sqlite_sequence WHERE name='outbox') >"
        " coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key='outbox.shown'), 0)");
    return read.step() && read.integer(0) != 0;
}

Result<DeskDisk::TakenBack> RealDeskDisk::takeBack(const TicketId& ticket) {
    const service::Submission submission{ticket, domain::UndoCommand{}, {}};
    const auto undone = m_faults.around([&] { return m_ledger->submit(submission); });
    if (!undone) {
        return undone.error();
    }
    if (undone->withdrawn) {
        return TakenBack{undone->command, {}};
    }
    return TakenBack{{},
                     wire::decode<domain::Command>(OutboxTable(look()).find(undone->command).value().bytes).value()};
}

sync::Cursor RealDeskDisk::cursor() { return service::DeskMarks(look()).cursor(); }

std::optional<sync::SignIn> RealDeskDisk::signIn() { return service::DeskMarks(look()).signIn(); }

std::size_t RealDeskDisk::unanswered() { return OutboxTable(look()).unansweredCount(); }

Owed RealDeskDisk::owed() {
    Owed owed;
    for (auto row = look().prepare("SELECT command FROM outbox WHERE state=3"); row.step();) {
        owed.settled.insert(row.id<CommandId>(0));
    }
    for (storage::OutboxRow& row : OutboxTable(look()).all()) {
        if (row.state == OutboxState::refused) {
            owed.refused.emplace(row.command, Refusal{std::move(row.bytes), std::move(row.refusal)});
        } else {
            owed.waiting.emplace(row.command, std::move(row.bytes));
        }
    }
    return owed;
}

std::set<TicketId> RealDeskDisk::known() {
    std::set<TicketId> known;
    for (auto row = look().prepare("SELECT id FROM ticket UNION SELECT ticket FROM outbox WHERE state<2");
         row.step();) {
        known.insert(row.id<TicketId>(0));
    }
    return known;
}

TicketBytes RealDeskDisk::base() {
    TicketBytes base = shown();
    for (auto row = look().prepare("SELECT ticket, bytes, left FROM base"); row.step();) {
        base.erase(row.id<TicketId>(0));
        if (!row.isNull(1) && row.integer(2) == 0) {
            base.emplace(row.id<TicketId>(0), row.blob(1));
        }
    }
    return base;
}

TicketBytes RealDeskDisk::shown() {
    TicketBytes shown;
    for (auto row = look().prepare("SELECT id, bytes FROM ticket"); row.step();) {
        shown.emplace(row.id<TicketId>(0), row.blob(1));
    }
    return shown;
}

Records RealDeskDisk::records() {
    Records records;
    for (auto row = look().prepare("SELECT kind, key, body FROM record WHERE body<>x''"); row.step();) {
        records.emplace(std::pair<std::string, std::string>{row.text(0), row.text(1)}, row.blob(2));
    }
    return records;
}

/// The file of a desk that was closed: what a thief of the disk would read.
std::string RealDeskDisk::raw() {
    m_reader.reset();
    m_look.reset();
    m_port.reset();
    m_ledger.reset();
    std::string bytes;
    for (const char* const part : {"", "-wal"}) {
        std::ifstream file(m_file.path().string() + part, std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    start();
    return bytes;
}

void RealDeskDisk::examine() {
    if (behind()) {
        require(!m_ledger || m_effectDisturbed, "commands of a desk are not shown, for no reason");
        return;
    }
    DeskAudit audit(look(), reader());
    audit.projection();
    audit.counts();
    audit.queue(++m_examined);
}

void RealDeskDisk::examineAtRest() {
    bringSearchUpToDate();
    DeskAudit audit(look(), reader());
    audit.projection();
    audit.counts();
    for (std::uint64_t each = 0; each < DeskAudit::kQueues; ++each) {
        audit.queue(each);
    }
    audit.finding();
    for (const std::string& problem : look().quickCheck()) {
        throw Violation("a desk's file: " + problem);
    }
}

void RealDeskDisk::bringSearchUpToDate() {
    constexpr int kAtMost = 10'000;
    for (int slice = 0; slice < kAtMost; ++slice) {
        if (m_ledger->catchUpSearch(0)) {
            return;
        }
    }
    throw Violation("the search index never catches up");
}

}  // namespace zhida::simulation
