// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/draft_table.h"

namespace zhida::storage {

void DraftTable::put(const DraftRow& draft) {
    m_database.cached("INSERT OR REPLACE INTO draft VALUES(?1, ?2, ?3, ?4)")
        .bindAll(std::string_view(draft.key), std::string_view(draft.form), std::string_view(draft.fields),
                 draft.savedAt)
        .run();
}

void DraftTable::remove(std::string_view key) {
    m_database.cached("DELETE FROM draft WHERE key=?1").bindAll(key).run();
}

std::vector<DraftRow> DraftTable::all() const {
    std::vector<DraftRow> drafts;
    sqlite::Statement& read =
        m_database.cached("SELECT key, form, fields, saved_at FROM draft ORDER BY saved_at DESC, key");
    while (read.step()) {
        drafts.push_back(
            {std::string(read.text(0)), std::string(read.text(1)), std::string(read.text(2)), read.instant(3)});
    }
    return drafts;
}

}  // namespace zhida::storage
