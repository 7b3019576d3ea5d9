// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/search/ticket_index.h"
#include "model/service/article_search.h"
#include "model/service/desk.h"
#include "model/service/learned_suggestions.h"
#include "model/service/ticket_hints.h"
#include "model/sqlite/database.h"
#include "model/storage/ticket_queue.h"

#include <functional>
#include <memory>

namespace zhida::service {

/// Reads the file that a DeskLedger writes, on a connection of its own.
class SqliteDeskReader final : public DeskReader {
public:
    struct Ports {
        const Clock* clock = nullptr;
        UtcOffset offset;
        /// Called before a search whose index lags behind: brings it up to date, or gives up after a moment. May be empty.
        std::function<void()> catchUp;
    };
    SqliteDeskReader(std::unique_ptr<sqlite::Database> database, Ports ports);

    /// A malformed `after` gives an empty page; see isPosition.
    [[nodiscard]] QueuePage list(const QueueFilter& filter, std::size_t limit,
                                 const std::optional<std::string>& after) override;
    [[nodiscard]] static bool isPosition(std::string_view after);
    [[nodiscard]] std::optional<QueueRow> row(const TicketId& ticket) override;
    [[nodiscard]] QueueCounts counts() override;
    [[nodiscard]] std::optional<TicketView> ticket(std::string_view idOrNumber) override;
    [[nodiscard]] std::vector<domain::Event> history(const TicketId& ticket) override;
    [[nodiscard]] std::vector<QueueRow> lookUp(std::string_view phoneOrNumber, std::size_t limit) override;
    [[nodiscard]] std::vector<QueueRow> searchTickets(std::string_view text, std::size_t limit) override;
    using DeskReader::searchArticles;
    [[nodiscard]] ArticleResults searchArticles(std::string_view text, const RegionCode& callerRegion,
                                                std::size_t limit, const std::stop_token& stop) override;
    [[nodiscard]] std::optional<domain::Article> article(std::string_view keyOrSourceId) override;
    [[nodiscard]] SameMatterHints sameMatter(const TypedTicket& typed) override;
    [[nodiscard]] TicketSuggestions suggest(const TypedTicket& typed) override;
    [[nodiscard]] std::vector<RecordView> records(std::string_view kind, std::string_view keyPrefix) override;
    [[nodiscard]] std::vector<domain::Ticket> answersOn(std::string_view articleOrNumber, Instant since) override;
    [[nodiscard]] std::vector<OutboxItem> outbox() override;
    [[nodiscard]] std::vector<Draft> drafts() override;
    [[nodiscard]] std::vector<domain::Unit> units() override;
    [[nodiscard]] std::vector<domain::UserProfile> users() override;
    [[nodiscard]] std::vector<domain::Category> categories() override;
    [[nodiscard]] std::vector<domain::Region> regions() override;
    [[nodiscard]] std::vector<domain::RosterEntry> roster() override;
    [[nodiscard]] domain::Rules rules() override;
    [[nodiscard]] std::string procedure() override;
    [[nodiscard]] std::vector<domain::Ticket> heldBy(const UserCode& user, Instant now) override;
    [[nodiscard]] std::vector<WorkloadDay> workload(Day from, Day to) override;

private:
    [[nodiscard]] Day today() const;
    void catchUpIf(bool lags);
    [[nodiscard]] std::optional<domain::Ticket> stored(const TicketId& id);

    std::unique_ptr<sqlite::Database> m_database;
    Ports m_ports;
    storage::TicketQueue m_queue;
    storage::RecordTable m_records;
    storage::ArticleReader m_articles;
    ArticleSearch m_articleSearch;
    search::TicketIndex m_ticketIndex;
    TicketHints m_hints;
    LearnedSuggestions m_learned;
};

}  // namespace zhida::service
