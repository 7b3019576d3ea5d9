// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk_ledger.h"
#include "sync/session/desk_port.h"

namespace zhida::sync {

/// The desk's ledger as the client engine sees it. On the writer's thread, like the ledger, which must outlive it.
class LedgerDeskPort final : public DeskPort {
public:
    explicit LedgerDeskPort(service::DeskLedger& ledger) : m_ledger(ledger) {}

    [[nodiscard]] Cursor cursor() override { return m_ledger.cursor(); }
    [[nodiscard]] FillState fill() override { return m_ledger.fill(); }
    [[nodiscard]] std::optional<SignIn> signIn() override { return m_ledger.signIn(); }
    void saveSignIn(const SignIn& signIn) override { m_ledger.saveSignIn(signIn); }
    [[nodiscard]] std::vector<WaitingCommand> waiting(std::uint64_t after, std::size_t limit) override {
        return m_ledger.waiting(after, limit);
    }
    [[nodiscard]] std::size_t waitingCount() override { return m_ledger.waitingCount(); }
    void applyFeed(const std::vector<InboxItem>& items, const Cursor& cursor) override {
        m_ledger.applyFeed(items, cursor);
    }
    void beginFill(const FillState& fill) override { m_ledger.beginFill(fill); }
    void applyFillPage(const std::vector<InboxItem>& items, const FillState& next) override {
        m_ledger.applyFillPage(items, next);
    }
    void finishFill(const Cursor& cursor) override { m_ledger.finishFill(cursor); }
    void applyAnswers(const std::vector<AnswerIn>& answers) override { m_ledger.applyAnswers(answers); }
    void saveHistory(const TicketId& ticket, const std::vector<std::string>& events) override {
        m_ledger.saveHistory(ticket, events);
    }
    [[nodiscard]] std::vector<TicketId> refetchList(std::size_t limit) override { return m_ledger.refetchList(limit); }

private:
    service::DeskLedger& m_ledger;
};

}  // namespace zhida::sync
