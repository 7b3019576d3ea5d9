// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/correction_table.h"

namespace zhida::storage {

void CorrectionTable::make() {
    m_database.exec(
        "CREATE TABLE IF NOT EXISTS suggestion_correction(row INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
        " value TEXT NOT NULL, wanted INTEGER NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL,"
        " UNIQUE(kind, value, text))");
}

void CorrectionTable::put(const CorrectionRow& correction) {
    m_database
        .cached(
            "INSERT OR REPLACE INTO suggestion_correction(kind, value, wanted, text, at) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bindAll(std::string_view(correction.kind), std::string_view(correction.value), correction.wanted,
                 std::string_view(correction.text), correction.at)
        .run();
    m_database
        .cached("DELETE FROM suggestion_correction WHERE row <= (SELECT max(row) FROM suggestion_correction) - ?1")
        .bindAll(kMost)
        .run();
}

std::vector<CorrectionRow> CorrectionTable::all() const {
    std::vector<CorrectionRow> rows;
    sqlite::Statement& read =
        m_database.cached("SELECT kind, value, wanted, text, at FROM suggestion_correction ORDER BY row DESC");
    while (read.step()) {
        rows.push_back({std::string(read.text(0)), std::string(read.text(1)), read.integer(2) != 0,
                        std::string(read.text(3)), read.instant(4)});
    }
    return rows;
}

}  // namespace zhida::storage
