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

/// Both lists are sorted.
bool intersect(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// What is new to a desk, out of the log. One way for live desks and for those that catch up. Desks with equal scopes at the
/// same place of the log share one encoded frame.
class FanOut {
public:
    struct Batch {
        Packed packed;
        std::uint64_t upto = 0;
        bool empty = true;  ///< nothing in it is for these scopes
    };

    explicit FanOut(EngineContext& context) : m_context(context) {}

    /// The next Feed after `from` (< head). Valid until forget().
    const Batch& after(std::uint64_t from, const std::vector<std::string>& scopes, const std::string& scopeKey);
    /// The log's entries after `from`; valid until forget().
    const std::vector<LogEntry>& entriesAfter(std::uint64_t from);
    /// The ticket as it is now, or that it is not for these scopes.
    pb::Item wholeTicket(const TicketId& ticket, const std::vector<std::string>& scopes);
    /// At the end of a turn: the log may grow now.
    void forget();

private:
    struct Now {
        std::vector<std::string> scopes;
        std::string body;
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
    bool visibleNow(const Page& page, const TicketId& ticket, const std::vector<std::string>& scopes);
    std::optional<pb::Item> itemFor(const Page& page, const LogEntry& entry, const std::vector<std::string>& scopes);
    bool gather(const Page& page, const std::vector<std::string>& scopes, pb::Feed& feed, Gathered& gathered);
    Batch build(std::uint64_t from, const std::vector<std::string>& scopes);
    void finish(pb::Frame& frame, Batch& batch);

    EngineContext& m_context;
    std::map<std::uint64_t, Page> m_pages;
    std::map<std::pair<std::uint64_t, std::string>, Batch> m_batches;
    std::unordered_map<TicketId, Now> m_now;
};

}  // namespace zhida::sync
