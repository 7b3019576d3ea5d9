// SPDX-License-Identifier: GPL-3.0-or-later
// The program from outside: its command line, its lines, its end.
#include "tests/app/centre/scratch_centre.h"
#include "tests/app/server/server_process.h"

#include <signal.h>  // NOLINT: SIGTERM

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace zhida::server {
namespace {

namespace fs = std::filesystem;
using centre::newCentre;
using centre::ScratchDirectory;

TEST(ServerProgram, PrintsOneReadyLineAndEndsCleanly) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    for (const int signal : {SIGTERM, SIGINT}) {
        ServerProcess server({"--data", dir});
        const auto ready = nlohmann::json::parse(server.readyLine());
        EXPECT_EQ(ready["listening"].get<std::string>().rfind("wss://127.0.0.1:", 0), 0U);
        EXPECT_TRUE(fs::exists(ready["ca"].get<std::string>()));
        server.signal(signal);
        EXPECT_EQ(server.wait(), 0);
        EXPECT_EQ(server.restOfOutput(), "");
        EXPECT_FALSE(fs::exists(fs::path(dir) / "admin.sock"));
        EXPECT_FALSE(fs::exists(fs::path(dir) / "centre.db-wal"));
    }
}

TEST(ServerProgram, RefusesBadUsageWithTwo) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    const std::vector<std::vector<std::string>> bad{{},
                                                    {"--data", dir, "--colour"},
                                                    {"--data", dir, "--listen", "nonsense"},
                                                    {"--data", dir, "--listen", "127.0.0.1:99999"},
                                                    {"--data", dir, "--store", "paper"}};
    for (const auto& arguments : bad) {
        ServerProcess server(arguments);
        EXPECT_EQ(server.wait(), 2) << arguments.size();
        EXPECT_FALSE(server.errors().empty());
    }
}

/// One line on stderr that names `part`, exit 1, nothing on stdout.
void expectRefusal(const std::vector<std::string>& arguments, const std::string& part) {
    ServerProcess server(arguments);
    EXPECT_EQ(server.readyLine(), "");
    EXPECT_EQ(server.wait(), 1);
    const std::string errors = server.errors();
    EXPECT_EQ(std::count(errors.begin(), errors.end(), '\n'), 1) << errors;
    EXPECT_NE(errors.find(part), std::string::npos) << errors;
}

TEST(ServerProgram, SaysWhatToDoWithoutACentre) {
    const ScratchDirectory scratch;
    expectRefusal({"--data", (scratch / "none").string()}, "zhida-admin init");
}

TEST(ServerProgram, PostgresIsNotInThisVersion) {
    const ScratchDirectory scratch;
    ServerProcess server({"--data", newCentre(scratch), "--store", "postgres:host=db"});
    EXPECT_EQ(server.wait(), 2);
    EXPECT_NE(server.errors().find("PostgreSQL"), std::string::npos);
}

TEST(ServerProgram, SecondOneOnTheSameCentreIsRefused) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    ServerProcess first({"--data", dir});
    ASSERT_NE(first.readyLine(), "");
    expectRefusal({"--data", dir}, "in use by process");
    first.signal(SIGTERM);
    EXPECT_EQ(first.wait(), 0);
}

TEST(ServerProgram, RefusesADamagedFile) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    {
        std::fstream file(fs::path(dir) / "centre.db", std::ios::in | std::ios::out | std::ios::binary);
        for (int page = 2; page < 60; ++page) {
            file.seekp(page * 4096);
            file << std::string(300, '\x7f');
        }
    }
    expectRefusal({"--data", dir}, "centre.db");
    std::ofstream(fs::path(dir) / "centre.db", std::ios::trunc) << std::string(5000, 'n');
    expectRefusal({"--data", dir}, "centre.db");
}

TEST(ServerProgram, RefusesWithoutItsKey) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    fs::remove(fs::path(dir) / "pki/server.key");
    expectRefusal({"--data", dir}, "server.key");
}

TEST(ServerProgram, RefusesAPortInUse) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    ServerProcess first({"--data", dir});
    const std::string port = first.url().substr(first.url().rfind(':') + 1);
    const ScratchDirectory other;
    expectRefusal({"--data", newCentre(other), "--listen", "127.0.0.1:" + port}, port);
}

TEST(ServerProgram, DemoMakesACentreOnce) {
    const ScratchDirectory scratch;
    const std::string dir = (scratch / "demo").string();
    for (const bool fresh : {true, false}) {
        ServerProcess server({"--data", dir, "--demo"});
        ASSERT_NE(server.readyLine(), "");
        EXPECT_EQ(server.errors().find("password=") != std::string::npos, fresh);
        server.signal(SIGTERM);
        EXPECT_EQ(server.wait(), 0);
    }
}

}  // namespace
}  // namespace zhida::server
