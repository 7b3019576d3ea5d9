// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/ticket_index.h"

#include "model/search/index_tables.h"
#include "model/search/reasons.h"
#include "model/search/registration.h"
#include "model/sqlite/transaction.h"

namespace zhida::search {
namespace {

constexpr std::size_t kEnoughTickets = 5;

constexpr std::string_view kTicketSchema = R"sql(
CREATE TABLE IF NOT EXISTS ticket_text(
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE VIRTUAL TABLE IF NOT EXISTS ticket_fts USING fts5(
    number, title, content, content='ticket_text', content_rowid='id', tokenize='zhida_cjk');
CREATE VIRTUAL TABLE IF NOT EXISTS ticket_fts_terms USING fts5vocab('ticket_fts', 'row');
CREATE TABLE IF NOT EXISTS ticket_frequent(term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS ticket_text_added AFTER INSERT ON ticket_text BEGIN
    INSERT INTO ticket_fts(rowid, number, title, content) VALUES(new.id, new.number, new.title, new.content);
END;
CREATE TRIGGER IF NOT EXISTS ticket_text_removed AFTER DELETE ON ticket_text BEGIN
    INSERT INTO ticket_fts(ticket_fts, rowid, number, title, content)
        VALUES('delete', old.id, old.number, old.title, old.content);
END;
CREATE TRIGGER IF NOT EXISTS ticket_text_changed AFTER UPDATE ON ticket_text
WHEN old.number <> new.number OR old.title <> new.title OR old.content <> new.content BEGIN
    INSERT INTO ticket_fts(ticket_fts, rowid, number, title, content)
        VALUES('delete', old.id, old.number, old.title, old.content);
    INSERT INTO ticket_fts(rowid, number, title, content) VALUES(new.id, new.number, new.title, new.content);
END;
)sql";

constexpr std::string_view kPutTicket =
    "INSERT INTO ticket_text(id, number, title, content) VALUES(?1, ?2, ?3, ?4) "
    "ON CONFLICT(id) DO UPDATE SET number=excluded.number, title=excluded.title, content=excluded.content";

const IndexTables& ticketTables() {
    static const IndexTables kTables{"ticket",
                                     3,
                                     kTicketSchema,
                                     {"ticket_text_added", "ticket_text_removed", "ticket_text_changed"},
                                     {"ticket_fts_terms", "ticket_fts"},
                                     {"ticket_fts"}};
    return kTables;
}

}  // namespace

TicketIndex::TicketIndex(sqlite::Database& database)
    : m_database(database), m_text(database, {"ticket_fts", "ticket_fts_terms", "ticket_frequent"}, {5.0, 2.0, 1.0}) {
    registerSearch(database);
    makeTables(database, ticketTables());
}

std::string TicketIndex::schemaSql() { return std::string(kTicketSchema); }

void TicketIndex::put(std::int64_t rowid, std::string_view number, std::string_view title, std::string_view content) {
    m_database.cached(kPutTicket).bindAll(rowid, number, title, content).run();
}

void TicketIndex::remove(std::int64_t rowid) {
    m_database.cached("DELETE FROM ticket_text WHERE id = ?1").bindAll(rowid).run();
}

void TicketIndex::refreshStatistics() { m_text.statistics().recount(); }

void TicketIndex::refreshStatisticsIfDue() {
    if (m_text.statistics().isRecountDue()) {
        m_text.statistics().recount();
    }
}

bool TicketIndex::isSound() { return areSound(m_database, ticketTables()); }

void TicketIndex::rebuild() {
    rebuildTables(m_database, ticketTables());
    m_text.statistics().recount();
}

void TicketIndex::optimize() { m_text.optimize(); }

std::vector<Hit> TicketIndex::search(std::string_view text, int limit, bool exact) const {
    const Dictionary none;
    const ParsedQuery query(text, none);
    if (query.empty() || limit <= 0) {
        return {};
    }
    const sqlite::ReadTransaction oneView(m_database);
    m_text.statistics().refresh();
    QueryPlan plan;
    TextSearch::Outcome found;
    const bool asItStands = exact || query.isShort();
    if (asItStands) {
        plan = exact ? planExact(query) : planPhrase(query, none, m_text.statistics());
        found = m_text.run(plan, static_cast<std::size_t>(limit));
    }
    if (!exact && found.matched < kEnoughTickets) {
        plan = planWords(query, none, m_text.statistics());
        found = m_text.run(plan, static_cast<std::size_t>(limit));
    }
    std::vector<Hit> hits;
    for (const Ranked& row : found.rows) {
        hits.push_back({row.rowid, row.score, reasonsFor(query, plan, row.matched, "text")});
    }
    return hits;
}

WordSet TicketIndex::wordsOf(std::string_view text, const Dictionary& dictionary) const {
    return {text, dictionary, m_text.statistics()};
}

std::vector<TicketIndex::Similar> TicketIndex::similar(std::string_view text, const Dictionary& dictionary,
                                                       std::size_t limit) const {
    const sqlite::ReadTransaction oneView(m_database);
    m_text.statistics().refresh();
    const WordSet words = wordsOf(text, dictionary);
    std::vector<Similar> alike;
    if (words.isVague()) {
        return alike;
    }
    const QueryPlan plan = planWords(ParsedQuery(text, dictionary), {}, m_text.statistics());
    for (const Ranked& row : m_text.run(plan, limit).rows) {
        sqlite::Statement& read = m_database.cached("SELECT title || char(10) || content FROM ticket_text WHERE id=?1");
        if (read.bindAll(row.rowid).step()) {
            WordSet::Shared shared = words.sharedWith(read.text(0));
            alike.push_back({row.rowid, shared.share, std::move(shared.words)});
        }
        read.reset();
    }
    std::stable_sort(alike.begin(), alike.end(), [](const Similar& a, const Similar& b) {
        return a.share != b.share ? a.share > b.share : a.rowid > b.rowid;
    });
    return alike;
}

}  // namespace zhida::search
