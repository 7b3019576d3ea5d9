// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/ticket_index.h"
#include "model/sqlite/database.h"
#include "model/storage/ticket_table.h"

namespace zhida::storage {

/// Keeps the text index of tickets behind the tickets: nothing that arrives waits for it. In the caller's transaction.
class TicketText {
public:
    TicketText(sqlite::Database& database, TicketTable& tickets);

    /// Indexes up to `limit` tickets; true when nothing is left to do.
    bool catchUp(std::size_t limit);
    [[nodiscard]] search::TicketIndex& index() { return m_index; }
    /// What is stored is not indexed yet; on any connection.
    [[nodiscard]] static bool lags(sqlite::Database& database);

private:
    void indexRow(std::int64_t row);

    sqlite::Database& m_database;
    TicketTable& m_tickets;
    search::TicketIndex m_index;
    std::size_t m_sinceRecount = 0;
};

}  // namespace zhida::storage
