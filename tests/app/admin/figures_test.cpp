// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines, what a new holiday paper moves, and the report of figures, as zhida-admin tells them.
#include "tests/app/desk/centre_fixture.h"

#include <algorithm>
#include <fstream>
#include <map>

namespace zhida::admin {
namespace {

using desk::ChildProcess;
using desk::Json;

struct Told {
    int code = -1;
    std::vector<std::string> lines;
    std::string errors;

    [[nodiscard]] Json last() const { return lines.empty() ? Json() : Json::parse(lines.back(), nullptr, false); }
};

Told tell(const std::vector<std::string>& arguments) {
    ChildProcess process(ZHIDA_BIN_DIR "/zhida-admin", arguments, {});
    process.closeInput();
    Told told;
    while (auto line = process.readLine(std::chrono::seconds(60))) {
        told.lines.push_back(*line);
    }
    told.code = process.wait(std::chrono::seconds(10)).value_or(-1);
    told.errors = process.errors();
    return told;
}

class Figures : public desk::CentreFixture {
protected:
    [[nodiscard]] Told here(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--data", centreDir()});
        return tell(arguments);
    }
    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }
};

TEST_F(Figures, ADeadlineWithExtensionPauseOfficeAndAProofWithoutHole) {
    const Json told = here({"deadline", "--received", "2025-08-20T10:12:27+08:00", "--term", "7wd", "--extend", "10wd",
                            "--extend", "2d", "--pause", "2025-08-22/2025-08-25", "--json"})
                          .last();
    EXPECT_EQ(told["parts"].size(), 3U);
    EXPECT_EQ(told["parts"][0]["due"], "2025-09-02T23:59:59+08:00");
    EXPECT_EQ(told["parts"][1]["due"], "2025-09-16T23:59:59+08:00");
    EXPECT_EQ(told["due"], "2025-09-18T23:59:59+08:00");
    EXPECT_EQ(told["provisional"], false);
    std::string at = told["received"];
    for (const Json& each : told["segments"]) {
        EXPECT_EQ(each["from"], at);
        at = each["to"];
    }
    EXPECT_EQ(told["due"], at);
    EXPECT_EQ(here({"deadline", "--received", "2025-08-20T11:00:00+08:00", "--term", "4wh", "--office",
                    "09:00-12:00,14:00-18:00", "--json"})
                  .last()["due"],
              "2025-08-20T17:00:00+08:00");
    EXPECT_EQ(here({"deadline", "--received", "2027-03-01", "--term", "1wd", "--json"}).last()["provisional"], true);
}

TEST_F(Figures, ADeadlineReadByAPersonInBothLanguages) {
    const Told zh = here({"--lang", "zh", "deadline", "--received", "2026-12-30T10:00:00+08:00", "--term", "3wd"});
    EXPECT_EQ(zh.lines.front(), "到期 2027-01-04 23:59:59 周一");
    EXPECT_NE(zh.lines.back().find("暂定"), std::string::npos);
    const Told en = here({"--lang", "en", "deadline", "--received", "2025-08-20T10:12:27+08:00", "--term", "7wd"});
    EXPECT_EQ(en.lines.front(), "due 2025-08-29 23:59:59 Fri");
    EXPECT_NE(en.lines.back().find("7 days"), std::string::npos);
}

TEST_F(Figures, BadDeadlinesAreRefusedWithTheirPlace) {
    const auto refusal = [this](std::vector<std::string> more) {
        std::vector<std::string> arguments{"deadline", "--received", "2025-08-20T10:00:00", "--term", "7wd"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Told told = here(arguments);
        EXPECT_EQ(told.code, 1);
        EXPECT_TRUE(told.lines.empty());
        return told.errors;
    };
    EXPECT_NE(refusal({"--extend", "0wd"}).find("deadline.badTerm"), std::string::npos);
    EXPECT_NE(refusal({"--pause", "2025-08-22"}).find("time.bad"), std::string::npos);
    EXPECT_NE(refusal({"--pause", "2025-08-22/2025-08-20"}).find("deadline.badPause"), std::string::npos);
    for (const char* office : {"08:30", "12:00-08:30", "08:00-12:00,11:00-13:00", "08:00-25:00", "08:00:30-12:00"}) {
        EXPECT_NE(refusal({std::string("--office=") + office}).find("calendar.badOffice"), std::string::npos);
    }
    const std::string broken = file("broken.csv", "date,name,is_off\n2025-08-25,休,1\n2025-02-30,休,1\n");
    const std::string errors = refusal({"--calendar", broken});
    EXPECT_NE(errors.find("line 3"), std::string::npos);
    EXPECT_NE(errors.find("calendar.badRows"), std::string::npos);
    const std::string good = file("good.csv", "date,name,is_off\n2025-08-25,休,1\n");
    EXPECT_EQ(
        here({"deadline", "--received", "2025-08-22", "--term", "1wd", "--calendar", good, "--json"}).last()["due"],
        "2025-08-26T23:59:59+08:00");
}

TEST_F(Figures, TheInspectionSampleOfADayIsTheSameForEverybody) {
    std::map<std::string, std::size_t> doneOn;
    EXPECT_EQ(here({"export", "tickets", path("done.jsonl")}).code, 0);
    std::ifstream in(path("done.jsonl"));
    for (std::string line; std::getline(in, line);) {
        const Json ticket = Json::parse(line);
        if (const Json closed = ticket.value("closedAt", Json()); closed.is_string()) {
            ++doneOn[closed.get<std::string>().substr(0, 10)];
        }
    }
    ASSERT_FALSE(doneOn.empty());
    const auto busiest = std::max_element(doneOn.begin(), doneOn.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    const std::vector<std::string> ask{"report", "inspection", "--day", busiest->first, "--json"};
    const Json first = here(ask).last();
    EXPECT_EQ(first["done"], busiest->second);
    EXPECT_EQ(first["seed"], "taishan-quality");
    EXPECT_FALSE(first["sample"].empty());  // one of every person's at least
    EXPECT_EQ(here(ask).last(), first);
    EXPECT_TRUE(here({"report", "inspection", "--day", "1999-01-01", "--json"}).last()["sample"].empty());
    EXPECT_NE(here({"report", "inspection", "--day", "1999-13-01"}).errors.find("time.bad"), std::string::npos);
}

TEST_F(Figures, ADryRunTellsExactlyWhichOpenTicketsAPaperMoves) {
    const auto openDues = [this] {
        std::map<std::string, std::string> dues;
        EXPECT_EQ(here({"export", "tickets", path("t.jsonl")}).code, 0);
        std::ifstream in(path("t.jsonl"));
        for (std::string line; std::getline(in, line);) {
            const Json ticket = Json::parse(line);
            const std::string state = ticket["state"];
            if (state != "closed" && state != "directAnswered" && state != "archived" && ticket.contains("due") &&
                ticket["due"].is_string()) {
                dues[ticket["number"]] = ticket["due"];
            }
        }
        return dues;
    };
    const auto dues = openDues();
    ASSERT_FALSE(dues.empty());
    std::string latest;
    for (const auto& [number, due] : dues) {
        latest = std::max(latest, due.substr(0, 10));
    }
    const std::string paper = file("paper.csv", "date,name,is_off\n" + latest + ",新假日,1\n");
    const Json told = here({"import", "holidays", paper, "--dry-run", "--json"}).last();
    EXPECT_EQ(told["dryRun"], true);
    ASSERT_GT(told["moves"].size(), 0U);
    for (const Json& move : told["moves"]) {
        const auto from = move["from"].get<std::string>();
        EXPECT_EQ(dues.at(move["number"]), from);
        EXPECT_EQ(from.substr(0, 10), latest);  // only they have that day to count
        EXPECT_GT(move["to"], move["from"]);
    }
    EXPECT_EQ(openDues(), dues);
    EXPECT_EQ(here({"import", "holidays", file("same.csv", "date,name,is_off\n2025-10-01,国庆节、中秋节,1\n"),
                    "--dry-run", "--json"})
                  .last()["moves"]
                  .size(),
              0U);
}

TEST_F(Figures, ANewYearIsImportedAndAGapIsRefused) {
    const auto due = [this] {
        return here({"deadline", "--received", "2027-09-30T10:00:00", "--term", "1wd", "--json"}).last();
    };
    EXPECT_EQ(due()["due"], "2027-10-01T23:59:59+08:00");
    EXPECT_EQ(due()["provisional"], true);
    const std::string later = file("2028.csv", "date,name,is_off\n2028-01-01,元旦,1\n");
    for (const bool dry : {true, false}) {
        const Told refused = here({"import", "holidays", later, dry ? "--dry-run" : "--verbose"});
        EXPECT_EQ(refused.code, 1);
        EXPECT_NE(refused.errors.find("calendar.gap"), std::string::npos);
        EXPECT_NE(refused.errors.find("2027"), std::string::npos);
    }
    EXPECT_EQ(here({"deadline", "--received", "2027-12-31", "--term", "1wd", "--json"}).last()["due"],
              "2028-01-03T23:59:59+08:00");  // by the week: the old state stands
    std::string paper = "date,name,is_off\n2027-01-01,元旦,1\n";
    for (int day = 1; day <= 7; ++day) {
        paper += "2027-10-0" + std::to_string(day) + ",国庆节,1\n";
    }
    EXPECT_EQ(here({"import", "holidays", file("2027.csv", paper)}).last()["added"], 8);
    EXPECT_EQ(due()["due"], "2027-10-08T23:59:59+08:00");
    EXPECT_EQ(due()["provisional"], false);
    EXPECT_EQ(here({"import", "holidays", later}).code, 0);
}

TEST_F(Figures, AReportCountsTheSameBesideAServerAndOnTheFolder) {
    const auto report = [this](std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"report", "kpi", "--from", "2020-01-01", "--to", "2040-12-31", "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return here(arguments).last();
    };
    const Json beside = report();
    EXPECT_GT(beside["counts"]["received"], 200);
    for (const Json& rate : beside["rates"]) {
        EXPECT_LE(rate["numerator"], rate["denominator"]) << rate;
        EXPECT_EQ(rate["denominator"] == 0, rate["value"] == "-") << rate;
    }
    bool calls = false;
    for (const Json& each : beside["absent"]) {
        calls = calls || (each["code"] == "callAnswered" && each["why"] == "noCalls");
    }
    EXPECT_TRUE(calls);
    stopServer();
    EXPECT_EQ(report(), beside);
    EXPECT_LT(report({"--unit", "wsjk"})["counts"]["received"], beside["counts"]["received"]);
    EXPECT_EQ(here({"report", "kpi", "--unit", "nobody"}).code, 1);
    EXPECT_EQ(here({"report", "kpi", "--from", "2026-02-30"}).code, 1);
    EXPECT_EQ(here({"report", "kpi", "--from", "2026-03-02", "--to", "2026-03-01"}).code, 1);
    EXPECT_EQ(here({"report", "none"}).code, 2);
}

/// The demo centre answers health certificates on the spot; a unit was given the like all the same.
TEST_F(Figures, GapsAreRankedWithADraftWithoutPersonalData) {
    const std::string tickets = file(
        "gaps.jsonl",
        R"({"id":"1","title":"古树认养登记要带什么材料","content":"我叫张三，电话13800000000，古树认养登记要带什么材料","callerName":"张三","appealType":"consult","createdAt":"2026-11-02T09:00:00+08:00","unit":"wsjk","reply":"张三您好，带身份证和认养申请。","repliedAt":"2026-11-03T09:00:00+08:00"})"
        "\n"
        R"({"id":"2","title":"请问古树认养登记要带什么材料","content":"古树认养登记","appealType":"consult","createdAt":"2026-11-04T09:00:00+08:00","unit":"wsjk"})"
        "\n");
    const Told imported = here({"import", "tickets", tickets, "--json"});
    ASSERT_EQ(imported.code, 0) << imported.errors;
    const Json told = here({"report", "gaps", "--from", "2026-11-01", "--to", "2026-11-05", "--json"}).last();
    EXPECT_EQ(told["from"], "2026-11-01");
    EXPECT_EQ(told["to"], "2026-11-05");
    const Json* found = nullptr;
    for (const Json& each : told["gaps"]) {
        found = each["title"] == "古树认养登记要带什么材料" ? &each : found;
    }
    ASSERT_NE(found, nullptr) << told.dump();
    EXPECT_EQ((*found)["count"], 2);
    EXPECT_EQ((*found)["kind"], "missing");
    EXPECT_EQ((*found)["draft"].dump().find("张三"), std::string::npos);
    EXPECT_NE((*found)["draft"]["answer"].get<std::string>().find("认养申请"), std::string::npos);
    EXPECT_NE(here({"--lang", "zh", "report", "gaps", "--from", "2026-11-01", "--limit", "1"})
                  .lines.front()
                  .find("现场直答率"),
              std::string::npos);
    EXPECT_EQ(here({"report", "gaps", "--unit", "nobody"}).code, 1);
    const Json all = here({"report", "gaps", "--from", "2026-10-01", "--json"}).last();
    std::size_t direct = 0;
    for (const Json& each : all["desks"]) {
        direct += each["direct"].get<std::size_t>();
    }
    EXPECT_EQ(direct, all["rates"]["direct"]);
    const Json ofUnit = here({"report", "gaps", "--from", "2026-10-01", "--unit", "wsjk", "--json"}).last();
    ASSERT_EQ(ofUnit["units"].size(), 1U);
    EXPECT_LT(ofUnit["rates"]["direct"],
              here({"report", "gaps", "--from", "2026-10-01", "--json"}).last()["rates"]["direct"]);
    for (const auto& [name, value] : ofUnit["rates"].items()) {
        EXPECT_EQ(value, ofUnit["units"][0][name]) << name;
    }
}

TEST_F(Figures, ArticlesWithTheirFaultsAndATableOfUnits) {
    const std::string list = file("list.csv",
                                  "id,title,answer,unit,keywords,phone\n"
                                  "g1,办健康证,到窗口,wsjk,体检,6991234\ng2,办健康证,到窗口,wsjk,体检,0538-6991234\n");
    ASSERT_EQ(here({"import", "articles", list}).code, 0);
    const Json told = here({"report", "articles", "--unit", "wsjk", "--json"}).last();
    const auto rules = [&told](const std::string& rule) {
        int count = 0;
        for (const Json& each : told["articles"]) {
            for (const Json& mark : each["marks"]) {
                count += mark["rule"] == rule ? 1 : 0;
            }
        }
        return count;
    };
    EXPECT_EQ(rules("title.repeated"), 2);
    EXPECT_EQ(rules("phone.areaCode") >= 1, true);
    ASSERT_EQ(told["units"].size(), 1U);
    EXPECT_EQ(told["units"][0]["unit"], "wsjk");
    EXPECT_GE(told["units"][0]["red"], 2);
    EXPECT_EQ(told["units"][0]["articles"], told["units"][0]["red"].get<int>() + told["units"][0]["amber"].get<int>() +
                                                told["units"][0]["clean"].get<int>());
    EXPECT_EQ(here({"report", "articles", "--unit", "nobody"}).code, 1);
    EXPECT_NE(here({"--lang", "zh", "report", "kpi"}).lines.front().find("统计期"), std::string::npos);
}

}  // namespace
}  // namespace zhida::admin
