// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"
#include "model/storage/ticket_facts.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::storage {

/// One line of a queue, out of the columns alone.
struct TicketRow {
    std::int64_t row = 0;
    TicketId ticket;
    std::string number;
    std::string title;
    domain::TicketState state = domain::TicketState::registered;
    domain::AppealType appealType = domain::AppealType::consult;
    domain::Urgency urgency = domain::Urgency::normal;
    bool secret = false;
    UnitCode unit;
    RegionCode region;
    UserCode claimedBy;
    Instant claimedUntil;
    std::optional<Instant> due;
    Instant createdAt;
    std::uint32_t redoCount = 0;
    bool pending = false;
};

struct TicketFilter {
    ListKind kind = ListKind::all;
    ListOrder order = ListOrder::newest;
    bool openOnly = false;
    std::optional<domain::TicketState> state;
    std::optional<domain::AppealType> appealType;
};

/// Where a page ended: everything that sorts after it comes next, whatever has been added or removed since.
struct QueuePosition {
    std::int64_t sort = 0;
    std::int64_t row = 0;

    auto operator<=>(const QueuePosition&) const = default;
    [[nodiscard]] std::string text() const;
    /// Nothing for a text that text() cannot have written.
    static std::optional<QueuePosition> parse(std::string_view text);
};

struct TicketPage {
    std::vector<TicketRow> rows;
    std::optional<QueuePosition> next;
};

struct TicketCounts {
    std::array<std::int64_t, 3> open{};    ///< by ListKind
    std::array<std::int64_t, 3> closed{};  ///< by ListKind
    std::map<domain::TicketState, std::int64_t> byState;
};

struct DayCounts {
    std::int64_t registered = 0;
    std::int64_t closed = 0;
    std::int64_t directAnswered = 0;
};

/// Reads what TicketTable keeps. For consistent answers over several calls open a read transaction. Any connection.
class TicketQueue {
public:
    explicit TicketQueue(sqlite::Database& database) : m_database(database) {}

    [[nodiscard]] TicketPage page(const TicketFilter& filter, std::size_t limit,
                                  const std::optional<QueuePosition>& after) const;
    [[nodiscard]] TicketCounts counts() const;
    [[nodiscard]] std::optional<TicketRow> row(const TicketId& id) const;
    [[nodiscard]] std::optional<TicketRow> row(std::int64_t row) const;
    /// From day to day, both included; days without a ticket are left out.
    [[nodiscard]] std::map<Day, DayCounts> days(Day from, Day to) const;

private:
    void appendPart(std::vector<QueuePosition>& out, const TicketFilter& filter, bool open, std::size_t limit,
                    const QueuePosition& after) const;

    sqlite::Database& m_database;
};

}  // namespace zhida::storage
