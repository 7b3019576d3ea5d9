// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/fan_out.h"

#include "model/wire/codec.h"
#include "sync/protocol/convert.h"

#include <algorithm>

namespace zhida::sync {

bool intersect(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        const int order = left->compare(*right);
        if (order == 0) {
            return true;
        }
        order < 0 ? void(++left) : void(++right);
    }
    return false;
}

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
        now = {domain::scopesOf(*whole), wire::encode(*whole)};
    }
    return m_now.emplace(ticket, std::move(now)).first->second;
}

/// Who may no longer see a ticket is not shown what happened to it before either.
bool FanOut::visibleNow(const Page& page, const TicketId& ticket, const std::vector<std::string>& scopes) {
    const auto last = page.last.find(ticket);
    return last != page.last.end() ? intersect(page.entries[last->second].scopesAfter, scopes)
                                   : intersect(now(ticket).scopes, scopes);
}

pb::Item FanOut::wholeTicket(const TicketId& ticket, const std::vector<std::string>& scopes) {
    pb::Item item;
    item.set_ticket(rawOf(ticket.uuid));
    if (intersect(now(ticket).scopes, scopes)) {
        item.set_kind(pb::Item::TICKET);
        item.set_body(now(ticket).body);
    } else {
        item.set_kind(pb::Item::LEAVE);
    }
    return item;
}

std::optional<pb::Item> FanOut::itemFor(const Page& page, const LogEntry& entry,
                                        const std::vector<std::string>& scopes) {
    pb::Item item;
    if (entry.isRecord) {
        item.set_kind(pb::Item::RECORD);
        item.set_record_kind(entry.kind);
        item.set_key(entry.key);
        item.set_body(entry.body);
        return item;
    }
    const bool before = intersect(entry.scopesBefore, scopes);
    const bool after = intersect(entry.scopesAfter, scopes);
    if (!before && !after) {
        return std::nullopt;
    }
    if (after && !before) {
        return wholeTicket(entry.ticket, scopes);
    }
    item.set_ticket(rawOf(entry.ticket.uuid));
    if (after && visibleNow(page, entry.ticket, scopes)) {
        item.set_kind(pb::Item::EVENT);
        item.set_body(entry.body);
    } else {
        item.set_kind(pb::Item::LEAVE);
    }
    return item;
}

/// Takes entries of a page until the frame is full; false then.
bool FanOut::gather(const Page& page, const std::vector<std::string>& scopes, pb::Feed& feed, Gathered& gathered) {
    const Tuning& tuning = m_context.tuning;
    for (const LogEntry& entry : page.entries) {
        std::optional<pb::Item> item = itemFor(page, entry, scopes);
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

FanOut::Batch FanOut::build(std::uint64_t from, const std::vector<std::string>& scopes) {
    const std::uint64_t head = m_context.ports.store.head();
    pb::Frame frame;
    pb::Feed& feed = *frame.mutable_feed();
    feed.set_from(from);
    feed.set_head(head);
    Gathered gathered{from, 0};
    bool more = true;
    while (more && gathered.upto < head && gathered.upto - from < m_context.tuning.feedScan) {
        more = gather(page(gathered.upto), scopes, feed, gathered);
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

const FanOut::Batch& FanOut::after(std::uint64_t from, const std::vector<std::string>& scopes,
                                   const std::string& scopeKey) {
    const auto key = std::make_pair(from, scopeKey);
    const auto it = m_batches.find(key);
    return it != m_batches.end() ? it->second : m_batches.emplace(key, build(from, scopes)).first->second;
}

}  // namespace zhida::sync
