// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;
using enum Role;

TEST(Split, EveryPartHasItsLeadAndOneCallbackClosesThemAll) {
    Office o;
    o.registerOne(AppealType::help);
    EXPECT_EQ(o.act(at(dispatcher), SplitTicket{{{"路灯", "", {"zjj"}, {}}}}), "split.parts");
    EXPECT_EQ(o.act(at(dispatcher), SplitTicket{{{"路灯", "", {"zjj"}, {}}, {"污水", "", {"zjj"}, {}}}}), "unit.twice");
    EXPECT_EQ(o.act(at(dispatcher), SplitTicket{{{"路灯", "", {"zjj"}, {}}, {"污水", "", {"szz"}, {{"cdc"}}}}}), "");
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);
    ASSERT_EQ(o.ticket->parts.size(), 2U);
    o.reply("zjj");
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);  // the second part is still out
    o.reply("szz");
    EXPECT_EQ(o.ticket->state, TicketState::submitted);
    o.act(at(dispatcher), ReviewTicket{true, ""});
    EXPECT_EQ(o.act(at(callbackAgent), CallBack{true, Solved::solved, Satisfied::satisfied, ""}), "");
    EXPECT_EQ(o.ticket->state, TicketState::closed);
}

TEST(Split, APartThatComesBackIsDispatchedAnewAloneAndTheOtherAnswerStays) {
    Office o;
    o.registerOne(AppealType::help);
    o.act(at(dispatcher), SplitTicket{{{"路灯", "", {"zjj"}, {}}, {"污水", "", {"szz"}, {}}}});
    o.reply("zjj");
    o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "清单", "", {}});
    EXPECT_EQ(o.act(at(dispatcher), DecideReturn{true, "", {}, false}), "");
    EXPECT_EQ(o.ticket->state, TicketState::pendingDispatch);
    DispatchTicket anew{{"cdc"}};
    anew.part = 3;
    EXPECT_EQ(o.act(at(dispatcher), anew), "part.unknown");
    anew.part = 2;
    EXPECT_EQ(o.act(at(dispatcher), anew), "");
    EXPECT_EQ(o.ticket->assignmentOf({"zjj"})->state, AssignmentState::replied);
    o.reply("cdc");
    EXPECT_EQ(o.ticket->state, TicketState::submitted);
}

TEST(SubDispatch, ToSeveralUnitsWithAClockThatEndsBeforeTheOwn) {  // 加派
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), SubDispatch{{{"cdc"}}}), "ticket.notSigned");
    o.act(at(unitHandler, "szz"), SignTicket{});
    EXPECT_EQ(o.act(at(unitHandler, "szz"), SubDispatch{}), "text.missing");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), SubDispatch{{{"cdc"}}, o.ticket->due->plus(1)}), "deadline.afterMain");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), SubDispatch{{{"szz"}}}), "unit.twice");
    const Instant inner = o.now.plus(kDayMs);
    EXPECT_EQ(o.act(at(unitHandler, "szz"), SubDispatch{{{"cdc"}, {"zjj"}}, inner, "请分别核实"}), "");
    EXPECT_EQ(o.ticket->assignmentOf({"cdc"})->due, inner);
    EXPECT_EQ(o.ticket->assignmentOf({"cdc"})->parent.value, "szz");
    o.reply("cdc");
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);  // only the lead submits
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"", "汇总答复"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::submitted);
}

TEST(Return, IsRefusedTwiceForTheSameUnitTooLateAndFromTheSecondRedo) {
    Office o;
    o.rules.deadlines.push_back({{}, {}, {2, TermUnit::workingDay}, Stage::returnRequest});
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "清单", "", {}});
    o.act(at(dispatcher), DecideReturn{false, "", {}, false});
    EXPECT_EQ(o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "清单", "", {}}), "ticket.mayNotReturn");

    Office late;
    late.rules = o.rules;
    late.registerOne(AppealType::help);
    late.dispatchTo("szz");
    late.now = late.now.plus(7 * kDayMs);
    EXPECT_EQ(late.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "清单", "", {}}), "return.tooLate");

    Office redo;
    redo.submitted();
    for (int i = 0; i < 2; ++i) {
        redo.act(at(callbackAgent), CallBack{true, Solved::unsolved, Satisfied::dissatisfied, ""});
        redo.act(at(unitHandler, "szz"), SignTicket{});
        if (i == 0) {
            redo.act(at(unitHandler, "szz"), ReplyTicket{"", "再办"});
            redo.act(at(dispatcher), ReviewTicket{true, ""});
        }
    }
    ASSERT_EQ(redo.ticket->redoCount, 2U);
    EXPECT_EQ(redo.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "清单", "", {}}), "ticket.mayNotReturn");
}

// 潍坊条例 §22: the centre decides; the unit so named may not return.
TEST(Arbitration, OpensWhenTheSameUnitsHandAMatterToAndFro) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "清单第3项", "应由住建局办理", {"zjj"}});
    o.act(at(dispatcher), DecideReturn{true, "同意", {}, false});
    o.dispatchTo("zjj");
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), RequestReturn{"notOurDuty", "清单第9项", "应由镇办理", {"szz"}}), "");
    EXPECT_TRUE(o.ticket->arbitration);
    EXPECT_EQ(o.act(at(supervisor), ArbitrateTicket{{"nowhere"}, "条例第22条"}), "unit.unknown");
    EXPECT_EQ(o.act(at(supervisor), ArbitrateTicket{{"zjj"}, "条例第22条", {}, {}, "由住建局主办"}), "");
    EXPECT_EQ(o.ticket->state, TicketState::dispatched);
    EXPECT_EQ(o.ticket->lead()->unit.value, "zjj");
    EXPECT_FALSE(o.ticket->arbitration);
    ASSERT_EQ(o.ticket->returns.size(), 2U);  // both reasons side by side
    EXPECT_EQ(o.ticket->returns[0].basis, "清单第3项");
    EXPECT_EQ(o.ticket->returns[1].basis, "清单第9项");
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), RequestReturn{"notOurDuty", "清单", "", {}}), "ticket.mayNotReturn");
}

// 北京条例 §14, 庆云 首接首办: the first receiver is owner until another has accepted in writing.
TEST(FirstReceiver, OwnsTheTicketUntilAnotherLeadHasSigned) {
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    EXPECT_EQ(o.ticket->owner.value, "szz");
    o.act(at(unitHandler, "szz"), RequestReturn{"notOurDuty", "清单", "", {"zjj"}});
    o.act(at(dispatcher), DecideReturn{true, "", {}, false});
    o.dispatchTo("zjj");
    EXPECT_EQ(o.ticket->owner.value, "szz");
    o.act(at(unitHandler, "zjj"), SignTicket{});
    EXPECT_EQ(o.ticket->owner.value, "zjj");
}

TEST(Contact, TheFirstCallToTheCallerIsOnRecord) {  // 白银 半小时致电
    Office o;
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), LogContact{true, ""}), "ticket.notYourUnit");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), LogContact{false, "无人接听"}), "");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), LogContact{true, "约定下午上门"}), "");
    ASSERT_EQ(o.ticket->contacts.size(), 2U);
    EXPECT_FALSE(o.ticket->contacts[0].reached);
}

TEST(Forms, AStaleVersionIsRefusedAndAnOldTicketKeepsItsOwn) {
    Office o;
    Form form;
    form.code = "tai";
    form.zh = "办理表";
    form.use = FormUse::reply;
    form.fieldList = {{"true", "诉求属实", "", FormFieldKind::yesNo, {}, true}};
    o.rules.forms = {form};
    o.registerOne(AppealType::help);
    o.dispatchTo("szz");
    o.act(at(unitHandler, "szz"), SignTicket{});
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"", "办结", FilledForm{"tai", 1, {}}}), "form.missing");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"", "办结", FilledForm{"no", 1, {}}}), "form.unknown");
    EXPECT_EQ(o.act(at(unitHandler, "szz"), ReplyTicket{"", "办结", FilledForm{"tai", 1, {{"true", "yes"}}}}), "");
    ASSERT_EQ(o.ticket->forms.size(), 1U);
    Form second = form;
    second.version = 2;
    o.rules.forms.push_back(second);
    EXPECT_EQ(o.act(at(dispatcher), FillForm{{"tai", 1, {{"true", "no"}}}}), "form.stale");
    EXPECT_EQ(o.ticket->forms[0].version, 1);
}

}  // namespace
}  // namespace zhida::domain
