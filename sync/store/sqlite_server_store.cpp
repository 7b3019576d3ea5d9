// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sqlite_server_store.h"

#include "model/sqlite/migrator.h"
#include "model/wire/codec.h"
#include "zhida_store_embedded.h"

#include <stdexcept>

namespace zhida::sync {
namespace {

/// Enough to notice a file whose end was damaged, at a price that no start-up notices.
constexpr std::uint64_t kCheckedAtStart = 200;
constexpr std::string_view kTuning = "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY";
/// 16 MiB of WAL between checkpoints: a bulk import writes each page of an index far less often.
constexpr int kMostWalPages = 4096;
/// … and 2 MiB of them are worth a quiet moment.
constexpr int kTidyPages = 500;

constexpr Instant kAtOnce{0};

std::unique_ptr<sqlite::Database> connect(const std::filesystem::path& file) {
    auto database = std::make_unique<sqlite::Database>(file, sqlite::Mode::readWriteCreate);
    database->exec(kTuning);
    database->checkpointAt(kMostWalPages);
    return database;
}

Error corrupt(const std::filesystem::path& file, const std::string& detail) {
    return Error("db.corrupt", {{"path", file.string()}, {"detail", detail}});
}

/// For what another table promises and the file does not hold.
[[noreturn]] void damaged(const std::filesystem::path& file, const std::string& detail) {
    throw sqlite::Failure(11, 11, file.string(), detail);  // SQLITE_CORRUPT
}

}  // namespace

Result<std::unique_ptr<SqliteServerStore>> SqliteServerStore::create(const std::filesystem::path& file,
                                                                     const Uuid& epoch) {
    if (std::filesystem::exists(file)) {
        return Error("db.exists", {{"path", file.string()}});
    }
    try {
        auto database = connect(file);
        const auto migrations = sqlite::migrationsFrom(schema::files());
        if (auto migrated = sqlite::migrate(*database, migrations); !migrated) {
            return migrated.error();
        }
        database->prepare("INSERT INTO centre (name, value) VALUES ('epoch', ?1)")
            .bindAll(sqlite::Blob{epoch.raw()})
            .run();
        return std::make_unique<SqliteServerStore>(std::move(database));
    } catch (const sqlite::Failure& failure) {
        return sqlite::toError(failure);
    }
}

Result<std::unique_ptr<SqliteServerStore>> SqliteServerStore::open(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        return Error("db.missing", {{"path", file.string()}});
    }
    try {
        auto database = connect(file);
        const auto migrations = sqlite::migrationsFrom(schema::files());
        if (auto migrated = sqlite::migrate(*database, migrations); !migrated) {
            return migrated.error();
        }
        auto store = std::make_unique<SqliteServerStore>(std::move(database));
        const std::uint64_t head = store->head();
        const std::uint64_t broken = store->m_log.firstBroken(head > kCheckedAtStart ? head - kCheckedAtStart : 0);
        if (broken != 0) {
            return corrupt(file, "chain broken at " + std::to_string(broken));
        }
        return store;
    } catch (const sqlite::Failure& failure) {
        return sqlite::toError(failure);
    }
}

Result<std::unique_ptr<SqliteServerStore>> SqliteServerStore::openReader(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        return Error("db.missing", {{"path", file.string()}});
    }
    try {
        auto database = std::make_unique<sqlite::Database>(file, sqlite::Mode::readOnly);
        database->exec("PRAGMA mmap_size=268435456");
        return std::make_unique<SqliteServerStore>(std::move(database));
    } catch (const sqlite::Failure& failure) {
        return sqlite::toError(failure);
    }
}

SqliteServerStore::SqliteServerStore(std::unique_ptr<sqlite::Database> database)
    : m_database(std::move(database)),
      m_scopes(*m_database),
      m_log(*m_database, m_scopes),
      m_tickets(*m_database, m_log, m_scopes),
      m_records(*m_database, m_log),
      m_directory(*m_database) {
    auto row = m_database->prepare("SELECT value FROM centre WHERE name = 'epoch'");
    const auto epoch = row.step() ? Uuid::fromRaw(row.blob(0)) : std::nullopt;
    if (!epoch) {
        damaged(m_database->path(), "no epoch");
    }
    m_epoch = *epoch;
}

void SqliteServerStore::begin() {
    m_database->cached("BEGIN IMMEDIATE").run();
    m_tickets.begin();
}

void SqliteServerStore::commit() { m_database->cached("COMMIT").run(); }

void SqliteServerStore::tidy() {
    if (m_database->walPages() >= kTidyPages) {
        m_database->checkpoint();
    }
}

void SqliteServerStore::rollback() {
    if (m_database->inTransaction()) {
        m_database->cached("ROLLBACK").run();
    }
    m_scopes.reload();
    m_log.reload();
    m_tickets.rolledBack();
}

std::optional<domain::Ticket> SqliteServerStore::ticket(const TicketId& id) {
    const auto place = m_tickets.place(id);
    if (!place) {
        return std::nullopt;
    }
    auto ticket = wire::decode<domain::Ticket>(m_tickets.body(*place));
    if (!ticket || ticket->id != id) {
        damaged(m_database->path(), "ticket " + id.text() + " is not readable");
    }
    return std::move(*ticket);
}

std::uint64_t SqliteServerStore::append(const std::vector<domain::Event>& events,
                                        const std::optional<domain::Ticket>& before, const domain::Ticket& after) {
    if (events.empty()) {
        throw std::invalid_argument("an append without events");
    }
    const auto known = m_tickets.place(after.id);
    TicketPlace place = known.value_or(TicketPlace{});
    std::string seenBefore = before ? m_scopes.pack(domain::scopesOf(*before)) : std::string();
    place.scopes = m_scopes.pack(domain::scopesOf(after));
    std::string body;
    for (const domain::Event& event : events) {
        body = wire::encode(event);
        place.lastSeq =
            m_log.append({{}, after.id.raw(), event.rev, place.lastSeq, event.command, seenBefore, place.scopes, body});
        place.firstSeq = place.firstSeq == 0 ? place.lastSeq : place.firstSeq;
        seenBefore = place.scopes;  // whoever it left has been told with the first event
    }
    const std::string state = wire::encode(after);
    place.rev = after.rev;
    place.tail = body.ends_with(state) ? state.size() : 0;
    place.timer = kAtOnce;
    known ? m_tickets.update(after.id, place, state) : m_tickets.insert(after.id, place, state);
    return place.lastSeq;
}

std::vector<std::string> SqliteServerStore::history(const TicketId& id) {
    const auto place = m_tickets.place(id);
    return place ? m_log.history(place->lastSeq) : std::vector<std::string>{};
}

std::string SqliteServerStore::note(std::string_view name) {
    auto row = m_database->prepare("SELECT value FROM centre WHERE name = 'note.' || ?1");
    row.bind(1, name);
    return row.step() ? std::string(row.blob(0)) : std::string();
}

void SqliteServerStore::keepNote(std::string_view name, std::string_view value) {
    m_database
        ->cached(
            "INSERT INTO centre (name, value) VALUES ('note.' || ?1, ?2)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bindAll(name, sqlite::Blob{value})
        .run();
}

std::uint64_t SqliteServerStore::firstSeqOf(const TicketId& id) {
    const auto place = m_tickets.place(id);
    return place ? place->firstSeq : 0;
}

Result<Imported> SqliteServerStore::importTicket(domain::Ticket ticket, const UserCode& by, Instant now) {
    ticket.rev = 0;
    ticket.updatedAt = Instant{};
    const std::string mark = m_sha.add(wire::encode(ticket)).finish().substr(0, 16);
    const auto known = m_tickets.place(ticket.id);
    if (known && known->mark == mark) {
        return Imported::unchanged;
    }
    if (known && known->tail == 0) {
        return Error("import.workedOn", {{"number", ticket.number}});
    }
    TicketPlace place = known.value_or(TicketPlace{});
    const std::string seenBefore = place.scopes;
    ticket.rev = place.rev + 1;
    ticket.updatedAt = now;
    place.rev = ticket.rev;
    place.scopes = m_scopes.pack(domain::scopesOf(ticket));
    place.mark = mark;
    place.tail = wire::encode(ticket).size();
    // What was late before it came here was the other system's affair, and what is done stays as it was.
    const bool runs = ticket.claim || (domain::isOpen(ticket.state) && ticket.due && *ticket.due > now);
    place.timer = runs ? std::optional(kAtOnce) : std::nullopt;
    domain::Event event;
    event.ticket = ticket.id;
    event.rev = ticket.rev;
    event.user = by;
    event.at = now;
    event.occurredAt = now;
    event.body = domain::TicketImported{std::move(ticket)};
    const std::string body = wire::encode(event);
    place.lastSeq =
        m_log.append({{}, event.ticket.raw(), event.rev, place.lastSeq, {}, seenBefore, place.scopes, body});
    place.firstSeq = place.firstSeq == 0 ? place.lastSeq : place.firstSeq;
    known ? m_tickets.update(event.ticket, place, {}) : m_tickets.insert(event.ticket, place, {});
    return known ? Imported::changed : Imported::added;
}

std::vector<Error> SqliteServerStore::examine() {
    std::vector<Error> found;
    for (const std::string& line : m_database->quickCheck()) {
        found.push_back(corrupt(path(), line));
    }
    if (found.empty()) {
        const std::uint64_t broken = m_log.firstBroken(0);
        if (broken != 0) {
            found.push_back(corrupt(path(), "chain broken at " + std::to_string(broken)));
        }
    }
    return found;
}

}  // namespace zhida::sync
