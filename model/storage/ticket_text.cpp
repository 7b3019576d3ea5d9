// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/ticket_text.h"

#include "model/storage/meta_table.h"
#include "model/wire/codec.h"

#include <vector>

namespace zhida::storage {
namespace {

/// After this many rows the counts of frequent terms are taken anew, once nothing is left to do.
constexpr std::size_t kRecountAfter = 500;

std::vector<std::int64_t> rowsOf(sqlite::Statement& read) {
    std::vector<std::int64_t> rows;
    while (read.step()) {
        rows.push_back(read.integer(0));
    }
    return rows;
}

}  // namespace

TicketText::TicketText(sqlite::Database& database, TicketTable& tickets)
    : m_database(database), m_tickets(tickets), m_index(database) {}

bool TicketText::catchUp(std::size_t limit) {
    const std::vector<std::int64_t> changed =
        rowsOf(m_database.cached("SELECT ticket FROM text_dirty LIMIT ?1").bindAll(limit));
    for (const std::int64_t row : changed) {
        indexRow(row);
        m_database.cached("DELETE FROM text_dirty WHERE ticket=?1").bindAll(row).run();
    }
    const std::size_t left = limit - changed.size();
    const std::int64_t before = m_tickets.textMark();
    const std::vector<std::int64_t> fresh =
        rowsOf(m_database.cached("SELECT row FROM ticket WHERE row>?1 ORDER BY row LIMIT ?2").bindAll(before, left));
    for (const std::int64_t row : fresh) {
        indexRow(row);
    }
    if (!fresh.empty()) {
        m_tickets.setTextMark(fresh.back());
    }
    m_sinceRecount += changed.size() + fresh.size();
    const bool finished = changed.size() + fresh.size() < limit;
    if (finished && m_sinceRecount >= kRecountAfter) {
        m_index.refreshStatistics();
        m_sinceRecount = 0;
    }
    return finished;
}

void TicketText::indexRow(std::int64_t row) {
    sqlite::Statement& read = m_database.cached("SELECT bytes FROM ticket WHERE row=?1");
    if (!read.bindAll(row).step()) {
        m_index.remove(row);
        return;
    }
    const Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(read.blob(0));
    read.reset();
    if (ticket) {
        m_index.put(row, ticket->number, ticket->title, ticket->content);
    }
}

bool TicketText::lags(sqlite::Database& database) {
    const std::int64_t mark = MetaTable(database).number("text.mark");
    sqlite::Statement& any =
        database.cached("SELECT EXISTS(SELECT 1 FROM text_dirty) OR EXISTS(SELECT 1 FROM ticket WHERE row>?1)");
    const bool behind = any.bindAll(mark).step() && any.integer(0) != 0;
    any.reset();
    return behind;
}

}  // namespace zhida::storage
