// SPDX-License-Identifier: GPL-3.0-or-later
// A backup beside a running server, and its way back: what desks did since comes again from them.
#include "tests/app/desk/centre_fixture.h"

#include <sys/stat.h>

#include <fstream>

namespace zhida::admin {
namespace {

using desk::ChildProcess;
using desk::Json;

const Json kWait{{"seconds", 20}};

class Backup : public desk::CentreFixture {
protected:
    struct Told {
        int code = -1;
        Json last;
        std::string errors;
    };
    [[nodiscard]] Told here(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--json", "--data", centreDir()});
        ChildProcess process(ZHIDA_BIN_DIR "/zhida-admin", arguments, {});
        process.closeInput();
        Told told;
        while (auto line = process.readLine(std::chrono::seconds(60))) {
            told.last = Json::parse(*line, nullptr, false);
        }
        told.code = process.wait(std::chrono::seconds(10)).value_or(-1);
        told.errors = process.errors();
        return told;
    }
};

TEST_F(Backup, ComesBackWithWhatTheDesksDidSince) {
    const auto taker = desk(account("callTaker"));
    taker->ok("sync.wait", kWait);
    const Told saved = here({"backup", path("safe.db")});
    ASSERT_EQ(saved.code, 0) << saved.errors;
    EXPECT_GT(saved.last["tickets"], 0);
    struct stat info {};
    ASSERT_EQ(::stat(path("safe.db").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);

    const Json made = taker->ok("ticket.register", healthCertificate());
    taker->ok("sync.wait", kWait);
    EXPECT_EQ(here({"restore", path("safe.db")}).code, 1) << "the server runs";
    stopServer();
    const Told restored = here({"restore", path("safe.db")});
    ASSERT_EQ(restored.code, 0) << restored.errors;
    EXPECT_EQ(restored.last["head"], saved.last["head"]);
    EXPECT_TRUE(std::filesystem::exists(restored.last["kept"].get<std::string>()));
    EXPECT_EQ(here({"doctor"}).last["ok"], true);
    restartServer();
    taker->ok("sync.wait", kWait);
    EXPECT_EQ(taker->ok("ticket.get", {{"ticket", made["ticket"]}})["number"], made["number"]);
    const auto dispatcher = desk(account("dispatcher"));
    dispatcher->ok("sync.wait", kWait);
    EXPECT_EQ(dispatcher->ok("ticket.get", {{"ticket", made["ticket"]}})["number"], made["number"]) << "sent again";
}

TEST_F(Backup, ABadOneChangesNothing) {
    stopServer();
    ASSERT_EQ(here({"backup", path("safe.db")}).code, 0);
    EXPECT_NE(here({"backup", path("safe.db")}).errors.find("safe.db"), std::string::npos) << "never over another file";
    EXPECT_EQ(here({"backup", path("nowhere/safe.db")}).code, 1);
    EXPECT_EQ(here({"restore", path("none.db")}).code, 1);
    std::ofstream(path("text.db")) << "no database";
    EXPECT_EQ(here({"restore", path("text.db")}).code, 1);
    {
        std::fstream damaged(path("safe.db"), std::ios::in | std::ios::out | std::ios::binary);
        for (int page = 20; page < 60; ++page) {
            damaged.seekp(page * 4096 + 100);
            damaged << std::string(400, 'x');
        }
    }
    EXPECT_EQ(here({"restore", path("safe.db")}).code, 1);
    EXPECT_EQ(here({"doctor"}).last["ok"], true);
    for (const auto& each : std::filesystem::directory_iterator(centreDir())) {
        EXPECT_EQ(each.path().string().find("restore"), std::string::npos) << each.path();
    }
}

}  // namespace
}  // namespace zhida::admin
