// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk_ledger.h"
#include "sync/session/desk_port.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::desk {

/// The ledger as the sync engine wants it. On the ledger's thread only.
class LedgerPort final : public sync::DeskPort {
public:
    /// `ledger` outlives the port.
    explicit LedgerPort(service::DeskLedger& ledger) : m_ledger(ledger) {}

    [[nodiscard]] sync::Cursor cursor() override { return m_ledger.cursor(); }
    [[nodiscard]] sync::FillState fill() override { return m_ledger.fill(); }
    [[nodiscard]] std::optional<sync::SignIn> signIn() override { return m_ledger.signIn(); }
    void saveSignIn(const sync::SignIn& signIn) override { m_ledger.saveSignIn(signIn); }
    [[nodiscard]] std::vector<sync::WaitingCommand> waiting(std::uint64_t after, std::size_t limit) override {
        return m_ledger.waiting(after, limit);
    }
    [[nodiscard]] std::optional<std::int64_t> restMs() override { return m_ledger.restMs(); }
    void releaseResting() override { m_ledger.releaseResting(); }
    void lineIs(bool live) override { m_ledger.lineIs(live); }
    [[nodiscard]] std::size_t waitingCount() override { return m_ledger.waitingCount(); }
    void applyFeed(const std::vector<sync::InboxItem>& items, const sync::Cursor& cursor,
                   const std::vector<sync::AnswerIn>& answers) override {
        m_ledger.applyFeed(items, cursor, answers);
    }
    void askAgain() override { m_ledger.askAgain(); }
    void beginFill(const sync::FillState& fill, bool sameHistory) override { m_ledger.beginFill(fill, sameHistory); }
    void applyFillPage(const std::vector<sync::InboxItem>& items, const sync::FillState& next) override {
        m_ledger.applyFillPage(items, next);
    }
    void finishFill(const sync::Cursor& cursor) override { m_ledger.finishFill(cursor); }
    void applyAnswers(const std::vector<sync::AnswerIn>& answers) override { m_ledger.applyAnswers(answers); }
    void saveHistory(const TicketId& ticket, const std::vector<std::string>& events) override {
        m_ledger.saveHistory(ticket, events);
    }
    [[nodiscard]] std::vector<TicketId> refetchList(std::size_t limit) override { return m_ledger.refetchList(limit); }

private:
    service::DeskLedger& m_ledger;
};

}  // namespace zhida::desk
