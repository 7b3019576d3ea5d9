// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/ticket_rows.h"

#include <algorithm>

namespace zhida::sync {
namespace {

using sqlite::Blob;

constexpr std::string_view kCentre = "centre";
constexpr std::string_view kRestricted = "restricted";
constexpr std::int64_t kQuicklyCounted = 200'000;

bool has(const std::vector<std::string>& scopes, std::string_view scope) {
    return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

TicketPlace readPlace(const sqlite::Statement& row, int first) {
    TicketPlace place;
    place.firstSeq = static_cast<std::uint64_t>(row.integer(first));
    place.lastSeq = static_cast<std::uint64_t>(row.integer(first + 1));
    place.rev = static_cast<std::uint64_t>(row.integer(first + 2));
    place.tail = static_cast<std::size_t>(row.integer(first + 3));
    place.scopes = row.blob(first + 4);
    if (!row.isNull(first + 5)) {
        place.timer = row.instant(first + 5);
    }
    place.mark = row.blob(first + 6);
    return place;
}

void bindPlace(sqlite::Statement& statement, const TicketId& id, const TicketPlace& place) {
    statement.bindAll(Blob{id.raw()}, place.firstSeq, place.lastSeq, place.rev, place.tail, Blob{place.scopes},
                      place.timer);
    place.mark.empty() ? statement.bind(8, nullptr) : statement.bind(8, Blob{place.mark});
}

}  // namespace

std::optional<TicketPlace> TicketRows::place(const TicketId& id) {
    auto& row =
        m_database.cached("SELECT first_seq, last_seq, rev, tail, scopes, timer, mark FROM ticket WHERE id = ?1");
    row.bind(1, Blob{id.raw()});
    std::optional<TicketPlace> found;
    if (row.step()) {
        found = readPlace(row, 0);
    }
    row.reset();
    return found;
}

void TicketRows::insert(const TicketId& id, const TicketPlace& place, std::string_view state) {
    auto& insert = m_database.cached(
        "INSERT INTO ticket (id, first_seq, last_seq, rev, tail, scopes, timer, mark)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    bindPlace(insert, id, place);
    insert.run();
    ++m_count;
    if (place.tail == 0) {
        writeState(place, state);
    }
}

void TicketRows::update(const TicketId& id, const TicketPlace& place, std::string_view state) {
    auto& update = m_database.cached(
        "UPDATE ticket SET first_seq = ?2, last_seq = ?3, rev = ?4, tail = ?5, scopes = ?6,"
        " timer = ?7, mark = ?8 WHERE id = ?1");
    bindPlace(update, id, place);
    update.run();
    if (place.tail == 0) {
        writeState(place, state);
    } else {
        auto& drop = m_database.cached("DELETE FROM ticket_state WHERE first_seq = ?1");
        drop.bindAll(place.firstSeq).run();
    }
}

void TicketRows::writeState(const TicketPlace& place, std::string_view state) {
    auto& write = m_database.cached(
        "INSERT INTO ticket_state (first_seq, body) VALUES (?1, ?2)"
        " ON CONFLICT (first_seq) DO UPDATE SET body = excluded.body");
    write.bindAll(place.firstSeq, Blob{state}).run();
}

std::string TicketRows::body(const TicketPlace& place) {
    if (place.tail != 0) {
        return m_log.tailOf(place.lastSeq, place.tail);
    }
    auto& row = m_database.cached("SELECT body FROM ticket_state WHERE first_seq = ?1");
    row.bind(1, place.firstSeq);
    std::string body = row.step() ? std::string(row.blob(0)) : std::string();
    row.reset();
    return body;
}

std::vector<SnapshotRow> TicketRows::after(const std::vector<std::string>& scopes, const TicketId& after,
                                           std::size_t limit, std::size_t bytes) {
    const bool everything = has(scopes, kCentre) && has(scopes, kRestricted);
    const std::vector<std::uint64_t> wanted = m_scopes.known(scopes);
    std::vector<SnapshotRow> page;
    std::size_t taken = 0;
    auto& rows = m_database.cached(
        "SELECT id, first_seq, last_seq, rev, tail, scopes, timer, mark FROM ticket"
        " WHERE id > ?1 ORDER BY id");
    rows.bind(1, Blob{after.raw()});
    while (page.size() < limit && taken < bytes && rows.step()) {
        if (!everything && !ScopeNames::touches(rows.blob(5), wanted)) {
            continue;
        }
        const TicketPlace place = readPlace(rows, 1);
        page.push_back({rows.id<TicketId>(0), place.rev, body(place), m_scopes.veiled(place.scopes)});
        taken += page.back().body.size();
    }
    rows.reset();
    return page;
}

void TicketRows::setTimer(const TicketId& id, std::optional<Instant> at) {
    auto& update = m_database.cached("UPDATE ticket SET timer = ?2 WHERE id = ?1 AND timer IS NOT ?2");
    update.bindAll(Blob{id.raw()}, at).run();
}

std::vector<Timer> TicketRows::timersAfter(const Timer& after, std::size_t limit) {
    std::vector<Timer> timers;
    auto& rows = m_database.cached(
        "SELECT timer, id FROM ticket WHERE timer IS NOT NULL AND (timer, id) > (?1, ?2)"
        " ORDER BY timer, id LIMIT ?3");
    rows.bindAll(after.at, Blob{after.ticket.raw()}, limit);
    while (rows.step()) {
        timers.push_back({rows.instant(0), rows.id<TicketId>(1)});
    }
    return timers;
}

void TicketRows::countAll() {
    auto row = m_database.prepare("SELECT count(*) FROM ticket");
    m_count = m_countBefore = row.step() ? row.integer(0) : 0;
}

std::uint64_t TicketRows::countIn(const std::vector<std::string>& scopes) {
    if (has(scopes, kCentre)) {  // restricted ones are few
        return static_cast<std::uint64_t>(m_count);
    }
    if (m_count > kQuicklyCounted) {
        return 0;
    }
    const std::vector<std::uint64_t> wanted = m_scopes.known(scopes);
    std::uint64_t count = 0;
    auto rows = m_database.prepare("SELECT scopes FROM ticket");
    while (rows.step()) {
        count += ScopeNames::touches(rows.blob(0), wanted) ? 1 : 0;
    }
    return count;
}

}  // namespace zhida::sync
