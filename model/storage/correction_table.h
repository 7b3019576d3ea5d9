// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/sqlite/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zhida::storage {

/// "This one" or "not this", said of a suggestion for a text.
struct CorrectionRow {
    std::string kind;   ///< "category" "unit" "article"
    std::string value;  ///< code or key of what was suggested
    bool wanted = true;
    std::string text;
    Instant at;
    bool operator==(const CorrectionRow&) const = default;
};

/// The newest kMost corrections of this desk. The writer makes the table; changes in the caller's transaction.
class CorrectionTable {
public:
    explicit CorrectionTable(sqlite::Database& database) : m_database(database) {}

    void make();
    /// Takes the place of what was said of the same value for the same text.
    void put(const CorrectionRow& correction);
    /// The newest first.
    [[nodiscard]] std::vector<CorrectionRow> all() const;

    static constexpr std::int64_t kMost = 500;

private:
    sqlite::Database& m_database;
};

}  // namespace zhida::storage
