// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/fan_out.h"

#include "model/domain/permission.h"
#include "model/wire/codec.h"
#include "model/wire/record_sight.h"
#include "sync/protocol/convert.h"
#include "sync/server/mask.h"

#include <algorithm>

namespace zhida::sync {

namespace {

/// Lists are sorted, so the veils of both stand in the same order.
bool sameVeils(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto firstVeil = [](const std::vector<std::string>& scopes) {
        return std::find_if(scopes.begin(), scopes.end(), domain::isVeil);
    };
    const auto end = [](const std::vector<std::string>& scopes, auto from) {
        return std::find_if_not(from, scopes.end(), domain::isVeil);
    };
    const auto fromA = firstVeil(a);
    const auto fromB = firstVeil(b);
    return std::equal(fromA, end(a, fromA), fromB, end(b, fromB));
}

bool hasVeil(const std::vector<std::string>& scopes) {
    return std::any_of(scopes.begin(), scopes.end(), domain::isVeil);
}

}  // namespace

void FanOut::forget() {
    m_pages.clear();
    m_batches.clear();
    m_now.clear();
}

const std::vector<LogEntry>& FanOut::entriesAfter(std::uint64_t from) { return page(from).entries; }

const FanOut::Page& FanOut::page(std::uint64_t from) {
    const auto it = m_pages.find(from);
    if (it != m_pages.end()) {
        return it->second;
    }
    ServerStore& store = m_context.ports.store;
    Page page{store.entriesAfter(from, m_context.tuning.feedItems, m_context.tuning.feedBytes), {}};
    if (!page.entries.empty() && page.entries.back().seq == store.head()) {
        for (std::size_t i = 0; i < page.entries.size(); ++i) {
            if (!page.entries[i].isRecord) {
                page.last[page.entries[i].ticket] = i;
            }
        }
    }
    for (LogEntry& entry : page.entries) {
        std::sort(entry.scopesBefore.begin(), entry.scopesBefore.end());
        std::sort(entry.scopesAfter.begin(), entry.scopesAfter.end());
    }
    return m_pages.emplace(from, std::move(page)).first->second;
}

const FanOut::Now& FanOut::now(const TicketId& ticket) {
    const auto it = m_now.find(ticket);
    if (it != m_now.end()) {
        return it->second;
    }
    Now now;
    if (const std::optional<domain::Ticket> whole = m_context.ports.store.ticket(ticket)) {
        now = {domain::scopesOf(*whole), wire::encode(*whole), *whole};
    }
    return m_now.emplace(ticket, std::move(now)).first->second;
}

const std::vector<std::string>& FanOut::scopesNow(const Page& page, const TicketId& ticket) {
    const auto last = page.last.find(ticket);
    return last != page.last.end() ? page.entries[last->second].scopesAfter : now(ticket).scopes;
}

bool FanOut::hidesCaller(const TicketId& ticket, const Sight& sight) {
    return domain::heedsVeils(sight.user) && hasVeil(now(ticket).scopes) &&
           !domain::maySeeCaller(now(ticket).ticket, sight.user);
}

pb::Item FanOut::wholeTicket(const TicketId& ticket, const Sight& sight) {
    pb::Item item;
    item.set_ticket(rawOf(ticket.uuid));
    if (intersect(now(ticket).scopes, sight.scopes)) {
        item.set_kind(pb::Item::TICKET);
        item.set_body(hidesCaller(ticket, sight) ? wire::encode(domain::masked(now(ticket).ticket)) : now(ticket).body);
    } else {
        item.set_kind(pb::Item::LEAVE);
    }
    return item;
}

void FanOut::putEvent(const LogEntry& entry, const std::vector<std::string>& scopesOfTicket, const Sight& sight,
                      pb::Item& item) {
    item.set_kind(pb::Item::EVENT);
    const bool veiled = hasVeil(scopesOfTicket) && hidesCaller(entry.ticket, sight);
    item.set_body(veiled ? maskedEvent(entry.body) : entry.body);
}

/// Who may no longer see a ticket or its caller is not shown what happened before either.
std::optional<pb::Item> FanOut::itemFor(const Page& page, const LogEntry& entry, const Sight& sight) {
    pb::Item item;
    if (entry.isRecord && !goesToDesks(entry.kind)) {
        return std::nullopt;
    }
    if (entry.isRecord) {
        std::optional<std::string> body = wire::recordFor(entry.kind, entry.key, entry.body, sight.user);
        if (!body) {
            return std::nullopt;
        }
        item.set_kind(pb::Item::RECORD);
        item.set_record_kind(entry.kind);
        item.set_key(entry.key);
        item.set_body(std::move(*body));
        return item;
    }
    const bool before = intersect(entry.scopesBefore, sight.scopes);
    const bool after = intersect(entry.scopesAfter, sight.scopes);
    if (!before && !after) {
        return std::nullopt;
    }
    const bool otherVeil = domain::heedsVeils(sight.user) && !sameVeils(entry.scopesBefore, entry.scopesAfter);
    if (after && (!before || otherVeil)) {
        return wholeTicket(entry.ticket, sight);
    }
    item.set_ticket(rawOf(entry.ticket.uuid));
    const std::vector<std::string>& now = scopesNow(page, entry.ticket);
    if (after && intersect(now, sight.scopes)) {
        putEvent(entry, now, sight, item);
    } else {
        item.set_kind(pb::Item::LEAVE);
    }
    return item;
}

/// Takes entries of a page until the frame is full; false then.
bool FanOut::gather(const Page& page, const Sight& sight, pb::Feed& feed, Gathered& gathered) {
    const Tuning& tuning = m_context.tuning;
    for (const LogEntry& entry : page.entries) {
        std::optional<pb::Item> item = itemFor(page, entry, sight);
        if (item) {
            if (feed.items_size() > 0 && gathered.bytes + item->body().size() > tuning.feedBytes) {
                return false;
            }
            gathered.bytes += item->body().size();
            *feed.add_items() = std::move(*item);
        }
        gathered.upto = entry.seq;
        if (static_cast<std::size_t>(feed.items_size()) >= tuning.feedItems || gathered.bytes >= tuning.feedBytes) {
            return false;
        }
    }
    return !page.entries.empty();
}

FanOut::Batch FanOut::build(std::uint64_t from, const Sight& sight) {
    const std::uint64_t head = m_context.ports.store.head();
    pb::Frame frame;
    pb::Feed& feed = *frame.mutable_feed();
    feed.set_from(from);
    feed.set_head(head);
    Gathered gathered{from, 0};
    bool more = true;
    while (more && gathered.upto < head && gathered.upto - from < m_context.tuning.feedScan) {
        more = gather(page(gathered.upto), sight, feed, gathered);
    }
    Batch batch;
    batch.upto = gathered.upto;
    finish(frame, batch);
    return batch;
}

/// An item that fits into no frame is left out and reported: it must not stop everything behind it.
void FanOut::finish(pb::Frame& frame, Batch& batch) {
    pb::Feed& feed = *frame.mutable_feed();
    batch.empty = feed.items_size() == 0;
    feed.set_upto(batch.upto);
    feed.set_chain(m_context.ports.store.chainAt(batch.upto));
    Result<Packed> packed = pack(frame);
    if (!packed) {
        m_context.report(Error("sync.itemTooLarge", {{"seq", std::to_string(batch.upto)}}));
        feed.clear_items();
        packed = pack(frame);
    }
    batch.packed = std::move(*packed);
}

const FanOut::Batch& FanOut::after(std::uint64_t from, const Sight& sight) {
    const auto key = std::make_pair(from, sight.key);
    const auto it = m_batches.find(key);
    return it != m_batches.end() ? it->second : m_batches.emplace(key, build(from, sight)).first->second;
}

}  // namespace zhida::sync
