// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/meta_table.h"

#include <charconv>

namespace zhida::storage {

std::optional<std::string> MetaTable::get(std::string_view key) const {
    sqlite::Statement& find = m_database.cached("SELECT value FROM meta WHERE key=?1");
    if (!find.bindAll(key).step()) {
        return std::nullopt;
    }
    std::string value(find.blob(0));
    find.reset();
    return value;
}

void MetaTable::set(std::string_view key, std::string_view value) {
    m_database.cached("INSERT INTO meta VALUES(?1, ?2) ON CONFLICT DO UPDATE SET value=excluded.value")
        .bindAll(key, sqlite::Blob{value})
        .run();
}

void MetaTable::remove(std::string_view key) { m_database.cached("DELETE FROM meta WHERE key=?1").bindAll(key).run(); }

std::int64_t MetaTable::number(std::string_view key) const {
    const std::string text = get(key).value_or("0");
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void MetaTable::setNumber(std::string_view key, std::int64_t value) { set(key, std::to_string(value)); }

}  // namespace zhida::storage
