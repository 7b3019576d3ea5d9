// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"
#include "model/storage/ticket_queue.h"

#include <optional>
#include <string_view>
#include <vector>

namespace zhida::storage {

/// Finds tickets by what a caller knows: the number (whole, or its last four or more characters), a phone number (its last
/// seven or more digits). Over the keys that TicketTable keeps.
class TicketLookup {
public:
    explicit TicketLookup(sqlite::Database& database) : m_database(database) {}

    /// Newest first.
    [[nodiscard]] std::vector<TicketRow> find(std::string_view phoneOrNumber, std::size_t limit) const;
    /// Received since then with `words` somewhere in what is stored of them; of the newest `looked` tickets, the newest first.
    [[nodiscard]] std::vector<std::int64_t> naming(std::string_view words, Instant since, std::size_t looked) const;
    /// Exactly this number; the oldest ticket if several have it.
    [[nodiscard]] std::optional<TicketId> byNumber(std::string_view number) const;

private:
    [[nodiscard]] std::vector<std::int64_t> byNumberTail(std::string_view tail) const;
    [[nodiscard]] std::vector<std::int64_t> byPhone(std::string_view phone) const;
    [[nodiscard]] bool hasPhone(std::int64_t row, std::string_view digits) const;

    sqlite::Database& m_database;
};

}  // namespace zhida::storage
