// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/decide.h"
#include "model/service/sqlite_desk_reader.h"
#include "tests/simulation/world.h"

#include <map>
#include <set>

namespace zhida::simulation {

/// Makes anew, out of the tickets and commands in a desk's file alone, what the desk keeps beside them, and compares.
/// Throws Violation at the first difference.
class DeskAudit {
public:
    /// Kind, order, and whether only open ones.
    static constexpr std::uint64_t kQueues = 12;

    DeskAudit(sqlite::Database& look, service::SqliteDeskReader& reader);

    /// What is shown is the centre's ticket with our waiting commands.
    void projection();
    void counts();
    /// The n-th queue, page by page. While a fill brings tickets in bulk their queues come later: nothing is compared.
    void queue(std::uint64_t which);
    /// Every ticket by its number and its words, every article by its key. The indexes have been brought up to date.
    void finding();

private:
    struct Shown {
        domain::Ticket ticket;
        bool pending = false;
    };
    void readTickets();
    domain::Context contextAt(Instant at) const;
    struct Before {
        std::optional<domain::Ticket> ticket;
        UserCode by;
    };
    Before beforeUndo(const domain::Command& command, const std::optional<domain::Ticket>& centre,
                      const std::vector<domain::Event>& ours);
    [[nodiscard]] bool isMine(const domain::Ticket& ticket) const;
    [[nodiscard]] bool isOfUnit(const domain::Ticket& ticket) const;
    void project(const TicketId& id, const std::set<TicketId>& aside);
    std::vector<TicketId> pages(const service::QueueFilter& filter);
    void checkRow(const service::QueueRow& row);

    sqlite::Database& m_look;
    service::SqliteDeskReader& m_reader;
    std::map<TicketId, Shown> m_tickets;
    domain::UserProfile m_owner;  ///< whose queues they are
    domain::UserProfile m_user;   ///< as whom commands are judged
    domain::Rules m_rules;
    std::vector<domain::Unit> m_units;
    bool m_bulk = false;
};

}  // namespace zhida::simulation
