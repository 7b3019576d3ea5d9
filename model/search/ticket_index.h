// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/hit.h"
#include "model/search/text_search.h"
#include "model/search/word_set.h"
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

    struct Similar {
        std::int64_t rowid = 0;
        /// 0…1 of what the words of the text are worth.
        double share = 0;
        std::vector<std::string> words;
    };
    /// Tickets that have most of the words of a new one's text, the most alike first, then the newest. Nothing for a text of
    /// fewer than WordSet::kLeastWords words.
    [[nodiscard]] std::vector<Similar> similar(std::string_view text, const Dictionary& dictionary,
                                               std::size_t limit) const;
    /// The same comparison with any other texts.
    [[nodiscard]] WordSet wordsOf(std::string_view text, const Dictionary& dictionary) const;

private:
    sqlite::Database& m_database;
    mutable TextSearch m_text;
};

}  // namespace zhida::search
