// SPDX-License-Identifier: GPL-3.0-or-later
// The server inside a process, as the workstation's demo has it.
#include "app/centre/centre_server.h"
#include "tests/app/centre/scratch_centre.h"
#include "tests/app/server/raw_desk.h"

#include <nlohmann/json.hpp>

#include <mutex>
#include <thread>

namespace zhida::server {
namespace {

using centre::CentreServer;
using centre::newCentre;
using centre::ScratchDirectory;

void addCallTaker(const std::string& dir) {
    const nlohmann::json user{{"user", "ct01"}, {"role", "callTaker"}, {"password", "correct horse"}};
    ASSERT_TRUE(centre::access(dir)->call("user.add", user.dump()).ok());
}

TEST(EmbeddedServer, StartsServesAndStopsAgainAndAgain) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    addCallTaker(dir);
    for (int run = 0; run < 3; ++run) {
        auto server = CentreServer::start(dir, {});
        ASSERT_TRUE(server.ok()) << server.error().code;
        RawDesk desk((*server)->url(), (*server)->caFile());
        ASSERT_TRUE(desk.signIn("ct01", "correct horse")) << desk.refusal();
        EXPECT_TRUE(desk.push({desk.registration("嵌入式")}));
        (*server)->stop();
        (*server)->stop();
    }
    EXPECT_EQ(nlohmann::json::parse(*centre::access(dir)->call("status", "{}"))["tickets"], 3);
}

TEST(EmbeddedServer, HoldsTheCentreAlone) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    auto server = CentreServer::start(dir, {});
    ASSERT_TRUE(server.ok());
    EXPECT_EQ(CentreServer::start(dir, {}).error().code, "centre.locked");
    EXPECT_EQ(centre::initCentre(dir, {}).error().code, "centre.exists");
    EXPECT_EQ(CentreServer::start((scratch / "none").string(), {}).error().code, "centre.missing");
}

TEST(EmbeddedServer, ManyDesksAndAdministratorsAtOnce) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    addCallTaker(dir);
    std::mutex mutex;
    std::vector<std::string> log;
    centre::ServeOptions options;
    options.log = [&](const centre::LogLine& line) {
        const std::lock_guard lock(mutex);
        log.push_back(line.what.code);
    };
    auto server = CentreServer::start(dir, options);
    ASSERT_TRUE(server.ok());
    RawDesk first((*server)->url(), (*server)->caFile());
    const auto welcome = first.signIn("ct01", "correct horse");
    ASSERT_TRUE(welcome);
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) {
        threads.emplace_back([&, i] {
            const auto admin = centre::access(dir);
            for (int batch = 0; batch < 5; ++batch) {
                const auto counts = admin->importTickets({centre::foreignTicket(i * 100 + batch)});
                EXPECT_TRUE(counts.ok() && counts->added == 1);
            }
        });
    }
    for (int i = 0; i < 20; ++i) {
        EXPECT_TRUE(first.push({first.registration("同时")}));
    }
    for (std::thread& each : threads) {
        each.join();
    }
    EXPECT_EQ(nlohmann::json::parse(*centre::access(dir)->call("status", "{}"))["tickets"], 30);
    (*server)->stop();
    EXPECT_NE(std::find(log.begin(), log.end(), "line.opened"), log.end());
}

TEST(EmbeddedServer, AnAdministratorLearnsThatTheServerHasGone) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    auto server = CentreServer::start(dir, {});
    ASSERT_TRUE(server.ok());
    const auto admin = centre::access(dir);
    ASSERT_TRUE(admin->call("status", "{}").ok());
    (*server)->stop();
    const auto lost = admin->call("status", "{}");
    ASSERT_FALSE(lost.ok());
    EXPECT_EQ(lost.error().code, "centre.lost");
    EXPECT_TRUE(centre::access(dir)->call("status", "{}").ok());
}

}  // namespace
}  // namespace zhida::server
