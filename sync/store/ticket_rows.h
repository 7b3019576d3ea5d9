// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/log_rows.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {

/// Where a ticket stands. Its state is stored once: in the log, when the last event ends with it (an import), else by itself.
struct TicketPlace {
    std::uint64_t firstSeq = 0;
    std::uint64_t lastSeq = 0;
    std::uint64_t rev = 0;
    std::size_t tail = 0;
    std::string scopes;  ///< packed
    std::optional<Instant> timer;
    std::string mark;
};

/// The centre's tickets as they are now.
class TicketRows {
public:
    TicketRows(sqlite::Database& database, LogRows& log, const ScopeNames& scopes)
        : m_database(database), m_log(log), m_scopes(scopes) {
        countAll();
    }

    [[nodiscard]] std::optional<TicketPlace> place(const TicketId& id);
    /// `state` is not read when place.tail is not 0.
    void insert(const TicketId& id, const TicketPlace& place, std::string_view state);
    void update(const TicketId& id, const TicketPlace& place, std::string_view state);
    /// Wire bytes of the ticket.
    [[nodiscard]] std::string body(const TicketPlace& place);
    [[nodiscard]] std::vector<SnapshotRow> after(const std::vector<std::string>& scopes, const TicketId& after,
                                                 std::size_t limit, std::size_t bytes);
    void setTimer(const TicketId& id, std::optional<Instant> at);
    [[nodiscard]] std::vector<Timer> timersAfter(const Timer& after, std::size_t limit);
    /// Kept, not counted.
    [[nodiscard]] std::int64_t count() const { return m_count; }
    /// 0 when it would take long.
    [[nodiscard]] std::uint64_t countIn(const std::vector<std::string>& scopes);
    /// For the count: a transaction begins, and it was rolled back.
    void begin() { m_countBefore = m_count; }
    void rolledBack() { m_count = m_countBefore; }

private:
    void countAll();
    void writeState(const TicketPlace& place, std::string_view state);

    sqlite::Database& m_database;
    LogRows& m_log;
    const ScopeNames& m_scopes;
    std::int64_t m_count = 0;
    std::int64_t m_countBefore = 0;
};

}  // namespace zhida::sync
