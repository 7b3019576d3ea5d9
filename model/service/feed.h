// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/service/ledger_types.h"
#include "model/service/shown_tickets.h"
#include "model/service/views.h"
#include "model/storage/record_table.h"

#include <vector>

namespace zhida::service {

/// Takes in what the centre sends, item by item. In the caller's transaction; what has changed is added to `changes`.
class Feed {
public:
    Feed(sqlite::Database& database, ShownTickets& shown, storage::RecordTable& records, ReferenceData& reference,
         const Clock& clock)
        : m_database(database), m_shown(shown), m_records(records), m_reference(reference), m_clock(clock) {}

    /// `fill`: the items belong to a first fill; a ticket then replaces whatever the desk has.
    void apply(const std::vector<FeedItem>& items, bool fill, ChangeSet& changes);
    /// Tickets to be fetched whole, at most `limit`.
    [[nodiscard]] std::vector<TicketId> refetchList(std::size_t limit) const;

private:
    void applyEvent(const FeedItem& item, ChangeSet& changes);
    void applyTicket(const FeedItem& item, bool fill, ChangeSet& changes);
    void applyRecord(const FeedItem& item, bool fill, ChangeSet& changes);
    void tellUndelivered(const FeedItem& item, ChangeSet& changes);
    void markForRefetch(const TicketId& ticket, std::uint64_t rev);
    void unmark(const TicketId& ticket, std::uint64_t rev);

    sqlite::Database& m_database;
    ShownTickets& m_shown;
    storage::RecordTable& m_records;
    ReferenceData& m_reference;
    const Clock& m_clock;
};

}  // namespace zhida::service
