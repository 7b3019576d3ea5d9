// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"
#include "model/storage/ticket_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zhida::storage {

/// The tickets as they are shown, and everything that is kept beside them: queues, counts, keys for finding.
/// All calls are inside a transaction of the caller. put and erase gather counts in memory: call flush() before the commit,
/// discard() after a rollback. Thread: that of the connection.
class TicketTable {
public:
    TicketTable(sqlite::Database& database, TicketPolicy policy);

    /// Adds or replaces. `bytes` are the wire bytes of `ticket`. Only what has changed is touched.
    void put(const domain::Ticket& ticket, std::string_view bytes, bool pending = false);
    /// As put, of a ticket that we have changed ourselves: says nothing about whether a fill has brought it.
    void redraw(const domain::Ticket& ticket, std::string_view bytes, bool pending);
    /// False when there is none.
    bool erase(const TicketId& id);

    [[nodiscard]] std::optional<domain::Ticket> get(const TicketId& id) const;
    [[nodiscard]] std::optional<std::string> bytes(const TicketId& id) const;
    /// 0 when there is none.
    [[nodiscard]] std::uint64_t rev(const TicketId& id) const;
    [[nodiscard]] bool empty() const;

    void flush();
    void discard() noexcept;

    /// What put writes down as the row's generation, for fills (see erase of what a fill did not bring).
    void setGeneration(std::int64_t generation) { m_generation = generation; }
    /// The ticket has been seen in this generation, whatever its row says.
    void touch(const TicketId& id);
    [[nodiscard]] bool isCurrent(const TicketId& id) const;
    [[nodiscard]] std::vector<TicketId> ofOlderGeneration(std::size_t limit) const;

    /// A bulk load: from now on new rows wait for their queues, counts and keys until endBulk() brings those of all of them in
    /// order of each table, which writes a fraction of the pages. Until then only get, bytes and rev know these rows.
    /// Survives a restart. A second call changes nothing.
    void beginBulk();
    /// Nothing to do outside a bulk load.
    void endBulk();
    [[nodiscard]] bool inBulk() const;
    /// Rows that wait for endBulk(), as far as they came since the file was opened.
    [[nodiscard]] std::size_t bulkSize() const { return m_deferred.size(); }

    /// Makes the queues of another user or unit out of all tickets. Flushes.
    void rebuildQueues(const QueueOwner& owner);
    /// Whose queues the file holds, when that was rolled back.
    void setOwner(const QueueOwner& owner) { m_policy.owner = owner; }
    [[nodiscard]] const QueueOwner& owner() const { return m_policy.owner; }

    /// Rows up to here are in the text index or in text_dirty. Set by TicketText.
    [[nodiscard]] std::int64_t textMark() const { return m_textMark; }
    void setTextMark(std::int64_t row);

private:
    struct Stored {
        std::int64_t row = 0;
        domain::Ticket ticket;
        bool same = false;  ///< bytes and pending are what they were to become
    };
    std::optional<Stored> find(const TicketId& id, std::string_view bytes, bool pending);
    bool replace(const domain::Ticket& ticket, std::string_view bytes, bool pending);
    void insert(const domain::Ticket& ticket, std::string_view bytes, bool pending);
    void update(std::int64_t row, const domain::Ticket& before, const domain::Ticket& ticket, std::string_view bytes,
                bool pending);
    void bindColumns(sqlite::Statement& statement, const domain::Ticket& ticket, std::string_view bytes, bool pending);
    void replaceFacts(std::int64_t row, const domain::Ticket* before, const domain::Ticket* after);
    void change(std::int64_t row, const TicketFacts& before, const TicketFacts& after);
    void loadMarks();
    void deferWhatIsMissing();
    void insertDeferred();
    void changeMemberships(std::int64_t row, const std::vector<Membership>& before,
                           const std::vector<Membership>& after);
    void changeKeys(std::int64_t row, const TicketFacts& before, const TicketFacts& after);
    void count(const TicketFacts& facts, std::int64_t step);
    void textChanged(std::int64_t row);
    void addTo(const char* sql, Tally& tally);

    sqlite::Database& m_database;
    TicketPolicy m_policy;
    std::int64_t m_generation = 0;
    std::int64_t m_textMark = 0;
    std::int64_t m_bulkMark = 0;  ///< rows beyond it have no facts in the other tables yet
    std::unordered_map<std::int64_t, TicketFacts> m_deferred;
    Tally m_lists;
    Tally m_days;
};

}  // namespace zhida::storage
