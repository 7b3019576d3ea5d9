// SPDX-License-Identifier: GPL-3.0-or-later
// A message on its whole way: written at a desk without a line, taken by a city's program, and told back to who sent it.
#include "tests/app/desk/article_fixture.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace zhida::desk {
namespace {

using article::ArticleLife;
using std::chrono::seconds;

class MessageWay : public ArticleLife {
protected:
    struct Ran {
        int code = -1;
        std::vector<std::string> lines;
        std::string errors;
    };
    [[nodiscard]] Ran admin(std::vector<std::string> arguments) const {
        const auto program = std::find(arguments.begin(), arguments.end(), "--");
        arguments.insert(program, {"--data", centreDir()});
        Ran ran;
        ChildProcess process(ZHIDA_BIN_DIR "/zhida-admin", arguments, {});
        process.closeInput();
        while (auto line = process.readLine(seconds(20))) {
            ran.lines.push_back(*line);
        }
        ran.code = process.wait(seconds(10)).value_or(-1);
        ran.errors = process.errors();
        return ran;
    }
    /// The gateway is a shell script.
    [[nodiscard]] Ran deliver(const std::string& script, std::vector<std::string> options = {}) const {
        std::vector<std::string> arguments{"messages", "deliver"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        arguments.insert(arguments.end(), {"--", "sh", "-c", script});
        return admin(arguments);
    }
    [[nodiscard]] Json listed() const {
        const Ran ran = admin({"messages", "list", "--json"});
        return Json::parse(ran.lines.at(0));
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream file(path(name));
        std::stringstream text;
        text << file.rdbuf();
        return text.str();
    }
    /// A ticket with a message of the health certificate, at the centre.
    std::string sent(DeskProcess& taker) {
        const std::string ticket = taker.ok("ticket.register", healthCertificate())["ticket"];
        taker.ok("message.send", {{"ticket", ticket}, {"article", m_health}});
        sync({&taker});
        return ticket;
    }
};

TEST_F(MessageWay, FromADeskWithoutALineToTheCallersTelephone) {
    const auto taker = live("callTaker");
    const auto other = live("specialist", "zjj");
    taker->ok("net", {{"online", false}});
    const std::string ticket = taker->ok("ticket.register", healthCertificate())["ticket"];
    const Json made = taker->ok("message.send", {{"ticket", ticket}, {"article", m_health}});
    EXPECT_TRUE(made["message"].get<std::string>().starts_with(ticket + "/"));
    const Json waiting = taker->ok("message.list", {{"ticket", ticket}})["messages"];
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_TRUE(waiting[0]["pending"]);
    EXPECT_EQ(waiting[0]["state"], "waiting");
    EXPECT_EQ(deliver("exit 0").lines.size(), 0U) << "the centre knows nothing of it yet";
    taker->ok("net", {{"online", true}});
    sync({taker.get(), other.get()});
    const Ran ran = deliver("cat >> '" + path("gateway.txt") + "'; echo receipt-1");
    EXPECT_EQ(ran.code, 0) << ran.errors;
    ASSERT_EQ(ran.lines.size(), 1U);
    EXPECT_TRUE(ran.lines[0].starts_with("sent\t")) << ran.lines[0];
    EXPECT_EQ(ran.lines[0].find("19900001234"), std::string::npos);
    const Json given = Json::parse(read("gateway.txt"));
    EXPECT_EQ(given["phone"], "19900001234");
    EXPECT_EQ(given["id"], made["message"]);
    EXPECT_TRUE(given["text"].get<std::string>().starts_with("【泰山先锋慧治】")) << given["text"];
    EXPECT_NE(given["text"].get<std::string>().find("需带：1."), std::string::npos) << given["text"];
    sync({taker.get(), other.get()});
    const Json seen = taker->ok("message.list", {{"ticket", ticket}})["messages"];
    EXPECT_EQ(seen[0]["state"], "sent");
    EXPECT_EQ(seen[0]["outcome"], "receipt-1");
    EXPECT_FALSE(seen[0]["pending"]);
    EXPECT_EQ(other->ok("message.list", {{"ticket", ticket}})["messages"].size(), 0U)
        << "a unit that did not send it is not sent it";
    EXPECT_EQ(deliver("echo again >> '" + path("gateway.txt") + "'").lines.size(), 0U) << "once";
}

TEST_F(MessageWay, WhoSentItIsToldThatItDidNotArrive) {
    const auto taker = live("callTaker");
    const std::string ticket = sent(*taker);
    EXPECT_EQ(deliver("echo 空号 >&2; exit 1").code, 0);
    const Json notice = taker->event([](const Json& each) { return each.value("event", "") == "notice"; });
    EXPECT_EQ(notice["ticket"], ticket) << notice;
    EXPECT_EQ(notice["what"], "undelivered");
    const Json seen = taker->ok("message.list", {{"ticket", ticket}})["messages"];
    EXPECT_EQ(seen[0]["state"], "failed");
    EXPECT_EQ(seen[0]["outcome"], "空号");
    ASSERT_EQ(admin({"messages", "retry", seen[0]["message"]}).code, 0);
    EXPECT_EQ(deliver("exit 0").lines.size(), 1U);
    EXPECT_EQ(listed()[0]["state"], "sent");
}

TEST_F(MessageWay, AGatewayThatIsAwayKeepsThemWaiting) {
    const auto taker = live("callTaker");
    sent(*taker);
    sent(*taker);
    const auto waits = [this] {
        const Json all = listed();
        EXPECT_EQ(all.size(), 2U);
        for (const Json& each : all) {
            EXPECT_EQ(each["state"], "waiting");
        }
    };
    const Ran away = deliver("echo x >> '" + path("tries.txt") + "'; exit 75");
    EXPECT_EQ(away.code, 1);
    EXPECT_EQ(read("tries.txt"), "x\n") << "the second one is not even tried";
    waits();
    const Ran slow = deliver("sleep 20 & sleep 20", {"--timeout", "0.3"});
    EXPECT_EQ(slow.code, 1);
    EXPECT_EQ(slow.lines.size(), 2U) << "one that hangs keeps no other back";
    waits();
    EXPECT_EQ(deliver("kill -9 $$").code, 1);
    waits();
    const Ran missing = admin({"messages", "deliver", "--", "/no/such/program"});
    EXPECT_EQ(missing.code, 1);
    EXPECT_NE(missing.errors.find("/no/such/program"), std::string::npos) << missing.errors;
    waits();
    const Ran much = deliver("yes | head -c 3000000; yes 2>/dev/null | head -c 3000000 >&2");
    EXPECT_EQ(much.code, 0) << much.errors;
    EXPECT_EQ(much.lines.size(), 2U) << "a program that reads nothing and says much";
    EXPECT_EQ(listed()[0]["outcome"], "y");
}

TEST_F(MessageWay, AGatewayThatSpeaksGbkSendsOnce) {
    const auto taker = live("callTaker");
    sent(*taker);
    const Ran ran = deliver("echo x >> '" + path("tries.txt") + "'; printf '\\277\\325\\272\\305'");
    EXPECT_EQ(ran.code, 0) << ran.errors;
    EXPECT_EQ(listed()[0]["state"], "sent");
    (void)deliver("echo x >> '" + path("tries.txt") + "'");
    EXPECT_EQ(read("tries.txt"), "x\n");
}

TEST_F(MessageWay, OneDeliveryIsAtWorkAndEndsAfterTheMessageInHand) {
    const auto taker = live("callTaker");
    sent(*taker);
    sent(*taker);
    ChildProcess first(ZHIDA_BIN_DIR "/zhida-admin",
                       {"messages", "deliver", "--data", centreDir(), "--every", "0.1", "--", "sh", "-c",
                        "echo x >> '" + path("tries.txt") + "'; sleep 0.5"},
                       {});
    while (read("tries.txt").empty()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    const Ran second = deliver("exit 0");
    EXPECT_EQ(second.code, 1);
    EXPECT_NE(second.errors.find("messages.delivering"), std::string::npos) << second.errors;
    first.kill(SIGTERM);
    EXPECT_EQ(first.wait(seconds(10)), 0);
    EXPECT_EQ(read("tries.txt"), "x\n") << "the second message was not begun";
    int done = 0;
    for (const Json& each : listed()) {
        done += each["state"] == "sent" ? 1 : 0;
    }
    EXPECT_EQ(done, 1) << "what was begun is told to the centre";
}

TEST_F(MessageWay, TheServerMayBeAwayToo) {
    const auto taker = live("callTaker");
    sent(*taker);
    stopServer();
    const Ran ran = deliver("exit 0");
    EXPECT_EQ(ran.code, 0) << ran.errors;
    EXPECT_EQ(ran.lines.size(), 1U);
    restartServer();
    sync({taker.get()});
    EXPECT_EQ(listed()[0]["state"], "sent");
}

TEST_F(MessageWay, WhatIsNotOrMayNotBeSentIsRefusedByName) {
    const auto taker = live("callTaker");
    const std::string ticket = taker->ok("ticket.register", healthCertificate())["ticket"];
    EXPECT_EQ(taker->refusal("message.send", {{"article", m_health}}), "field.missing");
    EXPECT_EQ(taker->refusal("message.send", {{"ticket", ticket}}), "text.missing");
    EXPECT_EQ(taker->refusal("message.send", {{"ticket", ticket}, {"article", "x"}}), "article.unknown");
    EXPECT_EQ(taker->refusal("message.send", {{"ticket", ticket}, {"text", std::string(501, 'x')}}), "text.tooLong");
    Json report = healthCertificate();
    report["appealType"] = "report";
    const std::string secret = taker->ok("ticket.register", report)["ticket"];
    EXPECT_EQ(taker->refusal("message.send", {{"ticket", secret}, {"text", "x"}}), "message.discreet");
    Json landline = healthCertificate();
    landline["callerPhone"] = "0538-6211234";
    const std::string fixed = taker->ok("ticket.register", landline)["ticket"];
    EXPECT_EQ(taker->refusal("message.send", {{"ticket", fixed}, {"text", "x"}}), "message.noMobile");
    EXPECT_EQ(taker->ok("message.list", {{"ticket", fixed}})["messages"].size(), 0U);
    const auto centre = live("administrator");
    EXPECT_EQ(centre->refusal("admin.call", {{"operation", "messages.waiting"}}), "user.mayNot");
}

}  // namespace
}  // namespace zhida::desk
