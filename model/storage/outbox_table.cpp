// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/outbox_table.h"

#include <nlohmann/json.hpp>

#include <set>

namespace zhida::storage {
namespace {

std::string textOf(const Error& error) {
    nlohmann::json args = nlohmann::json::array();
    for (const auto& [name, value] : error.args) {
        args.push_back({name, value});
    }
    return nlohmann::json{{"code", error.code}, {"args", args}}.dump(-1, ' ', false,
                                                                     nlohmann::json::error_handler_t::replace);
}

Error errorFrom(std::string_view text) {
    Error error;
    if (text.empty()) {
        return error;
    }
    const nlohmann::json stored = nlohmann::json::parse(text);
    error.code = stored.at("code").get<std::string>();
    for (const auto& each : stored.at("args")) {
        error.args.emplace_back(each.at(0).get<std::string>(), each.at(1).get<std::string>());
    }
    return error;
}

constexpr std::string_view kSelect =
    "SELECT seq, command, ticket, state, landed, accepted_seq, refusal, created_at, bytes,"
    " record_kind, rest_until, sent, batch FROM outbox ";

std::vector<OutboxRow> rowsOf(sqlite::Statement& read) {
    std::vector<OutboxRow> rows;
    while (read.step()) {
        OutboxRow row;
        row.seq = static_cast<std::uint64_t>(read.integer(0));
        row.command = read.id<CommandId>(1);
        row.ticket = read.id<TicketId>(2);
        row.state = static_cast<OutboxState>(read.integer(3));
        row.landed = read.integer(4) != 0;
        row.acceptedSeq = static_cast<std::uint64_t>(read.integer(5));
        row.refusal = errorFrom(read.text(6));
        row.createdAt = read.instant(7);
        row.bytes = read.blob(8);
        row.recordKind = read.text(9);
        row.ticket = row.aboutRecord() ? TicketId{} : row.ticket;
        row.restUntil = read.isNull(10) ? std::nullopt : std::optional(read.instant(10));
        row.sent = read.integer(11) != 0;
        row.batch = Uuid::fromRaw(read.blob(12)).value_or(Uuid{});
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TicketId> ticketsOf(sqlite::Statement& read) {
    std::vector<TicketId> tickets;
    while (read.step()) {
        tickets.push_back(read.id<TicketId>(0));
    }
    return tickets;
}

std::optional<Instant> instantOf(sqlite::Statement& read) {
    const bool found = read.step() && !read.isNull(0);
    const auto at = found ? std::optional(read.instant(0)) : std::nullopt;
    read.reset();
    return at;
}

std::size_t numberOf(sqlite::Statement& read) {
    const std::int64_t n = read.step() ? read.integer(0) : 0;
    read.reset();
    return static_cast<std::size_t>(n);
}

}  // namespace

std::uint64_t OutboxTable::add(const CommandId& command, const TicketId& ticket, Instant at, std::string_view bytes,
                               const OutboxWait& wait) {
    sqlite::Statement& insert = m_database.cached(
        "INSERT INTO outbox(command, ticket, state, landed, created_at, bytes, rest_until, sent, batch)"
        " VALUES(?1, ?2, 0, 0, ?3, ?4, ?5, ?6, ?7)");
    insert.bindAll(command, ticket, at, sqlite::Blob{bytes}, wait.restUntil, wait.sent);
    wait.batch.isNull() ? insert.bind(7, nullptr) : insert.bind(7, sqlite::Blob{wait.batch.raw()});
    insert.run();
    return static_cast<std::uint64_t>(m_database.lastInsertRowid());
}

std::uint64_t OutboxTable::lastSeq() const {
    return numberOf(m_database.cached("SELECT seq FROM sqlite_sequence WHERE name='outbox'"));
}

std::vector<TicketId> OutboxTable::ticketsAfter(std::uint64_t seq) const {
    return ticketsOf(
        m_database.cached("SELECT DISTINCT ticket FROM outbox WHERE seq>?1 AND state<2 AND record_kind IS NULL")
            .bindAll(seq));
}

/// Commands of tickets are found by their ticket: the id of this one is no ticket's. It never rests and counts as sent.
std::uint64_t OutboxTable::addForRecord(const CommandId& command, std::string_view kind, Instant at,
                                        std::string_view bytes) {
    m_database
        .cached(
            "INSERT INTO outbox(command, ticket, state, landed, created_at, bytes, record_kind)"
            " VALUES(?1, ?1, 0, 0, ?2, ?3, ?4)")
        .bindAll(command, at, sqlite::Blob{bytes}, kind)
        .run();
    return static_cast<std::uint64_t>(m_database.lastInsertRowid());
}

std::vector<OutboxRow> OutboxTable::select(std::string_view where,
                                           const std::function<void(sqlite::Statement&)>& bind) const {
    sqlite::Statement& read = m_database.cached(std::string(kSelect).append(where));
    bind(read);
    return rowsOf(read);
}

std::optional<OutboxRow> OutboxTable::find(const CommandId& command) const {
    auto rows = select("WHERE command=?1", [&](sqlite::Statement& read) { read.bindAll(command); });
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

std::vector<OutboxRow> OutboxTable::unanswered(std::uint64_t after, std::size_t limit) const {
    return select("WHERE seq>?1 AND state=0 AND rest_until IS NULL ORDER BY seq LIMIT ?2",
                  [&](sqlite::Statement& read) { read.bindAll(after, limit); });
}

std::vector<OutboxRow> OutboxTable::ofTicket(const TicketId& ticket) const {
    return select("WHERE ticket=?1 AND state<2 ORDER BY seq", [&](sqlite::Statement& read) { read.bindAll(ticket); });
}

std::vector<OutboxRow> OutboxTable::ofBatch(const Uuid& batch) const {
    return select("WHERE batch=?1 AND state<>2 ORDER BY seq DESC",
                  [&](sqlite::Statement& read) { read.bind(1, sqlite::Blob{batch.raw()}); });
}

std::optional<OutboxRow> OutboxTable::lastOf(const TicketId& ticket) const {
    auto rows = select("WHERE ticket=?1 AND state<>2 ORDER BY seq DESC LIMIT 1",
                       [&](sqlite::Statement& read) { read.bindAll(ticket); });
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

std::vector<OutboxRow> OutboxTable::ofRecords() const {
    return select("WHERE state<2 AND record_kind IS NOT NULL ORDER BY seq", [](sqlite::Statement&) {});
}

std::vector<OutboxRow> OutboxTable::all() const {
    return select("WHERE state<3 ORDER BY seq", [](sqlite::Statement&) {});
}

std::optional<Instant> OutboxTable::restOf(const TicketId& ticket) const {
    return instantOf(
        m_database.cached("SELECT max(rest_until) FROM outbox WHERE ticket=?1 AND state=0").bindAll(ticket));
}

/// A command of the future was made before the clock was set back.
std::optional<Instant> OutboxTable::nextRelease(Instant now) const {
    return instantOf(m_database
                         .cached("SELECT min(CASE WHEN created_at>?1 THEN ?1 ELSE rest_until END) FROM outbox"
                                 " WHERE rest_until IS NOT NULL")
                         .bindAll(now));
}

/// What rests on one ticket rests no shorter than what is before it: in order of seq nothing overtakes.
bool OutboxTable::release(std::optional<Instant> now) {
    const std::vector<OutboxRow> resting =
        select("WHERE rest_until IS NOT NULL ORDER BY seq", [](sqlite::Statement&) {});
    std::set<TicketId> ofTheFuture;
    for (const OutboxRow& row : resting) {
        if (now && row.createdAt > *now) {
            ofTheFuture.insert(row.ticket);
        }
    }
    bool any = false;
    for (const OutboxRow& row : resting) {
        if (now && *row.restUntil > *now && !ofTheFuture.contains(row.ticket)) {
            continue;
        }
        m_database
            .cached(
                "UPDATE outbox SET rest_until=NULL, seq=(SELECT seq+1 FROM sqlite_sequence WHERE name='outbox')"
                " WHERE seq=?1")
            .bindAll(row.seq)
            .run();
        m_database.cached("UPDATE sqlite_sequence SET seq=seq+1 WHERE name='outbox'").run();
        any = true;
    }
    return any;
}

void OutboxTable::markSent(std::uint64_t first, std::uint64_t last) {
    m_database.cached("UPDATE outbox SET sent=1 WHERE seq BETWEEN ?1 AND ?2 AND state=0 AND rest_until IS NULL")
        .bindAll(first, last)
        .run();
}

std::size_t OutboxTable::unansweredCount() const {
    return numberOf(m_database.cached("SELECT count(*) FROM outbox WHERE state=0"));
}

std::size_t OutboxTable::refusedCount() const {
    return numberOf(m_database.cached("SELECT count(*) FROM outbox WHERE state=2"));
}

bool OutboxTable::land(const CommandId& command) {
    m_database.cached("UPDATE outbox SET landed=1 WHERE command=?1 AND state<2").bindAll(command).run();
    return m_database.changes() != 0;
}

void OutboxTable::accept(const CommandId& command, std::uint64_t seq) {
    m_database.cached("UPDATE outbox SET state=1, accepted_seq=?2 WHERE command=?1").bindAll(command, seq).run();
}

void OutboxTable::refuse(const CommandId& command, const Error& refusal) {
    const std::string text = textOf(refusal);
    m_database.cached("UPDATE outbox SET state=2, refusal=?2 WHERE command=?1")
        .bindAll(command, std::string_view(text))
        .run();
}

void OutboxTable::remove(const CommandId& command) {
    m_database.cached("DELETE FROM outbox WHERE command=?1").bindAll(command).run();
}

void OutboxTable::landAccepted(const TicketId& ticket) {
    m_database.cached("UPDATE outbox SET landed=1 WHERE ticket=?1 AND state=1").bindAll(ticket).run();
}

std::vector<Settled> OutboxTable::settle(std::uint64_t seq) {
    std::vector<Settled> settled;
    sqlite::Statement& read = m_database.cached(
        "SELECT DISTINCT iif(record_kind IS NULL, ticket, NULL), record_kind FROM outbox"
        " WHERE state=1 AND accepted_seq<=?1");
    read.bindAll(seq);
    while (read.step()) {
        settled.push_back({read.id<TicketId>(0), std::string(read.text(1))});
    }
    read.reset();
    if (!settled.empty()) {
        m_database.cached("UPDATE outbox SET state=3, landed=1 WHERE state=1 AND accepted_seq<=?1").bindAll(seq).run();
    }
    return settled;
}

void OutboxTable::forgetSettled(Instant then) {
    m_database
        .cached(
            "DELETE FROM outbox WHERE created_at<?1 AND seq IN"
            " (SELECT seq FROM outbox WHERE state=3 ORDER BY seq LIMIT 8)")
        .bindAll(then)
        .run();
}

bool OutboxTable::askAgain() {
    m_database.cached("UPDATE outbox SET state=0, accepted_seq=NULL WHERE state=1").run();
    return m_database.changes() != 0;
}

void OutboxTable::offerAgain() {
    m_database.cached("UPDATE outbox SET state=0, accepted_seq=NULL WHERE state=1 OR state=3").run();
}

}  // namespace zhida::storage
