// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/ledger_port.h"
#include "model/service/desk_ledger.h"
#include "model/service/sqlite_desk_reader.h"
#include "tests/simulation/desk_disk.h"
#include "tests/simulation/faulty_ledger.h"
#include "tests/simulation/scratch_file.h"

#include <memory>

namespace zhida::simulation {

/// The product's ledger on a file, with the product's reader beside it.
class RealDeskDisk final : public DeskDisk {
public:
    RealDeskDisk(World& world, testing::FaultPoint& faults, const Clock& clock);

    void start() override;
    void stop() override;
    [[nodiscard]] sync::DeskPort& port() override { return m_faulty; }
    Result<domain::Command> submit(const TicketId& ticket, bool fresh, domain::TicketCommand body) override;

    Result<TakenBack> takeBack(const TicketId& ticket) override;
    [[nodiscard]] sync::Cursor cursor() override;
    [[nodiscard]] std::optional<sync::SignIn> signIn() override;
    [[nodiscard]] std::size_t unanswered() override;
    [[nodiscard]] Owed owed() override;
    [[nodiscard]] std::set<TicketId> known() override;
    [[nodiscard]] TicketBytes base() override;
    [[nodiscard]] TicketBytes shown() override;
    [[nodiscard]] Records records() override;
    [[nodiscard]] std::uint64_t fills() const override { return m_faulty.fills(); }
    [[nodiscard]] std::string raw() override;
    void examine() override;
    void examineAtRest() override;

private:
    /// A connection of our own, that reads what has been committed.
    sqlite::Database& look();
    service::SqliteDeskReader& reader();
    void bringSearchUpToDate();
    /// Once a command has been stored, what it shows may not be: the power goes, or the disk will not.
    void disturbEffect();
    /// The outbox has commands that the shown tickets do not know.
    [[nodiscard]] bool behind();

    World& m_world;
    const Clock& m_clock;
    LedgerFaults m_faults;
    FaultyLedger m_faulty;
    ScratchFile m_file;
    std::unique_ptr<service::DeskLedger> m_ledger;
    std::unique_ptr<desk::LedgerPort> m_port;
    std::unique_ptr<sqlite::Database> m_look;
    std::unique_ptr<service::SqliteDeskReader> m_reader;
    std::uint64_t m_examined = 0;
    bool m_powerCut = false;         ///< the file has been kept as it was when the power went
    bool m_effectDisturbed = false;  ///< since the last start
};

}  // namespace zhida::simulation
