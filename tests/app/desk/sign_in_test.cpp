// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desk/centre_fixture.h"

#include "app/centre/access.h"
#include "app/desk/lock_record.h"

#include <csignal>
#include <future>
#include <set>
#include <thread>

namespace zhida::desk {
namespace {

class SignIn : public CentreFixture {
protected:
    /// As zhida-admin beside the running server.
    void administer(const std::string& operation, const Json& arguments) const {
        auto access = centre::CentreAccess::open(centreDir());
        ASSERT_TRUE(access.ok()) << access.error().code;
        const auto answer = (*access)->call(operation, arguments.dump());
        ASSERT_TRUE(answer.ok()) << answer.error().code;
    }
    static std::function<bool(const Json&)> trouble(const std::string& code) {
        return [code](const Json& event) {
            return event["event"] == "sync" && event["trouble"].is_object() && event["trouble"]["code"] == code;
        };
    }
};

const Json kWait{{"seconds", 20}};

TEST_F(SignIn, APasswordChangedAtTheCentreIsNoticed) {
    const auto who = account("callTaker");
    const std::string changed = "new-password-77";
    desk(who)->ok("sync.wait", kWait);
    administer("user.passwd", {{"user", who.user}, {"password", changed}});
    {
        const auto old = deskAgain(who);
        old->ok("ping");
        old->event(trouble("auth.wrongPassword"));
        EXPECT_EQ(old->ok("ticket.register", healthCertificate())["number"].get<std::string>().size(), 18U);
        EXPECT_EQ(old->finish(), 0);
    }
    const auto refused = deskAgain(who);
    EXPECT_EQ(refused->process().wait(std::chrono::seconds(20)), 1);
    EXPECT_NE(refused->process().errors().find("auth.wrongPassword"), std::string::npos);
    {
        const auto fresh = deskAgain(who, {}, changed);
        EXPECT_EQ(fresh->ok("sync.wait", kWait)["waiting"], 0);
    }
    stopServer();
    EXPECT_EQ(deskAgain(who, {}, changed)->ok("ping")["user"], who.user);
}

TEST_F(SignIn, ANewPasswordWorksAtOnceWhereTheFileKnowsTheOld) {
    const auto who = account("callTaker");
    desk(who)->ok("sync.wait", kWait);
    administer("user.passwd", {{"user", who.user}, {"password", "new-password-77"}});
    EXPECT_EQ(deskAgain(who, {}, "new-password-77")->ok("sync.wait", kWait)["waiting"], 0);
}

TEST_F(SignIn, AWaitIsAnsweredThoughTheDeskCannotWriteWhatItLearned) {
    const auto who = account("callTaker");
    desk(who)->ok("sync.wait", kWait);
    // The same again: the token is taken back, the password still right.
    administer("user.passwd", {{"user", who.user}, {"password", who.password}});
    stopServer();
    const auto taker = deskAgain(who);
    taker->ok("ping");
    taker->process().limitFiles(0);
    // The wait must be under way when the line comes back.
    std::future<std::string> answer = std::async(std::launch::async, [&taker] {
        return taker->refusal("sync.wait", {{"seconds", 3}});
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    restartServer();
    std::string code;
    EXPECT_NO_THROW(code = answer.get()) << "a wait that nobody answers";
    EXPECT_EQ(code, "timeout");
}

TEST_F(SignIn, ADisabledUserLosesTheLineAndNoWord) {
    const auto who = account("callTaker");
    const auto taker = desk(who);
    taker->ok("sync.wait", kWait);
    administer("user.disable", {{"user", who.user}});
    taker->event(trouble("auth.disabled"));
    const std::string ticket = taker->ok("ticket.register", healthCertificate())["ticket"];
    EXPECT_EQ(taker->ok("outbox.list")["items"].size(), 1U);
    administer("user.enable", {{"user", who.user}});
    EXPECT_EQ(taker->finish(), 0);
    const auto again = deskAgain(who);
    again->ok("sync.wait", kWait);
    EXPECT_FALSE(again->ok("ticket.get", {{"ticket", ticket}})["pending"]);
}

TEST_F(SignIn, AdministratorsAdministerThroughTheirDesk) {
    const auto admin = desk(account("administrator"));
    admin->ok("sync.wait", kWait);
    EXPECT_GT(admin->ok("admin.call", {{"operation", "user.list"}})["users"].size(), 10U);
    const Json added =
        admin->ok("admin.call", {{"operation", "user.add"}, {"arguments", {{"user", "ct99"}, {"role", "callTaker"}}}});
    EXPECT_FALSE(added["password"].get<std::string>().empty());
    EXPECT_EQ(admin->refusal("admin.call", {{"operation", "bogus"}}), "operation.unknown");
    const centre::NewAccount fresh{"ct99", added["password"], "callTaker", ""};
    EXPECT_EQ(desk(fresh)->ok("ping")["user"], "ct99");

    const auto taker = desk(account("callTaker"));
    taker->ok("sync.wait", kWait);
    EXPECT_FALSE(taker->refusal("admin.call", {{"operation", "user.list"}}).empty());
    taker->ok("net", {{"online", false}});
    EXPECT_EQ(taker->refusal("admin.call", {{"operation", "user.list"}}), "net.offline");
}

TEST(LockRecord, WaitsGrow) {
    EXPECT_EQ(delayAfter(0), 0);
    EXPECT_EQ(delayAfter(2), 0);
    EXPECT_EQ(delayAfter(3), 1000);
    EXPECT_EQ(delayAfter(5), 4000);
    EXPECT_EQ(delayAfter(1000), 300'000);
    LockRecord record;
    record.failures = 4;
    record.lastFailure = Instant{10'000};
    EXPECT_EQ(waitBefore(record, Instant{10'500}), 1500);
    EXPECT_EQ(waitBefore(record, Instant{12'000}), 0);
    EXPECT_EQ(waitBefore(record, Instant{1'000}), 2000);  // the clock was set back
}

TEST(LockRecord, VerifiersFitTheirPasswordAlone) {
    const std::string verifier = makeVerifier("pass");
    EXPECT_EQ(verifier.rfind("$argon2id$", 0), 0U);
    EXPECT_TRUE(fits(verifier, "pass"));
    EXPECT_FALSE(fits(verifier, "Pass"));
    EXPECT_FALSE(fits("", ""));
    EXPECT_FALSE(fits("nonsense", "nonsense"));
}

#ifdef ZHIDA_HAS_SERVER
/// zhida-server as a process.
class ServerProcess {
public:
    ServerProcess(const std::string& dir, const std::string& listen)
        : m_process(ZHIDA_BIN_DIR "/zhida-server", {"--data", dir, "--listen", listen}, {}) {
        const auto line = m_process.readLine(std::chrono::seconds(20));
        if (!line) {
            throw std::runtime_error("no ready line: " + m_process.errors());
        }
        url = Json::parse(*line)["listening"];
    }
    [[nodiscard]] ChildProcess& process() { return m_process; }
    std::string url;

private:
    ChildProcess m_process;
};

TEST_F(SignIn, NothingIsLostOrDoubledWhenTheServerIsKilled) {
    stopServer();
    auto server = std::make_unique<ServerProcess>(centreDir(), "127.0.0.1:0");
    m_url = server->url;
    const auto taker = desk(account("callTaker"));
    const auto watcher = desk(account("supervisor"));
    watcher->ok("sync.wait", kWait);
    taker->ok("sync.wait", kWait);
    const auto before = watcher->ok("ticket.counts")["all"]["total"].get<int>();
    std::set<std::string> numbers;
    for (int i = 0; i < 60; ++i) {
        numbers.insert(taker->ok("ticket.register", healthCertificate())["number"]);
        if (i == 20 || i == 40) {
            server->process().kill(SIGKILL);
            EXPECT_EQ(server->process().wait(std::chrono::seconds(10)), 128 + SIGKILL);
        }
        if (i == 30 || i == 50) {
            server = std::make_unique<ServerProcess>(centreDir(), m_url.substr(std::string("wss://").size()));
        }
    }
    EXPECT_EQ(numbers.size(), 60U);
    taker->ok("sync.wait", kWait);
    watcher->ok("sync.wait", kWait);
    EXPECT_EQ(watcher->ok("ticket.counts")["all"]["total"].get<int>(), before + 60);
    for (const std::string& each : numbers) {
        EXPECT_EQ(watcher->ok("ticket.get", {{"ticket", each}})["number"], each);
    }
    EXPECT_TRUE(taker->ok("outbox.list")["items"].empty());
    server->process().kill(SIGTERM);
    EXPECT_EQ(server->process().wait(std::chrono::seconds(20)), 0);
}
#endif

}  // namespace
}  // namespace zhida::desk
