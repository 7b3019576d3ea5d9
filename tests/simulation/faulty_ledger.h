// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"
#include "sync/session/desk_port.h"
#include "tests/simulation/world.h"
#include "tests/support/sync/fault_point.h"

#include <type_traits>
#include <utility>

namespace zhida::simulation {

/// Lets calls of a ledger fail before, in the middle of, or after their transaction. In the middle: SQLite is interrupted
/// after some instructions of its machine, as a full or failing disk would do anywhere.
class LedgerFaults {
public:
    LedgerFaults(World& world, testing::FaultPoint& faults) : m_world(world), m_faults(faults) {}
    /// The connection on which the ledger writes.
    void watch(sqlite::Database& connection) { m_connection = connection.handle(); }

    template <class Call>
    auto around(Call call) -> decltype(call()) {
        m_faults.pass();
        const bool strikes = m_faults.strikes();
        arm(strikes);
        try {
            if constexpr (std::is_void_v<decltype(call())>) {
                call();
                disarm(strikes);
            } else {
                auto answer = call();
                disarm(strikes);
                return answer;
            }
        } catch (const sqlite::Failure& failure) {
            disarm(false);
            if (!failure.isInterrupt()) {
                throw;
            }
            throw testing::Crash();
        }
    }

    /// Inside such a call: what SQLite does next is interrupted after a few instructions, if it takes that many.
    void refuseWhatFollows() { arm(true); }

private:
    static int step(void* self);
    void arm(bool strikes);
    /// Throws Crash when a strike was meant: then it comes after the call, unless it came in the middle.
    void disarm(bool strikes);

    World& m_world;
    testing::FaultPoint& m_faults;
    sqlite3* m_connection = nullptr;
    std::uint64_t m_countdown = 0;
};

/// A ledger's port whose calls fail as LedgerFaults will have it. What the engine reads of its own position never fails.
class FaultyLedger final : public sync::DeskPort {
public:
    explicit FaultyLedger(LedgerFaults& faults) : m_faults(faults) {}
    /// What it stands before; a restart brings another one.
    void standBefore(sync::DeskPort& port) { m_port = &port; }

    [[nodiscard]] sync::Cursor cursor() override { return m_port->cursor(); }
    [[nodiscard]] sync::FillState fill() override { return m_port->fill(); }
    [[nodiscard]] std::optional<sync::SignIn> signIn() override { return m_port->signIn(); }
    [[nodiscard]] std::size_t waitingCount() override { return m_port->waitingCount(); }
    [[nodiscard]] std::optional<std::int64_t> restMs() override { return m_port->restMs(); }
    void releaseResting() override {
        m_faults.around([&] { m_port->releaseResting(); });
    }
    void lineIs(bool live) override { m_port->lineIs(live); }
    void saveSignIn(const sync::SignIn& signIn) override {
        m_faults.around([&] { m_port->saveSignIn(signIn); });
    }
    [[nodiscard]] std::vector<sync::WaitingCommand> waiting(std::uint64_t after, std::size_t limit) override {
        return m_faults.around([&] { return m_port->waiting(after, limit); });
    }
    void applyFeed(const std::vector<sync::InboxItem>& items, const sync::Cursor& cursor,
                   const std::vector<sync::AnswerIn>& answers) override {
        m_faults.around([&] { m_port->applyFeed(items, cursor, answers); });
    }
    void askAgain() override {
        m_faults.around([&] { m_port->askAgain(); });
    }
    void beginFill(const sync::FillState& fill, bool sameHistory) override {
        ++m_fills;
        m_faults.around([&] { m_port->beginFill(fill, sameHistory); });
    }
    void applyFillPage(const std::vector<sync::InboxItem>& items, const sync::FillState& next) override {
        m_faults.around([&] { m_port->applyFillPage(items, next); });
    }
    void finishFill(const sync::Cursor& cursor) override {
        m_faults.around([&] { m_port->finishFill(cursor); });
    }
    void applyAnswers(const std::vector<sync::AnswerIn>& answers) override {
        m_faults.around([&] { m_port->applyAnswers(answers); });
    }
    void saveHistory(const TicketId& ticket, const std::vector<std::string>& events) override {
        m_faults.around([&] { m_port->saveHistory(ticket, events); });
    }
    [[nodiscard]] std::vector<TicketId> refetchList(std::size_t limit) override {
        return m_faults.around([&] { return m_port->refetchList(limit); });
    }

    [[nodiscard]] std::uint64_t fills() const { return m_fills; }

private:
    LedgerFaults& m_faults;
    sync::DeskPort* m_port = nullptr;
    std::uint64_t m_fills = 0;
};

}  // namespace zhida::simulation
