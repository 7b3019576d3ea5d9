// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"
#include "sync/server/server_store.h"
#include "sync/store/chain.h"
#include "sync/store/scope_names.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::sync {

/// An entry as it is written: everything already packed.
struct NewEntry {
    std::string_view kind;     ///< empty for an event
    std::string_view subject;  ///< ticket id (16 bytes) or key
    std::uint64_t rev = 0;
    std::uint64_t prev = 0;  ///< seq of the same ticket's event before
    CommandId command;
    std::string_view before;
    std::string_view after;
    std::string_view body;
};

/// The log with its chain. Head and hash are in memory; after a rollback call reload().
class LogRows {
public:
    LogRows(sqlite::Database& database, const ScopeNames& scopes);

    [[nodiscard]] std::uint64_t head() const { return m_head; }
    std::uint64_t append(const NewEntry& entry);
    [[nodiscard]] std::string chainAt(std::uint64_t seq);
    [[nodiscard]] std::vector<LogEntry> after(std::uint64_t seq, std::size_t limit, std::size_t bytes);
    /// Bodies of the ticket's events from `last` back to the first, oldest first.
    [[nodiscard]] std::vector<std::string> history(std::uint64_t last);
    /// The last `length` bytes of an entry's body.
    [[nodiscard]] std::string tailOf(std::uint64_t seq, std::size_t length);
    /// The first entry after `from` whose hash is not that of its content and its predecessor; 0: all are sound.
    [[nodiscard]] std::uint64_t firstBroken(std::uint64_t from);
    void reload();

private:
    sqlite::Database& m_database;
    const ScopeNames& m_scopes;
    Sha256 m_sha;
    std::uint64_t m_head = 0;
    std::string m_chain;
};

}  // namespace zhida::sync
