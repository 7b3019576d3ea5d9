// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 under load: what was acknowledged is there, once.
#include "sync/store/sqlite_server_store.h"
#include "tests/app/centre/scratch_centre.h"
#include "tests/app/server/raw_desk.h"
#include "tests/app/server/server_process.h"

#include <signal.h>  // NOLINT: SIGKILL

#include <nlohmann/json.hpp>

#include <atomic>
#include <map>
#include <thread>

namespace zhida::server {
namespace {

namespace fs = std::filesystem;
using centre::newCentre;
using centre::ScratchDirectory;

constexpr int kRounds = 5;
constexpr int kPushes = 2'000;

struct Load {
    std::map<CommandId, std::uint64_t> acknowledged;
    std::vector<TicketId> tickets;
};

/// Pushes until the line ends; remembers what was acknowledged.
void pushUntilTheEnd(RawDesk& desk, Load& load, std::atomic<int>& pushed) {
    for (int i = 0; i < kPushes; ++i) {
        const std::vector<domain::Command> commands{desk.registration("负载一"), desk.registration("负载二")};
        const auto answers = desk.push(commands);
        if (!answers) {
            return;
        }
        ++pushed;
        for (int each = 0; each < answers->answers_size(); ++each) {
            if (answers->answers(each).seq() != 0) {
                const domain::Command& command = commands[static_cast<std::size_t>(each)];
                load.acknowledged[command.id] = answers->answers(each).seq();
                load.tickets.push_back(command.ticket);
            }
        }
    }
}

TEST(ServerCrash, LosesNothingThatWasAcknowledged) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    const nlohmann::json user{{"user", "ct01"}, {"role", "callTaker"}, {"password", "correct horse"}};
    ASSERT_TRUE(centre::access(dir)->call("user.add", user.dump()).ok());
    std::array<Load, 2> loads;
    SystemRng rng;
    for (int round = 0; round < kRounds; ++round) {
        ServerProcess server({"--data", dir});
        ASSERT_NE(server.readyLine(), "") << server.errors();
        std::array<std::unique_ptr<RawDesk>, 2> desks;
        for (auto& desk : desks) {
            desk = std::make_unique<RawDesk>(server.url(), server.ca());
            ASSERT_TRUE(desk->signIn("ct01", "correct horse")) << desk->refusal();
        }
        std::atomic<int> pushed{0};
        std::thread first([&] { pushUntilTheEnd(*desks[0], loads[0], pushed); });
        std::thread second([&] { pushUntilTheEnd(*desks[1], loads[1], pushed); });
        while (pushed.load() < 20) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(rng.below(40)));
        server.signal(SIGKILL);
        first.join();
        second.join();
        EXPECT_EQ(server.wait(), 128 + SIGKILL);
    }
    auto store = sync::SqliteServerStore::open(fs::path(dir) / "centre.db");
    ASSERT_TRUE(store.ok()) << store.error().code << store.error().arg("detail");
    EXPECT_TRUE((*store)->examine().empty());
    for (const Load& load : loads) {
        EXPECT_GE(load.acknowledged.size(), static_cast<std::size_t>(kRounds));
        for (const auto& [command, seq] : load.acknowledged) {
            const auto answer = (*store)->answer(command);
            ASSERT_TRUE(answer);
            EXPECT_EQ(answer->seq, seq);
        }
        for (const TicketId& ticket : load.tickets) {
            EXPECT_EQ((*store)->history(ticket).size(), 1U);
        }
    }
}

/// A desk that could sign in and register something, tried for at most 15 s.
std::optional<domain::Command> registerWithPatience(ServerProcess& server) {
    for (int attempt = 0; attempt < 60; ++attempt) {
        RawDesk desk(server.url(), server.ca());
        if (desk.signIn("ct01", "correct horse")) {
            const domain::Command command = desk.registration("磁盘恢复以后");
            const auto answers = desk.push({command});
            if (answers && answers->answers(0).seq() != 0) {
                return command;
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
    return std::nullopt;
}

TEST(ServerCrash, AFullDiskCutsTheLinesAndGoesOnWhenThereIsRoom) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    const nlohmann::json user{{"user", "ct01"}, {"role", "callTaker"}, {"password", "correct horse"}};
    ASSERT_TRUE(centre::access(dir)->call("user.add", user.dump()).ok());
    ServerProcess server({"--data", dir});
    ASSERT_NE(server.readyLine(), "");
    RawDesk desk(server.url(), server.ca());
    ASSERT_TRUE(desk.signIn("ct01", "correct horse"));
    const domain::Command before = desk.registration("磁盘满以前");
    ASSERT_TRUE(desk.push({before}));
    server.limitFiles(4096);
    EXPECT_FALSE(desk.push({desk.registration("磁盘满的时候")})) << "nothing may be acknowledged that is not stored";
    server.limitFiles(0);
    const auto after = registerWithPatience(server);
    EXPECT_TRUE(after) << server.errors();
    server.signal(SIGTERM);
    EXPECT_EQ(server.wait(), 0);
    EXPECT_NE(server.errors().find("event=db.full"), std::string::npos) << server.errors();
    const auto store = sync::SqliteServerStore::open(fs::path(dir) / "centre.db");
    ASSERT_TRUE(store.ok());
    EXPECT_TRUE((*store)->examine().empty());
    EXPECT_EQ((*store)->ticketCount(), 2);
    EXPECT_TRUE((*store)->ticket(before.ticket));
}

using Refusals = std::array<std::string, 20>;

/// All at once, as prefix0, prefix1 …; "" for who is in.
std::vector<std::thread> signInAll(ServerProcess& server, const std::string& prefix, const std::string& password,
                                   Refusals& refusals) {
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < refusals.size(); ++i) {
        threads.emplace_back([&server, &refusal = refusals[i], user = prefix + std::to_string(i), password] {
            RawDesk desk(server.url(), server.ca());
            refusal = desk.signIn(user, password) ? "" : desk.refusal();
        });
    }
    return threads;
}

void joinAll(std::vector<std::thread>& threads) {
    for (std::thread& each : threads) {
        each.join();
    }
}

/// After the disk was full another engine counts its sign-ins from one; checks that the old one had asked for are still made.
TEST(ServerCrash, ChecksFromBeforeTheDiskWasFullSayNothingOfAnybody) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    std::array<Refusals, 2> refusals;
    for (std::size_t i = 0; i < refusals[0].size(); ++i) {
        const nlohmann::json user{
            {"user", "ct" + std::to_string(i)}, {"role", "callTaker"}, {"password", "correct horse"}};
        ASSERT_TRUE(centre::access(dir)->call("user.add", user.dump()).ok());
    }
    ServerProcess server({"--data", dir});
    ASSERT_NE(server.readyLine(), "");
    RawDesk desk(server.url(), server.ca());
    ASSERT_TRUE(desk.signIn("ct0", "correct horse"));
    // So many that the worker has not done with them when the engine ends, nor when the next one begins.
    auto strangers = signInAll(server, "stranger", "wrong", refusals[0]);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    server.limitFiles(4096);
    EXPECT_FALSE(desk.push({desk.registration("磁盘满的时候")}));
    server.limitFiles(0);
    joinAll(strangers);
    for (int i = 0; i < 2'000 && server.errors().find("event=server.resumed") == std::string::npos; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    auto staff = signInAll(server, "ct", "correct horse", refusals[1]);
    joinAll(staff);
    for (const std::string& refusal : refusals[1]) {
        EXPECT_NE(refusal, "auth.wrongPassword");
    }
}

}  // namespace
}  // namespace zhida::server
