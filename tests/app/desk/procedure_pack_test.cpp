// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desk/pack_fixture.h"

namespace zhida::desk {
namespace {

using ProcedurePack = PackFixture;

TEST_F(ProcedurePack, TianpingATicketIsDueInOneDayRoundTheClock) {
    const auto taker = desk(account("callTaker"));
    taker->ok("sync.wait", kWait);
    EXPECT_EQ(adopt("tianping")["number"], 2);
    const Json version = administer("procedure.list")["versions"][0];
    EXPECT_EQ(version["number"], 2);
    EXPECT_EQ(version["by"], account("administrator").user);
    taker->ok("sync.wait", kWait);

    Json facts = healthCertificate();
    facts["appealType"] = "help";
    const Json made = taker->ok("ticket.register", facts);
    EXPECT_EQ(made["number"].get<std::string>().substr(0, 6), "370911") << "numbers begin with the new region";
    taker->ok("sync.wait", kWait);
    const Json ticket = taker->ok("ticket.get", {{"ticket", made["ticket"]}});
    // A ticket is created by the desk's clock, and due by the centre's.
    EXPECT_NEAR(static_cast<double>(msOf(ticket["due"]) - msOf(ticket["createdAt"])), 24 * kHourMs, kMinuteMs)
        << "一天内解决";
}

TEST_F(ProcedurePack, FeixianADirectAnswerIsCalledBackAndTheDissatisfiedIsDoneAnew) {
    const auto taker = desk(account("callTaker"));
    const auto agent = desk(account("callbackAgent"));
    const auto dispatcher = desk(account("dispatcher"));
    adopt("feixian");
    for (const auto* each : {&taker, &agent, &dispatcher}) {
        (*each)->ok("sync.wait", kWait);
    }
    const Json made = taker->ok("ticket.register", healthCertificate());
    const Json ticket{{"ticket", made["ticket"]}};
    Json answer = ticket;
    answer["text"] = "省庄镇卫生院可以办理健康证。";
    taker->ok("ticket.directAnswer", answer);
    taker->ok("sync.wait", kWait);
    EXPECT_EQ(taker->ok("ticket.get", ticket)["state"], "pendingCallback") << "全量回访";

    agent->ok("sync.wait", kWait);
    Json call = ticket;
    call.update(
        {{"connected", true}, {"solved", "unsolved"}, {"satisfied", "dissatisfied"}, {"opinion", "去了说不能办"}});
    EXPECT_EQ(agent->refusal("ticket.callback", call), "form.missing") << "回访单必须填写";
    const auto value = [](const char* field, const char* given) { return Json{{"field", field}, {"value", given}}; };
    call["form"] = {
        {"form", "callback"},
        {"version", 1},
        {"values", Json::array({value("staffContacted", "no"), value("truth", "false"),
                                value("processSatisfied", "dissatisfied"), value("remark", "没有人联系")})}};
    agent->ok("ticket.callback", call);
    agent->ok("sync.wait", kWait);
    const Json again = agent->ok("ticket.get", ticket);
    EXPECT_EQ(again["state"], "pendingDispatch") << "no unit had it yet: it goes to one";
    EXPECT_EQ(again["number"], made["number"]);
    EXPECT_EQ(again["redoCount"], 1);
}

TEST_F(ProcedurePack, ADispatchIsToldAtTheDeskOfItsUnit) {
    const auto taker = desk(account("callTaker"));
    const auto dispatcher = desk(account("dispatcher"));
    const auto handler = desk(account("unitHandler", "wsjk"));
    adopt("taishan");
    for (const auto* each : {&taker, &dispatcher, &handler}) {
        (*each)->ok("sync.wait", kWait);
    }
    const Json made = taker->ok("ticket.register", healthCertificate());
    taker->ok("sync.wait", kWait);
    dispatcher->ok("sync.wait", kWait);
    handler->forgetEvents();
    dispatcher->ok("ticket.dispatch", {{"ticket", made["ticket"]}, {"lead", "wsjk"}});
    dispatcher->ok("sync.wait", kWait);  // it does not rest any longer
    const Json told = handler->event([](const Json& event) { return event["event"] == "notice"; });
    EXPECT_EQ(told["what"], "dispatched");
    EXPECT_EQ(told["ticket"], made["ticket"]);
    EXPECT_NE(told["zh"].get<std::string>().find(made["number"].get<std::string>()), std::string::npos);
}

TEST_F(ProcedurePack, OnlyAnAdministratorChangesThemAndABrokenPackChangesNothing) {
    const auto taker = desk(account("callTaker"));
    taker->ok("sync.wait", kWait);
    EXPECT_EQ(taker->refusal("admin.call", {{"operation", "procedure.list"}, {"arguments", Json::object()}}),
              "user.mayNot");
    Json text = Json::parse(administer("procedure.show")["text"].get<std::string>());
    text["deadlines"][0]["term"] = "0h";
    const Json arguments{{"text", text.dump()}, {"why", "try"}};
    EXPECT_EQ(m_administrator->refusal("admin.call", {{"operation", "procedure.import"}, {"arguments", arguments}}),
              "rules.value");
    EXPECT_EQ(administer("procedure.list")["versions"].size(), 1U);
}

}  // namespace
}  // namespace zhida::desk
