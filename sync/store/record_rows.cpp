// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/record_rows.h"

namespace zhida::sync {

using sqlite::Blob;

std::uint64_t RecordRows::put(std::string_view kind, std::string_view key, std::string_view body) {
    const std::optional<std::string> before = get(kind, key);
    if (before ? *before == body : body.empty()) {
        return 0;
    }
    NewEntry entry;
    entry.kind = kind;
    entry.subject = key;
    entry.body = body;
    const std::uint64_t seq = m_log.append(entry);
    if (body.empty()) {
        m_database.cached("DELETE FROM record WHERE kind = ?1 AND key = ?2").bindAll(kind, key).run();
        return seq;
    }
    m_database
        .cached(
            "INSERT INTO record (kind, key, seq, body) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (kind, key) DO UPDATE SET seq = excluded.seq, body = excluded.body")
        .bindAll(kind, key, seq, Blob{body})
        .run();
    return seq;
}

std::optional<std::string> RecordRows::get(std::string_view kind, std::string_view key) {
    auto& row = m_database.cached("SELECT body FROM record WHERE kind = ?1 AND key = ?2");
    row.bindAll(kind, key);
    std::optional<std::string> body;
    if (row.step()) {
        body = std::string(row.blob(0));
    }
    row.reset();
    return body;
}

std::vector<RecordRow> RecordRows::after(const RecordRow& after, std::size_t limit, std::size_t bytes) {
    std::vector<RecordRow> page;
    std::size_t taken = 0;
    auto& rows = m_database.cached(
        "SELECT kind, key, body FROM record WHERE (kind, key) > (?1, ?2)"
        " ORDER BY kind, key LIMIT ?3");
    rows.bindAll(after.kind, after.key, limit);
    while (taken < bytes && rows.step()) {
        page.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.blob(2))});
        taken += page.back().body.size();
    }
    rows.reset();
    return page;
}

}  // namespace zhida::sync
