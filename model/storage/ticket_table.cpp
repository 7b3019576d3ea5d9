// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/ticket_table.h"

#include "model/storage/meta_table.h"
#include "model/wire/codec.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace zhida::storage {
namespace {

constexpr std::string_view kTextMark = "text.mark";
constexpr std::string_view kBulkMark = "bulk.mark";
constexpr std::int64_t kNoBulk = std::numeric_limits<std::int64_t>::max();
constexpr std::string_view kAddMembership = "INSERT INTO membership VALUES(?1, ?2, ?3, ?4)";
constexpr std::string_view kAddNumber = "INSERT INTO number_key VALUES(?1, ?2)";
constexpr std::string_view kAddPhone = "INSERT INTO phone_key VALUES(?1, ?2)";

domain::Ticket decoded(const sqlite::Database& database, std::string_view bytes) {
    Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(bytes);
    if (!ticket) {
        throw sqlite::Failure(SQLITE_CORRUPT, SQLITE_CORRUPT, database.path().string(),
                              "a stored ticket is unreadable");
    }
    return std::move(*ticket);
}

bool sameText(const domain::Ticket& a, const domain::Ticket& b) {
    return a.number == b.number && a.title == b.title && a.content == b.content;
}

}  // namespace

TicketTable::TicketTable(sqlite::Database& database, TicketPolicy policy)
    : m_database(database), m_policy(std::move(policy)) {
    loadMarks();
}

void TicketTable::put(const domain::Ticket& ticket, std::string_view bytes, bool pending) {
    if (!replace(ticket, bytes, pending)) {
        touch(ticket.id);
    }
}

void TicketTable::redraw(const domain::Ticket& ticket, std::string_view bytes, bool pending) {
    (void)replace(ticket, bytes, pending);
}

/// True: there was none before.
bool TicketTable::replace(const domain::Ticket& ticket, std::string_view bytes, bool pending) {
    const std::optional<Stored> stored = find(ticket.id, bytes, pending);
    if (!stored) {
        insert(ticket, bytes, pending);
    } else if (!stored->same) {
        update(stored->row, stored->ticket, ticket, bytes, pending);
    }
    return !stored;
}

bool TicketTable::erase(const TicketId& id) {
    const std::optional<Stored> stored = find(id, {}, false);
    if (!stored) {
        return false;
    }
    replaceFacts(stored->row, &stored->ticket, nullptr);
    textChanged(stored->row);
    m_database.cached("DELETE FROM ticket WHERE row=?1").bindAll(stored->row).run();
    return true;
}

std::optional<domain::Ticket> TicketTable::get(const TicketId& id) const {
    const std::optional<std::string> stored = bytes(id);
    return stored ? std::optional(decoded(m_database, *stored)) : std::nullopt;
}

std::optional<std::string> TicketTable::bytes(const TicketId& id) const {
    sqlite::Statement& read = m_database.cached("SELECT bytes FROM ticket WHERE id=?1");
    if (!read.bindAll(id).step()) {
        return std::nullopt;
    }
    std::string found(read.blob(0));
    read.reset();
    return found;
}

std::uint64_t TicketTable::rev(const TicketId& id) const {
    sqlite::Statement& read = m_database.cached("SELECT rev FROM ticket WHERE id=?1");
    const std::int64_t found = read.bindAll(id).step() ? read.integer(0) : 0;
    read.reset();
    return static_cast<std::uint64_t>(found);
}

bool TicketTable::empty() const {
    sqlite::Statement& any = m_database.cached("SELECT 1 FROM ticket LIMIT 1");
    const bool none = !any.step();
    any.reset();
    return none;
}

std::optional<TicketTable::Stored> TicketTable::find(const TicketId& id, std::string_view bytes, bool pending) {
    sqlite::Statement& read = m_database.cached("SELECT row, pending, bytes FROM ticket WHERE id=?1");
    if (!read.bindAll(id).step()) {
        return std::nullopt;
    }
    Stored stored;
    stored.row = read.integer(0);
    stored.same = (read.integer(1) != 0) == pending && read.blob(2) == bytes;
    if (!stored.same) {
        stored.ticket = decoded(m_database, read.blob(2));
    }
    read.reset();
    return stored;
}

void TicketTable::insert(const domain::Ticket& ticket, std::string_view bytes, bool pending) {
    sqlite::Statement& add = m_database.cached(
        "INSERT INTO ticket(rev, pending, state, appeal, urgency, secret, redo, created_at, due, "
        "claim_until, "
        "claimed_by, unit, region, number, title, bytes, id, generation) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)");
    bindColumns(add, ticket, bytes, pending);
    add.bind(17, ticket.id);
    add.bind(18, m_generation);
    add.run();
    const std::int64_t row = m_database.lastInsertRowid();
    replaceFacts(row, nullptr, &ticket);
    textChanged(row);
}

void TicketTable::update(std::int64_t row, const domain::Ticket& before, const domain::Ticket& ticket,
                         std::string_view bytes, bool pending) {
    sqlite::Statement& write = m_database.cached(
        "UPDATE ticket SET rev=?1, pending=?2, state=?3, appeal=?4, urgency=?5, secret=?6, redo=?7, "
        "created_at=?8, due=?9, claim_until=?10, claimed_by=?11, unit=?12, region=?13, number=?14, title=?15, "
        "bytes=?16 WHERE row=?17");
    bindColumns(write, ticket, bytes, pending);
    write.bind(17, row);
    write.run();
    replaceFacts(row, &before, &ticket);
    if (!sameText(before, ticket)) {
        textChanged(row);
    }
}

void TicketTable::bindColumns(sqlite::Statement& statement, const domain::Ticket& ticket, std::string_view bytes,
                              bool pending) {
    const bool claimed = ticket.claim.has_value();
    statement.bindAll(ticket.rev, pending ? 1 : 0, static_cast<int>(ticket.state), static_cast<int>(ticket.appealType),
                      static_cast<int>(ticket.urgency), ticket.secret ? 1 : 0, ticket.redoCount, ticket.createdAt,
                      ticket.due, claimed ? std::optional(ticket.claim->until) : std::nullopt,
                      claimed ? ticket.claim->user : UserCode(), domain::responsibleUnit(ticket), ticket.region,
                      std::string_view(ticket.number), std::string_view(ticket.title), sqlite::Blob{bytes});
}

/// nullptr: there was, or is, none.
void TicketTable::replaceFacts(std::int64_t row, const domain::Ticket* before, const domain::Ticket* after) {
    if (row > m_bulkMark) {
        m_deferred.erase(row);
        if (after != nullptr) {
            m_deferred.emplace(row, factsOf(*after, m_policy));
        }
        return;
    }
    const TicketFacts was = before == nullptr ? TicketFacts() : factsOf(*before, m_policy);
    const TicketFacts is = after == nullptr ? TicketFacts() : factsOf(*after, m_policy);
    change(row, was, is);
    count(was, -1);
    count(is, 1);
}

void TicketTable::change(std::int64_t row, const TicketFacts& before, const TicketFacts& after) {
    if (before.memberships != after.memberships) {
        changeMemberships(row, before.memberships, after.memberships);
    }
    changeKeys(row, before, after);
}

void TicketTable::changeMemberships(std::int64_t row, const std::vector<Membership>& before,
                                    const std::vector<Membership>& after) {
    const auto has = [](const std::vector<Membership>& list, const Membership& each) {
        return std::find(list.begin(), list.end(), each) != list.end();
    };
    for (const Membership& each : before) {
        if (!has(after, each)) {
            m_database.cached("DELETE FROM membership WHERE list=?1 AND sort=?2 AND ticket=?3")
                .bindAll(each.list, each.sort, row)
                .run();
        }
    }
    for (const Membership& each : after) {
        if (!has(before, each)) {
            m_database.cached(kAddMembership).bindAll(each.list, each.sort, row, each.facets).run();
        }
    }
}

void TicketTable::changeKeys(std::int64_t row, const TicketFacts& before, const TicketFacts& after) {
    if (before.numberKey != after.numberKey) {
        if (!before.numberKey.empty()) {
            m_database.cached("DELETE FROM number_key WHERE reversed=?1 AND ticket=?2")
                .bindAll(std::string_view(before.numberKey), row)
                .run();
        }
        if (!after.numberKey.empty()) {
            m_database.cached(kAddNumber).bindAll(std::string_view(after.numberKey), row).run();
        }
    }
    if (before.phoneKeys == after.phoneKeys) {
        return;
    }
    for (const std::int64_t tail : before.phoneKeys) {
        m_database.cached("DELETE FROM phone_key WHERE tail=?1 AND ticket=?2").bindAll(tail, row).run();
    }
    for (const std::int64_t tail : after.phoneKeys) {
        m_database.cached(kAddPhone).bindAll(tail, row).run();
    }
}

void TicketTable::count(const TicketFacts& facts, std::int64_t step) {
    for (const auto& key : facts.lists) {
        m_lists[key] += step;
    }
    for (const auto& key : facts.days) {
        m_days[key] += step;
    }
}

void TicketTable::textChanged(std::int64_t row) {
    if (row <= m_textMark) {
        m_database.cached("INSERT OR IGNORE INTO text_dirty VALUES(?1)").bindAll(row).run();
    }
}

void TicketTable::addTo(const char* sql, Tally& tally) {
    for (const auto& [key, n] : tally) {
        if (n != 0) {
            m_database.cached(sql).bindAll(key.first, key.second, n).run();
        }
    }
    tally.clear();
}

void TicketTable::flush() {
    addTo("INSERT INTO list_count VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET n=n+excluded.n", m_lists);
    addTo("INSERT INTO day_count VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET n=n+excluded.n", m_days);
}

void TicketTable::discard() noexcept {
    m_lists.clear();
    m_days.clear();
    m_deferred.clear();
    try {
        loadMarks();
    } catch (const sqlite::Failure&) {
        m_textMark = kNoBulk;  // too much is indexed again, nothing is forgotten
    }
}

void TicketTable::loadMarks() {
    const MetaTable meta(m_database);
    m_textMark = meta.number(kTextMark);
    m_bulkMark = meta.get(kBulkMark) ? meta.number(kBulkMark) : kNoBulk;
}

bool TicketTable::inBulk() const { return m_bulkMark != kNoBulk; }

void TicketTable::beginBulk() {
    if (inBulk()) {
        return;
    }
    sqlite::Statement& last = m_database.cached("SELECT max(row) FROM ticket");
    m_bulkMark = last.step() ? last.integer(0) : 0;
    last.reset();
    MetaTable(m_database).setNumber(kBulkMark, m_bulkMark);
}

void TicketTable::endBulk() {
    if (!inBulk()) {
        return;
    }
    deferWhatIsMissing();
    insertDeferred();
    m_deferred.clear();
    m_bulkMark = kNoBulk;
    MetaTable(m_database).remove(kBulkMark);
}

/// After a restart or a rollback the facts are made again from the rows.
void TicketTable::deferWhatIsMissing() {
    sqlite::Statement count = m_database.prepare("SELECT count(*) FROM ticket WHERE row>?1");
    count.bindAll(m_bulkMark).step();
    if (static_cast<std::size_t>(count.integer(0)) == m_deferred.size()) {
        return;
    }
    sqlite::Statement read = m_database.prepare("SELECT row, bytes FROM ticket WHERE row>?1");
    read.bindAll(m_bulkMark);
    while (read.step()) {
        m_deferred.insert_or_assign(read.integer(0), factsOf(decoded(m_database, read.blob(1)), m_policy));
    }
}

/// Each table in the order of its key: pages are filled one after the other.
void TicketTable::insertDeferred() {
    std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>> memberships;
    std::vector<std::pair<std::string_view, std::int64_t>> numbers;
    std::vector<std::pair<std::int64_t, std::int64_t>> phones;
    for (const auto& [row, facts] : m_deferred) {
        count(facts, 1);
        for (const Membership& each : facts.memberships) {
            memberships.emplace_back(each.list, each.sort, row, each.facets);
        }
        for (const std::int64_t tail : facts.phoneKeys) {
            phones.emplace_back(tail, row);
        }
        if (!facts.numberKey.empty()) {
            numbers.emplace_back(facts.numberKey, row);
        }
    }
    std::sort(memberships.begin(), memberships.end());
    for (const auto& [list, sort, row, facets] : memberships) {
        m_database.cached(kAddMembership).bindAll(list, sort, row, facets).run();
    }
    std::sort(numbers.begin(), numbers.end());
    for (const auto& [key, row] : numbers) {
        m_database.cached(kAddNumber).bindAll(key, row).run();
    }
    std::sort(phones.begin(), phones.end());
    for (const auto& [tail, row] : phones) {
        m_database.cached(kAddPhone).bindAll(tail, row).run();
    }
}

void TicketTable::touch(const TicketId& id) {
    m_database.cached("UPDATE ticket SET generation=?1 WHERE id=?2 AND generation<>?1").bindAll(m_generation, id).run();
}

bool TicketTable::isCurrent(const TicketId& id) const {
    sqlite::Statement& read = m_database.cached("SELECT 1 FROM ticket WHERE generation=?1 AND id=?2");
    const bool found = read.bindAll(m_generation, id).step();
    read.reset();
    return found;
}

std::vector<TicketId> TicketTable::ofOlderGeneration(std::size_t limit) const {
    std::vector<TicketId> found;
    sqlite::Statement& read = m_database.cached("SELECT id FROM ticket WHERE generation<>?1 LIMIT ?2");
    read.bindAll(m_generation, limit);
    while (read.step()) {
        found.push_back(read.id<TicketId>(0));
    }
    return found;
}

void TicketTable::rebuildQueues(const QueueOwner& owner) {
    endBulk();
    flush();
    m_policy.owner = owner;
    m_database.exec("DELETE FROM membership; DELETE FROM list_count; DELETE FROM day_count");
    sqlite::Statement all = m_database.prepare("SELECT row, bytes FROM ticket");
    while (all.step()) {
        const TicketFacts facts = factsOf(decoded(m_database, all.blob(1)), m_policy);
        changeMemberships(all.integer(0), {}, facts.memberships);
        count(facts, 1);
    }
    flush();
}

void TicketTable::setTextMark(std::int64_t row) {
    MetaTable(m_database).setNumber(kTextMark, row);
    m_textMark = row;
}

}  // namespace zhida::storage
