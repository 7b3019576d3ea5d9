// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/access.h"

#include "app/centre/admin_wire.h"
#include "app/centre/centre.h"
#include "app/centre/centre_lock.h"
#include "app/centre/centre_reader.h"
#include "app/centre/operations.h"
#include "sync/store/packing.h"

#include <chrono>
#include <optional>
#include <thread>

namespace zhida::centre {
namespace {

/// A server that is just starting or ending, another zhida-admin at work: worth a short wait.
constexpr int kAttempts = 100;
constexpr std::chrono::milliseconds kPause(50);

/// An outcome that is an Error also when the file fails.
template <class Work>
auto guarded(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const sqlite::Failure& failure) {
        return sqlite::toError(failure);
    }
}

/// What both ways have in common: reading needs no lock and no server.
class FileAccess : public CentreAccess {
public:
    explicit FileAccess(std::string dir) : m_dir(std::move(dir)) {}

    Result<std::string> call(std::string_view operation, std::string_view arguments) override {
        if (operation != "doctor") {
            return write(operation, arguments);
        }
        return reading<std::string>([](CentreReader& reader) { return reader.doctor(); });
    }
    Result<ExportPage> exportPage(std::string_view kind, const std::string& after, std::size_t limit) override {
        return reading<ExportPage>([&](CentreReader& reader) { return reader.exportPage(kind, after, limit); });
    }
    Result<std::vector<FoundTicket>> searchTickets(std::string_view query, std::size_t limit, bool exact) override {
        return reading<std::vector<FoundTicket>>(
            [&](CentreReader& reader) { return reader.searchTickets(query, limit, exact); });
    }
    Result<std::vector<FoundArticle>> searchArticles(std::string_view query, std::size_t limit, bool exact) override {
        return reading<std::vector<FoundArticle>>(
            [&](CentreReader& reader) { return reader.searchArticles(query, limit, exact); });
    }

protected:
    virtual Result<std::string> write(std::string_view operation, std::string_view arguments) = 0;

private:
    template <class T, class Query>
    Result<T> reading(Query&& query) {
        return guarded([&]() -> Result<T> {
            auto reader = CentreReader::open(m_dir);
            if (!reader) {
                return reader.error();
            }
            return query(**reader);
        });
    }

    std::string m_dir;
};

class DirectAccess final : public FileAccess {
public:
    DirectAccess(const std::string& dir, std::unique_ptr<CentreLock> lock,
                 std::unique_ptr<sync::SqliteServerStore> store)
        : FileAccess(dir), m_lock(std::move(lock)), m_store(std::move(store)), m_operations(*m_store, m_clock) {}

    Result<ImportCounts> importTickets(const std::vector<domain::Ticket>& tickets) override {
        return guarded([&] { return m_operations.importTickets(tickets); });
    }
    Result<ImportCounts> importRecords(std::string_view kind,
                                       const std::vector<std::pair<std::string, std::string>>& rows) override {
        return guarded([&] { return m_operations.importRecords(kind, rows); });
    }

private:
    Result<std::string> write(std::string_view operation, std::string_view arguments) override {
        return guarded([&]() -> Result<std::string> {
            if (operation == "status") {
                return m_operations.status();
            }
            const auto call = Operations::prepare(operation, arguments);
            sync::AdminEffects nobodyIsSignedIn;
            return call ? m_operations.call(*call, nobodyIsSignedIn) : call.error();
        });
    }

    std::unique_ptr<CentreLock> m_lock;
    std::unique_ptr<sync::SqliteServerStore> m_store;
    SystemClock m_clock;
    Operations m_operations;
};

class RemoteAccess final : public FileAccess {
public:
    RemoteAccess(const std::string& dir, std::unique_ptr<sync::AdminClient> client)
        : FileAccess(dir), m_client(std::move(client)) {}

    Result<ImportCounts> importTickets(const std::vector<domain::Ticket>& tickets) override {
        return counts({AdminAsk::What::importTickets, {}, {}, packTickets(tickets)});
    }
    Result<ImportCounts> importRecords(std::string_view kind,
                                       const std::vector<std::pair<std::string, std::string>>& rows) override {
        return counts({AdminAsk::What::importRecords, std::string(kind), {}, sync::packing::packPairs(rows)});
    }

private:
    Result<std::string> write(std::string_view operation, std::string_view arguments) override {
        return ask({AdminAsk::What::call, std::string(operation), std::string(arguments), {}});
    }
    Result<std::string> ask(const AdminAsk& what) {
        const auto answer = m_client->ask(pack(what));
        return answer ? unpackAnswer(*answer) : answer.error();
    }
    Result<ImportCounts> counts(const AdminAsk& what) {
        const auto answer = ask(what);
        return answer ? countsFromText(*answer) : answer.error();
    }

    std::unique_ptr<sync::AdminClient> m_client;
};

using Access = Result<std::unique_ptr<CentreAccess>>;

Access openDirect(const std::string& dir, std::unique_ptr<CentreLock> lock) {
    auto store = sync::SqliteServerStore::open(CentrePaths(dir).database);
    if (!store) {
        return store.error();
    }
    return std::unique_ptr<CentreAccess>(std::make_unique<DirectAccess>(dir, std::move(lock), std::move(*store)));
}

}  // namespace

Access CentreAccess::open(const std::string& dir) {
    if (!holdsCentre(dir)) {
        return Error("centre.missing", {{"dir", dir}});
    }
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        auto lock = CentreLock::take(dir);
        if (lock) {
            return openDirect(dir, std::move(*lock));
        }
        if (lock.error().code != "centre.locked") {
            return lock.error();
        }
        if (auto client = sync::AdminClient::connect(dir)) {
            return std::unique_ptr<CentreAccess>(std::make_unique<RemoteAccess>(dir, std::move(*client)));
        }
        std::this_thread::sleep_for(kPause);
    }
    return Error("centre.busy", {{"dir", dir}});
}

}  // namespace zhida::centre
