// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/feed.h"

#include "model/domain/campaign.h"
#include "model/domain/message.h"
#include "model/service/record_overlay.h"
#include "model/storage/article_store.h"
#include "model/wire/codec.h"

#include <limits>

namespace zhida::service {

void Feed::apply(const std::vector<FeedItem>& items, bool fill, ChangeSet& changes) {
    for (const FeedItem& item : items) {
        switch (item.what) {
            case FeedItem::Kind::event:
                applyEvent(item, changes);
                break;
            case FeedItem::Kind::ticket:
                applyTicket(item, fill, changes);
                break;
            case FeedItem::Kind::leave:
                (m_shown.leave(item.ticket) ? changes.left : changes.tickets).push_back(item.ticket);
                unmark(item.ticket, std::numeric_limits<std::int64_t>::max());
                break;
            case FeedItem::Kind::record:
                applyRecord(item, fill, changes);
                break;
        }
    }
}

void Feed::applyEvent(const FeedItem& item, ChangeSet& changes) {
    const Result<domain::Event> event = wire::decode<domain::Event>(item.body);
    if (!event || event->ticket != item.ticket || event->rev == 0) {
        markForRefetch(item.ticket, event ? event->rev : 0);
        return;
    }
    if (ShownTickets::Told told{m_clock.now(), changes.notices}; !m_shown.applyEvent(*event, item.body, told)) {
        markForRefetch(item.ticket, event->rev);
    }
    changes.tickets.push_back(item.ticket);
}

void Feed::applyTicket(const FeedItem& item, bool fill, ChangeSet& changes) {
    const Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(item.body);
    if (!ticket || ticket->id != item.ticket) {
        markForRefetch(item.ticket, 0);
        return;
    }
    ShownTickets::Told told{m_clock.now(), changes.notices};
    m_shown.applySnapshot(*ticket, item.body, fill, told);
    unmark(item.ticket, ticket->rev);
    changes.tickets.push_back(item.ticket);
}

void Feed::applyRecord(const FeedItem& item, bool fill, ChangeSet& changes) {
    if (!m_records.put(item.recordKind, item.key, item.body) || isSilent(item.recordKind)) {
        return;
    }
    if (const auto ticket = domain::ticketOfMessage(item.key); item.recordKind == domain::kMessageKind && ticket) {
        changes.tickets.push_back(*ticket);
        if (!fill) {  // what failed before is no news
            tellUndelivered(item, changes);
        }
    } else if (item.recordKind.starts_with(storage::kArticleKind) || item.recordKind == domain::kCampaignKind) {
        changes.articles = true;
    } else {
        changes.reference = true;
        m_reference.invalidate();
    }
}

void Feed::tellUndelivered(const FeedItem& item, ChangeSet& changes) {
    const Result<domain::Message> message = wire::decode<domain::Message>(item.body);
    const bool failed = message && message->state == domain::MessageState::failed;
    if (failed && message->user == m_reference.context(m_clock.now()).actor.user) {
        changes.notices.push_back(domain::undelivered(*message));
    }
}

void Feed::markForRefetch(const TicketId& ticket, std::uint64_t rev) {
    m_database.cached("INSERT INTO refetch VALUES(?1, ?2) ON CONFLICT DO UPDATE SET rev=max(rev, excluded.rev)")
        .bindAll(ticket, rev)
        .run();
}

void Feed::unmark(const TicketId& ticket, std::uint64_t rev) {
    m_database.cached("DELETE FROM refetch WHERE ticket=?1 AND rev<=?2").bindAll(ticket, rev).run();
}

std::vector<TicketId> Feed::refetchList(std::size_t limit) const {
    std::vector<TicketId> tickets;
    sqlite::Statement& read = m_database.cached("SELECT ticket FROM refetch ORDER BY ticket LIMIT ?1");
    read.bindAll(limit);
    while (read.step()) {
        tickets.push_back(read.id<TicketId>(0));
    }
    return tickets;
}

}  // namespace zhida::service
