// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decide.h"

#include "model/domain/lifecycle.h"
#include "tests/model/domain/every_command.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;
using enum Role;

TEST(LifeCycle, ConsultationIsAnsweredOnTheSpot) {
    Office o;
    o.registerOne(AppealType::consult, "1201");
    EXPECT_EQ(o.ticket->state, TicketState::registered);
    EXPECT_EQ(o.ticket->proposedUnit.value, "cdc");  // the longest prefix names the unit
    EXPECT_EQ(formatIso(*o.ticket->due, UtcOffset{480}), "2025-08-21T23:59:59+08:00");
    EXPECT_EQ(o.act(at(specialist, "wsjk"), AnswerDirectly{"可到省庄镇卫生院办理。", "a0001", 3, false}), "");
    EXPECT_EQ(o.ticket->state, TicketState::directAnswered);
    EXPECT_EQ(o.ticket->directAnswer->article, "a0001");
    EXPECT_EQ(o.ticket->directAnswer->articleVersion, 3U);
    EXPECT_TRUE(o.ticket->closedAt);
}

TEST(LifeCycle, DispatchSignReplyReviewCallbackClose) {
    Office o;
    o.registerOne(AppealType::complaint);
    o.dispatchTo("szz", {{"zjj"}});
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"查过", "已处理"}), "ticket.notSigned");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), SignTicket{}), "");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), SignTicket{}), "ticket.alreadySigned");
    EXPECT_EQ(o.act(at(unitHandler, "cdc"), SignTicket{}), "ticket.notYourUnit");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"现场查看", "已修复,请放心"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::submitted);
    EXPECT_EQ(o.ticket->lead()->reply->internal, "现场查看");
    EXPECT_EQ(o.act(at(dispatcher), ReviewTicket{true, ""}), "");
    EXPECT_EQ(o.ticket->state, TicketState::pendingCallback);
    EXPECT_EQ(o.act(at(callbackAgent), CallBack{true, Solved::solved, Satisfied::satisfied, "很快"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::closed);
    EXPECT_TRUE(o.ticket->closedAt);
}

TEST(LifeCycle, AnAssistingReplyDoesNotSubmit) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz", {{"zjj"}});
    o.act(at(unitHandler, "zjj"), SignTicket{});
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), ReplyTicket{"", "协办意见"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);
}

TEST(LifeCycle, DissatisfiedMeansRedoWithTheSameNumberAndANewClock) {
    Office o;
    o.registerOne(AppealType::help);
    const std::string number = o.ticket->number;
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), SignTicket{});
    o.act(at(unitHandler, "szz"), ReplyTicket{"", "已办"});
    o.act(at(dispatcher), ReviewTicket{true, ""});
    o.now = o.now.plus(20 * kDayMs);
    EXPECT_EQ(o.act(at(callbackAgent), CallBack{true, Solved::unsolved, Satisfied::dissatisfied, "没人来"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::redo);
    EXPECT_EQ(o.ticket->redoCount, 1U);
    EXPECT_EQ(o.ticket->number, number);
    EXPECT_GT(*o.ticket->due, o.now);
    EXPECT_EQ(o.ticket->lead()->state, AssignmentState::pending);
    EXPECT_EQ(o.act(at(unitHandler, "szz"), SignTicket{}), "");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"", "重新办理完毕"}), "");
    o.act(at(dispatcher), ReviewTicket{true, ""});
    o.act(at(callbackAgent), CallBack{true, Solved::solved, Satisfied::basic, ""});
    EXPECT_EQ(o.ticket->state, TicketState::closed);
    EXPECT_EQ(o.ticket->firstCallback->satisfied, Satisfied::dissatisfied);  // both are kept (domain handbook 1.7)
    EXPECT_EQ(o.ticket->lastCallback->satisfied, Satisfied::basic);
}

TEST(LifeCycle, ReviewSendsBackToTheSameUnit) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), SignTicket{});
    o.act(at(unitHandler, "szz"), ReplyTicket{"", "已阅"});
    EXPECT_EQ(o.act(at(supervisor), ReviewTicket{false, "没有答复诉求"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"", "现已查明"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::submitted);
}

TEST(Return, ApprovedGoesBackToDispatchAndRejectedMayBarFurtherReturns) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestReturn{"whatever", "条例", "", {}}), "reason.unknown");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", " ", "", {}}), "text.missing");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "职责清单第3项", "应由住建局办理", {"zjj"}}),
              "");
    EXPECT_EQ(o.ticket->state, TicketState::returnReview);
    EXPECT_EQ(o.act(at(dispatcher), DecideReturn{false, "属地管理", {}, true}), "");
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "再退", "", {}}), "ticket.mayNotReturn");

    Office p;
    p.registerOne(AppealType::help);
    p.dispatchTo("szz");
    p.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "职责清单", "", {}});
    EXPECT_EQ(p.act(at(dispatcher), DecideReturn{true, "同意", {}, false}), "");
    EXPECT_EQ(p.ticket->state, TicketState::pendingDispatch);
    p.dispatchTo("zjj");
    EXPECT_EQ(p.ticket->lead()->unit.value, "zjj");
    EXPECT_EQ(p.act(at(unitHandler, "szz"), SignTicket{}), "ticket.notYourUnit");
}

TEST(Return, ApprovedWhileTheLeadHasAlreadyReplied) {  // hard case 1
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz", {{"zjj"}});
    o.act(at(unitHandler, "szz"), SignTicket{});
    o.act(at(unitHandler, "zjj"), RequestReturn{"notOurDuty", "清单", "", {}});
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"", "已办结"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::returnReview);
    EXPECT_EQ(o.act(at(dispatcher), DecideReturn{true, "", {"zjj"}, false}), "");
    EXPECT_EQ(o.ticket->state, TicketState::submitted);
}

TEST(Claim, IsALeaseThatStopsOthersUntilItRunsOut) {
    Office o;
    o.registerOne();
    EXPECT_EQ(o.act(at(specialist, "wsjk"), ClaimTicket{}), "");
    EXPECT_EQ(o.act(at(specialist, "zjj"), ClaimTicket{}), "ticket.claimed");
    EXPECT_EQ(o.act(at(specialist, "zjj"), AnswerDirectly{"x", "", 0, false}), "ticket.claimed");
    EXPECT_EQ(o.act(at(specialist, "zjj"), ReleaseTicket{}), "ticket.claimed");
    EXPECT_EQ(o.act(at(specialist, "wsjk"), ClaimTicket{}), "");  // renewed
    o.now = o.now.plus(16 * kMinuteMs);
    EXPECT_EQ(o.act(at(specialist, "zjj"), ClaimTicket{}), "");
    EXPECT_EQ(o.act(at(specialist, "zjj"), ReleaseTicket{}), "");
    EXPECT_EQ(o.act(at(specialist, "zjj"), ReleaseTicket{}), "ticket.notClaimed");
}

TEST(LateWords, OfTheLoserOfARaceAreKeptAndNeverCountAsAnAnswer) {
    Office o;
    o.registerOne();
    const std::uint64_t seen = o.ticket->rev;
    o.act(at(specialist, "wsjk"), AnswerDirectly{"先到的答复", "", 0, false});
    EXPECT_EQ(o.act(at(specialist, "zjj"), AnswerDirectly{"后到的答复", "", 0, false}, seen), "");
    EXPECT_EQ(o.ticket->directAnswer->text, "先到的答复");
    ASSERT_EQ(o.ticket->notes.size(), 1U);
    EXPECT_EQ(o.ticket->notes[0].kind, NoteKind::lateAnswer);
    EXPECT_EQ(o.ticket->notes[0].text, "后到的答复");
    // Who saw the answer and still answers is refused: nothing was overtaken.
    EXPECT_EQ(o.act(at(specialist, "zjj"), AnswerDirectly{"又一个", "", 0, false}), "ticket.wrongState");
}

TEST(LateWords, OfAReplyKeepTheInternalReportToo) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), SignTicket{});
    const std::uint64_t seen = o.ticket->rev;
    o.act(at(unitHandler, "szz"), ReplyTicket{"", "先到"});
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"内部情况", "后到"}, seen), "");
    ASSERT_EQ(o.ticket->notes.size(), 2U);
    EXPECT_EQ(o.ticket->notes[0].text, "后到");
    EXPECT_EQ(o.ticket->notes[1].text, "内部情况");
}

TEST(Claim, EndsWithTheTicket) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), SignTicket{});
    o.act(at(unitHandler, "szz"), ReplyTicket{"", "已办"});
    o.act(at(dispatcher), ReviewTicket{true, ""});
    o.act(at(callbackAgent), ClaimTicket{});
    o.act(at(callbackAgent), CallBack{true, Solved::solved, Satisfied::satisfied, ""});
    EXPECT_EQ(o.ticket->state, TicketState::closed);
    EXPECT_FALSE(o.ticket->claim);
}

TEST(Supplement, StartsAnewWithoutTheOldAnswerAndTheOldCalls) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), SignTicket{});
    o.act(at(unitHandler, "szz"), ReplyTicket{"", "旧答复"});
    o.act(at(dispatcher), ReviewTicket{true, ""});
    for (int i = 0; i < 3; ++i) {
        o.act(at(callbackAgent), CallBack{false, std::nullopt, std::nullopt, ""});
    }
    ASSERT_EQ(o.ticket->state, TicketState::closed);
    o.act(at(callTaker), SupplementTicket{"又坏了"});
    EXPECT_EQ(o.ticket->callbackAttempts, 0U);
    o.dispatchTo("zjj");
    EXPECT_EQ(o.ticket->assignmentOf({"szz"})->state, AssignmentState::exited);
    o.act(at(unitHandler, "zjj"), RequestReturn{"notOurDuty", "清单", "", {}});
    EXPECT_EQ(o.act(at(dispatcher), DecideReturn{true, "", {}, false}), "");
    EXPECT_EQ(o.ticket->state, TicketState::pendingDispatch);  // not submitted with the old answer
}

TEST(Return, WithSeveralRequestsTheUnitMustBeNamed) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz", {{"zjj"}});
    o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "a", "", {}});
    o.act(at(unitHandler, "zjj"), RequestReturn{"notOurDuty", "b", "", {}});
    EXPECT_EQ(o.act(at(dispatcher), DecideReturn{true, "", {}, false}), "ticket.severalReturnRequests");
    EXPECT_EQ(o.act(at(dispatcher), DecideReturn{true, "", {"zjj"}, false}), "");
    EXPECT_EQ(o.act(at(dispatcher), DecideReturn{true, "", {}, false}), "");
}

TEST(Commands, AreBoundedInEveryField) {
    Office o;
    RegisterTicket c;
    c.title = "t";
    c.content = "c";
    c.category = {std::string(65, '1')};
    EXPECT_EQ(o.act(at(callTaker), c), "text.tooLong");
    o.registerOne();
    EXPECT_EQ(o.act(at(dispatcher), DispatchTicket{{"szz"}, std::vector<UnitCode>(51, UnitCode{"zjj"}), {}, ""}),
              "text.tooLong");
    EXPECT_EQ(o.act(at(dispatcher), DispatchTicket{{""}, {}, {}, ""}), "text.missing");
}

TEST(Supplement, WakesAClosedTicket) {
    Office o;
    o.registerOne();
    o.act(at(specialist, "wsjk"), AnswerDirectly{"答复", "", 0, false});
    EXPECT_EQ(o.act(at(callTaker), SupplementTicket{"来电人说还是不清楚"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::pendingDispatch);
    EXPECT_FALSE(o.ticket->closedAt);
}

TEST(Callback, IsNeverMadeByTheHandlingUnitAndGivesUpAfterTheAttempts) {  // hard case 4
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), SignTicket{});
    o.act(at(unitHandler, "szz"), ReplyTicket{"", "已办"});
    o.act(at(dispatcher), ReviewTicket{true, ""});
    EXPECT_EQ(o.act(at(callbackAgent, "szz"), CallBack{true, Solved::solved, Satisfied::satisfied, ""}),
              "ticket.callbackOwnUnit");
    EXPECT_EQ(o.act(at(callbackAgent), CallBack{true, Solved::solved, std::nullopt, ""}), "ticket.callbackIncomplete");
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(o.ticket->state, i == 0 ? TicketState::pendingCallback : TicketState::callbackRetry);
        EXPECT_EQ(o.act(at(callbackAgent), CallBack{false, std::nullopt, std::nullopt, "无人接听"}), "");
    }
    EXPECT_EQ(o.ticket->state, TicketState::closed);
    EXPECT_FALSE(o.ticket->lastCallback->connected);
}

TEST(Dispatch, NamesKnownUnitsOnceAndADeadlineAhead) {
    Office o;
    o.registerOne();
    const auto dispatch = [&](DispatchTicket c) { return o.act(at(dispatcher), std::move(c)); };
    EXPECT_EQ(dispatch({{"nowhere"}, {}, {}, ""}), "unit.unknown");
    EXPECT_EQ(dispatch({{"gone"}, {}, {}, ""}), "unit.disabled");
    EXPECT_EQ(dispatch({{"szz"}, {{"szz"}}, {}, ""}), "unit.twice");
    EXPECT_EQ(dispatch({{"szz"}, {}, o.now.plus(-1), ""}), "deadline.past");
    EXPECT_EQ(dispatch({{"szz"}, {{"zjj"}}, o.now.plus(kDayMs), "加急"}), "");
    EXPECT_EQ(dispatch({{"zjj"}, {}, {}, ""}), "ticket.wrongState");
}

TEST(Register, NeedsItsTextsAndHappensOnce) {
    Office o;
    RegisterTicket c;
    EXPECT_EQ(o.act(at(callTaker), c), "text.missing");
    c.title = std::string(201, 'a');
    c.content = "x";
    EXPECT_EQ(o.act(at(callTaker), c), "text.tooLong");
    EXPECT_EQ(o.act(at(callTaker), CommentTicket{"x"}), "ticket.unknown");
    o.registerOne();
    c.title = "t";
    EXPECT_EQ(o.act(at(callTaker), c), "ticket.exists");
}

TEST(LifeCycleTable, IsObeyedForEveryCommandStateAndRole) {
    const auto commands = test::everyCommand(Office());
    ASSERT_EQ(commands.size(), kLifecycle.size());
    for (std::size_t i = 0; i < commands.size(); ++i) {
        EXPECT_EQ(nameOf(commands[i]), kLifecycle[i].command);
        for (const auto& [state, stateCode] : EnumCodes<TicketState>::kTable) {
            for (const auto& [role, roleCode] : EnumCodes<Role>::kTable) {
                Office o;
                o.registerOne();
                o.ticket->state = state;
                const auto events = o.attempt(at(role, "szz"), commands[i]);
                const std::string code = events ? "" : events.error().code;
                const bool roleFits = kLifecycle[i].roles.has(role);
                EXPECT_EQ(code == "user.mayNot", !roleFits) << kLifecycle[i].command << " " << roleCode;
                if (roleFits && i != 0) {
                    EXPECT_EQ(code == "ticket.wrongState", !kLifecycle[i].from.has(state))
                        << kLifecycle[i].command << " " << stateCode;
                }
            }
        }
    }
}

TEST(Decide, RandomLivesKeepTheInvariants) {
    const auto commands = test::everyCommand(Office());
    const std::vector<UserProfile> people{at(callTaker),          at(specialist, "wsjk"), at(dispatcher),
                                          at(unitHandler, "szz"), at(unitHandler, "zjj"), at(callbackAgent),
                                          at(supervisor)};
    SeededRng rng(5);
    int accepted = 0;
    for (int life = 0; life < 300; ++life) {
        Office o;
        o.registerOne(AppealType::help);
        for (int step = 0; step < 40; ++step) {
            const Ticket before = *o.ticket;
            const std::string code =
                o.act(people[rng.below(people.size())], commands[1 + rng.below(commands.size() - 1)]);
            accepted += code.empty() ? 1 : 0;
            if (!code.empty()) {
                ASSERT_EQ(*o.ticket, before);  // a refusal changes nothing
                continue;
            }
            ASSERT_GT(o.ticket->rev, before.rev);
            ASSERT_EQ(o.ticket->closedAt.has_value(), !isOpen(o.ticket->state));
            ASSERT_EQ(o.ticket->number, before.number);
            ASSERT_GE(o.ticket->notes.size(), before.notes.size());
            const bool inHand = o.ticket->state == TicketState::dispatched || o.ticket->state == TicketState::redo ||
                                o.ticket->state == TicketState::submitted;
            ASSERT_TRUE(!inHand || o.ticket->lead() != nullptr);
        }
        Ticket replayed;
        for (const Event& event : o.log) {
            replayed = evolve(replayed, event);
        }
        ASSERT_EQ(replayed, *o.ticket);
    }
    EXPECT_GT(accepted, 2000);
}

TEST(Evolve, IgnoresAnEventThatDoesNotFollow) {
    Office o;
    o.registerOne();
    Event event = o.log.front();
    EXPECT_EQ(evolve(*o.ticket, event), *o.ticket);
    event.rev = o.ticket->rev + 2;
    EXPECT_EQ(evolve(*o.ticket, event), *o.ticket);
}

}  // namespace
}  // namespace zhida::domain
