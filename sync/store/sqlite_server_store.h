// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"
#include "sync/server/server_store.h"
#include "sync/store/directory_rows.h"
#include "sync/store/log_rows.h"
#include "sync/store/record_rows.h"
#include "sync/store/ticket_rows.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace zhida::sync {

enum class Imported : std::uint8_t { added, changed, unchanged };

/// The centre's SQLite file: WAL, synchronous=FULL. Belongs to the sequencer's thread; one process at a time (the caller holds
/// the centre's lock). Failures of the file are sqlite::Failure; after one, roll back and stop.
/// docs/adr/0006-centre-store.md says why a ticket is written once and not three times.
class SqliteServerStore final : public ServerStore {
public:
    /// A new file. Errors: as sqlite::toError, db.exists{path}.
    static Result<std::unique_ptr<SqliteServerStore>> create(const std::filesystem::path& file, const Uuid& epoch);
    /// An existing one; brings its schema up to date. Errors: as sqlite::toError and sqlite::migrate, db.missing{path},
    /// db.corrupt{path,detail} also when the end of the chain does not fit.
    static Result<std::unique_ptr<SqliteServerStore>> open(const std::filesystem::path& file);

    /// For reading beside the process that writes. Errors: as sqlite::toError, db.missing{path}.
    static Result<std::unique_ptr<SqliteServerStore>> openReader(const std::filesystem::path& file);

    explicit SqliteServerStore(std::unique_ptr<sqlite::Database> database);

    void begin() override;
    void commit() override;
    void rollback() override;
    /// In a quiet moment: what many small commits have left in the WAL goes to its place, so that no desk has to wait for it.
    void tidy();

    [[nodiscard]] Uuid epoch() override { return m_epoch; }
    [[nodiscard]] std::uint64_t head() override { return m_log.head(); }
    [[nodiscard]] std::string chainAt(std::uint64_t seq) override { return m_log.chainAt(seq); }

    [[nodiscard]] std::optional<domain::Ticket> ticket(const TicketId& id) override;
    [[nodiscard]] std::optional<CommandAnswer> answer(const CommandId& id) override { return m_directory.answer(id); }
    void saveAnswer(const CommandAnswer& answer, const DeviceId& device) override {
        m_directory.saveAnswer(answer, device);
    }
    std::uint64_t append(const std::vector<domain::Event>& events, const std::optional<domain::Ticket>& before,
                         const domain::Ticket& after) override;
    std::uint64_t appendRecord(std::string_view kind, std::string_view key, std::string_view body) override {
        return m_records.put(kind, key, body);
    }

    [[nodiscard]] std::vector<LogEntry> entriesAfter(std::uint64_t seq, std::size_t limit, std::size_t bytes) override {
        return m_log.after(seq, limit, bytes);
    }
    [[nodiscard]] std::vector<SnapshotRow> ticketsAfter(const std::vector<std::string>& scopes, const TicketId& after,
                                                        std::size_t limit, std::size_t bytes) override {
        return m_tickets.after(scopes, after, limit, bytes);
    }
    /// 0 for a part of a very large centre: counting it would keep the others waiting.
    [[nodiscard]] std::uint64_t fillSize(const std::vector<std::string>& scopes) override {
        return m_tickets.countIn(scopes);
    }
    [[nodiscard]] std::vector<RecordRow> recordsAfter(const RecordRow& after, std::size_t limit,
                                                      std::size_t bytes) override {
        return m_records.after(after, limit, bytes);
    }
    [[nodiscard]] std::optional<std::string> record(std::string_view kind, std::string_view key) override {
        return m_records.get(kind, key);
    }
    [[nodiscard]] std::vector<std::string> history(const TicketId& id) override;
    void setTimer(const TicketId& ticket, std::optional<Instant> at) override { m_tickets.setTimer(ticket, at); }
    [[nodiscard]] std::vector<Timer> timersAfter(const Timer& after, std::size_t limit) override {
        return m_tickets.timersAfter(after, limit);
    }
    [[nodiscard]] std::string note(std::string_view name) override;
    void keepNote(std::string_view name, std::string_view value) override;

    [[nodiscard]] std::optional<Account> account(const UserCode& user) override { return m_directory.account(user); }
    void saveAccount(const Account& account) override { m_directory.saveAccount(account); }
    [[nodiscard]] std::vector<Account> accounts() override { return m_directory.accounts(); }
    [[nodiscard]] std::optional<Device> device(const DeviceId& id) override { return m_directory.device(id); }
    void saveDevice(const Device& device) override { m_directory.saveDevice(device); }
    [[nodiscard]] std::vector<Device> devices() override { return m_directory.devices(); }

    /// Takes a ticket over from another system: between begin() and commit(). Its id names it; `rev` and `updatedAt` of it
    /// are not read. The same content as last time appends nothing; another one is imported again as a new event.
    /// Error import.workedOn{number}: it has been worked on here since, and would lose that.
    Result<Imported> importTicket(domain::Ticket ticket, const UserCode& by, Instant now);

    /// A small number that names the ticket for ever: the seq of its first event. 0: there is no such ticket.
    [[nodiscard]] std::uint64_t firstSeqOf(const TicketId& id);
    [[nodiscard]] std::int64_t ticketCount() { return m_tickets.count(); }
    /// What is wrong with the file and with the chain; empty when all is sound. Reads everything.
    [[nodiscard]] std::vector<Error> examine();
    [[nodiscard]] const std::filesystem::path& path() const { return m_database->path(); }

private:
    std::unique_ptr<sqlite::Database> m_database;
    ScopeNames m_scopes;
    LogRows m_log;
    TicketRows m_tickets;
    RecordRows m_records;
    DirectoryRows m_directory;
    Sha256 m_sha;
    Uuid m_epoch;
};

}  // namespace zhida::sync
