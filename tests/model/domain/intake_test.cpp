// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;
using enum Role;

TEST(Intake, AnUnclearTicketGoesBackAndComesAgainWithWhatWasMissing) {
    Office o;
    o.registerOne(AppealType::complaint);
    EXPECT_EQ(o.act(at(callTaker), AskInfo{"哪个小区?"}), "user.mayNot");
    EXPECT_EQ(o.act(at(dispatcher), AskInfo{""}), "text.missing");
    EXPECT_EQ(o.act(at(dispatcher), AskInfo{"哪个小区?"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::needInfo);
    EXPECT_EQ(o.act(at(dispatcher), DispatchTicket{{"szz"}}), "ticket.wrongState");
    AmendTicket amend;
    amend.reason = "已电话补充";
    amend.address = "岳峰小区3号楼";
    EXPECT_EQ(o.act(at(callTaker), amend), "");
    EXPECT_EQ(o.ticket->state, TicketState::registered);
    EXPECT_EQ(o.ticket->address, "岳峰小区3号楼");
    o.act(at(dispatcher), AskInfo{"几楼?"});
    EXPECT_EQ(o.act(at(callTaker), SupplementTicket{"5楼"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::registered);
}

TEST(Intake, ACorrectedKindOfAppealHasTheTermOfTheNewOneFromTheSameReceipt) {
    Office o;
    o.registerOne(AppealType::consult);  // one working day
    const Instant before = *o.ticket->due;
    AmendTicket amend;
    amend.reason = "实为投诉";
    amend.appealType = AppealType::complaint;  // five
    amend.category = {"1201"};
    o.now = o.now.plus(kDayMs / 2);
    EXPECT_EQ(o.act(at(dispatcher), amend), "");
    EXPECT_GT(*o.ticket->due, before);
    EXPECT_EQ(formatIso(*o.ticket->due, UtcOffset{480}), "2025-08-27T23:59:59+08:00");
    EXPECT_EQ(o.ticket->proposedUnit.value, "cdc");
    AmendTicket nothing;
    nothing.reason = "无";
    EXPECT_EQ(o.act(at(dispatcher), nothing), "ticket.nothingAmended");
}

// 潍坊条例 §19: reason and right channel; the handbook: proposed by the call taker, confirmed by a supervisor.
TEST(Refusal, NeedsAGroundTheRightChannelAndASupervisor) {
    Office o;
    o.registerOne(AppealType::complaint);
    EXPECT_EQ(o.act(at(callTaker), ProposeRefusal{"dislike", "请找法院"}), "reason.unknown");
    EXPECT_EQ(o.act(at(callTaker), ProposeRefusal{"litigation", " "}), "text.missing");
    EXPECT_EQ(o.act(at(callTaker), ProposeRefusal{"litigation", "请向人民法院提出"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::registered);  // a proposal only
    EXPECT_EQ(o.act(at(callTaker), ProposeRefusal{"litigation", "请向人民法院提出"}), "request.open");
    EXPECT_EQ(o.act(at(dispatcher), DecideRequest{RequestKind::refusal, true, ""}), "request.mayNotDecide");
    EXPECT_EQ(o.act(at(supervisor), DecideRequest{RequestKind::refusal, true, "同意"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::notAccepted);
    EXPECT_EQ(o.ticket->requests[0].wording, "请向人民法院提出");
    EXPECT_TRUE(o.ticket->closedAt);
    EXPECT_EQ(o.act(at(callTaker), SupplementTicket{"法院没有受理"}), "");  // re-opened
    EXPECT_EQ(o.ticket->state, TicketState::registered);
}

TEST(Refusal, NobodyConfirmsHisOwnAndADispatchedTicketIsNoLongerRefused) {
    Office o;
    o.registerOne();
    o.act(at(supervisor), ProposeRefusal{"litigation", "请向人民法院提出"});
    EXPECT_EQ(o.act(at(supervisor), DecideRequest{RequestKind::refusal, true, ""}), "request.own");
    o.dispatchTo("szz");
    UserProfile second = at(supervisor);
    second.user = {"second"};
    EXPECT_EQ(o.act(second, DecideRequest{RequestKind::refusal, true, ""}), "ticket.wrongState");
    EXPECT_EQ(o.act(second, DecideRequest{RequestKind::refusal, false, "已派"}), "");
}

// 北京条例 §11(一)
TEST(Intake, EmergenciesArePassedOnAtOnce) {
    Office o;
    o.registerOne();
    EXPECT_EQ(o.act(at(callTaker), TransferTicket{"999"}), "emergency.unknown");
    EXPECT_EQ(o.act(at(callTaker), TransferTicket{"police", "正在打架"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::transferred);
    EXPECT_EQ(o.ticket->emergency, "police");
    EXPECT_EQ(o.act(at(supervisor), CloseTicket{"已由110处置"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::closed);
}

TEST(Intake, WithdrawnAndInvalidTicketsAreDoneAndMayBeTakenUpAgain) {
    Office o;
    o.registerOne();
    EXPECT_EQ(o.act(at(unitHandler, "szz"), WithdrawTicket{"不要了"}), "user.mayNot");
    EXPECT_EQ(o.act(at(callTaker), WithdrawTicket{"问题已解决"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::withdrawn);
    EXPECT_FALSE(isOpen(o.ticket->state));
    EXPECT_EQ(o.act(at(callTaker), SupplementTicket{"又出现了"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::pendingDispatch);
    EXPECT_EQ(o.act(at(callTaker), InvalidateTicket{"骚扰电话", true}), "");
    EXPECT_EQ(o.ticket->state, TicketState::invalid);
}

TEST(Merge, AChildFollowsAndCanBeTakenOutAgain) {
    Office o;
    o.registerOne();
    Ticket parent = *o.ticket;
    parent.id = TicketId::make(o.now, o.rng);
    EXPECT_EQ(o.act(at(dispatcher), MergeTicket{o.id, ""}), "link.self");
    EXPECT_EQ(o.act(at(dispatcher), MergeTicket{parent.id, ""}), "ticket.unknown");  // nobody here knows it
    o.other = parent;
    o.other->state = TicketState::merged;
    EXPECT_EQ(o.act(at(dispatcher), MergeTicket{parent.id, ""}), "merge.into");  // no chains by a closed door
    o.other->state = TicketState::dispatched;
    EXPECT_EQ(o.act(at(dispatcher), MergeTicket{parent.id, "同一停水"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::merged);
    EXPECT_EQ(o.ticket->mergedInto, parent.id);
    EXPECT_EQ(o.act(at(dispatcher), DispatchTicket{{"szz"}}), "ticket.wrongState");
    EXPECT_EQ(o.act(at(callTaker), SupplementTicket{"还没来水"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::merged);  // words are kept, the parent goes on
    EXPECT_EQ(o.act(at(dispatcher), UnmergeTicket{"另有原因"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::pendingDispatch);
    EXPECT_FALSE(o.ticket->mergedInto);
}

TEST(Merge, AMergedChildIsNotRedone) {  // hard case 3
    Office o;
    o.registerOne();
    o.other = *o.ticket;
    o.other->id = TicketId::make(o.now, o.rng);
    o.act(at(dispatcher), MergeTicket{o.other->id, ""});
    EXPECT_EQ(o.act(at(supervisor), RedoTicket{"群众不满意"}), "ticket.wrongState");
    EXPECT_EQ(o.act(at(callbackAgent), CallBack{true, Solved::unsolved, Satisfied::dissatisfied, ""}),
              "ticket.wrongState");
}

TEST(Secrecy, ARestrictedTicketIsOnlyWithSupervisorsItsRegistrarAndItsUnits) {
    Office o;
    o.registerOne(AppealType::report);
    const auto sees = [&o](const UserProfile& user) {
        for (const std::string& mine : scopesOf(user)) {
            for (const std::string& its : scopesOf(*o.ticket)) {
                if (mine == its) {
                    return true;
                }
            }
        }
        return false;
    };
    EXPECT_TRUE(sees(at(callbackAgent)));
    EXPECT_EQ(o.act(at(callTaker), SetSecrecy{Secrecy::restricted, "举报人要求"}), "");
    EXPECT_FALSE(sees(at(callbackAgent)));
    EXPECT_FALSE(sees(at(dispatcher)));
    EXPECT_FALSE(sees(at(specialist, "wsjk")));
    EXPECT_TRUE(sees(at(supervisor)));
    EXPECT_TRUE(sees(at(callTaker)));  // registered it
    o.act(at(supervisor), DispatchTicket{{"szz"}});
    EXPECT_TRUE(sees(at(unitHandler, "szz")));
    EXPECT_FALSE(sees(at(unitHandler, "zjj")));
    EXPECT_EQ(o.act(at(supervisor), SetSecrecy{Secrecy::restricted, "再次"}), "ticket.nothingAmended");
}

TEST(Flags, RideOnTopOfAnyOpenState) {
    Office o;
    o.registerOne();
    EXPECT_EQ(o.act(at(dispatcher), FlagTicket{TicketFlag::hard, true, "多部门"}), "");
    EXPECT_TRUE(o.ticket->has(TicketFlag::hard));
    EXPECT_EQ(o.act(at(dispatcher), FlagTicket{TicketFlag::hard, true, ""}), "ticket.nothingAmended");
    EXPECT_EQ(o.act(at(dispatcher), FlagTicket{TicketFlag::hard, false, ""}), "");
    EXPECT_FALSE(o.ticket->has(TicketFlag::hard));
}

TEST(Registration, OfADeskWhoseClockRunsAheadIsReceivedByTheServersTime) {
    Office o;
    RegisterTicket c;
    c.title = "停水";
    c.content = "全楼停水";
    Command command;
    command.id = CommandId::make(o.now, o.rng);
    command.ticket = o.id;
    command.occurredAt = o.now.plus(3 * kDayMs);
    command.body = c;
    const auto events = decide(nullptr, command, Context{o.now, at(callTaker), &o.rules, &o.units});
    ASSERT_TRUE(events);
    const Ticket ticket = evolve(Ticket{}, events->front());
    EXPECT_EQ(ticket.createdAt, o.now);                             // the server's time wins
    EXPECT_EQ(events->front().occurredAt, o.now.plus(3 * kDayMs));  // both are kept
    command.occurredAt = o.now.plus(-3 * kDayMs);                   // three days without a line: received then
    const auto late = decide(nullptr, command, Context{o.now, at(callTaker), &o.rules, &o.units});
    EXPECT_EQ(evolve(Ticket{}, late->front()).createdAt, o.now.plus(-3 * kDayMs));
}

}  // namespace
}  // namespace zhida::domain
