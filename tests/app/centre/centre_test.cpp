// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/centre.h"

#include "app/centre/demo.h"
#include "model/domain/event.h"
#include "model/wire/codec.h"
#include "sync/net/pki.h"
#include "sync/server/auth.h"
#include "sync/store/sqlite_server_store.h"
#include "tests/app/centre/scratch_centre.h"

#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <set>

namespace zhida::centre {
namespace {

namespace fs = std::filesystem;
using sync::SqliteServerStore;

unsigned modeOf(const fs::path& file) {
    struct stat info {};
    EXPECT_EQ(::stat(file.c_str(), &info), 0) << file;
    return info.st_mode & 07777U;
}

TEST(InitCentre, MakesOneAdministratorWhoCanSignIn) {
    const ScratchDirectory scratch;
    const std::string dir = (scratch / "new/centre").string();
    InitOptions options;
    options.hosts = {"hotline.example", "10.0.0.5"};
    const auto report = initCentre(dir, options);
    ASSERT_TRUE(report.ok()) << report.error().code;
    ASSERT_EQ(report->accounts.size(), 1U);
    EXPECT_EQ(report->accounts[0].role, "administrator");
    auto store = SqliteServerStore::open(fs::path(dir) / "centre.db");
    ASSERT_TRUE(store.ok());
    const auto account = (*store)->account({report->accounts[0].user});
    ASSERT_TRUE(account);
    EXPECT_TRUE(sync::passwordFits(account->passwordHash, report->accounts[0].password));
    EXPECT_FALSE(sync::passwordFits(account->passwordHash, report->accounts[0].password + "x"));
    EXPECT_TRUE((*store)->record("user", "admin"));
    EXPECT_TRUE((*store)->record("unit", "centre"));
    EXPECT_TRUE((*store)->record("region", "370902100000"));
    EXPECT_FALSE((*store)->recordsAfter({"rules", "", ""}, 1, 1).empty());
    const auto certificate = net::inspectCertificate(net::pkiFiles(fs::path(dir) / "pki").serverCertificate);
    ASSERT_TRUE(certificate.ok());
    const std::set<std::string> hosts(certificate->hosts.begin(), certificate->hosts.end());
    EXPECT_TRUE(hosts.contains("hotline.example"));
    EXPECT_TRUE(hosts.contains("127.0.0.1"));
}

TEST(InitCentre, KeepsWhatItMakesFromOthers) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    EXPECT_EQ(modeOf(dir), 0700U);
    EXPECT_EQ(modeOf(fs::path(dir) / "centre.db"), 0600U);
    EXPECT_EQ(modeOf(fs::path(dir) / "pki/server.key"), 0600U);
}

TEST(InitCentre, RefusesADirectoryThatHoldsACentre) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    const auto before = fs::last_write_time(fs::path(dir) / "centre.db");
    const auto again = initCentre(dir, {});
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "centre.exists");
    EXPECT_EQ(fs::last_write_time(fs::path(dir) / "centre.db"), before);
}

TEST(InitCentre, GoesOnAfterAnAttemptThatWasCutOff) {
    const ScratchDirectory scratch;
    const fs::path dir = scratch / "centre";
    ASSERT_TRUE(net::createPki(dir / "pki", {}, SystemClock().now()).ok());
    std::ofstream(dir / "centre.db.new") << "half";
    const auto report = initCentre(dir.string(), {});
    ASSERT_TRUE(report.ok()) << report.error().code;
    EXPECT_FALSE(fs::exists(dir / "centre.db.new"));
    EXPECT_TRUE(holdsCentre(dir.string()));
}

TEST(InitCentre, SaysThatItMayNotWrite) {
    const ScratchDirectory scratch;
    std::ofstream(scratch / "file") << "x";
    const auto report = initCentre((scratch / "file/centre").string(), {});
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, "centre.unwritable");
    EXPECT_FALSE(report.error().arg("detail").empty());
}

TEST(InitCentre, RefusesAHostThatIsNone) {
    const ScratchDirectory scratch;
    InitOptions options;
    options.hosts = {"not a host"};
    const auto report = initCentre((scratch / "centre").string(), options);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, "pki.badHost");
    EXPECT_FALSE(holdsCentre((scratch / "centre").string()));
}

class DemoCentre : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        s_scratch = std::make_unique<ScratchDirectory>();
        InitOptions options;
        options.demo = true;
        s_dir = (*s_scratch / "centre").string();
        const auto report = initCentre(s_dir, options);
        ASSERT_TRUE(report.ok()) << report.error().code;
        s_report = *report;
    }
    static void TearDownTestSuite() { s_scratch.reset(); }

    static inline std::unique_ptr<ScratchDirectory> s_scratch;
    static inline std::string s_dir;
    static inline InitReport s_report;
};

TEST_F(DemoCentre, HasTheStaffOfAServiceCentre) {
    std::map<std::string, int> roles;
    std::set<std::string> passwords;
    for (const NewAccount& each : s_report.accounts) {
        ++roles[each.role];
        passwords.insert(each.password);
    }
    EXPECT_EQ(passwords.size(), s_report.accounts.size());
    EXPECT_GE(roles["callTaker"], 3);
    EXPECT_EQ(roles["specialist"], 10);
    for (const char* role : {"dispatcher", "unitHandler", "callbackAgent", "supervisor"}) {
        EXPECT_GE(roles[role], 2) << role;
    }
    EXPECT_GE(roles["administrator"], 1);
}

TEST_F(DemoCentre, HasArticlesAndTicketsInEveryStage) {
    EXPECT_GE(s_report.articles, 150U);
    EXPECT_GE(s_report.tickets, 300U);
    auto store = SqliteServerStore::open(fs::path(s_dir) / "centre.db");
    ASSERT_TRUE(store.ok());
    std::map<domain::TicketState, int> states;
    std::set<std::string> numbers;
    const Instant now = SystemClock().now();
    for (const auto& row : (*store)->ticketsAfter({"centre"}, {}, 10'000, 1U << 30U)) {
        const auto ticket = wire::decode<domain::Ticket>(row.body);
        ASSERT_TRUE(ticket.ok());
        ++states[ticket->state];
        numbers.insert(ticket->number);
        EXPECT_LE(ticket->updatedAt, now);
        EXPECT_FALSE((*store)->history(row.ticket).empty());
    }
    EXPECT_EQ(numbers.size(), s_report.tickets);
    EXPECT_GE(states.size(), 7U);
    EXPECT_TRUE((*store)->examine().empty());
}

TEST_F(DemoCentre, StatesAreWhatTheEventsMakeOfThem) {
    auto store = SqliteServerStore::open(fs::path(s_dir) / "centre.db");
    ASSERT_TRUE(store.ok());
    for (const auto& row : (*store)->ticketsAfter({"centre"}, {}, 10'000, 1U << 30U)) {
        domain::Ticket replayed;
        for (const std::string& body : (*store)->history(row.ticket)) {
            const auto event = wire::decode<domain::Event>(body);
            ASSERT_TRUE(event.ok());
            replayed = domain::evolve(std::move(replayed), *event);
        }
        EXPECT_EQ(wire::encode(replayed), row.body);
    }
}

TEST(Demo, PlaysAtAnyTimeOfDayAndYear) {
    const ScratchDirectory scratch;
    int run = 0;
    for (const std::int64_t at : {1'767'196'800'000, 1'770'000'000'000, 1'790'050'000'000}) {
        SeededRng rng(7);
        auto store = SqliteServerStore::create(scratch / (std::to_string(++run) + ".db"), Uuid::v7(Instant{at}, rng));
        ASSERT_TRUE(store.ok());
        (*store)->begin();
        const DemoCounts counts = addDemo(**store, Instant{at}, rng);
        (*store)->commit();
        EXPECT_GE(counts.tickets, 300U);
    }
}

}  // namespace
}  // namespace zhida::centre
