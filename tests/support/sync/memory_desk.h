// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/rng.h"
#include "model/domain/decide.h"
#include "sync/session/desk_port.h"
#include "tests/support/sync/fault_point.h"

#include <map>
#include <set>
#include <utility>

namespace zhida::testing {

/// An appeal with nothing but what it must have.
domain::RegisterTicket registration(const std::string& title, const std::string& content);

/// A desk's disk in maps, written after the contract of DeskPort alone: a second opinion beside model/service's ledger.
class MemoryDesk final : public sync::DeskPort {
public:
    struct Waiting {
        sync::WaitingCommand command;
        std::uint64_t acceptedAt = 0;  ///< seq; 0: no answer yet
        std::optional<Instant> restUntil = {};
        bool sent = false;
    };
    struct Refused {
        std::string bytes;
        Error why;
    };

    MemoryDesk(FaultPoint& faults, const Clock& clock, Rng& rng) : m_faults(faults), m_clock(clock), m_rng(rng) {}

    [[nodiscard]] sync::Cursor cursor() override { return m_cursor; }
    [[nodiscard]] sync::FillState fill() override { return m_fill; }
    [[nodiscard]] std::optional<sync::SignIn> signIn() override { return m_signIn; }
    void saveSignIn(const sync::SignIn& signIn) override;
    [[nodiscard]] std::vector<sync::WaitingCommand> waiting(std::uint64_t after, std::size_t limit) override;
    [[nodiscard]] std::size_t waitingCount() override;
    [[nodiscard]] std::optional<std::int64_t> restMs() override;
    void releaseResting() override;
    void lineIs(bool /*live*/) override {}
    void applyFeed(const std::vector<sync::InboxItem>& items, const sync::Cursor& cursor,
                   const std::vector<sync::AnswerIn>& answers) override;
    void askAgain() override;
    void beginFill(const sync::FillState& fill, bool sameHistory) override;
    void applyFillPage(const std::vector<sync::InboxItem>& items, const sync::FillState& next) override;
    void finishFill(const sync::Cursor& cursor) override;
    void applyAnswers(const std::vector<sync::AnswerIn>& answers) override;
    void saveHistory(const TicketId& ticket, const std::vector<std::string>& events) override;
    [[nodiscard]] std::vector<TicketId> refetchList(std::size_t limit) override;

    /// As the desk's service does: decides on what is shown, stores the command. Errors of domain::decide, desk.notEnrolled.
    Result<domain::Command> submit(const TicketId& ticket, domain::TicketCommand body);
    /// Takes the last command on the ticket out of the outbox when it has not been sent. Errors undo.notLast, outbox.sent.
    Result<CommandId> withdrawLast(const TicketId& ticket);
    /// Base with the waiting commands re-run.
    [[nodiscard]] std::optional<domain::Ticket> shown(const TicketId& ticket) const;

    [[nodiscard]] const std::map<TicketId, domain::Ticket>& base() const { return m_base; }
    [[nodiscard]] const std::map<std::pair<std::string, std::string>, std::string>& records() const {
        return m_records;
    }
    [[nodiscard]] const std::map<std::uint64_t, Waiting>& outbox() const { return m_outbox; }
    [[nodiscard]] const std::map<std::uint64_t, Waiting>& settled() const { return m_settled; }
    [[nodiscard]] const std::map<CommandId, Refused>& tray() const { return m_tray; }
    [[nodiscard]] const std::map<TicketId, std::vector<std::string>>& histories() const { return m_histories; }
    [[nodiscard]] std::uint64_t fills() const { return m_fills; }
    [[nodiscard]] std::uint64_t gaps() const { return m_gaps; }

private:
    void apply(const sync::InboxItem& item, bool filling);
    void applyEvent(const sync::InboxItem& item);
    void store(const std::vector<sync::AnswerIn>& answers);
    void moveTo(const sync::Cursor& cursor);
    void release(bool all);
    [[nodiscard]] std::optional<Instant> restOf(const TicketId& ticket, const domain::TicketCommand& body) const;
    domain::Context context() const;

    FaultPoint& m_faults;
    const Clock& m_clock;
    Rng& m_rng;
    sync::Cursor m_cursor;
    sync::FillState m_fill;
    std::optional<sync::SignIn> m_signIn;
    std::map<TicketId, domain::Ticket> m_base;
    std::map<std::pair<std::string, std::string>, std::string> m_records;
    std::set<TicketId> m_filledTickets;
    std::set<std::pair<std::string, std::string>> m_filledRecords;
    std::map<std::uint64_t, Waiting> m_outbox;
    std::map<std::uint64_t, Waiting> m_settled;
    std::map<CommandId, Refused> m_tray;
    std::map<TicketId, std::vector<std::string>> m_histories;
    std::set<TicketId> m_refetch;
    std::uint64_t m_lastLocalSeq = 0;
    std::uint64_t m_fills = 0;
    std::uint64_t m_gaps = 0;
    std::vector<domain::Unit> m_units;
    domain::Rules m_rules;
};

}  // namespace zhida::testing
