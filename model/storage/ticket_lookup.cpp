// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/ticket_lookup.h"

#include "model/wire/codec.h"

#include <algorithm>

namespace zhida::storage {
namespace {

constexpr std::size_t kShortestTail = 4;

std::string_view trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

bool endsWithDigits(std::string_view stored, std::string_view digits) {
    const std::string own = phoneDigits(stored);
    return own.size() >= digits.size() && std::string_view(own).ends_with(digits);
}

}  // namespace

std::vector<TicketRow> TicketLookup::find(std::string_view phoneOrNumber, std::size_t limit) const {
    const std::string_view asked = trimmed(phoneOrNumber);
    std::vector<std::int64_t> found = byNumberTail(asked);
    const std::vector<std::int64_t> callers = byPhone(asked);
    found.insert(found.end(), callers.begin(), callers.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<TicketRow> rows;
    const TicketQueue queue(m_database);
    for (const std::int64_t each : found) {
        if (std::optional<TicketRow> row = queue.row(each)) {
            rows.push_back(std::move(*row));
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const TicketRow& a, const TicketRow& b) { return a.createdAt > b.createdAt; });
    rows.resize(std::min(rows.size(), limit));
    return rows;
}

std::optional<TicketId> TicketLookup::byNumber(std::string_view number) const {
    sqlite::Statement& read = m_database.cached(
        "SELECT id FROM number_key JOIN ticket ON ticket.row=number_key.ticket WHERE reversed=?1 ORDER BY ticket LIMIT "
        "1");
    const std::string key = reversedNumber(trimmed(number));
    if (key.empty() || !read.bindAll(std::string_view(key)).step()) {
        return std::nullopt;
    }
    const TicketId id = read.id<TicketId>(0);
    read.reset();
    return id;
}

std::vector<std::int64_t> TicketLookup::naming(std::string_view words, Instant since, std::size_t looked) const {
    std::vector<std::pair<std::int64_t, std::int64_t>> recent;
    sqlite::Statement& read = m_database.cached(
        "SELECT sort, ticket FROM membership WHERE list=?1 AND sort<=?2 ORDER BY sort, ticket LIMIT ?3");
    for (const bool open : {true, false}) {
        read.bindAll(listCode(ListKind::all, ListOrder::newest, open), -since.ms, looked);
        while (read.step()) {
            recent.emplace_back(read.integer(0), read.integer(1));
        }
        read.reset();
    }
    std::sort(recent.begin(), recent.end());
    recent.resize(std::min(recent.size(), looked));
    sqlite::Statement& names =
        m_database.cached("SELECT 1 FROM ticket WHERE row=?1 AND instr(bytes, CAST(?2 AS BLOB))>0");
    std::vector<std::int64_t> rows;
    for (const auto& [sort, row] : recent) {
        if (names.bindAll(row, words).step()) {
            rows.push_back(row);
        }
        names.reset();
    }
    return rows;
}

std::vector<std::int64_t> TicketLookup::byNumberTail(std::string_view tail) const {
    std::vector<std::int64_t> rows;
    const std::string key = reversedNumber(tail);
    if (key.empty()) {
        return rows;
    }
    sqlite::Statement& read =
        m_database.cached("SELECT reversed, ticket FROM number_key WHERE reversed>=?1 ORDER BY reversed");
    read.bindAll(std::string_view(key));
    while (read.step()) {
        const std::string_view reversed = read.text(0);
        const bool whole = reversed.size() == key.size();
        if (!reversed.starts_with(key) || (tail.size() < kShortestTail && !whole)) {
            break;
        }
        rows.push_back(read.integer(1));
    }
    read.reset();
    return rows;
}

std::vector<std::int64_t> TicketLookup::byPhone(std::string_view phone) const {
    std::vector<std::int64_t> rows;
    const std::string digits = phoneDigits(phone);
    const auto tail = phoneTail(digits);
    if (!tail) {
        return rows;
    }
    sqlite::Statement& read = m_database.cached("SELECT ticket FROM phone_key WHERE tail=?1");
    read.bindAll(*tail);
    while (read.step()) {
        if (hasPhone(read.integer(0), digits)) {
            rows.push_back(read.integer(0));
        }
    }
    return rows;
}

bool TicketLookup::hasPhone(std::int64_t row, std::string_view digits) const {
    sqlite::Statement& read = m_database.cached("SELECT bytes FROM ticket WHERE row=?1");
    const bool found = read.bindAll(row).step();
    const Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(found ? read.blob(0) : std::string_view{});
    read.reset();
    return found && ticket &&
           (endsWithDigits(ticket->caller.phone, digits) || endsWithDigits(ticket->caller.contactPhone, digits));
}

}  // namespace zhida::storage
