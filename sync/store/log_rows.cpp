// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/log_rows.h"

#include <algorithm>

namespace zhida::sync {
namespace {

using sqlite::Blob;

/// Resets a kept statement on every way out, so that no read stays open.
class Using {
public:
    explicit Using(sqlite::Statement& statement) : m_statement(statement) {}
    ~Using() { m_statement.reset(); }
    Using(const Using&) = delete;
    Using& operator=(const Using&) = delete;

private:
    sqlite::Statement& m_statement;
};

LogEntry readEntry(const sqlite::Statement& row, const ScopeNames& scopes) {
    LogEntry entry;
    entry.seq = static_cast<std::uint64_t>(row.integer(0));
    entry.isRecord = !row.isNull(1);
    if (entry.isRecord) {
        entry.kind = row.text(1);
        entry.key = row.blob(2);
    } else {
        entry.ticket = row.id<TicketId>(2);
    }
    entry.rev = static_cast<std::uint64_t>(row.integer(3));
    entry.command = row.id<CommandId>(4);
    entry.scopesBefore = scopes.unpack(row.blob(5));
    entry.scopesAfter = scopes.unpack(row.blob(6));
    entry.body = row.blob(7);
    return entry;
}

}  // namespace

LogRows::LogRows(sqlite::Database& database, const ScopeNames& scopes) : m_database(database), m_scopes(scopes) {
    reload();
}

void LogRows::reload() {
    auto last = m_database.prepare("SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1");
    const bool any = last.step();
    m_head = any ? static_cast<std::uint64_t>(last.integer(0)) : 0;
    m_chain = any ? std::string(last.blob(1)) : chainStart();
}

std::uint64_t LogRows::append(const NewEntry& entry) {
    const std::uint64_t seq = m_head + 1;
    std::string chain = nextChain(m_sha, m_chain, {seq, entry.kind, entry.subject, entry.body});
    auto& insert = m_database.cached(
        "INSERT INTO log (seq, kind, subject, rev, prev, command, before, after, body, chain)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    insert.bind(1, seq);
    entry.kind.empty() ? insert.bind(2, nullptr) : insert.bind(2, entry.kind);
    insert.bind(3, Blob{entry.subject});
    insert.bind(4, entry.rev);
    insert.bind(5, entry.prev);
    insert.bind(6, entry.command);
    insert.bind(7, Blob{entry.before});
    insert.bind(8, Blob{entry.after});
    insert.bind(9, Blob{entry.body});
    insert.bind(10, Blob{chain});
    insert.run();
    m_head = seq;
    m_chain = std::move(chain);
    return seq;
}

std::string LogRows::chainAt(std::uint64_t seq) {
    if (seq == 0) {
        return chainStart();
    }
    if (seq == m_head) {
        return m_chain;
    }
    auto& row = m_database.cached("SELECT chain FROM log WHERE seq = ?1");
    const Using guard(row);
    row.bind(1, seq);
    return row.step() ? std::string(row.blob(0)) : std::string();
}

std::vector<LogEntry> LogRows::after(std::uint64_t seq, std::size_t limit, std::size_t bytes) {
    std::vector<LogEntry> entries;
    auto& rows = m_database.cached(
        "SELECT seq, kind, subject, rev, command, before, after, body FROM log WHERE seq > ?1"
        " ORDER BY seq LIMIT ?2");
    const Using guard(rows);
    rows.bindAll(seq, limit);
    std::size_t taken = 0;
    while (taken < bytes && rows.step()) {
        entries.push_back(readEntry(rows, m_scopes));
        taken += entries.back().body.size();
    }
    return entries;
}

std::vector<std::string> LogRows::history(std::uint64_t last) {
    std::vector<std::string> bodies;
    auto& row = m_database.cached("SELECT prev, body FROM log WHERE seq = ?1");
    const Using guard(row);
    for (std::uint64_t seq = last; seq != 0;) {
        row.reset();
        row.bind(1, seq);
        if (!row.step()) {
            break;
        }
        // A link that does not lead back is damage; following it would never end.
        const auto previous = static_cast<std::uint64_t>(row.integer(0));
        bodies.emplace_back(row.blob(1));
        seq = previous < seq ? previous : 0;
    }
    std::reverse(bodies.begin(), bodies.end());
    return bodies;
}

std::string LogRows::tailOf(std::uint64_t seq, std::size_t length) {
    auto& row = m_database.cached("SELECT body FROM log WHERE seq = ?1");
    const Using guard(row);
    row.bind(1, seq);
    const std::string_view body = row.step() ? row.blob(0) : std::string_view{};
    return std::string(body.substr(body.size() - std::min(length, body.size())));
}

std::uint64_t LogRows::firstBroken(std::uint64_t from) {
    Sha256 sha;
    std::string chain = chainAt(from);
    auto rows = m_database.prepare("SELECT seq, kind, subject, body, chain FROM log WHERE seq > ?1 ORDER BY seq");
    rows.bind(1, from);
    for (std::uint64_t seq = from + 1; rows.step(); ++seq) {
        const auto found = static_cast<std::uint64_t>(rows.integer(0));
        chain = nextChain(sha, chain, {found, rows.text(1), rows.blob(2), rows.blob(3)});
        if (found != seq || chain != rows.blob(4)) {
            return found;
        }
    }
    return 0;
}

}  // namespace zhida::sync
