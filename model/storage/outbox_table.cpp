// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/outbox_table.h"

#include <nlohmann/json.hpp>

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

std::size_t numberOf(sqlite::Statement& read) {
    const std::int64_t n = read.step() ? read.integer(0) : 0;
    read.reset();
    return static_cast<std::size_t>(n);
}

}  // namespace

std::uint64_t OutboxTable::add(const CommandId& command, const TicketId& ticket, Instant at, std::string_view bytes) {
    m_database
        .cached("INSERT INTO outbox(command, ticket, state, landed, created_at, bytes) VALUES(?1, ?2, 0, 0, ?3, ?4)")
        .bindAll(command, ticket, at, sqlite::Blob{bytes})
        .run();
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

/// Commands of tickets are found by their ticket: the id of this one is no ticket's.
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

std::optional<OutboxRow> OutboxTable::find(const CommandId& command) const {
    std::vector<OutboxRow> rows = rowsOf(m_database.cached("SELECT * FROM outbox WHERE command=?1").bindAll(command));
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

std::vector<OutboxRow> OutboxTable::unanswered(std::uint64_t after, std::size_t limit) const {
    return rowsOf(
        m_database.cached("SELECT * FROM outbox WHERE seq>?1 AND state=0 ORDER BY seq LIMIT ?2").bindAll(after, limit));
}

std::vector<OutboxRow> OutboxTable::ofTicket(const TicketId& ticket) const {
    return rowsOf(m_database.cached("SELECT * FROM outbox WHERE ticket=?1 AND state<2 ORDER BY seq").bindAll(ticket));
}

std::vector<OutboxRow> OutboxTable::ofRecords() const {
    return rowsOf(m_database.cached("SELECT * FROM outbox WHERE state<2 AND record_kind IS NOT NULL ORDER BY seq"));
}

std::vector<OutboxRow> OutboxTable::all() const {
    return rowsOf(m_database.cached("SELECT * FROM outbox WHERE state<3 ORDER BY seq"));
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

std::vector<TicketId> OutboxTable::settle(std::uint64_t seq) {
    std::vector<TicketId> tickets = ticketsOf(
        m_database
            .cached(
                "SELECT DISTINCT iif(record_kind IS NULL, ticket, NULL) FROM outbox WHERE state=1 AND accepted_seq<=?1")
            .bindAll(seq));
    if (!tickets.empty()) {
        m_database.cached("UPDATE outbox SET state=3, landed=1 WHERE state=1 AND accepted_seq<=?1").bindAll(seq).run();
    }
    return tickets;
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
