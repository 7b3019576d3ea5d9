// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_store.h"
#include "sync/server/sessions.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhida::sync {

using domain::intersect;

/// What is new to a desk, out of the log. One way for live desks and for those that catch up. Desks with equal scopes at the
/// same place of the log share one encoded frame. Bytes are passed on as they are, but for a ticket with a veil: who may not
/// see its caller gets the event without him, and the whole ticket anew when the veil changes.
class FanOut {
public:
    struct Batch {
        Packed packed;
        std::uint64_t upto = 0;
        bool empty = true;  ///< nothing in it is for these scopes
    };

    explicit FanOut(EngineContext& context) : m_context(context) {}

    /// The next Feed after `from` (< head). Valid until forget().
    const Batch& after(std::uint64_t from, const Sight& sight);
    /// The log's entries after `from`; valid until forget().
    const std::vector<LogEntry>& entriesAfter(std::uint64_t from);
    /// The ticket as it is now, as far as it is to be seen; or that it is not.
    pb::Item wholeTicket(const TicketId& ticket, const Sight& sight);
    bool hidesCaller(const TicketId& ticket, const Sight& sight);
    /// At the end of a turn: the log may grow now.
    void forget();

private:
    struct Now {
        std::vector<std::string> scopes;
        std::string body;
        domain::Ticket ticket;
    };
    struct Page {
        std::vector<LogEntry> entries;
        std::unordered_map<TicketId, std::size_t> last;  ///< only of a page that reaches the head
    };

    struct Gathered {
        std::uint64_t upto = 0;
        std::size_t bytes = 0;
    };

    const Page& page(std::uint64_t from);
    const Now& now(const TicketId& ticket);
    const std::vector<std::string>& scopesNow(const Page& page, const TicketId& ticket);
    void putEvent(const LogEntry& entry, const std::vector<std::string>& scopesOfTicket, const Sight& sight,
                  pb::Item& item);
    std::optional<pb::Item> itemFor(const Page& page, const LogEntry& entry, const Sight& sight);
    bool gather(const Page& page, const Sight& sight, pb::Feed& feed, Gathered& gathered);
    Batch build(std::uint64_t from, const Sight& sight);
    void finish(pb::Frame& frame, Batch& batch);

    EngineContext& m_context;
    std::map<std::uint64_t, Page> m_pages;
    std::map<std::pair<std::uint64_t, std::string>, Batch> m_batches;
    std::unordered_map<TicketId, Now> m_now;
};

}  // namespace zhida::sync
