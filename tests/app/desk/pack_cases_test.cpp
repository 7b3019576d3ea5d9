// SPDX-License-Identifier: GPL-3.0-or-later
// One case for each pack, as its place tells it: the words of the source are in resources/procedures/*.json ("sources").
#include "tests/app/desk/pack_fixture.h"

namespace zhida::desk {
namespace {

class PackCase : public PackFixture {
protected:
    /// Desks of a call taker, a dispatcher and the health bureau, all at work by the pack.
    void workBy(const std::string& pack) {
        adopt(pack);
        m_taker = desk(account("callTaker"));
        m_dispatcher = desk(account("dispatcher"));
        m_unit = desk(account("specialist", "wsjk"));
        for (const auto* each : {&m_taker, &m_dispatcher, &m_unit}) {
            (*each)->ok("sync.wait", kWait);
        }
    }
    Json with(Json more = Json::object()) const {
        more["ticket"] = m_ticket;
        return more;
    }
    /// `desk` does something to the ticket, and the centre has it.
    void act(DeskProcess& desk, const std::string& command, Json more = Json::object()) const {
        desk.ok("sync.wait", kWait);
        desk.ok(command, with(std::move(more)));
        desk.ok("sync.wait", kWait);
    }
    [[nodiscard]] Json seen(DeskProcess& desk) const {
        desk.ok("sync.wait", kWait);
        return desk.ok("ticket.get", with());
    }
    void register_(const Json& facts) {
        m_ticket = m_taker->ok("ticket.register", facts)["ticket"];
        m_taker->ok("sync.wait", kWait);
    }
    /// A complaint that the health bureau has in hand.
    void inHand() {
        Json facts = healthCertificate();
        facts["appealType"] = "complaint";
        register_(facts);
        act(*m_dispatcher, "ticket.dispatch", {{"lead", "wsjk"}});
        act(*m_unit, "ticket.sign");
    }
    [[nodiscard]] Json clock(DeskProcess& desk, const std::string& stage) const {
        const Json all = desk.ok("ticket.clocks", with());
        for (const Json& each : all["clocks"]) {
            if (each["stage"] == stage) {
                return each;
            }
        }
        return {};
    }
    /// An attempt at a level, with the form that its record asks for.
    static Json round(const std::string& result, const std::string& form = {},
                      const std::vector<std::pair<std::string, std::string>>& values = {}) {
        Json attempt{{"result", result}, {"text", "到场听取双方意见"}};
        if (!form.empty()) {
            Json list = Json::array();
            for (const auto& [code, value] : values) {
                list.push_back({{"field", code}, {"value", value}});
            }
            attempt["form"] = {{"form", form}, {"values", std::move(list)}};
        }
        return attempt;
    }

    std::unique_ptr<DeskProcess> m_taker;
    std::unique_ptr<DeskProcess> m_dispatcher;
    std::unique_ptr<DeskProcess> m_unit;
    Json m_ticket;
};

/// 泰安：五个工作日，两个工作日内说明理由退回；同一诉求第二次退单由中心裁定，裁定后不得再退。
TEST_F(PackCase, TaishanASecondReturnIsDecidedByTheCentre) {
    workBy("taishan");
    Json facts = healthCertificate();
    facts["appealType"] = "complaint";
    register_(facts);
    EXPECT_EQ(clock(*m_taker, "solve")["term"], "5wd");
    act(*m_dispatcher, "ticket.dispatch", {{"lead", "wsjk"}});
    const auto other = desk(account("specialist", "rsj"));
    other->ok("sync.wait", kWait);
    const auto back = [](const char* suggested) {
        return Json{
            {"reason", "notOurDuty"}, {"basis", "三定方案"}, {"text", "非本单位"}, {"suggestedUnit", suggested}};
    };
    act(*m_unit, "ticket.requestReturn", back("rsj"));
    act(*m_dispatcher, "ticket.decideReturn", {{"approve", true}, {"opinion", "同意"}});
    act(*m_dispatcher, "ticket.dispatch", {{"lead", "rsj"}});
    act(*other, "ticket.requestReturn", back("wsjk"));
    m_dispatcher->ok("ticket.arbitrate", with({{"lead", "wsjk"}, {"basis", "职责清单"}, {"opinion", "由卫健局主办"}}));
    m_dispatcher->ok("sync.wait", kWait);
    EXPECT_EQ(seen(*m_dispatcher)["returns"].size(), 2U) << "两份理由并列";
    EXPECT_EQ(seen(*m_unit)["state"], "dispatched");
    EXPECT_EQ(m_unit->refusal("ticket.requestReturn", with(back("rsj"))), "ticket.mayNotReturn");
}

/// 白银：半小时内致电回复；一般事项在村（社区），办不成逐级提交；不满意的从头督办重启。
TEST_F(PackCase, BaiyinACallWithinHalfAnHourAndALevelUp) {
    workBy("baiyin");
    inHand();
    const Json call = clock(*m_unit, "firstContact");
    EXPECT_EQ(call["term"], "30min");
    act(*m_unit, "ticket.contact", {{"reached", true}, {"text", "已致电，约定到场时间"}});
    EXPECT_EQ(clock(*m_unit, "firstContact")["state"], "done");
    act(*m_unit, "ticket.startLadder", {{"ladder", "fourClasses"}});
    EXPECT_EQ(seen(*m_unit)["climb"]["level"], "usual");
    act(*m_unit, "ticket.round", round("up"));
    const Json climbed = seen(*m_dispatcher)["climb"];
    EXPECT_EQ(climbed["level"], "larger") << "较大事项：乡镇（街道）";
    EXPECT_TRUE(climbed["due"].is_string()) << "五天";
    EXPECT_EQ(m_unit->refusal("ticket.round", with(round("agreed"))), "ladder.unknownResult");
}

/// 庆云：首接首办，不得退单；村里两次、片一次、镇调委会 N 次，每次有调解记录。
TEST_F(PackCase, QingyunTwoAndOneAndAsManyAsItTakes) {
    workBy("qingyun");
    inHand();
    EXPECT_EQ(m_unit->refusal("ticket.requestReturn",
                              with({{"reason", "notOurDuty"}, {"basis", "三定方案"}, {"text", "不属我单位"}})),
              "ticket.mayNotReturn");
    act(*m_unit, "ticket.startLadder", {{"ladder", "twoOneN"}});
    const Json failed = round("failed", "mediation",
                              {{"date", "2026-11-20"},
                               {"place", "村委会"},
                               {"mediator", "王调解"},
                               {"parties", "张三、李四"},
                               {"result", "failed"},
                               {"why", "宅基地界址各执一词"}});
    EXPECT_EQ(m_unit->refusal("ticket.round", with(round("failed"))), "form.missing") << "没有记录不算一次";
    const auto at = [&failed](const char* level) {
        Json attempt = failed;
        attempt["level"] = level;
        return attempt;
    };
    act(*m_unit, "ticket.round", at("village"));
    EXPECT_EQ(m_unit->refusal("ticket.round", with(at("area"))), "ladder.tooEarly") << "村里两次";
    act(*m_unit, "ticket.round", at("village"));
    EXPECT_EQ(m_unit->refusal("ticket.round", with(at("village"))), "ladder.noFurther");
    for (const char* const level : {"area", "town", "town", "town"}) {
        act(*m_unit, "ticket.round", at(level));
        EXPECT_EQ(seen(*m_unit)["climb"]["level"], level);
    }
    Json agreed = at("town");
    agreed["result"] = "agreed";
    act(*m_unit, "ticket.round", agreed);
    EXPECT_TRUE(seen(*m_dispatcher)["climb"]["over"]);
    EXPECT_EQ(seen(*m_dispatcher)["climb"]["rounds"].size(), 7U);
}

/// 陇南：现场直办、干部领办、村镇联办、跟踪督办；联办要有联办方案，一级比一级长。
TEST_F(PackCase, LongnanFourMeasuresEachWithItsRecord) {
    workBy("longnan");
    inHand();
    act(*m_unit, "ticket.startLadder", {{"ladder", "fourMeasures"}});
    const Json onTheSpot = seen(*m_unit)["climb"];
    EXPECT_EQ(onTheSpot["level"], "spot");
    const Json personal =
        round("up", "personal", {{"party", "张三"}, {"wanted", "就近办证"}, {"agreed", "本级办不了，提交"}});
    act(*m_unit, "ticket.round", personal);
    act(*m_unit, "ticket.round", personal);
    EXPECT_EQ(seen(*m_unit)["climb"]["level"], "joint") << "村镇联办";
    EXPECT_EQ(m_unit->refusal("ticket.round", with(personal)), "form.missing") << "联办要写联办方案";
    act(*m_unit, "ticket.round",
        round("solved", "complex",
              {{"units", "镇卫生院"}, {"plan", "每周三由卫生院到村集中办证"}, {"by", "2026-12-10"}}));
    EXPECT_TRUE(seen(*m_dispatcher)["climb"]["over"]);
}

/// 北京：时限写在工单上；回访问三率（响应、解决、满意），没有解决的不能算办结。
TEST_F(PackCase, BeijingTheThreeRatesAreAsked) {
    workBy("beijing");
    inHand();
    EXPECT_TRUE(seen(*m_unit)["due"].is_string());
    act(*m_unit, "ticket.contact", {{"reached", true}, {"text", "已联系"}});
    act(*m_unit, "ticket.reply", {{"internal", "已核实"}, {"public", "省庄镇卫生院每周三办证"}});
    act(*m_dispatcher, "ticket.review", {{"approve", true}, {"opinion", "同意"}});
    const auto agent = desk(account("callbackAgent"));
    Json call{{"connected", true}, {"solved", "unsolved"}, {"satisfied", "dissatisfied"}, {"opinion", "没有办成"}};
    agent->ok("sync.wait", kWait);
    call["form"] = round("", "threeRates", {{"responded", "yes"}, {"solved", "unsolved"}, {"why", "没有办成"}})["form"];
    EXPECT_EQ(agent->refusal("ticket.callback", with(call)), "form.missing") << "满意率没有问";
    call["form"]["values"].push_back({{"field", "satisfied"}, {"value", "dissatisfied"}});
    act(*agent, "ticket.callback", call);
    EXPECT_EQ(seen(*m_dispatcher)["state"], "redo");
}

}  // namespace
}  // namespace zhida::desk
