// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/model/domain/office.h"

#include <vector>

namespace zhida::domain::test {

inline CallBack unhappy() { return {true, Solved::unsolved, Satisfied::dissatisfied, "没人来"}; }

/// A filled-in body of every kind of command, in their order on the wire.
inline std::vector<TicketCommand> everyCommand(const Office& o) {
    const auto later = o.now.plus(2 * kDayMs);
    const TicketId other = o.other ? o.other->id : TicketId{Uuid::fromName("other")};
    RegisterTicket facts;
    facts.title = "t";
    facts.content = "c";
    AmendTicket amend;
    amend.reason = "核对";
    amend.address = "新地址";
    return {facts,
            ClaimTicket{},
            ReleaseTicket{},
            SupplementTicket{"补充"},
            AnswerDirectly{"答复", "", 0, false},
            DispatchTicket{{"szz"}, {{"zjj"}}},
            SignTicket{},
            RequestReturn{"notOurDuty", "清单", "", {}},
            DecideReturn{true, "", {}, false},
            ReplyTicket{"", "办结", {}},
            ReviewTicket{true, ""},
            CallBack{true, Solved::solved, Satisfied::satisfied, ""},
            CommentTicket{"意见"},
            LinkTicket{other, LinkKind::repeat},
            amend,
            AskInfo{"哪里?"},
            ProposeRefusal{"litigation", "请找法院"},
            TransferTicket{"police", ""},
            WithdrawTicket{"不要了"},
            InvalidateTicket{"无效"},
            MergeTicket{other, ""},
            UnmergeTicket{},
            UnlinkTicket{other},
            SetSecrecy{Secrecy::callerHidden, "要求"},
            FlagTicket{TicketFlag::hard, true, ""},
            SplitTicket{{{"甲", "", {"zjj"}, {}}, {"乙", "", {"szz"}, {}}}},
            SubDispatch{{{"cdc"}}},
            LogContact{true, ""},
            RequestExtension{"survey", "3wd", "待勘查", ""},
            RequestSuspension{"policy", "待政策", later},
            PetitionAssessment{RequestKind::beyondDuty, "超职责"},
            DecideRequest{RequestKind::extension, true, ""},
            TakeBackRequest{RequestKind::extension},
            ResumeTicket{},
            ArbitrateTicket{{"szz"}, "条例"},
            FillForm{{"tai", 1, {}}},
            PromiseTicket{"回电", later},
            KeepPromise{1},
            HandOver{{"somebody"}},
            UrgeTicket{"快些"},
            SuperviseTicket{"拖延"},
            AnswerSupervision{"已办"},
            DecideSupervision{true, ""},
            CancelSupervision{"不需要"},
            RedoTicket{"抽查"},
            StartLookBack{},
            ReportLookBack{LookBackOutcome::upheld},
            StartLadder{"210n"},
            HoldRound{"no"},
            EscalateTicket{"逾期"},
            CloseTicket{"结"},
            ArchiveTicket{},
            RecountDue{},
            UndoCommand{CommandId{Uuid::fromName("undo")}}};
}

/// Other ways to say the same commands.
inline std::vector<TicketCommand> moreCommands(const Office& o) {
    return {DecideReturn{false, "", {}, false},
            ReviewTicket{false, "不清楚"},
            CallBack{false},
            unhappy(),
            DecideRequest{RequestKind::suspension, true, ""},
            DecideRequest{RequestKind::refusal, true, ""},
            DecideRequest{RequestKind::beyondDuty, true, ""},
            RequestReturn{"notOurDuty", "清单", "", {"zjj"}},
            RequestReturn{"notOurDuty", "清单", "", {"szz"}},
            ReportLookBack{LookBackOutcome::redo},
            PromiseTicket{"再回电", o.now.plus(kDayMs)}};
}

}  // namespace zhida::domain::test
