// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desk/centre_fixture.h"

#include "app/desk/request.h"
#include "model/base/time.h"
#include "model/domain/lifecycle.h"

#include <chrono>
#include <csignal>
#include <set>

namespace zhida::desk {
namespace {

class HeadlessDesk : public CentreFixture {};

const Json kWait{{"seconds", 20}};

TEST_F(HeadlessDesk, TheResponsibilityListProposesTheDispatchWithItsBasis) {
    const auto taker = desk(account("callTaker"));
    taker->ok("sync.wait", kWait);
    const Json ticket =
        taker->ok("ticket.get", {{"ticket", taker->ok("ticket.register", healthCertificate())["ticket"]}});
    const Json& proposal = ticket["responsibility"];
    ASSERT_TRUE(proposal.is_object()) << ticket.dump();
    EXPECT_EQ(proposal["lead"], ticket["unit"]);
    EXPECT_TRUE(std::string("120103").starts_with(proposal["category"].get<std::string>()));
    EXPECT_TRUE(proposal["assist"].is_array() && proposal["basis"].is_string());
    Json elsewhere = healthCertificate();
    elsewhere.erase("category");
    const Json none = taker->ok("ticket.get", {{"ticket", taker->ok("ticket.register", elsewhere)["ticket"]}});
    EXPECT_TRUE(none["responsibility"].is_null());
}

TEST_F(HeadlessDesk, ASurgeIsToldToThoseWhoCanActOnIt) {
    const auto taker = desk(account("callTaker"));
    const auto supervisor = desk(account("supervisor"));
    taker->ok("sync.wait", kWait);
    const auto surge = [&supervisor] {
        supervisor->ok("sync.wait", kWait);
        const Json alerts = supervisor->ok("alert.list")["alerts"];
        for (const Json& each : alerts) {
            if (each["title"].get<std::string>().starts_with("泰前街道财源小区突然停水")) {
                return each;
            }
        }
        return Json();
    };
    const auto report = [&taker](int number) {
        Json call = healthCertificate();
        call["title"] = "泰前街道财源小区突然停水" + std::string(number % 2 == 0 ? "" : "，什么时候来水");
        call["callerPhone"] = "1990000" + std::to_string(2000 + number);
        taker->ok("ticket.register", call);
    };
    for (int i = 0; i < 9; ++i) {
        report(i);
    }
    taker->ok("sync.wait", kWait);
    EXPECT_TRUE(surge().is_null());  // ten within six hours, say the rules
    report(9);
    taker->ok("sync.wait", kWait);
    const Json alert = surge();
    ASSERT_TRUE(alert.is_object());
    EXPECT_EQ(alert["count"], 10);
    EXPECT_EQ(alert["tickets"].size(), 10U);
    EXPECT_EQ(taker->refusal("alert.list"), "user.mayNot");
}

TEST_F(HeadlessDesk, HealthCertificateLiveBetweenTwoDesks) {
    const auto taker = desk(account("callTaker"));
    const auto specialist = desk(account("specialist", "wsjk"));
    EXPECT_EQ(taker->ok("sync.wait", kWait)["waiting"], 0);
    specialist->ok("sync.wait", kWait);
    specialist->forgetEvents();

    const Json made = taker->ok("ticket.register", healthCertificate());
    const std::string ticket = made["ticket"];
    const std::string number = made["number"];
    EXPECT_EQ(number.size(), 18U);
    specialist->event([&](const Json& event) {
        const Json tickets = event.value("tickets", Json::array());
        return event["event"] == "changed" && std::find(tickets.begin(), tickets.end(), ticket) != tickets.end();
    });
    EXPECT_EQ(specialist->ok("ticket.get", {{"ticket", number}})["state"], "registered");

    const Json found =
        specialist->ok("article.search", {{"query", "健康证"}, {"region", "370902100000"}, {"limit", 5}});
    ASSERT_FALSE(found["results"].empty());
    const Json best = found["results"][0];
    EXPECT_NE(best["title"].get<std::string>().find("健康证"), std::string::npos);
    EXPECT_FALSE(best["marks"]["title"].empty());
    const Json article = specialist->ok("article.get", {{"id", best["id"]}});
    specialist->ok("ticket.claim", {{"ticket", ticket}});
    specialist->ok("ticket.directAnswer", {{"ticket", number}, {"text", article["answer"]}, {"article", best["id"]}});
    specialist->ok("sync.wait", kWait);
    taker->ok("sync.wait", kWait);
    const Json answered = taker->ok("ticket.get", {{"ticket", ticket}});
    EXPECT_EQ(answered["directAnswer"]["text"], article["answer"]);
    EXPECT_EQ(answered["directAnswer"]["article"], article["key"]);
    EXPECT_EQ(answered["directAnswer"]["articleVersion"], article["version"]);
    EXPECT_FALSE(answered["pending"]);

    const Json history = taker->ok("ticket.history", {{"ticket", ticket}});
    EXPECT_TRUE(history["complete"]);
    ASSERT_EQ(history["events"].size(), 3U);
    EXPECT_EQ(history["events"][0]["body"]["kind"], "registered");
    EXPECT_EQ(taker->ok("ticket.lookup", {{"phone", "19900001234"}})["rows"][0]["ticket"], ticket);
    EXPECT_EQ(taker->finish(), 0);
    EXPECT_EQ(specialist->finish(), 0);
}

TEST_F(HeadlessDesk, BothSidesActWhileTheCableIsPulled) {
    const auto taker = desk(account("callTaker"));
    const auto specialist = desk(account("specialist", "wsjk"));
    const std::string ticket = taker->ok("ticket.register", healthCertificate())["ticket"];
    taker->ok("sync.wait", kWait);
    specialist->ok("sync.wait", kWait);

    specialist->ok("net", {{"online", false}});
    specialist->ok("ticket.comment", {{"ticket", ticket}, {"text", "断网时写的"}});
    specialist->ok("ticket.directAnswer", {{"ticket", ticket}, {"text", "断网时答的"}});
    EXPECT_TRUE(specialist->ok("ticket.get", {{"ticket", ticket}})["pending"]);
    EXPECT_EQ(specialist->ok("outbox.list")["items"].size(), 2U);
    EXPECT_EQ(specialist->refusal("sync.wait", {{"seconds", 0.3}}), "timeout");
    taker->ok("ticket.supplement", {{"ticket", ticket}, {"text", "来电人补充"}});
    const std::string other = taker->ok("ticket.register", healthCertificate())["ticket"];
    taker->ok("sync.wait", kWait);

    specialist->ok("net", {{"online", true}});
    specialist->ok("sync.wait", kWait);
    taker->ok("sync.wait", kWait);
    const Json here = specialist->ok("ticket.get", {{"ticket", ticket}});
    const Json there = taker->ok("ticket.get", {{"ticket", ticket}});
    EXPECT_EQ(here["rev"], there["rev"]);
    EXPECT_EQ(here["notes"], there["notes"]);
    EXPECT_EQ(there["notes"].size(), 2U);
    EXPECT_EQ(there["directAnswer"]["text"], "断网时答的");
    EXPECT_EQ(specialist->ok("ticket.get", {{"ticket", other}})["state"], "registered");
    EXPECT_TRUE(specialist->ok("outbox.list")["items"].empty());
}

TEST_F(HeadlessDesk, WhatWasAnsweredSurvivesKillOfTheDesk) {
    const auto who = account("callTaker");
    std::vector<std::string> tickets;
    {
        const auto taker = desk(who);
        taker->ok("sync.wait", kWait);
        taker->ok("net", {{"online", false}});
        for (int i = 0; i < 5; ++i) {
            tickets.push_back(taker->ok("ticket.register", healthCertificate())["ticket"]);
        }
        taker->ok("draft.save",
                  {{"key", "register"}, {"form", "ticket.register/1"}, {"fields", {{"title", "写到一半"}}}});
        taker->process().kill(SIGKILL);
        EXPECT_EQ(taker->process().wait(std::chrono::seconds(10)), 128 + SIGKILL);
    }
    const auto again = deskAgain(who);
    EXPECT_EQ(again->ok("draft.list")["drafts"][0]["fields"]["title"], "写到一半");
    again->ok("sync.wait", kWait);
    std::set<std::string> numbers;
    for (const std::string& each : tickets) {
        const Json ticket = again->ok("ticket.get", {{"ticket", each}});
        EXPECT_FALSE(ticket["pending"]);
        numbers.insert(ticket["number"]);
    }
    EXPECT_EQ(numbers.size(), tickets.size());
    const auto supervisor = desk(account("supervisor"));
    supervisor->ok("sync.wait", kWait);
    for (const std::string& each : tickets) {
        EXPECT_EQ(supervisor->ok("ticket.get", {{"ticket", each}})["state"], "registered");
    }
}

TEST_F(HeadlessDesk, WorksOnWhileTheServerIsGone) {
    const auto who = account("callTaker");
    const auto taker = desk(who);
    taker->ok("sync.wait", kWait);
    stopServer();
    const std::string ticket = taker->ok("ticket.register", healthCertificate())["ticket"];
    EXPECT_TRUE(taker->ok("ticket.get", {{"ticket", ticket}})["pending"]);
    restartServer();
    EXPECT_EQ(taker->ok("sync.wait", kWait)["waiting"], 0);
    EXPECT_FALSE(taker->ok("ticket.get", {{"ticket", ticket}})["pending"]);
}

TEST_F(HeadlessDesk, AKnownUserUnlocksWithoutALine) {
    const auto who = account("callTaker");
    {
        const auto first = desk(who);
        first->ok("sync.wait", kWait);
        EXPECT_EQ(first->finish(), 0);
    }
    stopServer();
    const auto again = deskAgain(who);
    const std::string ticket = again->ok("ticket.register", healthCertificate())["ticket"];
    EXPECT_GT(again->ok("ticket.list", {{"limit", 1000}})["rows"].size(), 100U);
    EXPECT_EQ(again->finish(), 0);
    const auto offline = deskAgain(who, {"--offline"});
    EXPECT_TRUE(offline->ok("ticket.get", {{"ticket", ticket}})["pending"]);
    EXPECT_EQ(offline->ok("sync.status")["line"], "offline");
}

TEST_F(HeadlessDesk, WrongPasswordsAreRefusedWithAndWithoutALine) {
    const auto who = account("callTaker");
    const auto never = desk(who, "wrong");
    EXPECT_EQ(never->process().wait(std::chrono::seconds(20)), 1);
    EXPECT_NE(never->process().errors().find("auth.wrongPassword"), std::string::npos);
    desk(who)->ok("sync.wait", kWait);
    stopServer();
    for (int i = 0; i < 3; ++i) {
        const auto wrong = deskAgain(who, {"--offline"}, "wrong");
        EXPECT_EQ(wrong->process().wait(std::chrono::seconds(20)), 1);
        EXPECT_NE(wrong->process().errors().find("auth.wrongPassword"), std::string::npos);
    }
    const auto tooSoon = deskAgain(who, {"--offline"});
    EXPECT_EQ(tooSoon->process().wait(std::chrono::seconds(20)), 1);
    EXPECT_NE(tooSoon->process().errors().find("auth.wait"), std::string::npos);
}

TEST_F(HeadlessDesk, SaysWhyItCannotStart) {
    const auto who = account("callTaker");
    const auto errorOf = [this](const std::vector<std::string>& options) {
        DeskProcess desk(path("start.db"), options, "pw");
        EXPECT_EQ(desk.process().wait(std::chrono::seconds(30)), 1);
        return desk.process().errors();
    };
    EXPECT_NE(errorOf({}).find("desk.noUser"), std::string::npos);
    EXPECT_NE(errorOf({"--user", "x"}).find("desk.noServer"), std::string::npos);
    EXPECT_NE(errorOf({"--user", "x", "--server", "http://y"}).find("net.badAddress"), std::string::npos);
    EXPECT_NE(errorOf({"--user", "x", "--server", m_url, "--ca", path("none.pem")}).find("tls.caUnreadable"),
              std::string::npos);
    EXPECT_NE(errorOf({"--user", "x", "--server", m_url, "--ca", m_ca, "--offline"}).find("desk.needsServer"),
              std::string::npos);

    ASSERT_TRUE(centre::initCentre(path("other"), {}).ok());
    EXPECT_NE(errorOf({"--user", who.user, "--server", m_url, "--ca", path("other/pki/ca.pem")}).find("tls.untrusted"),
              std::string::npos);
    stopServer();
    EXPECT_NE(errorOf({"--user", who.user, "--server", m_url, "--ca", m_ca}).find("net.refused"), std::string::npos);
}

TEST_F(HeadlessDesk, OneDeskAFile) {
    const auto who = account("callTaker");
    const auto first = desk(who);
    first->ok("ping");
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(path(who.user + ".db")).permissions() & (perms::group_all | perms::others_all),
              perms::none);
    const auto second = deskAgain(who);
    EXPECT_EQ(second->process().wait(std::chrono::seconds(20)), 1);
    EXPECT_NE(second->process().errors().find("desk.inUse"), std::string::npos);
    first->process().kill(SIGKILL);
    first->process().wait(std::chrono::seconds(10));
    deskAgain(who)->ok("ping");
    DeskProcess stranger(path(who.user + ".db"), {"--user", "nobody"}, "pw");
    EXPECT_EQ(stranger.process().wait(std::chrono::seconds(20)), 1);
    EXPECT_NE(stranger.process().errors().find("desk.otherUser"), std::string::npos);
}

TEST_F(HeadlessDesk, AnswersEveryLineAndNamesWhatIsWrong) {
    const auto taker = desk(account("callTaker"));
    taker->process().write("not json\n[1]\n{\"id\":-1}\n\n" + std::string(400'000, '[') + std::string(400'000, ']') +
                           "\n");
    EXPECT_EQ(taker->refusal("bogus"), "command.unknown");
    EXPECT_EQ(taker->strays(),
              (std::vector<std::string>{"request.malformed", "request.malformed", "field.missing", "json.tooDeep"}));
    EXPECT_EQ(taker->refusal("ticket.list", {{"viev", "all"}}), "field.unknown");
    EXPECT_EQ(taker->refusal("ticket.list", {{"limit", 0}}), "field.value");
    EXPECT_EQ(taker->refusal("ticket.list", {{"limit", "x"}}), "field.type");
    EXPECT_EQ(taker->refusal("ticket.list", {{"view", "most"}}), "field.value");
    EXPECT_EQ(taker->refusal("ticket.register", {{"title", "x"}}), "field.missing");
    Json extra = healthCertificate();
    extra["number"] = "1";
    EXPECT_EQ(taker->refusal("ticket.register", extra), "field.unknown");
    EXPECT_EQ(taker->refusal("ticket.claim"), "field.missing");
    EXPECT_EQ(taker->refusal("ticket.get", {{"ticket", "123"}}), "ticket.unknown");
    EXPECT_EQ(taker->refusal("article.get", {{"id", "nothing"}}), "article.unknown");
    EXPECT_EQ(taker->refusal("outbox.dismiss", {{"command", "x"}}), "field.type");
    const Json answer =
        taker->ask("ticket.decideReturn", {{"ticket", "00000000-0000-7000-8000-000000000001"}, {"approve", true}});
    EXPECT_FALSE(answer["error"]["text"].get<std::string>().empty());
}

TEST_F(HeadlessDesk, ACallBeingTypedIsComparedWithWhatIsThere) {
    const auto taker = desk(account("callTaker"));
    taker->ok("sync.wait", kWait);
    const Json typed{{"content", "锦绣城12号楼1单元301室加压泵故障停水，四楼以上没有水"}, {"phone", "13805381234"}};
    Json call{
        {"title", "锦绣城停水"}, {"appealType", "complaint"}, {"channel", "phone"}, {"callerPhone", "13805381234"}};
    call["content"] = typed["content"];
    const Json registered = taker->ok("ticket.register", call);
    // A hint does not wait for an index that a busy machine has not brought up to date.
    Json hints = taker->ok("ticket.similar", typed);
    for (int tries = 0; tries < 20 && hints["similar"].empty(); ++tries) {
        hints = taker->ok("ticket.similar", typed);
    }
    ASSERT_EQ(hints["similar"].size(), 1U) << hints;
    EXPECT_EQ(hints["similar"][0]["number"], registered["number"]);
    EXPECT_FALSE(hints["similar"][0]["words"].empty());
    EXPECT_EQ(hints["calls"], 2);
    EXPECT_EQ(hints["building"], "锦绣城12号楼");
    EXPECT_FALSE(taker->ok("ticket.suggest", {{"content", "请问健康证在哪里办理"}})["articles"].empty());
    taker->ok("suggestion.correct",
              {{"kind", "category"}, {"value", "C7"}, {"wanted", true}, {"content", typed["content"]}});
    EXPECT_EQ(taker->ok("ticket.suggest", typed)["categories"][0]["code"], "C7");
    EXPECT_EQ(
        taker->refusal("suggestion.correct", {{"kind", "mood"}, {"value", "x"}, {"wanted", true}, {"content", "x"}}),
        "field.value");
    EXPECT_EQ(taker->refusal("article.lint", {{"article", "nothing"}}), "article.unknown");
}

TEST_F(HeadlessDesk, ListsByPages) {
    const auto taker = desk(account("supervisor"));
    taker->ok("sync.wait", kWait);
    std::set<std::string> seen;
    std::string last;
    Json page = taker->ok("ticket.list", {{"limit", 64}});
    while (true) {
        for (const Json& row : page["rows"]) {
            EXPECT_TRUE(seen.insert(row["ticket"]).second);
            EXPECT_TRUE(last.empty() || row["createdAt"].get<std::string>() <= last);
            last = row["createdAt"];
            EXPECT_EQ(last.substr(last.size() - 6), "+08:00");
        }
        if (page["next"].is_null()) {
            break;
        }
        page = taker->ok("ticket.list", {{"limit", 64}, {"after", page["next"]}});
    }
    EXPECT_EQ(static_cast<std::int64_t>(seen.size()), taker->ok("ticket.counts")["all"]["total"].get<std::int64_t>());
}

TEST_F(HeadlessDesk, APositionThatIsNoneIsRefused) {
    const auto taker = desk(account("supervisor"));
    const Json answer = taker->ask("ticket.list", {{"after", "nonsense"}});
    ASSERT_TRUE(answer.contains("error")) << answer;
    EXPECT_EQ(answer["error"]["code"], "field.value");
    EXPECT_EQ(answer["error"]["args"]["field"], "after");
}

TEST_F(HeadlessDesk, DraftsSayWhenTheyWereSaved) {
    const auto taker = desk(account("callTaker"));
    const auto before = std::chrono::system_clock::now() - std::chrono::seconds(1);
    taker->ok("draft.save", {{"key", "register"}, {"form", "ticket.register/1"}, {"fields", {{"title", "写到一半"}}}});
    const Json draft = taker->ok("draft.list")["drafts"][0];
    const auto savedAt = parseIso(draft["savedAt"].get<std::string>(), UtcOffset{});
    ASSERT_TRUE(savedAt) << draft;
    EXPECT_GE(savedAt->ms, std::chrono::duration_cast<std::chrono::milliseconds>(before.time_since_epoch()).count());
}

TEST(Describe, ListsEveryCommandAndQueryWithRoles) {
    const Json all = describeAll();
    std::set<std::string> names;
    for (const char* const list : {"commands", "queries"}) {
        for (const Json& each : all[list]) {
            EXPECT_TRUE(names.insert(each["name"]).second) << each["name"];
            EXPECT_FALSE(each["roles"].empty());
            for (const Json& field : each["fields"]) {
                EXPECT_TRUE(field.contains("name") && field.contains("type") && field["required"].is_boolean());
            }
        }
    }
    for (const domain::LifecycleRow& row : domain::kLifecycle) {
        EXPECT_EQ(names.count(std::string(row.command)), 1U) << row.command;
    }
    for (const char* const name :
         {"ticket.list", "ticket.get", "ticket.history", "article.search", "article.get", "sync.status", "sync.wait",
          "outbox.list", "draft.save", "draft.list", "draft.discard", "net", "describe"}) {
        EXPECT_EQ(names.count(name), 1U) << name;
    }
}

}  // namespace
}  // namespace zhida::desk
