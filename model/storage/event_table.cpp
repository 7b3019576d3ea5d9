// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/event_table.h"

namespace zhida::storage {

void EventTable::put(const TicketId& ticket, std::uint64_t rev, std::string_view bytes) {
    m_database.cached("INSERT OR REPLACE INTO event VALUES(?1, ?2, 0, ?3)")
        .bindAll(ticket, rev, sqlite::Blob{bytes})
        .run();
}

void EventTable::putPending(const TicketId& ticket, std::uint64_t rev, std::string_view bytes) {
    m_database.cached("INSERT OR IGNORE INTO event VALUES(?1, ?2, 1, ?3)")
        .bindAll(ticket, rev, sqlite::Blob{bytes})
        .run();
}

void EventTable::erasePending(const TicketId& ticket) {
    m_database.cached("DELETE FROM event WHERE ticket=?1 AND pending=1").bindAll(ticket).run();
}

void EventTable::erase(const TicketId& ticket) {
    m_database.cached("DELETE FROM event WHERE ticket=?1").bindAll(ticket).run();
}

void EventTable::eraseAllOfCentre() { m_database.cached("DELETE FROM event WHERE pending=0").run(); }

std::vector<std::string> EventTable::of(const TicketId& ticket) const {
    std::vector<std::string> events;
    sqlite::Statement& read = m_database.cached("SELECT bytes FROM event WHERE ticket=?1 ORDER BY rev");
    read.bindAll(ticket);
    while (read.step()) {
        events.emplace_back(read.blob(0));
    }
    return events;
}

bool EventTable::hasAllUpTo(const TicketId& ticket, std::uint64_t rev) const {
    sqlite::Statement& read = m_database.cached("SELECT count(*) FROM event WHERE ticket=?1 AND rev<=?2");
    const bool all = read.bindAll(ticket, rev).step() && static_cast<std::uint64_t>(read.integer(0)) == rev;
    read.reset();
    return all;
}

}  // namespace zhida::storage
