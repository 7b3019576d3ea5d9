// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/centre_server.h"
#include "app/centre/shipped_data.h"
#include "model/wire/procedure_text.h"
#include "model/wire/rules_file.h"
#include "tests/app/centre/scratch_centre.h"

#include <gtest/gtest.h>

namespace zhida::centre {
namespace {

using nlohmann::json;

class ProceduresTest : public testing::Test {
protected:
    /// The demo is made once and copied.
    static void SetUpTestSuite() {
        s_pattern = std::make_unique<ScratchDirectory>();
        newCentre(*s_pattern, true);
    }
    static void TearDownTestSuite() { s_pattern.reset(); }
    void SetUp() override {
        m_dir = (m_scratch / "centre").string();
        std::filesystem::copy(*s_pattern / "centre", m_dir, std::filesystem::copy_options::recursive);
    }

    /// The answer, or {"code",…} of the refusal.
    json ask(const std::string& operation, const json& arguments = json::object()) const {
        auto centre = CentreAccess::open(m_dir);
        const auto answer = (*centre)->call("procedure." + operation, arguments.dump());
        return answer ? json::parse(*answer)
                      : json{{"code", answer.error().code}, {"path", answer.error().arg("path")}};
    }
    [[nodiscard]] json live() const { return json::parse(ask("show")["text"].get<std::string>()); }

    ScratchDirectory m_scratch;
    std::string m_dir;

private:
    static inline std::unique_ptr<ScratchDirectory> s_pattern;
};

TEST_F(ProceduresTest, ANewCentreHasItsFirstVersion) {
    const json list = ask("list");
    ASSERT_EQ(list["versions"].size(), 1U);
    EXPECT_EQ(list["versions"][0]["number"], 1);
    EXPECT_EQ(list["versions"][0]["why"], "init");
    EXPECT_EQ(list["packs"].size(), 7U);
    EXPECT_EQ(live()["centre"]["region6"], "370902");
}

TEST_F(ProceduresTest, AChangeIsANewVersionAndTheOldOnesStayReadable) {
    json changed = live();
    changed["claimLeaseMinutes"] = 30;
    changed["returnReasons"][0]["zh"] = "不属本地";
    const json done = ask("import", {{"text", changed.dump()}, {"why", "十五分钟太短"}, {"by", "root"}});
    EXPECT_EQ(done["number"], 2) << done;
    ASSERT_EQ(done["changes"].size(), 2U) << done;
    EXPECT_EQ(done["changes"][0]["path"], "claimLeaseMinutes");
    EXPECT_EQ(done["changes"][1]["path"], "returnReasons[wrongRegion].zh");
    changed["claimLeaseMinutes"] = 45;
    EXPECT_EQ(ask("import", {{"text", changed.dump()}, {"why", "还是太短"}})["number"], 3);

    const json versions = ask("list")["versions"];
    ASSERT_EQ(versions.size(), 3U);
    EXPECT_EQ(versions[1]["by"], "root");
    EXPECT_EQ(versions[1]["why"], "十五分钟太短");
    const auto leaseOf = [this](int number) {
        return json::parse(ask("show", {{"number", number}})["text"].get<std::string>())["claimLeaseMinutes"];
    };
    EXPECT_EQ(leaseOf(1), 15);
    EXPECT_EQ(leaseOf(2), 30);
    EXPECT_EQ(leaseOf(3), 45);
    EXPECT_EQ(ask("diff", {{"number", 2}})["changes"].size(), 1U);
    EXPECT_EQ(ask("show", {{"number", 4}})["code"], "procedure.unknown");
}

TEST_F(ProceduresTest, ThatWhichSaysTheSameIsNoNewVersion) {
    EXPECT_EQ(ask("import", {{"text", live().dump()}, {"why", "nothing"}})["number"], 1);
    EXPECT_EQ(ask("import", {{"text", live().dump()}})["code"], "field.missing") << "everybody says why";
}

TEST_F(ProceduresTest, ABrokenFileIsRefusedAndTheOldRulesStand) {
    const json before = live();
    const auto refused = [&](const char* patch) {
        json broken = before;
        broken.merge_patch(json::parse(patch));
        const json answer = ask("import", {{"text", broken.dump()}, {"why", "try"}});
        return answer.value("code", "") + " " + answer.value("path", "");
    };
    EXPECT_EQ(refused(R"({"archiveAfter":"0d"})"), "rules.value archiveAfter");
    EXPECT_EQ(refused(R"({"deadlines":[{"term":"5wd","urgency":"normal"}]})"), "rules.gap deadlines");
    EXPECT_EQ(refused(R"({"responsibilities":[{"category":"01","unit":"nobody"}]})"),
              "rules.unknownCode responsibilities[0].unit");
    EXPECT_EQ(refused(R"({"responsibilities":[{"category":"99","unit":"gs"}]})"),
              "rules.unknownCode responsibilities[0].category");
    EXPECT_EQ(refused(R"({"responsibilities":[{"category":"01","region":"11","unit":"gs"}]})"),
              "rules.unknownCode responsibilities[0].region");
    EXPECT_EQ(refused(R"({"forms":[{"code":"reply","zh":"新","use":"reply","fields":[]}]})"), "rules.formChanged ");
    EXPECT_EQ(refused(R"({"categories":[{"code":"0199","name":"新","parent":"77"}]})"),
              "rules.reference categories[0].parent");
    EXPECT_EQ(ask("import", {{"text", "{"}, {"why", "try"}})["code"], "rules.syntax");
    EXPECT_EQ(live(), before);
    EXPECT_EQ(ask("list")["versions"].size(), 1U);
}

TEST_F(ProceduresTest, CheckSaysEverythingAndChangesNothing) {
    json broken = live();
    broken["archiveAfter"] = "0d";
    broken["undoRestSeconds"] = "soon";
    broken["future"] = 1;
    const json answer = ask("check", {{"text", broken.dump()}});
    EXPECT_EQ(answer["ok"], false);
    EXPECT_EQ(answer["problems"].size(), 2U);
    EXPECT_EQ(answer["notices"][0]["args"]["path"], "future");
    broken["archiveAfter"] = "60d";
    broken["undoRestSeconds"] = 30;
    EXPECT_EQ(ask("check", {{"text", broken.dump()}})["changes"].size(), 3U);
    EXPECT_EQ(ask("list")["versions"].size(), 1U);
}

TEST_F(ProceduresTest, WhatIsNotKnownIsKept) {
    json newer = live();
    newer["future"] = {{"deep", {1, 2}}};
    const json done = ask("import", {{"text", newer.dump()}, {"why", "from a newer program"}});
    EXPECT_EQ(done["notices"][0]["code"], "rules.unknownField");
    EXPECT_EQ(live()["future"]["deep"][1], 2);
}

TEST_F(ProceduresTest, AFormThatIsDroppedIsKeptForOldTicketsAndNoLongerOffered) {
    json changed = live();
    changed["forms"] = json::parse(R"([{"code":"reply","version":2,"zh":"新答复单","use":"reply","fields":[]}])");
    EXPECT_EQ(ask("import", {{"text", changed.dump()}, {"why", "new form"}})["number"], 2);
    const domain::Rules rules = *wire::rulesFromText(live().dump());
    EXPECT_EQ(rules.form("reply")->version, 2);
    EXPECT_FALSE(rules.form("reply", 1)->fieldList.empty());
    EXPECT_EQ(rules.form("callback"), nullptr);
    EXPECT_TRUE(rules.form("callback", 1)->retired);
    EXPECT_EQ(ask("import", {{"text", live().dump()}, {"why", "again"}})["number"], 2);
}

TEST_F(ProceduresTest, TwoAdministratorsDoNotOverwriteEachOther) {
    json mine = live();
    mine["claimLeaseMinutes"] = 20;
    EXPECT_EQ(ask("import", {{"text", mine.dump()}, {"why", "first"}, {"base", 1}})["number"], 2);
    mine["claimLeaseMinutes"] = 10;
    EXPECT_EQ(ask("import", {{"text", mine.dump()}, {"why", "second"}, {"base", 1}})["code"], "procedure.stale");
    EXPECT_EQ(live()["claimLeaseMinutes"], 20);
}

TEST_F(ProceduresTest, APackCarriesItsCategoriesAndComesBackAsItWent) {
    json pack = live();
    pack["categories"] = json::parse(R"([{"code":"019901","name":"共享单车乱停","parent":"019900"},
        {"code":"019900","name":"共享出行","parent":"010000","validFrom":"2026-01-01","validTo":"2027-12-31"}])");
    pack["responsibilities"].push_back({{"category", "0199"}, {"unit", "zfj"}, {"basis", "三定方案"}});
    const json done = ask("import", {{"text", pack.dump()}, {"why", "共享单车"}});
    ASSERT_EQ(done.value("number", 0), 2) << done;
    const json exported = json::parse(ask("export")["text"].get<std::string>());
    json found;
    for (const json& each : exported["categories"]) {
        found = each["code"] == "019900" ? each : found;
    }
    EXPECT_EQ(found["validTo"], "2027-12-31");
    EXPECT_FALSE(live().contains("categories")) << "they are records, once";
    EXPECT_EQ(ask("import", {{"text", exported.dump()}, {"why", "back"}})["number"], 2) << "nothing has changed";
}

TEST_F(ProceduresTest, TheSameBesideARunningServer) {
    const auto server = CentreServer::start(m_dir, {});
    ASSERT_TRUE(server.ok());
    json changed = live();
    changed["callback"]["attempts"] = 5;
    EXPECT_EQ(ask("import", {{"text", changed.dump()}, {"why", "三次不够"}})["number"], 2);
    EXPECT_EQ(live()["callback"]["attempts"], 5);
    EXPECT_EQ(ask("import", {{"text", "[]"}, {"why", "x"}})["code"], "rules.value");
    EXPECT_EQ(ask("dance")["code"], "operation.unknown");
    EXPECT_EQ(ask("show", {{"nmber", 1}})["code"], "field.unknown");
}

TEST(Packs, EveryOneThatShipsIsSoundAndNamesItsSource) {
    const auto packs = shippedPacks();
    EXPECT_EQ(packs.size(), 7U);
    for (const std::string_view file : packs) {
        const auto reading = wire::readProcedure(shippedText(file));
        for (const Error& each : reading.problems) {
            ADD_FAILURE() << file << ": " << each.code << " " << each.arg("path") << " " << each.arg("line");
        }
        EXPECT_TRUE(reading.notices.empty()) << file << ": " << reading.notices[0].arg("path");
        EXPECT_FALSE(reading.rules.sources.empty()) << file;
        EXPECT_GE(reading.rules.refusalReasons.size(), 5U) << file;
        for (const domain::DeadlineRule& row : reading.rules.deadlines) {
            EXPECT_FALSE(row.basis.empty()) << file << ": a term that nobody can explain";
        }
        EXPECT_EQ("procedures/" + reading.rules.code + ".json", file);
    }
}

TEST(ProcedureText, IsReadAgainAsItWasAndStaysReadable) {
    for (const std::string_view file : shippedPacks()) {
        const auto procedure = wire::ProcedureJson::parse(shippedText(file));
        EXPECT_TRUE(wire::prettyProcedure(procedure) == shippedText(file))
            << file << " is not as the program writes it";
        EXPECT_TRUE(
            wire::changesBetween(procedure, wire::ProcedureJson::parse(wire::prettyProcedure(procedure))).empty());
    }
}

TEST(ProcedureText, AListWithoutCodesIsComparedAsWholes) {
    const auto before = json::parse(R"({"deadlines":[{"term":"1wd"},{"term":"2wd"}],"version":{"number":1}})");
    const auto after = json::parse(R"({"deadlines":[{"term":"2wd"},{"term":"3wd"}],"version":{"number":2}})");
    const auto changes = wire::changesBetween(before, after);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].path, "deadlines[0]");
    EXPECT_TRUE(changes[0].after.is_null());
    EXPECT_EQ(changes[1].path, "deadlines[1]");
    EXPECT_TRUE(changes[1].before.is_null());
}

}  // namespace
}  // namespace zhida::centre
