// SPDX-License-Identifier: GPL-3.0-or-later
// A running server: sign-in, live feed, administration beside it and over the line.
#include "model/wire/codec.h"
#include "sync/store/sqlite_server_store.h"
#include "tests/app/centre/scratch_centre.h"
#include "tests/app/server/raw_desk.h"
#include "tests/app/server/server_process.h"

#include <signal.h>  // NOLINT: SIGTERM
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include <thread>

namespace zhida::server {
namespace {

namespace fs = std::filesystem;
namespace pb = sync::pb;
using centre::access;
using centre::newCentre;
using centre::ScratchDirectory;
using nlohmann::json;

class Serving : public ::testing::Test {
protected:
    void SetUp() override {
        m_dir = newCentre(m_scratch);
        addUser("ct01", "callTaker");
        addUser("boss", "administrator");
        m_server = std::make_unique<ServerProcess>(std::vector<std::string>{"--data", m_dir});
        ASSERT_NE(m_server->readyLine(), "") << m_server->errors();
    }
    void addUser(const std::string& user, const std::string& role) const {
        const json arguments{{"user", user}, {"role", role}, {"unit", "centre"}, {"password", "correct horse"}};
        ASSERT_TRUE(access(m_dir)->call("user.add", arguments.dump()).ok());
    }
    std::unique_ptr<RawDesk> desk() { return std::make_unique<RawDesk>(m_server->url(), m_server->ca()); }
    std::unique_ptr<RawDesk> signedIn(const std::string& user) {
        auto made = desk();
        EXPECT_TRUE(made->signIn(user, "correct horse")) << made->refusal();
        return made;
    }

    ScratchDirectory m_scratch;
    std::string m_dir;
    std::unique_ptr<ServerProcess> m_server;
};

bool bringsTicket(const pb::Frame& frame, const TicketId& ticket) {
    const auto has = [&](const auto& items) {
        return std::any_of(items.begin(), items.end(),
                           [&](const pb::Item& item) { return item.ticket() == ticket.raw(); });
    };
    return (frame.has_feed() && has(frame.feed().items())) || (frame.has_fill_page() && has(frame.fill_page().items()));
}

TEST_F(Serving, SignsInByPasswordThenByToken) {
    const auto wrong = desk();
    EXPECT_FALSE(wrong->signIn("ct01", "wrong horse"));
    EXPECT_EQ(wrong->refusal(), "auth.wrongPassword");
    const auto unknown = desk();
    EXPECT_FALSE(unknown->signIn("nobody", "correct horse"));
    EXPECT_EQ(unknown->refusal(), "auth.wrongPassword");
    const auto welcome = desk()->signIn("ct01", "correct horse");
    ASSERT_TRUE(welcome);
    EXPECT_EQ(welcome->station().size(), 2U);
    EXPECT_TRUE(desk()->signInWithToken(*welcome, "ct01"));
    pb::Welcome forged = *welcome;
    forged.set_token("guess");
    EXPECT_FALSE(desk()->signInWithToken(forged, "ct01"));
}

TEST_F(Serving, ARegistrationReachesAnotherDeskLive) {
    const auto first = signedIn("ct01");
    const auto second = signedIn("ct01");
    const domain::Command command = first->registration("省庄镇就近办理健康证");
    const auto answers = first->push({command});
    ASSERT_TRUE(answers);
    EXPECT_GT(answers->answers(0).seq(), 0U);
    EXPECT_TRUE(second->await([&](const pb::Frame& f) { return bringsTicket(f, command.ticket); }));
    const auto again = first->push({command});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->answers(0).seq(), answers->answers(0).seq());
}

TEST_F(Serving, AdministrationBesideItGoesThroughTheSocketAndReachesDesks) {
    const auto desk = signedIn("ct01");
    const auto admin = access(m_dir);
    const auto counts = admin->importTickets({centre::foreignTicket(1), centre::foreignTicket(2)});
    ASSERT_TRUE(counts.ok()) << counts.error().code;
    EXPECT_EQ(counts->added, 2U);
    EXPECT_EQ(admin->importTickets({centre::foreignTicket(1)})->unchanged, 1U);
    const TicketId imported{Uuid::fromName("letters:1")};
    EXPECT_TRUE(desk->await([&](const pb::Frame& f) { return bringsTicket(f, imported); }));
    const auto status = admin->call("status", "{}");
    ASSERT_TRUE(status.ok());
    EXPECT_EQ(json::parse(*status)["server"]["signedIn"], 1);
    EXPECT_EQ(json::parse(*status)["tickets"], 2);
    EXPECT_EQ(json::parse(*admin->call("doctor", "{}"))["ok"], true);
    EXPECT_EQ(admin->searchTickets("路灯不亮", 10, true)->size(), 2U);
}

TEST_F(Serving, TheAdminSocketIsTheOwnersAlone) {
    struct stat info {};
    ASSERT_EQ(::stat((fs::path(m_dir) / "admin.sock").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 07777U, 0600U);
    EXPECT_EQ(info.st_uid, ::geteuid());
}

TEST_F(Serving, NothingOfACallerIsInTheLog) {
    const auto desk = signedIn("ct01");
    domain::Command command = desk->registration("省庄镇就近办理健康证");
    auto& facts = std::get<domain::RegisterTicket>(command.body);
    facts.callerName = "彭先生";
    facts.callerPhone = "19900003173";
    ASSERT_TRUE(desk->push({command}));
    EXPECT_FALSE(this->desk()->signIn("ct01", "a wrong password"));
    m_server->signal(SIGTERM);
    EXPECT_EQ(m_server->wait(), 0);
    const std::string log = m_server->errors();
    EXPECT_NE(log.find("event=line.opened"), std::string::npos);
    for (const char* secret : {"彭先生", "19900003173", "健康证", "correct horse", "a wrong password"}) {
        EXPECT_EQ(log.find(secret), std::string::npos) << secret;
    }
}

TEST_F(Serving, WhatHasBeenWorkedOnIsNotImportedOver) {
    const auto admin = access(m_dir);
    auto ticket = centre::foreignTicket(7);
    ticket.state = domain::TicketState::registered;
    ASSERT_EQ(admin->importTickets({ticket})->added, 1U);
    const auto desk = signedIn("ct01");
    const TicketId id{Uuid::fromName("letters:7")};
    ASSERT_TRUE(desk->push({desk->command(id, 1, domain::CommentTicket{"已电话联系"})}));
    EXPECT_EQ(admin->importTickets({ticket})->unchanged, 1U);
    ticket.title = "另一个标题";
    const auto counts = admin->importTickets({ticket});
    ASSERT_EQ(counts->refused.size(), 1U);
    EXPECT_EQ(counts->refused[0].why.code, "import.workedOn");
}

TEST_F(Serving, DisablingEndsTheSessionAndTheToken) {
    const auto desk = this->desk();
    const auto welcome = desk->signIn("ct01", "correct horse");
    ASSERT_TRUE(welcome);
    ASSERT_TRUE(access(m_dir)->call("user.disable", R"({"user":"ct01"})").ok());
    const auto bye = desk->await([](const pb::Frame& f) { return f.has_bye(); });
    ASSERT_TRUE(bye);
    EXPECT_EQ(bye->bye().reason().code(), "auth.disabled");
    EXPECT_FALSE(this->desk()->signInWithToken(*welcome, "ct01"));
    const auto again = this->desk();
    EXPECT_FALSE(again->signIn("ct01", "correct horse"));
    EXPECT_EQ(again->refusal(), "auth.disabled");
    ASSERT_TRUE(access(m_dir)->call("user.enable", R"({"user":"ct01"})").ok());
    EXPECT_TRUE(this->desk()->signIn("ct01", "correct horse"));
}

TEST_F(Serving, AChangedPasswordEndsTheSessionAndTheToken) {
    const auto desk = this->desk();
    const auto welcome = desk->signIn("ct01", "correct horse");
    ASSERT_TRUE(welcome);
    const auto stranger = signedIn("boss");
    ASSERT_TRUE(access(m_dir)->call("user.passwd", R"({"user":"ct01","password":"another horse"})").ok());
    const auto bye = desk->await([](const pb::Frame& f) { return f.has_bye(); });
    ASSERT_TRUE(bye);
    EXPECT_EQ(bye->bye().reason().code(), "auth.passwordChanged");
    EXPECT_FALSE(this->desk()->signInWithToken(*welcome, "ct01"));
    EXPECT_FALSE(this->desk()->signIn("ct01", "correct horse"));
    EXPECT_TRUE(this->desk()->signIn("ct01", "another horse"));
    EXPECT_NE(stranger->administer("user.list", "{}").find("ct01"), std::string::npos);
}

TEST_F(Serving, WhoChangesHisOwnPasswordHasTheAnswerFirst) {
    const auto boss = signedIn("boss");
    const json changed =
        json::parse(boss->administer("user.passwd", R"({"user":"boss","password":"another horse"})"), nullptr, false);
    EXPECT_EQ(changed.value("user", ""), "boss") << changed;
    const auto bye = boss->await([](const pb::Frame& f) { return f.has_bye(); });
    EXPECT_TRUE(bye && bye->bye().reason().code() == "auth.passwordChanged");
}

TEST_F(Serving, AnAdministratorDoesItOverTheLine) {
    const auto admin = signedIn("boss");
    const json added = json::parse(admin->administer("user.add", R"({"user":"ct02","role":"callTaker"})"));
    ASSERT_TRUE(added.contains("password")) << added;
    EXPECT_TRUE(desk()->signIn("ct02", added["password"]));
    EXPECT_EQ(admin->administer("user.add", R"({"user":"ct02","role":"callTaker"})"), "user.exists");
    EXPECT_EQ(json::parse(admin->administer("device.list", "{}"))["devices"].size(), 2U);
    EXPECT_EQ(json::parse(admin->administer("status", ""))["tickets"], 0);
    EXPECT_EQ(signedIn("ct01")->administer("user.list", "{}"), "user.mayNot");
}

TEST_F(Serving, TermTellsTheDesksAndEndsSoon) {
    const auto desk = signedIn("ct01");
    const auto began = std::chrono::steady_clock::now();
    m_server->signal(SIGTERM);
    const auto bye = desk->await([](const pb::Frame& f) { return f.has_bye(); });
    ASSERT_TRUE(bye);
    EXPECT_EQ(bye->bye().reason().code(), "server.stopping");
    EXPECT_EQ(m_server->wait(), 0);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
}

TEST_F(Serving, AClaimThatRanOutWhileItWasDownIsReleasedOnce) {
    const auto desk = signedIn("ct01");
    const domain::Command registration = desk->registration("夜间施工噪音");
    ASSERT_TRUE(desk->push({registration, desk->command(registration.ticket, 1, domain::ClaimTicket{})}));
    m_server->signal(SIGTERM);
    ASSERT_EQ(m_server->wait(), 0);
    {
        // A quarter of an hour passes: the lease is set back instead.
        auto store = sync::SqliteServerStore::open(fs::path(m_dir) / "centre.db");
        ASSERT_TRUE(store.ok());
        const auto before = (*store)->ticket(registration.ticket);
        ASSERT_TRUE(before && before->claim);
        domain::Event event;
        event.ticket = before->id;
        event.rev = before->rev + 1;
        event.body = domain::TicketClaimed{{before->claim->user, before->claim->unit, Instant{1}}};
        (*store)->begin();
        (*store)->append({event}, before, domain::evolve(*before, event));
        (*store)->commit();
    }
    const auto releases = [&] {
        const auto store = sync::SqliteServerStore::openReader(fs::path(m_dir) / "centre.db");
        int found = 0;
        for (const std::string& body : (*store)->history(registration.ticket)) {
            found += std::holds_alternative<domain::TicketReleased>(wire::decode<domain::Event>(body)->body) ? 1 : 0;
        }
        return found;
    };
    for (int run = 0; run < 2; ++run) {
        ServerProcess again({"--data", m_dir});
        ASSERT_NE(again.readyLine(), "");
        for (int i = 0; i < 100 && releases() == 0; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        again.signal(SIGTERM);
        EXPECT_EQ(again.wait(), 0);
        EXPECT_EQ(releases(), 1) << run;
    }
}

}  // namespace
}  // namespace zhida::server
