// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/centre_disk.h"
#include "tests/simulation/desk_disk.h"
#include "tests/support/sync/memory_desk.h"
#include "tests/support/sync/memory_store.h"

namespace zhida::simulation {

class MemoryDeskDisk final : public DeskDisk {
public:
    MemoryDeskDisk(World& world, testing::FaultPoint& faults, const Clock& clock)
        : m_disk(faults, clock, world.rng()) {}

    [[nodiscard]] sync::DeskPort& port() override { return m_disk; }
    Result<domain::Command> submit(const TicketId& ticket, bool, domain::TicketCommand body) override {
        return m_disk.submit(ticket, std::move(body));
    }
    Result<TakenBack> takeBack(const TicketId& ticket) override {
        const Result<CommandId> withdrawn = m_disk.withdrawLast(ticket);
        return withdrawn ? Result<TakenBack>(TakenBack{*withdrawn, {}}) : withdrawn.error();
    }
    [[nodiscard]] sync::Cursor cursor() override { return m_disk.cursor(); }
    [[nodiscard]] std::optional<sync::SignIn> signIn() override { return m_disk.signIn(); }
    [[nodiscard]] std::size_t unanswered() override { return m_disk.waitingCount(); }
    [[nodiscard]] Owed owed() override;
    [[nodiscard]] std::set<TicketId> known() override;
    [[nodiscard]] TicketBytes base() override;
    [[nodiscard]] TicketBytes shown() override;
    [[nodiscard]] Records records() override { return m_disk.records(); }
    [[nodiscard]] std::uint64_t fills() const override { return m_disk.fills(); }
    [[nodiscard]] std::string raw() override;

private:
    testing::MemoryDesk m_disk;
};

class MemoryCentreDisk final : public CentreDisk {
public:
    explicit MemoryCentreDisk(testing::FaultPoint& faults) : m_store(faults) {}

    [[nodiscard]] sync::ServerStore& store() override { return m_store; }
    void crash() override { m_store.rollback(); }
    void keepCopy() override { m_copy = m_store.copy(); }
    void restoreCopy() override { m_store.restore(m_copy); }
    [[nodiscard]] std::optional<sync::CommandAnswer> answerTo(const CommandId& id) override;
    [[nodiscard]] CentreContents contents() override {
        return {m_store.log(), m_store.tickets(), m_store.records(), m_store.answers()};
    }

private:
    testing::MemoryStore m_store;
    testing::MemoryStore::Copy m_copy;
};

}  // namespace zhida::simulation
