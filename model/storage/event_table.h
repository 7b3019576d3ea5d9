// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/sqlite/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::storage {

/// What a desk has of the log of its tickets: wire bytes by (ticket, rev). Those of waiting commands are marked pending and
/// stand after the others. In the caller's transaction.
class EventTable {
public:
    explicit EventTable(sqlite::Database& database) : m_database(database) {}

    /// One event of the centre; replaces a pending one of the same revision.
    void put(const TicketId& ticket, std::uint64_t rev, std::string_view bytes);
    void putPending(const TicketId& ticket, std::uint64_t rev, std::string_view bytes);
    void erasePending(const TicketId& ticket);
    void erase(const TicketId& ticket);
    /// Of every ticket all that the centre sent; pending ones stay.
    void eraseAllOfCentre();

    /// Oldest first, pending ones included.
    [[nodiscard]] std::vector<std::string> of(const TicketId& ticket) const;
    [[nodiscard]] bool hasAllUpTo(const TicketId& ticket, std::uint64_t rev) const;

private:
    sqlite::Database& m_database;
};

}  // namespace zhida::storage
