// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/holding.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;
using enum Role;

UserProfile scheduler() { return {{"system"}, "", Role::system, {}, {}, false}; }

Office inHand() {
    Office o;
    o.registerOne(AppealType::help);  // 2025-08-27 23:59:59
    o.dispatchTo("szz", {{"zjj"}});
    o.act(at(unitHandler, "szz"), SignTicket{});
    return o;
}

TEST(Extension, IsAskedWithinTheTermByTheLeadAndAddsToTheOldDueDate) {
    Office o = inHand();
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), RequestExtension{"survey", "3wd", "待勘查"}), "ticket.notLead");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestExtension{"lazy", "3wd", "待勘查"}), "reason.unknown");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestExtension{"survey", "0wd", "待勘查"}), "deadline.badTerm");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestExtension{"survey", "11wd", "待勘查"}), "extension.tooLong");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestExtension{"survey", "3wd", "待勘查", "已告知来电人"}), "");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestExtension{"survey", "3wd", "待勘查"}), "request.open");
    EXPECT_EQ(o.act(at(dispatcher), DecideRequest{RequestKind::extension, true, "同意"}), "");
    EXPECT_EQ(formatIso(*o.ticket->due, UtcOffset{480}), "2025-09-01T23:59:59+08:00");  // Thu, Fri, Mon after 27 August
    EXPECT_EQ(o.ticket->lead()->due, o.ticket->due);
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestExtension{"survey", "3wd", "再延"}), "extension.noMore");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestExtension{"complex", "3wd", "特别复杂"}),
              "");  // 特别复杂: a second one
}

TEST(Extension, AfterTheTermIsTooLateToAskButNotToGrant) {  // hard case 2
    Office o = inHand();
    o.act(at(unitHandler, "szz"), RequestExtension{"survey", "3wd", "待勘查"});
    o.now = o.ticket->due->plus(kDayMs);
    EXPECT_EQ(o.act(at(dispatcher), DecideRequest{RequestKind::extension, true, ""}), "");
    EXPECT_EQ(formatIso(*o.ticket->due, UtcOffset{480}), "2025-09-01T23:59:59+08:00");

    Office late = inHand();
    late.now = late.ticket->due->plus(1);
    EXPECT_EQ(late.act(at(unitHandler, "szz"), RequestExtension{"survey", "3wd", "待勘查"}), "extension.late");
}

TEST(Cards, AnExtensionTakesBackTheCardItOvertakesWithATrace) {  // hard case 17
    Office o = inHand();
    o.now = o.ticket->due->plus(-kDayMs / 2);
    EXPECT_EQ(o.act(scheduler(), SuperviseTicket{"cards.yellow", SupervisionLevel::yellow}), "");
    EXPECT_EQ(o.act(scheduler(), SuperviseTicket{"cards.yellow", SupervisionLevel::yellow}), "supervision.open");
    o.act(at(unitHandler, "szz"), RequestExtension{"survey", "5wd", "待勘查"});
    o.act(at(dispatcher), DecideRequest{RequestKind::extension, true, ""});
    ASSERT_EQ(o.ticket->supervisions.size(), 1U);
    EXPECT_EQ(o.ticket->supervisions[0].state, SupervisionState::cancelled);
    EXPECT_EQ(o.ticket->supervisions[0].opinion, "deadline.moved");
    EXPECT_TRUE(o.ticket->supervisions[0].endedAt);
}

TEST(Suspension, StopsTheClockAndWhatIsLeftRunsOn) {  // 挂账
    Office o = inHand();
    const Instant due = *o.ticket->due;
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestSuspension{"policy", "", o.now.plus(kDayMs)}), "text.missing");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestSuspension{"policy", "待政策出台后办理", {}}), "text.missing");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestSuspension{"policy", "待政策出台后办理", o.now.plus(-1)}),
              "deadline.past");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestSuspension{"policy", "待政策出台后办理", o.now.plus(30 * kDayMs)}),
              "");
    EXPECT_EQ(o.act(at(dispatcher), DecideRequest{RequestKind::suspension, true, ""}), "request.mayNotDecide");
    EXPECT_EQ(o.act(at(supervisor), DecideRequest{RequestKind::suspension, true, "同意挂账"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::suspended);
    EXPECT_FALSE(o.ticket->due);
    o.now = o.now.plus(28 * kDayMs);
    EXPECT_EQ(o.act(at(supervisor), ResumeTicket{"政策已出台"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);
    EXPECT_GT(*o.ticket->due, due.plus(20 * kDayMs));
    EXPECT_EQ(o.ticket->lead()->due, o.ticket->due);
}

TEST(Suspension, OfADeadlineThatAPersonSetKeepsWhatWasLeftOfIt) {
    Office o;
    o.registerOne(AppealType::help);
    const Instant by = o.now.plus(10 * kDayMs);
    o.act(at(dispatcher), DispatchTicket{{"szz"}, {}, by});
    o.act(at(unitHandler, "szz"), RequestSuspension{"policy", "口径", o.now.plus(30 * kDayMs)});
    o.act(at(supervisor), DecideRequest{RequestKind::suspension, true, ""});
    const Instant stopped = o.log.back().at;
    o.now = o.now.plus(20 * kDayMs);
    o.act(at(supervisor), ResumeTicket{});
    EXPECT_EQ(*o.ticket->due, o.log.back().at.plus(by.ms - stopped.ms));
}

TEST(Petition, IsReviewedTwiceAndChangesWhatIsCountedNeverTheResult) {  // domain handbook 1.7
    Office o = inHand();
    const TicketState state = o.ticket->state;
    EXPECT_EQ(o.act(at(unitHandler, "szz"), PetitionAssessment{RequestKind::extension, "x"}), "request.kind");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), PetitionAssessment{RequestKind::unreasonable, "诉求不合理"}), "");
    EXPECT_EQ(o.act(at(supervisor), DecideRequest{RequestKind::unreasonable, true, ""}), "petition.notReviewed");
    EXPECT_EQ(o.act(at(dispatcher), DecideRequest{RequestKind::unreasonable, true, "区县复核通过"}), "");
    EXPECT_FALSE(o.ticket->excluded);
    EXPECT_EQ(o.act(at(supervisor), DecideRequest{RequestKind::unreasonable, true, "市级研判"}), "");
    EXPECT_TRUE(o.ticket->excluded);
    EXPECT_EQ(o.ticket->state, state);
}

TEST(Requests, MayBeTakenBackByWhoAsked) {
    Office o = inHand();
    o.act(at(unitHandler, "szz"), RequestExtension{"survey", "3wd", "待勘查"});
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), TakeBackRequest{RequestKind::extension}), "ticket.notYourUnit");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), TakeBackRequest{RequestKind::extension}), "");
    EXPECT_EQ(o.act(at(dispatcher), DecideRequest{RequestKind::extension, true, ""}), "request.none");
}

TEST(Supervision, HasItsOwnSmallMachine) {  // 督办: 下发 -> 申请退回 | 待审核 -> 办结
    Office o = inHand();
    EXPECT_EQ(o.act(at(supervisor), SuperviseTicket{"应解决未解决", SupervisionLevel::normal, {{"szz"}, {"zjj"}}}), "");
    EXPECT_EQ(o.act(at(supervisor), DecideSupervision{true, ""}), "supervision.unanswered");
    EXPECT_EQ(o.act(at(unitHandler, "cdc"), AnswerSupervision{"?"}), "supervision.none");
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), AnswerSupervision{"非我单位", true}), "");
    EXPECT_EQ(o.ticket->supervisions[0].state, SupervisionState::askedBack);
    EXPECT_EQ(o.act(at(supervisor), DecideSupervision{false, "联合办理"}), "");  // 驳回意见
    EXPECT_EQ(o.ticket->supervisions[0].state, SupervisionState::issued);
    o.act(at(unitHandler, "szz"), AnswerSupervision{"已到现场"});
    EXPECT_EQ(o.act(at(supervisor), DecideSupervision{true, "办结"}), "");
    EXPECT_EQ(o.ticket->supervisions[0].state, SupervisionState::done);
    EXPECT_EQ(o.ticket->supervisions[0].answer, "已到现场");
    EXPECT_EQ(o.act(at(supervisor), CancelSupervision{"x"}), "supervision.none");
}

TEST(Urge, IsCountedAndTellsWhoUrged) {
    Office o = inHand();
    EXPECT_EQ(o.act(at(callTaker), UrgeTicket{"来电人再次来电", true}), "");
    ASSERT_EQ(o.ticket->urges.size(), 1U);
    EXPECT_TRUE(o.ticket->urges[0].byCaller);
}

Rules withLadder(Rules rules) {  // 庆云 2+1+N
    Ladder ladder;
    ladder.code = "210n";
    ladder.zh = "2+1+N";
    const std::vector<RoundResult> results{{"ok", "成功", "", RoundEffect::solved},
                                           {"no", "不成", "", RoundEffect::failed}};
    ladder.levels = {{"village", "村", "", {}, {2, TermUnit::day}, 2, 2, results},
                     {"area", "片", "", {}, {}, 1, 1, results},
                     {"town", "镇", "", {}, {}, 1, 0, results}};
    rules.ladders = {ladder};
    return rules;
}

TEST(Ladder, TheNextStepWaitsForTheRoundsBelow) {  // hard case 16
    Office o = inHand();
    o.rules = withLadder(o.rules);
    const auto village = at(unitHandler, "szz");
    EXPECT_EQ(o.act(village, HoldRound{"no"}), "ladder.none");
    EXPECT_EQ(o.act(village, StartLadder{"nowhere"}), "ladder.unknown");
    EXPECT_EQ(o.act(village, StartLadder{"210n"}), "");
    EXPECT_EQ(o.act(village, HoldRound{"no", "area"}), "ladder.tooEarly");
    EXPECT_EQ(o.act(village, HoldRound{"no"}), "");
    EXPECT_EQ(o.act(village, HoldRound{"no", "area"}), "ladder.tooEarly");
    EXPECT_EQ(o.act(village, HoldRound{"no"}), "");
    EXPECT_EQ(o.act(village, HoldRound{"no"}), "ladder.noFurther");
    EXPECT_EQ(o.act(village, HoldRound{"no", "area"}), "");
    EXPECT_EQ(o.act(village, HoldRound{"ok", "town"}), "");
    EXPECT_TRUE(o.ticket->climb->over);
    EXPECT_EQ(o.ticket->climb->rounds.size(), 4U);
    EXPECT_EQ(o.act(village, HoldRound{"no"}), "ladder.over");
}

TEST(Ladder, RisesByTheSchedulerWithARecord) {  // 白银 四类事项
    Office o = inHand();
    o.rules = withLadder(o.rules);
    o.act(at(unitHandler, "szz"), StartLadder{"210n"});
    EXPECT_TRUE(o.ticket->climb->due);
    EXPECT_EQ(o.act(scheduler(), EscalateTicket{"逾期未解决"}), "");
    EXPECT_EQ(o.ticket->climb->level, "area");
    EXPECT_EQ(o.ticket->climb->rounds.back().text, "逾期未解决");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), HoldRound{"no"}), "");
    EXPECT_EQ(o.act(scheduler(), EscalateTicket{"x"}), "");
    EXPECT_EQ(o.act(scheduler(), EscalateTicket{"x"}), "ladder.top");
}

TEST(Promises, AreKeptHandedOverAndNeverOrphaned) {
    Office o = inHand();
    const auto taker = at(callTaker);
    EXPECT_EQ(o.act(taker, PromiseTicket{"下午回电", {}}), "text.missing");
    EXPECT_EQ(o.act(taker, PromiseTicket{"下午回电", o.now.plus(kDayMs)}), "");
    EXPECT_EQ(o.act(taker, HandOver{taker.user, "", {}}), "handOver.self");
    EXPECT_EQ(o.act(taker, HandOver{{"night"}, "交班", {}}), "");
    EXPECT_EQ(o.ticket->promises[0].user.value, "night");
    EXPECT_EQ(o.act(taker, KeepPromise{2}), "promise.unknown");
    EXPECT_EQ(o.act(taker, KeepPromise{1}), "");
    EXPECT_EQ(o.act(taker, KeepPromise{1}), "promise.unknown");
}

TEST(Holdings, AreWhatAPersonMustHandOverBeforeHeLeaves) {
    Office o;
    o.registerOne();
    const auto taker = at(callTaker);
    EXPECT_FALSE(holdingOf(*o.ticket, taker.user, o.now).any());
    o.act(taker, ClaimTicket{});
    o.act(taker, PromiseTicket{"下午回电", o.now.plus(kDayMs)});
    o.act(taker, PromiseTicket{"再回电", o.now.plus(kDayMs)});
    o.act(taker, KeepPromise{1});
    EXPECT_EQ(holdingOf(*o.ticket, taker.user, o.now), (Holding{true, false, {2}, {}}));
    EXPECT_EQ(o.act(taker, HandOver{{"night"}}), "");
    EXPECT_FALSE(holdingOf(*o.ticket, taker.user, o.now).any());
    EXPECT_EQ(holdingOf(*o.ticket, {"night"}, o.now), (Holding{true, true, {2}, {}}));
    // A lease that has run out is nobody's; a promise and a call-back are.
    const Instant later = o.now.plus(kDayMs);
    EXPECT_EQ(holdingOf(*o.ticket, {"night"}, later), (Holding{false, true, {2}, {}}));
    o.ticket->state = TicketState::archived;
    EXPECT_FALSE(holdingOf(*o.ticket, {"night"}, later).any());
}

TEST(Holdings, ARunningShareIsShownButHoldsNobodyBack) {
    Office o;
    o.registerOne();
    const auto handler = at(unitHandler, "wsjk");
    ASSERT_EQ(o.act(at(dispatcher), DispatchTicket{{"wsjk"}, {UnitCode{"cdc"}}}), "");
    EXPECT_FALSE(holdingOf(*o.ticket, handler.user, o.now).any());
    ASSERT_EQ(o.act(handler, SignTicket{}), "");
    const Holding his = holdingOf(*o.ticket, handler.user, o.now);
    EXPECT_EQ(his.shares, std::vector<UnitCode>{UnitCode{"wsjk"}});
    EXPECT_TRUE(his.any());
    EXPECT_FALSE(his.binds());
    ASSERT_EQ(o.act(handler, HandOver{{"colleague"}, "交班", {}}), "");
    EXPECT_FALSE(holdingOf(*o.ticket, handler.user, o.now).any());
    EXPECT_EQ(holdingOf(*o.ticket, {"colleague"}, o.now).shares, std::vector<UnitCode>{UnitCode{"wsjk"}});
    ReplyTicket reply;
    reply.internal = "已核查";
    reply.publicText = "已办结";
    ASSERT_EQ(o.act(handler, reply), "");
    EXPECT_TRUE(holdingOf(*o.ticket, {"colleague"}, o.now).shares.empty());  // answered: no clock runs
}

TEST(Holdings, OfOneWhoIsGoneAreASupervisorsToGive) {
    Office o;
    o.registerOne();
    const auto gone = at(callTaker);
    o.act(gone, ClaimTicket{});
    o.act(gone, PromiseTicket{"回电", o.now.plus(kDayMs)});
    EXPECT_EQ(o.act(at(dispatcher), HandOver{{"night"}, "", gone.user}), "user.mayNot");
    EXPECT_EQ(o.act(at(supervisor), HandOver{gone.user, "", gone.user}), "handOver.self");
    EXPECT_EQ(o.act(at(supervisor), HandOver{{"night"}, "离职", gone.user}), "");
    EXPECT_FALSE(holdingOf(*o.ticket, gone.user, o.now).any());
    EXPECT_EQ(holdingOf(*o.ticket, {"night"}, o.now), (Holding{true, true, {1}, {}}));
    // What a third person keeps stays his.
    EXPECT_EQ(o.act(gone, HandOver{{"third"}}), "");
    EXPECT_EQ(o.ticket->keeper.value, "night");
    EXPECT_EQ(o.ticket->promises[0].user.value, "night");
}

TEST(Calendar, AChangedPaperMovesOpenDueTimesAndNothingThatAPersonSet) {  // hard case 9
    Office o = inHand();
    EXPECT_EQ(o.act(scheduler(), RecountDue{}), "ticket.nothingAmended");
    o.rules.calendar.setException(localDay(o.now, UtcOffset{480}).plus(1), {"调休放假", true});
    EXPECT_EQ(o.act(scheduler(), RecountDue{}), "");
    EXPECT_EQ(formatIso(*o.ticket->due, UtcOffset{480}), "2025-08-28T23:59:59+08:00");
    Office byHand;
    byHand.registerOne(AppealType::help);
    byHand.act(at(dispatcher), DispatchTicket{{"szz"}, {}, byHand.now.plus(kDayMs)});
    EXPECT_EQ(byHand.act(scheduler(), RecountDue{}), "ticket.noDue");
}

}  // namespace
}  // namespace zhida::domain
