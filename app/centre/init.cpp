// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/centre.h"

#include "app/centre/centre_lock.h"
#include "app/centre/demo.h"
#include "app/centre/procedures.h"
#include "app/centre/shipped_data.h"
#include "model/wire/codec.h"
#include "sync/net/pki.h"
#include "sync/server/auth.h"
#include "sync/store/sqlite_server_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <future>
#include <system_error>
#include <thread>
#include <utility>

namespace zhida::centre {
namespace {

namespace fs = std::filesystem;
using sync::SqliteServerStore;

constexpr std::string_view kCentreUnit = "centre";

Status makeDirectory(const fs::path& dir) {
    std::error_code failure;
    const bool existed = fs::exists(dir, failure);
    fs::create_directories(dir, failure);
    if (!failure && !existed) {
        fs::permissions(dir, fs::perms::owner_all, failure);
    }
    if (failure || !fs::is_directory(dir)) {
        return Error("centre.unwritable",
                     {{"dir", dir.string()}, {"detail", failure ? failure.message() : "not a directory"}});
    }
    return done();
}

Result<net::PkiFiles> makePki(const fs::path& dir, const std::vector<std::string>& hosts, Instant now) {
    auto files = net::createPki(dir, hosts, now);
    // An authority of an aborted attempt: its certificate may be on a desk already, so it stays.
    return !files && files.error().code == "pki.exists" ? net::renewServer(dir, hosts, now) : std::move(files);
}

void addReferenceData(SqliteServerStore& store) {
    for (const auto& each : shippedRegions()) {
        store.appendRecord("region", each.code.value, wire::encode(each));
    }
    for (const auto& each : shippedCategories()) {
        store.appendRecord("category", each.code.value, wire::encode(each));
    }
    for (const auto& each : shippedHolidays()) {
        store.appendRecord("holiday", each.date, wire::encode(each));
    }
    store.appendRecord("search", "synonyms", shippedText("search/synonyms.tsv"));
    store.appendRecord("search", "stopPhrases", shippedText("search/stop_phrases.txt"));
    domain::Unit centre;
    centre.code.value = kCentreUnit;
    centre.name = shippedRules().centreName;
    centre.kind = "centre";
    store.appendRecord("unit", centre.code.value, wire::encode(centre));
}

std::vector<domain::UserProfile> peopleOf(bool demo) {
    if (demo) {
        return demoUsers();
    }
    domain::UserProfile administrator;
    administrator.user.value = "admin";
    administrator.name = "系统管理员";
    administrator.role = domain::Role::administrator;
    administrator.unit.value = kCentreUnit;
    return {administrator};
}

/// Argon2id for all, as many at a time as there are processors.
std::vector<std::string> hashAll(const std::vector<std::string>& passwords) {
    const std::size_t lanes = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::string> hashes(passwords.size());
    std::vector<std::future<void>> running;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        running.push_back(std::async(std::launch::async, [&, lane] {
            for (std::size_t i = lane; i < passwords.size(); i += lanes) {
                hashes[i] = sync::hashPassword(passwords[i]);
            }
        }));
    }
    for (auto& each : running) {
        each.get();
    }
    return hashes;
}

std::vector<NewAccount> addAccounts(SqliteServerStore& store, const std::vector<domain::UserProfile>& people) {
    std::vector<std::string> passwords;
    for (std::size_t i = 0; i < people.size(); ++i) {
        passwords.push_back(sync::newPassword());
    }
    const auto hashes = hashAll(passwords);
    std::vector<NewAccount> accounts;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const domain::UserProfile& each = people[i];
        store.saveAccount({each, hashes[i], false});
        store.appendRecord("user", each.user.value, wire::encode(each));
        accounts.push_back({each.user.value, passwords[i], std::string(codeOf(each.role)), each.unit.value});
    }
    return accounts;
}

Result<InitReport> fill(const CentrePaths& paths, const fs::path& file, const InitOptions& options) {
    const Instant now = SystemClock().now();
    SystemRng rng;
    const auto pki = makePki(paths.pki, options.hosts, now);
    if (!pki) {
        return pki.error();
    }
    auto store = SqliteServerStore::create(file, Uuid::v7(now, rng));
    if (!store) {
        return store.error();
    }
    InitReport report;
    report.caFile = pki->caCertificate.string();
    (*store)->begin();
    addReferenceData(**store);
    report.accounts = addAccounts(**store, peopleOf(options.demo));
    if (options.demo) {
        const DemoCounts counts = addDemo(**store, now, rng);
        report.articles = counts.articles;
        report.tickets = counts.tickets;
    }
    const SystemClock clock;
    const auto rules = Procedures(**store, clock).adopt(shippedProcedure(options.demo), UserCode{"system"}, "init");
    if (!rules) {
        return rules.error();
    }
    (*store)->commit();
    return report;
}

}  // namespace

bool holdsCentre(const std::string& dir) {
    std::error_code ignored;
    return fs::exists(CentrePaths(dir).database, ignored);
}

Result<InitReport> initCentre(const std::string& dir, const InitOptions& options) {
    const CentrePaths paths(dir);
    if (holdsCentre(dir)) {
        return Error("centre.exists", {{"dir", dir}});
    }
    if (Status made = makeDirectory(paths.directory); !made) {
        return made.error();
    }
    const auto lock = CentreLock::take(paths.directory);
    if (!lock) {
        return lock.error();
    }
    if (holdsCentre(dir)) {  // made while we waited for nobody
        return Error("centre.exists", {{"dir", dir}});
    }
    const fs::path unfinished = paths.directory / "centre.db.new";
    sqlite::removeDatabase(unfinished);
    try {
        auto report = fill(paths, unfinished, options);
        if (!report) {
            sqlite::removeDatabase(unfinished);
            return report;
        }
        // The store is closed: its journal is in the file. From this name on there is a centre.
        ::chmod(unfinished.c_str(), S_IRUSR | S_IWUSR);
        fs::rename(unfinished, paths.database);
        return report;
    } catch (const sqlite::Failure& failure) {
        sqlite::removeDatabase(unfinished);
        return sqlite::toError(failure);
    } catch (const fs::filesystem_error& failure) {
        return Error("centre.unwritable", {{"dir", dir}, {"detail", failure.code().message()}});
    }
}

}  // namespace zhida::centre
