// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/record_table.h"

namespace zhida::storage {
namespace {

StoredRecord recordFrom(const sqlite::Statement& read) {
    return {read.integer(0), std::string(read.text(1)), std::string(read.text(2)), read.integer(3),
            std::string(read.blob(4))};
}

}  // namespace

RecordTable::RecordTable(sqlite::Database& database) : m_database(database) {}

std::int64_t RecordTable::nextStamp() {
    if (m_stamp < 0) {
        sqlite::Statement& read = m_database.cached("SELECT max(stamp) FROM record");
        m_stamp = read.step() ? read.integer(0) : 0;
        read.reset();
    }
    return ++m_stamp;
}

bool RecordTable::put(std::string_view kind, std::string_view key, std::string_view body) {
    sqlite::Statement& read = m_database.cached("SELECT row, generation, body FROM record WHERE kind=?1 AND key=?2");
    if (!read.bindAll(kind, key).step()) {
        if (body.empty()) {
            return false;
        }
        m_database.cached("INSERT INTO record(kind, key, stamp, generation, body) VALUES(?1, ?2, ?3, ?4, ?5)")
            .bindAll(kind, key, nextStamp(), m_generation, sqlite::Blob{body})
            .run();
        return true;
    }
    const std::int64_t row = read.integer(0);
    const bool same = read.blob(2) == body;
    const bool current = read.integer(1) == m_generation;
    read.reset();
    if (!same) {
        m_database.cached("UPDATE record SET stamp=?2, generation=?3, body=?4 WHERE row=?1")
            .bindAll(row, nextStamp(), m_generation, sqlite::Blob{body})
            .run();
    } else if (!current) {
        m_database.cached("UPDATE record SET generation=?2 WHERE row=?1").bindAll(row, m_generation).run();
    }
    return !same;
}

std::optional<std::string> RecordTable::get(std::string_view kind, std::string_view key) const {
    sqlite::Statement& read = m_database.cached("SELECT body FROM record WHERE kind=?1 AND key=?2 AND body<>x''");
    if (!read.bindAll(kind, key).step()) {
        return std::nullopt;
    }
    std::string body(read.blob(0));
    read.reset();
    return body;
}

std::optional<StoredRecord> RecordTable::row(std::int64_t row) const {
    sqlite::Statement& read = m_database.cached("SELECT row, kind, key, stamp, body FROM record WHERE row=?1");
    if (!read.bindAll(row).step()) {
        return std::nullopt;
    }
    StoredRecord found = recordFrom(read);
    read.reset();
    return found;
}

void RecordTable::each(std::string_view kind,
                       const std::function<void(std::string_view, std::string_view)>& visit) const {
    sqlite::Statement read =
        m_database.prepare("SELECT key, body FROM record WHERE kind=?1 AND body<>x'' ORDER BY key");
    read.bindAll(kind);
    while (read.step()) {
        visit(read.text(0), read.blob(1));
    }
}

void RecordTable::eachBeginning(std::string_view kind, std::string_view prefix,
                                const std::function<void(std::string_view, std::string_view)>& visit) const {
    sqlite::Statement read =
        m_database.prepare("SELECT key, body FROM record WHERE kind=?1 AND key>=?2 AND body<>x'' ORDER BY key");
    read.bindAll(kind, prefix);
    while (read.step() && read.text(0).starts_with(prefix)) {
        visit(read.text(0), read.blob(1));
    }
}

std::vector<StoredRecord> RecordTable::after(std::string_view kind, std::string_view key, std::size_t limit,
                                             std::size_t bytes) const {
    std::vector<StoredRecord> found;
    std::size_t size = 0;
    sqlite::Statement& read = m_database.cached(
        "SELECT row, kind, key, stamp, body FROM record WHERE (kind, key)>(?1, ?2) AND body<>x'' ORDER BY kind, key "
        "LIMIT ?3");
    read.bindAll(kind, key, limit);
    while (size < bytes && read.step()) {
        found.push_back(recordFrom(read));
        size += found.back().body.size();
    }
    read.reset();
    return found;
}

std::vector<StoredRecord> RecordTable::changedSince(std::string_view kind, std::int64_t stamp,
                                                    std::size_t limit) const {
    std::vector<StoredRecord> found;
    sqlite::Statement& read = m_database.cached(
        "SELECT row, kind, key, stamp, body FROM record WHERE kind=?1 AND stamp>?2 ORDER BY stamp LIMIT ?3");
    read.bindAll(kind, stamp, limit);
    while (read.step()) {
        found.push_back(recordFrom(read));
    }
    return found;
}

std::int64_t RecordTable::lastStamp(std::string_view kind) const {
    sqlite::Statement& read = m_database.cached("SELECT max(stamp) FROM record WHERE kind=?1");
    const std::int64_t stamp = read.bindAll(kind).step() ? read.integer(0) : 0;
    read.reset();
    return stamp;
}

bool RecordTable::dropOlderGenerations() {
    std::vector<std::int64_t> rows;
    sqlite::Statement& read = m_database.cached("SELECT row FROM record WHERE generation<>?1 AND body<>x''");
    read.bindAll(m_generation);
    while (read.step()) {
        rows.push_back(read.integer(0));
    }
    for (const std::int64_t row : rows) {
        m_database.cached("UPDATE record SET stamp=?2, body=x'' WHERE row=?1").bindAll(row, nextStamp()).run();
    }
    return !rows.empty();
}

}  // namespace zhida::storage
