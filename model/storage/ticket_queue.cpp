// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/ticket_queue.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace zhida::storage {
namespace {

constexpr std::string_view kColumns =
    "SELECT row, id, number, title, state, appeal, urgency, secret, unit, region, claimed_by, claim_until, due, "
    "created_at, redo, pending FROM ticket ";

TicketRow rowFrom(const sqlite::Statement& at) {
    TicketRow row;
    row.row = at.integer(0);
    row.ticket = at.id<TicketId>(1);
    row.number = at.text(2);
    row.title = at.text(3);
    row.state = static_cast<domain::TicketState>(at.integer(4));
    row.appealType = static_cast<domain::AppealType>(at.integer(5));
    row.urgency = static_cast<domain::Urgency>(at.integer(6));
    row.secret = at.integer(7) != 0;
    row.unit.value = at.text(8);
    row.region.value = at.text(9);
    row.claimedBy.value = at.text(10);
    row.claimedUntil = at.instant(11);
    row.due = at.isNull(12) ? std::nullopt : std::optional(at.instant(12));
    row.createdAt = at.instant(13);
    row.redoCount = static_cast<std::uint32_t>(at.integer(14));
    row.pending = at.integer(15) != 0;
    return row;
}

std::optional<TicketRow> only(sqlite::Statement& read) {
    if (!read.step()) {
        return std::nullopt;
    }
    TicketRow row = rowFrom(read);
    read.reset();
    return row;
}

}  // namespace

std::string QueuePosition::text() const { return std::to_string(sort) + "." + std::to_string(row); }

std::optional<QueuePosition> QueuePosition::parse(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) {
        return std::nullopt;
    }
    QueuePosition at;
    const char* const middle = text.data() + dot;
    const char* const end = text.data() + text.size();
    const auto sort = std::from_chars(text.data(), middle, at.sort);
    const auto row = std::from_chars(middle + 1, end, at.row);
    const bool whole = sort.ec == std::errc() && sort.ptr == middle && row.ec == std::errc() && row.ptr == end;
    return whole ? std::optional(at) : std::nullopt;
}

TicketPage TicketQueue::page(const TicketFilter& filter, std::size_t limit,
                             const std::optional<QueuePosition>& after) const {
    const QueuePosition start = after.value_or(QueuePosition{std::numeric_limits<std::int64_t>::min(), 0});
    const bool open = !filter.state || domain::isOpen(*filter.state);
    const bool closed = !filter.openOnly && (!filter.state || !domain::isOpen(*filter.state));
    std::vector<QueuePosition> found;
    for (const bool part : {true, false}) {
        if (part ? open : closed) {
            appendPart(found, filter, part, limit + 1, start);
        }
    }
    std::sort(found.begin(), found.end());
    TicketPage result;
    if (found.size() > limit) {
        found.resize(limit);
        result.next = found.empty() ? start : found.back();
    }
    for (const QueuePosition& each : found) {
        if (std::optional<TicketRow> line = row(each.row)) {
            result.rows.push_back(std::move(*line));
        }
    }
    return result;
}

void TicketQueue::appendPart(std::vector<QueuePosition>& out, const TicketFilter& filter, bool open, std::size_t limit,
                             const QueuePosition& after) const {
    const bool plain = !filter.state && !filter.appealType;
    sqlite::Statement& read = plain
                                  ? m_database.cached(
                                        "SELECT sort, ticket FROM membership WHERE list=?1 AND (sort, ticket)>(?2, ?3) "
                                        "ORDER BY sort, ticket LIMIT ?4")
                                  : m_database.cached(
                                        "SELECT sort, ticket FROM membership WHERE list=?1 AND (sort, ticket)>(?2, ?3) "
                                        "AND (?5 IS NULL OR facets/16=?5) AND (?6 IS NULL OR facets%16=?6) "
                                        "ORDER BY sort, ticket LIMIT ?4");
    read.bindAll(listCode(filter.kind, filter.order, open), after.sort, after.row, limit);
    if (!plain) {
        read.bind(5, filter.state ? std::optional(static_cast<std::int64_t>(*filter.state)) : std::nullopt);
        read.bind(6, filter.appealType ? std::optional(static_cast<std::int64_t>(*filter.appealType)) : std::nullopt);
    }
    while (read.step()) {
        out.push_back({read.integer(0), read.integer(1)});
    }
}

TicketCounts TicketQueue::counts() const {
    TicketCounts counts;
    sqlite::Statement& read = m_database.cached("SELECT list, open, n FROM list_count WHERE n<>0");
    while (read.step()) {
        const std::int64_t list = read.integer(0);
        if (list < 3) {
            (read.integer(1) != 0 ? counts.open : counts.closed)[static_cast<std::size_t>(list)] = read.integer(2);
        } else if (list > 100) {
            counts.byState[static_cast<domain::TicketState>(list - 100)] = read.integer(2);
        }
    }
    return counts;
}

std::optional<TicketRow> TicketQueue::row(const TicketId& id) const {
    static const std::string kSql = std::string(kColumns) + "WHERE id=?1";
    return only(m_database.cached(kSql).bindAll(id));
}

std::optional<TicketRow> TicketQueue::row(std::int64_t row) const {
    static const std::string kSql = std::string(kColumns) + "WHERE row=?1";
    return only(m_database.cached(kSql).bindAll(row));
}

std::map<Day, DayCounts> TicketQueue::days(Day from, Day to) const {
    std::map<Day, DayCounts> days;
    sqlite::Statement& read =
        m_database.cached("SELECT day, kind, n FROM day_count WHERE day BETWEEN ?1 AND ?2 AND n<>0");
    read.bindAll(from.number, to.number);
    while (read.step()) {
        DayCounts& counts = days[Day{static_cast<std::int32_t>(read.integer(0))}];
        switch (static_cast<DayKind>(read.integer(1))) {
            case DayKind::registered:
                counts.registered = read.integer(2);
                break;
            case DayKind::closed:
                counts.closed = read.integer(2);
                break;
            case DayKind::directAnswered:
                counts.directAnswered = read.integer(2);
                break;
        }
    }
    return days;
}

}  // namespace zhida::storage
