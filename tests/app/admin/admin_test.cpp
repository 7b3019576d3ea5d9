// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desk/centre_fixture.h"
#include "tests/support/workbook_maker.h"

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

namespace zhida::admin {
namespace {

using desk::ChildProcess;
using desk::Json;

struct Outcome {
    int code = -1;
    std::vector<std::string> lines;
    std::string errors;

    [[nodiscard]] Json last() const { return lines.empty() ? Json() : Json::parse(lines.back()); }
};

class Admin : public desk::CentreFixture {
protected:
    static Outcome run(const std::vector<std::string>& arguments, const std::string& input = {},
                       const std::map<std::string, std::string>& environment = {}) {
        Outcome outcome;
        {
            ChildProcess process(ZHIDA_BIN_DIR "/zhida-admin", arguments, environment);
            process.write(input);
            process.closeInput();
            while (auto line = process.readLine(std::chrono::seconds(60))) {
                outcome.lines.push_back(*line);
            }
            outcome.code = process.wait(std::chrono::seconds(10)).value_or(-1);
            outcome.errors = process.errors();
        }
        return outcome;
    }
    /// On the fixture's centre.
    [[nodiscard]] Outcome here(std::vector<std::string> arguments, const std::string& input = {}) const {
        arguments.insert(arguments.end(), {"--data", centreDir()});
        return run(arguments, input);
    }
    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }
    [[nodiscard]] std::string messages() const {
        return file(
            "messages.jsonl",
            R"({"id":"1","user":"U1","title":"路灯整夜不亮","created_at":"2019-04-25T09:32:09","content":"三排路灯不亮","reply":"已修好","replied_at":"2019-04-30T10:00:00"}
{"id":"2","user":"U2","title":"没有时间","created_at":null,"content":"c","reply":"r","replied_at":"2019-05-01T10:00:00"}
{"id":"3","user":"U3","title":"时间倒置","created_at":"2019-04-25T09:32:09","content":"c","reply":"r","replied_at":"2019-04-20T10:00:00"}
{broken
)");
    }
};

TEST_F(Admin, ImportsTwiceToTheSameStateWithAndWithoutAServer) {
    for (const bool withServer : {false, true}) {
        if (!withServer) {
            stopServer();
        } else {
            startServer(0);
        }
        const std::string source = withServer ? "b" : "a";
        const std::vector<std::string> command{"import", "tickets", messages(), "--source", source};
        std::vector<std::string> dry = command;
        dry.emplace_back("--dry-run");
        const Outcome rehearsed = here(dry);
        const Outcome first = here(command);
        ASSERT_EQ(first.code, 0) << first.errors;
        EXPECT_EQ(first.last()["kind"], "tickets");
        EXPECT_EQ(first.last()["rows"], 4);
        EXPECT_EQ(first.last()["added"], 3);
        EXPECT_EQ(first.last()["refused"], 1);
        EXPECT_EQ(rehearsed.last()["added"], 3);
        EXPECT_EQ(rehearsed.errors, first.errors);
        EXPECT_NE(first.errors.find("line 2: "), std::string::npos);
        EXPECT_NE(first.errors.find("line 3: "), std::string::npos);
        EXPECT_NE(first.errors.find("line 4: refused: "), std::string::npos);
        const Outcome second = here(command);
        EXPECT_EQ(second.last()["unchanged"], 3);
        EXPECT_EQ(second.last()["added"], 0);
        EXPECT_EQ(second.last()["changed"], 0);
    }
}

TEST_F(Admin, AWorkMethodIsExportedCheckedChangedAndComparedWithAndWithoutAServer) {
    for (const bool withServer : {true, false}) {
        if (!withServer) {
            stopServer();
        }
        ASSERT_EQ(here({"procedure", "export", path("pack.json")}).code, 0);
        std::ifstream stream(path("pack.json"));
        Json pack = Json::parse(stream);
        EXPECT_GT(pack["categories"].size(), 600U);
        pack["claimLeaseMinutes"] = 0;
        const Outcome broken = here({"procedure", "check", file("broken.json", pack.dump(1)), "--lang", "en"});
        EXPECT_EQ(broken.code, 1);
        ASSERT_EQ(broken.lines.size(), 1U);
        EXPECT_NE(broken.lines[0].find("claimLeaseMinutes must be: 1..1440"), std::string::npos) << broken.lines[0];
        EXPECT_EQ(here({"procedure", "import", path("broken.json"), "--why", "x"}).code, 1);

        const int lease = withServer ? 20 : 25;
        pack["claimLeaseMinutes"] = lease;
        const std::string changed = file("changed.json", pack.dump());
        EXPECT_EQ(here({"procedure", "import", changed}).code, 2) << "everybody says why";
        const Outcome imported = here({"procedure", "import", changed, "--why", "试行", "--json"});
        ASSERT_EQ(imported.code, 0) << imported.errors;
        EXPECT_EQ(imported.last()["changes"][0]["after"], lease);
        const int number = imported.last()["number"];
        EXPECT_EQ(number, withServer ? 2 : 3);
        EXPECT_EQ(here({"procedure", "diff", "--number", "1", "--json"}).last()["changes"].size(), 1U);
        EXPECT_EQ(here({"procedure", "list", "--json"}).last()["versions"].size(), static_cast<std::size_t>(number));
        EXPECT_EQ(here({"procedure", "show", "--pack", "baiyin", "--json"}).last()["version"]["number"], 0);
    }
}

TEST_F(Admin, AProcedureFileIsCheckedWhereThereIsNoCentre) {
    const auto check = [&](const std::string& text) {
        return run({"procedure", "check", "-", "--json", "--data", path("nowhere")}, text);
    };
    EXPECT_EQ(check(R"({"centre":{"name":"x","region6":"370902"},"deadlines":[{"term":"5wd"}]})").code, 0);
    const Outcome broken =
        check("{\n\"centre\":{\"name\":\"x\",\"region6\":\"370902\"},\n\"deadlines\":[\n{\"term\":\"0d\"}]}");
    EXPECT_EQ(broken.code, 1);
    EXPECT_EQ(broken.last()["problems"][0]["args"]["line"], "4");
    EXPECT_EQ(run({"procedure", "check", path("absent.json")}).code, 1);
}

TEST_F(Admin, AnImportBesideTheServerReachesTheDesks) {
    const auto watcher = desk(account("supervisor"));
    watcher->ok("sync.wait", {{"seconds", 20}});
    watcher->forgetEvents();
    ASSERT_EQ(here({"import", "tickets", messages()}).code, 0);
    watcher->event([](const Json& event) { return event["event"] == "changed"; });
    watcher->ok("sync.wait", {{"seconds", 20}});
    // The words of a ticket are indexed when the desk is calm: within half a second, later on a loaded machine.
    Json ticket = Json::object();
    for (int tries = 0; tries < 400 && ticket.value("sourceId", "") != "1"; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        const Json rows = watcher->ok("ticket.search", {{"query", "路灯整夜不亮"}})["rows"];
        ticket = rows.empty() ? Json::object() : watcher->ok("ticket.get", {{"ticket", rows[0]["number"]}});
    }
    EXPECT_EQ(ticket["state"], "closed");
    EXPECT_EQ(ticket["sourceId"], "1");
    EXPECT_EQ(ticket["createdAt"], "2019-04-25T09:32:09+08:00");
    EXPECT_EQ(ticket["directAnswer"]["text"], "已修好");
}

TEST_F(Admin, ImportedArticlesAreFoundByTheirSourcesId) {
    const std::string qa =
        file("qa.jsonl",
             R"({"id":"880077","title":"异地缴存公积金能否商转公","content":"能不能转","reply":"目前不支持。"})");
    ASSERT_EQ(here({"import", "articles", qa}).last()["added"], 1);
    const Json found = here({"search", "articles", "商转公", "--limit", "3", "--json"}).last();
    ASSERT_FALSE(found["results"].empty());
    EXPECT_EQ(found["results"][0]["id"], "880077");
    EXPECT_FALSE(found["results"][0]["marks"]["title"].empty());
    EXPECT_TRUE(found["ms"].is_number());
    const auto taker = desk(account("callTaker"));
    taker->ok("sync.wait", {{"seconds", 20}});
    EXPECT_EQ(taker->ok("article.get", {{"id", "880077"}})["key"], found["results"][0]["key"]);
    const Json made = taker->ok("ticket.register", healthCertificate());
    taker->ok("ticket.directAnswer", {{"ticket", made["ticket"]}, {"text", "目前不支持。"}, {"article", "880077"}});
}

TEST_F(Admin, TakesASheetOfAWorkbook) {
    test::WorkbookMaker maker;
    maker.sheet("说明", test::textRow(1, {"填写说明"}))
        .sheet("知识", test::textRow(1, {"公积金中心知识库"}) + test::textRow(2, {"title", "answer"}) +
                           test::textRow(3, {"异地缴存能否提取", "可以，在线办理。"}) +
                           test::textRow(4, {"", "没有标题"}));
    const std::string book = file("kb.xlsx", maker.bytes());
    const Outcome taken = here({"import", "articles", book});
    ASSERT_EQ(taken.code, 0) << taken.errors;
    EXPECT_EQ(taken.last()["sheet"], "知识");
    EXPECT_EQ(taken.last()["added"], 1);
    EXPECT_NE(taken.errors.find("line 4: refused: "), std::string::npos);
    EXPECT_EQ(here({"import", "articles", book, "--sheet", "知识"}).last()["unchanged"], 1);
    EXPECT_EQ(here({"import", "articles", book, "--sheet", "知 识"}).code, 1);
    const Outcome locked = here({"import", "articles", file("old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")});
    EXPECT_EQ(locked.code, 1);
    EXPECT_NE(locked.errors.find("password"), std::string::npos);
}

TEST_F(Admin, WhatIsExportedCanBeImported) {
    ASSERT_EQ(here({"export", "articles", path("articles.jsonl")}).code, 0);
    const Json articles = here({"import", "articles", path("articles.jsonl")}).last();
    EXPECT_GT(articles["rows"], 100);
    EXPECT_EQ(articles["unchanged"], articles["rows"]);
    for (const char* const kind : {"units", "categories", "regions", "holidays"}) {
        const std::string csv = path(std::string(kind) + ".csv");
        ASSERT_EQ(here({"export", kind, csv}).code, 0);
        const Json again = here({"import", kind, csv}).last();
        EXPECT_GT(again["rows"], 5) << kind;
        EXPECT_EQ(again["unchanged"], again["rows"]) << kind;
    }
    ASSERT_EQ(here({"export", "tickets", path("tickets.csv")}).code, 0);
    ASSERT_EQ(run({"init", path("fresh")}).code, 0);
    const Json tickets = run({"import", "tickets", path("tickets.csv"), "--data", path("fresh")}).last();
    EXPECT_GT(tickets["rows"], 200);
    EXPECT_EQ(tickets["added"], tickets["rows"]);
}

TEST_F(Admin, AnExportHasTheTimeOfTheCentre) {
    ASSERT_EQ(here({"procedure", "export", path("pack.json")}).code, 0);
    std::ifstream stream(path("pack.json"));
    Json pack = Json::parse(stream);
    pack["centre"]["utcOffsetMinutes"] = 360;
    const Outcome imported = here({"procedure", "import", file("other.json", pack.dump()), "--why", "时区"});
    ASSERT_EQ(imported.code, 0) << imported.errors;
    ASSERT_EQ(here({"export", "tickets", path("tickets.jsonl")}).code, 0);
    std::ifstream rows(path("tickets.jsonl"));
    int count = 0;
    for (std::string line; std::getline(rows, line); ++count) {
        const std::string created = Json::parse(line)["createdAt"];
        ASSERT_TRUE(created.ends_with("+06:00")) << created;
    }
    EXPECT_GT(count, 200);
}

TEST_F(Admin, CountsDeadlinesWithTheCalendar) {
    const auto due = [this](const char* term) {
        return here({"deadline", "--received", "2025-08-20T10:12:27+08:00", "--term", term, "--json"}).last();
    };
    EXPECT_EQ(due("7wd")["due"], "2025-08-29T23:59:59+08:00");
    EXPECT_EQ(due("24h")["due"], "2025-08-21T10:12:27+08:00");
    EXPECT_EQ(due("15d")["due"], "2025-09-04T23:59:59+08:00");
    bool weekend = false;
    const Json segments = due("7wd")["segments"];
    for (const Json& each : segments) {
        weekend = weekend || (each["reason"] == "weekend" && each["counted"] == false);
    }
    EXPECT_TRUE(weekend);
    EXPECT_EQ(here({"deadline", "--received", "2025-08-20", "--term", "7"}).code, 1);
    EXPECT_EQ(here({"deadline", "--received", "soon", "--term", "7wd"}).code, 1);
    EXPECT_EQ(
        run({"deadline", "--received", "2025-09-30T10:00:00+08:00", "--term", "1wd", "--json", "--data", path("none")})
            .last()["due"],
        "2025-10-09T23:59:59+08:00");
}

TEST_F(Admin, KeepsAccountsUnitsAndDevices) {
    EXPECT_EQ(
        here({"unit", "add", "cgj", "城管局", "--kind", "bureau", "--region", "370902000000", "--json"}).last()["code"],
        "cgj");
    EXPECT_EQ(here({"user", "add", "zhang", "--role", "unitHandler", "--unit", "cgj", "--password-stdin", "--json"},
                   "a-long-password\n")
                  .code,
              0);
    EXPECT_EQ(desk({"zhang", "a-long-password", "unitHandler", "cgj"})->ok("ping")["user"], "zhang");
    const Json devices = here({"device", "list", "--json"}).last()["devices"];
    ASSERT_EQ(devices.size(), 1U);
    EXPECT_EQ(devices[0]["user"], "zhang");
    EXPECT_EQ(here({"user", "disable", "zhang"}).code, 0);
    EXPECT_EQ(here({"user", "disable", "nobody"}).code, 1);
    EXPECT_EQ(here({"user", "add", "zhang", "--role", "unitHandler", "--unit", "cgj"}).code, 1);
    const std::string agents =
        file("agents.csv",
             "user,name,role,unit,password\nli,李,callTaker,centre,a-long-password\nwang,王,callTaker,nowhere,\n");
    const Outcome imported = here({"import", "agents", agents});
    EXPECT_EQ(imported.last()["added"], 1);
    EXPECT_EQ(imported.last()["refused"], 1);
    EXPECT_EQ(here({"import", "agents", agents}).last()["unchanged"], 1);
}

TEST_F(Admin, ADoctorSeesDamage) {
    stopServer();
    const Outcome well = here({"doctor", "--json"});
    EXPECT_EQ(well.code, 0) << well.errors;
    EXPECT_TRUE(well.last()["ok"]);
    {
        std::fstream database(centreDir() + "/centre.db", std::ios::in | std::ios::out | std::ios::binary);
        for (int page = 20; page < 60; ++page) {
            database.seekp(page * 4096 + 100);
            database << std::string(400, 'x');
        }
    }
    const Outcome ill = here({"doctor", "--json"});
    EXPECT_EQ(ill.code, 1);
    EXPECT_FALSE(ill.last()["ok"]);
    EXPECT_EQ(ill.last()["checks"][0]["state"], "fail");
}

TEST_F(Admin, ExitCodesAndOneClearLine) {
    EXPECT_EQ(run({}).code, 2);
    EXPECT_EQ(run({"bogus"}).code, 2);
    EXPECT_EQ(run({"import", "things", "x"}).code, 2);
    EXPECT_EQ(run({"--help"}).code, 0);
    const Outcome missing = run({"import", "tickets", path("none"), "--data", path("nowhere")});
    EXPECT_EQ(missing.code, 1);
    EXPECT_EQ(std::count(missing.errors.begin(), missing.errors.end(), '\n'), 1);
    const Outcome chinese = run({"doctor"}, "", {{"ZHIDA_DATA", path("nowhere")}, {"LC_ALL", "zh_CN.UTF-8"}});
    EXPECT_NE(chinese.errors.find("没有中心数据"), std::string::npos);
    EXPECT_EQ(run({"init", centreDir()}).code, 1);
    EXPECT_EQ(here({"import", "tickets", file("t.csv", "title,content\n,\n")}).code, 1);
    EXPECT_EQ(here({"import", "tickets", file("t.xlsx", "PK\x03\x04")}).code, 1);
}

}  // namespace
}  // namespace zhida::admin
