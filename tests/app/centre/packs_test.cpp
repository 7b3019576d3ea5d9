// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/shipped_data.h"
#include "model/domain/inspection.h"
#include "model/domain/rules_callback.h"
#include "model/domain/rules_cards.h"
#include "model/wire/rules_file.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

/// One small case for every pack that ships: the work method of the place, played with its rules.
namespace zhida::centre {
namespace {

using namespace zhida::domain;
using domain::test::Office;

Rules packOf(const char* code) {
    Rules rules = *wire::rulesFromText(shippedText(std::string("procedures/") + code + ".json"));
    EXPECT_TRUE(wire::applyHolidays(rules.calendar, shippedHolidays()));
    return rules;
}

Instant at(const char* text) { return *parseIso(text, UtcOffset{480}); }
std::string clock(std::optional<Instant> when) {
    return when ? formatIso(*when, UtcOffset{480}).substr(0, 19) : "none";
}

Matter matter(AppealType type, Urgency urgency = Urgency::normal, Channel channel = Channel::phone) {
    return {type, urgency, {}, channel, {}};
}

/// An office that works by the pack; its clock says Wednesday 2025-08-20 10:00.
Office officeOf(const char* code) {
    Office office;
    office.rules = packOf(code);
    return office;
}

void replyAndReview(Office& office) {
    EXPECT_EQ(office.act(Office::person(Role::unitHandler, "zjj"), SignTicket{}), "");
    EXPECT_EQ(office.act(Office::person(Role::unitHandler, "zjj"), ReplyTicket{"", "已修复"}), "");
    EXPECT_EQ(office.act(Office::person(Role::dispatcher), ReviewTicket{true, ""}), "");
}

CallBack dissatisfied() { return {true, Solved::unsolved, Satisfied::dissatisfied, "还是不亮"}; }
CallBack satisfied() { return {true, Solved::solved, Satisfied::satisfied, ""}; }

/// 费县回访单
CallBack withSheet(CallBack call, const char* truth, const char* process) {
    call.form = FilledForm{
        "callback",
        1,
        {{"staffContacted", "yes"}, {"truth", truth}, {"processSatisfied", process}, {"remark", "说修好了，还是不亮"}}};
    return call;
}

TEST(Pack, TaishanFiveWorkingDaysCardsAndARedoOfThree) {
    Office office = officeOf("taishan");
    office.registerOne(AppealType::complaint, "010206");
    EXPECT_EQ(clock(office.ticket->due), "2025-08-27T23:59:59")
        << "山东: five working days, the day of receipt not counted";
    const CardTimes cards =
        cardTimes(office.rules.cards, office.rules.calendar, office.ticket->createdAt, *office.ticket->due);
    EXPECT_EQ(clock(cards.yellow), "2025-08-27T00:00:00");
    EXPECT_EQ(clock(cards.red), "2025-08-28T00:00:00");
    office.dispatchTo("zjj");
    replyAndReview(office);
    EXPECT_EQ(office.act(Office::person(Role::callbackAgent), dissatisfied()), "");
    EXPECT_EQ(office.ticket->redoCount, 1U);
    EXPECT_EQ(clock(office.ticket->due), "2025-08-25T23:59:59") << "a redo has three working days of its own";
}

TEST(Pack, TaishanNationalDayMovesTheTermAndAnEnquiryIsDueTheNextDay) {
    const Rules rules = packOf("taishan");
    EXPECT_EQ(clock(rules.dueOf(Stage::solve, matter(AppealType::help), at("2025-09-29T16:00:00"))),
              "2025-10-13T23:59:59");
    EXPECT_EQ(clock(rules.dueOf(Stage::solve, matter(AppealType::consult), at("2025-09-30T16:00:00"))),
              "2025-10-09T23:59:59");
    const auto choice = rules.termOf(Stage::solve, matter(AppealType::consult, Urgency::critical));
    EXPECT_EQ(textOf(choice->term), "30min") << "urgency outweighs the kind of appeal";
    EXPECT_EQ(choice->matched, std::vector<std::string>{"urgency"});
}

TEST(Pack, FeixianCallsEverybodyBackAndSendsTheDissatisfiedForARedo) {
    Office office = officeOf("feixian");
    office.registerOne();
    const std::string number = office.ticket->number;
    EXPECT_EQ(office.act(Office::person(Role::specialist, "wsjk"), AnswerDirectly{"镇卫生院可以办理。", "", 0, false}),
              "");
    EXPECT_EQ(office.ticket->state, TicketState::pendingCallback) << "全量回访: direct answers too";

    office = officeOf("feixian");
    office.registerOne(AppealType::complaint);
    office.dispatchTo("zjj");
    replyAndReview(office);
    EXPECT_EQ(office.ticket->state, TicketState::pendingCallback);
    EXPECT_EQ(office.act(Office::person(Role::callbackAgent), dissatisfied()), "form.missing") << "回访单必须填写";
    CallBack busy;
    busy.connected = false;
    Office unreached = office;
    EXPECT_EQ(unreached.act(Office::person(Role::callbackAgent), busy), "") << "nobody answered: nothing to fill in";
    EXPECT_EQ(office.act(Office::person(Role::callbackAgent), withSheet(dissatisfied(), "partly", "dissatisfied")), "");
    const CallbackRecord& asked = *office.ticket->firstCallback;
    EXPECT_EQ(asked.process, Satisfied::dissatisfied) << "the sheet's answers count as the centre's own";
    EXPECT_EQ(asked.factsTrue, false);
    EXPECT_EQ(asked.contacted, true);
    EXPECT_EQ(office.ticket->state, TicketState::redo);
    EXPECT_EQ(office.ticket->number, number) << "不满意的就发回去重办, under the same number";
    replyAndReview(office);
    EXPECT_EQ(office.act(Office::person(Role::callbackAgent), withSheet(satisfied(), "true", "satisfied")), "");
    EXPECT_EQ(office.ticket->state, TicketState::closed);
    EXPECT_TRUE(office.ticket->firstCallback->satisfied == Satisfied::dissatisfied);
}

TEST(Pack, BaiyinPhonesWithinHalfAnHourAndRisesThroughFourClasses) {
    const Rules rules = packOf("baiyin");
    EXPECT_EQ(clock(rules.dueOf(Stage::firstContact, matter(AppealType::help, Urgency::normal, Channel::qr),
                                at("2025-08-23T23:45:00"))),
              "2025-08-24T00:15:00")
        << "a Saturday night counts too";
    const Ladder& classes = *rules.ladder("fourClasses");
    ASSERT_EQ(classes.levels.size(), 4U);
    EXPECT_EQ(classes.levels[0].posts[0].zh, "村（社区）书记");
    EXPECT_EQ(ladderPlace(classes, {{"usual", "up"}, {"larger", "up"}})->level, 2U);
    EXPECT_EQ(ladderPlace(classes, {{"hard", "solved"}}).error().code, "ladder.tooEarly")
        << "each upward step needs a record";
    EXPECT_TRUE(ladderPlace(classes, {{"hard", "solved"}}, 2)->over) << "the class can be set at intake";
    EXPECT_EQ(rules.redo.start, RedoStart::firstLevel) << "不满意的重启";
    EXPECT_EQ(clock(rules.dueOf(Stage::solve, matter(AppealType::help), at("2025-09-30T10:00:00"))),
              "2025-10-07T23:59:59")
        << "days, not working days";
}

TEST(Pack, BaiyinTheCitySamplesOneInTen) {
    const Rules rules = packOf("baiyin");
    SeededRng rng(1);
    std::vector<InspectionCandidate> day;
    for (int i = 0; i < 40; ++i) {
        day.push_back({TicketId::make(at("2025-08-20T10:00:00"), rng), {"one"}});
    }
    EXPECT_EQ(drawInspection(rules.inspection, *parseDay("2025-08-20"), day).size(),
              4U + (rules.inspection.atLeast > 4 ? 1U : 0U));
}

TEST(Pack, TianpingOneMinuteAQuarterOneDay) {
    Office office = officeOf("tianping");
    const Matter wechat = matter(AppealType::help, Urgency::normal, Channel::wechat);
    const Instant friday = at("2025-08-22T17:30:10");
    EXPECT_EQ(clock(office.rules.dueOf(Stage::accept, wechat, friday)), "2025-08-22T17:31:10");
    EXPECT_EQ(clock(office.rules.dueOf(Stage::dispatch, wechat, friday)), "2025-08-22T17:45:10");
    EXPECT_EQ(clock(office.rules.dueOf(Stage::solve, wechat, friday)), "2025-08-23T17:30:10") << "round the clock";
    office.registerOne(AppealType::help);
    EXPECT_EQ(clock(office.ticket->due), "2025-08-21T10:00:00");
    const Form& looks = *office.rules.form("threeLooks");
    EXPECT_TRUE(problemsOf(looks, {{"lawful", "yes"}, {"done", "yes"}, {"accepted", "yes"}}).empty());
    EXPECT_EQ(problemsOf(looks, {{"lawful", "yes"}, {"done", "yes"}, {"accepted", "no"}}).at(0).code, "form.missing");
    EXPECT_EQ(ladderPlace(*office.rules.ladder("fourLevels"), {{"grid", "up"}, {"estate", "solved"}})->over, true);
}

TEST(Pack, QingyunTwiceInTheVillageOnceInTheAreaThenAsOftenAsItTakes) {
    const Rules rules = packOf("qingyun");
    const Ladder& ladder = *rules.ladder("twoOneN");
    EXPECT_EQ(ladderPlace(ladder, {{"village", "failed"}, {"area", "failed"}}).error().code, "ladder.tooEarly");
    std::vector<LadderRound> rounds{{"village", "failed"}, {"village", "failed"}, {"area", "failed"}};
    for (int i = 0; i < 3; ++i) {
        rounds.push_back({"town", "failed"});
    }
    rounds.push_back({"town", "agreed"});
    EXPECT_TRUE(ladderPlace(ladder, rounds)->over);
    const Form& record = *rules.form(ladder.levels[0].form);
    EXPECT_TRUE(problemsOf(record, {{"date", "2024-09-27"},
                                    {"place", "村委会"},
                                    {"mediator", "刘某"},
                                    {"parties", "甲、乙"},
                                    {"result", "failed"},
                                    {"why", "对地界有争议"}})
                    .empty());
    EXPECT_EQ(problemsOf(record, {{"date", "2024-09-27"},
                                  {"place", "村委会"},
                                  {"mediator", "刘某"},
                                  {"parties", "甲、乙"},
                                  {"result", "agreed"}})
                  .at(0)
                  .arg("field"),
              "agreement");
    EXPECT_EQ(rules.returns.mostPerUnit, 0) << "首接首办: the first receiver keeps it";
    EXPECT_EQ(problemsOf(*rules.form("closing"), {}).size(), 4U) << "三到位一处理";
}

TEST(Pack, LongnanThreeModesAndFourMeasures) {
    const Rules rules = packOf("longnan");
    const Ladder& measures = *rules.ladder("fourMeasures");
    ASSERT_EQ(measures.levels.size(), 4U);
    EXPECT_EQ(ladderPlace(measures, {{"spot", "failed"}, {"cadre", "up"}, {"joint", "solved"}})->over, true);
    const auto spot = dueAfter(rules.calendar, at("2025-08-22T10:00:00"), measures.levels[0].term);
    EXPECT_EQ(clock(spot->due), "2025-08-23T23:59:59") << "then it rises by itself";
    for (const char* mode : {"personal", "everybody", "complex"}) {
        EXPECT_NE(rules.form(mode), nullptr) << mode;
    }
    const Form& vote = *rules.form("everybody");
    const std::vector<FormValue> minutes{
        {"topic", "修路"}, {"present", "32"}, {"for", "30"}, {"against", "2"}, {"published", "yes"}};
    EXPECT_EQ(problemsOf(vote, minutes).at(0).arg("field"), "publishedOn") << "晒: published means a date";
}

TEST(Pack, BeijingWritesTheTermOnTheTicketAndNamesSixBranches) {
    Office office = officeOf("beijing");
    ASSERT_EQ(office.rules.refusalReasons.size(), 6U);
    EXPECT_EQ(office.rules.refusalReason("sameAgain")->basis, "北京市接诉即办工作条例（2021） 第十一条（三）");
    office.registerOne(AppealType::complaint);
    EXPECT_EQ(clock(office.ticket->due), "2025-08-27T23:59:59") << "seven days, Saturday and Sunday among them";
    EXPECT_FALSE(cardTimes(office.rules.cards, office.rules.calendar, office.now, *office.ticket->due).yellow);
    EXPECT_TRUE(wantsCallback(office.rules.callback, {office.id, *parseDay("2025-08-27"), false, false})) << "§23";
    const auto rates = problemsOf(*office.rules.form("threeRates"),
                                  {{"responded", "yes"}, {"solved", "solved"}, {"satisfied", "dissatisfied"}});
    ASSERT_EQ(rates.size(), 1U);
    EXPECT_EQ(rates[0].arg("field"), "why");
}

}  // namespace
}  // namespace zhida::centre
