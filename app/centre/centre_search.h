// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "model/search/article_index.h"
#include "model/search/dictionary.h"
#include "model/search/ticket_index.h"
#include "sync/store/sqlite_server_store.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace zhida::centre {

/// Full-text search over a centre, in a file of its own (search.db) that follows the log: nobody pays for it before somebody
/// searches, an import least of all. The file may be deleted at any time; one that is damaged or of another history is made
/// anew. Several processes may search at once. `store` is only read. Failures are thrown as sqlite::Failure.
class CentreSearch {
public:
    CentreSearch(const std::filesystem::path& file, sync::SqliteServerStore& store);

    /// The best `limit`; 0: all. An index found damaged is made anew from the log.
    std::vector<FoundTicket> tickets(std::string_view query, std::size_t limit, bool exact);
    std::vector<FoundArticle> articles(std::string_view query, std::size_t limit, bool exact, const std::string& today);

private:
    void openFile(const std::filesystem::path& file);
    void makeAnew();
    const search::Dictionary& dictionary();
    template <class Search>
    auto orAnew(Search search) -> decltype(search());
    std::vector<FoundTicket> findTickets(std::string_view query, std::size_t limit, bool exact);
    std::vector<FoundArticle> findArticles(std::string_view query, std::size_t limit, bool exact,
                                           const std::string& today);
    std::vector<FoundArticle> liveOf(std::vector<search::Hit> hits, std::string_view query, bool exact,
                                     const std::string& today);
    bool belongsToThisHistory();
    /// Each index has its own place in the log: who looks for an article does not wait for 100,000 tickets.
    enum class Index : std::uint8_t { tickets = 1, articles };
    /// Indexes what the log has that the index has not. True when there was something.
    bool catchUp(Index index);
    bool step(Index index);
    void indexTicket(const sync::LogEntry& entry);
    void indexArticle(const sync::LogEntry& entry);
    std::int64_t rowOf(const std::string& articleKey);
    void setPosition(Index index, std::uint64_t seq);
    std::uint64_t position(Index index);

    std::filesystem::path m_file;
    sync::SqliteServerStore& m_store;
    std::unique_ptr<sqlite::Database> m_database;
    std::unique_ptr<search::TicketIndex> m_tickets;
    std::unique_ptr<search::ArticleIndex> m_articles;
    std::string m_synonyms;
    std::string m_stopPhrases;
    search::Dictionary m_dictionary;
};

}  // namespace zhida::centre
