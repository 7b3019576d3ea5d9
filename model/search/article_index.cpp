// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/article_index.h"

#include "model/search/article_ranking.h"
#include "model/search/index_tables.h"
#include "model/search/registration.h"
#include "model/sqlite/transaction.h"

namespace zhida::search {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE IF NOT EXISTS kb_text(
    id INTEGER PRIMARY KEY,
    live INTEGER NOT NULL,
    region TEXT NOT NULL,
    unit TEXT NOT NULL,
    title TEXT NOT NULL,
    aliases TEXT NOT NULL,
    keywords TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE VIRTUAL TABLE IF NOT EXISTS kb_fts USING fts5(
    title, aliases, keywords, body, content='kb_text', content_rowid='id', tokenize='zhida_cjk');
CREATE VIRTUAL TABLE IF NOT EXISTS kb_py USING fts5(
    title, aliases, keywords, content='kb_text', content_rowid='id', tokenize='zhida_pinyin');
CREATE VIRTUAL TABLE IF NOT EXISTS kb_fts_terms USING fts5vocab('kb_fts', 'row');
CREATE VIRTUAL TABLE IF NOT EXISTS kb_py_terms USING fts5vocab('kb_py', 'row');
CREATE TABLE IF NOT EXISTS kb_frequent(term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS kb_text_added AFTER INSERT ON kb_text BEGIN
    INSERT INTO kb_fts(rowid, title, aliases, keywords, body) VALUES(new.id, new.title, new.aliases, new.keywords, new.body);
    INSERT INTO kb_py(rowid, title, aliases, keywords) VALUES(new.id, new.title, new.aliases, new.keywords);
END;
CREATE TRIGGER IF NOT EXISTS kb_text_removed AFTER DELETE ON kb_text BEGIN
    INSERT INTO kb_fts(kb_fts, rowid, title, aliases, keywords, body)
        VALUES('delete', old.id, old.title, old.aliases, old.keywords, old.body);
    INSERT INTO kb_py(kb_py, rowid, title, aliases, keywords)
        VALUES('delete', old.id, old.title, old.aliases, old.keywords);
END;
CREATE TRIGGER IF NOT EXISTS kb_text_changed AFTER UPDATE OF title, aliases, keywords, body ON kb_text
WHEN old.title <> new.title OR old.aliases <> new.aliases OR old.keywords <> new.keywords OR old.body <> new.body BEGIN
    INSERT INTO kb_fts(kb_fts, rowid, title, aliases, keywords, body)
        VALUES('delete', old.id, old.title, old.aliases, old.keywords, old.body);
    INSERT INTO kb_py(kb_py, rowid, title, aliases, keywords)
        VALUES('delete', old.id, old.title, old.aliases, old.keywords);
    INSERT INTO kb_fts(rowid, title, aliases, keywords, body) VALUES(new.id, new.title, new.aliases, new.keywords, new.body);
    INSERT INTO kb_py(rowid, title, aliases, keywords) VALUES(new.id, new.title, new.aliases, new.keywords);
END;
)sql";

constexpr std::string_view kPut =
    "INSERT INTO kb_text(id, live, region, unit, title, aliases, keywords, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, "
    "?8) "
    "ON CONFLICT(id) DO UPDATE SET live=excluded.live, region=excluded.region, unit=excluded.unit, "
    "title=excluded.title, "
    "aliases=excluded.aliases, keywords=excluded.keywords, body=excluded.body";

const IndexTables& articleTables() {
    static const IndexTables kTables{"kb",
                                     3,
                                     kSchema,
                                     {"kb_text_added", "kb_text_removed", "kb_text_changed"},
                                     {"kb_fts_terms", "kb_py_terms", "kb_fts", "kb_py"},
                                     {"kb_fts", "kb_py"}};
    return kTables;
}

}  // namespace

ArticleIndex::ArticleIndex(sqlite::Database& database)
    : m_database(database),
      m_text(database, {"kb_fts", "kb_fts_terms", "kb_frequent"}, {2.5, 2.5, 2.0, 1.0}),
      m_titles(database, {"kb_py", "kb_py_terms", ""}, {1.0, 0.9, 0.7}) {
    registerSearch(database);
    makeTables(database, articleTables());
}

std::string ArticleIndex::schemaSql() { return std::string(kSchema); }

void ArticleIndex::put(const ArticleText& a) {
    m_database.cached(kPut).bindAll(a.rowid, a.live, a.region, a.unit, a.title, a.aliases, a.keywords, a.body).run();
}

void ArticleIndex::remove(std::int64_t rowid) {
    m_database.cached("DELETE FROM kb_text WHERE id = ?1").bindAll(rowid).run();
}

void ArticleIndex::refreshStatistics() { m_text.statistics().recount(); }

void ArticleIndex::refreshStatisticsIfDue() {
    if (m_text.statistics().isRecountDue()) {
        m_text.statistics().recount();
    }
}

bool ArticleIndex::isSound() { return areSound(m_database, articleTables()); }

void ArticleIndex::rebuild() {
    rebuildTables(m_database, articleTables());
    m_text.statistics().recount();
}

void ArticleIndex::optimize() {
    m_text.optimize();
    m_titles.optimize();
}

std::vector<Hit> ArticleIndex::search(const ArticleQuery& query, const Dictionary& dictionary) const {
    const sqlite::ReadTransaction oneView(m_database);
    m_text.statistics().refresh();
    m_titles.statistics().refresh();
    return ArticleRanking(m_database, m_text, m_titles, query, dictionary).hits();
}

}  // namespace zhida::search
