// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/hit.h"
#include "model/search/text_search.h"
#include "model/sqlite/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::search {

/// Full-text index of tickets, in tables ticket_text and ticket_fts, apart from the knowledge base. Threads and
/// interruption as for ArticleIndex.
class TicketIndex {
public:
    explicit TicketIndex(sqlite::Database& database);
    static std::string schemaSql();

    void put(std::int64_t rowid, std::string_view number, std::string_view title, std::string_view content);
    void remove(std::int64_t rowid);
    void refreshStatistics();
    /// As for ArticleIndex.
    void refreshStatisticsIfDue();
    [[nodiscard]] bool isSound();
    void rebuild();
    void optimize();

    /// Best first. `exact`: every part between blanks as it stands. The beginning of a number finds the number.
    [[nodiscard]] std::vector<Hit> search(std::string_view text, int limit, bool exact) const;

private:
    sqlite::Database& m_database;
    mutable TextSearch m_text;
};

}  // namespace zhida::search
