// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/commands_handling.h"
#include "model/domain/commands_intake.h"
#include "model/domain/commands_oversight.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What a person wants. A command never carries what the server must decide itself (who, when, which state follows).
namespace zhida::domain {

/// The position in this list is the command's number on the wire: append only.
using TicketCommand =
    std::variant<RegisterTicket, ClaimTicket, ReleaseTicket, SupplementTicket, AnswerDirectly, DispatchTicket,
                 SignTicket, RequestReturn, DecideReturn, ReplyTicket, ReviewTicket, CallBack, CommentTicket,
                 LinkTicket, AmendTicket, AskInfo, ProposeRefusal, TransferTicket, WithdrawTicket, InvalidateTicket,
                 MergeTicket, UnmergeTicket, UnlinkTicket, SetSecrecy, FlagTicket, SplitTicket, SubDispatch, LogContact,
                 RequestExtension, RequestSuspension, PetitionAssessment, DecideRequest, TakeBackRequest, ResumeTicket,
                 ArbitrateTicket, FillForm, PromiseTicket, KeepPromise, HandOver, UrgeTicket, SuperviseTicket,
                 AnswerSupervision, DecideSupervision, CancelSupervision, RedoTicket, StartLookBack, ReportLookBack,
                 StartLadder, HoldRound, EscalateTicket, CloseTicket, ArchiveTicket, RecountDue, UndoCommand>;

std::string_view nameOf(const TicketCommand& command);

/// The highest that this build reads: 2 has commands on records (record_command.h) and the whole life cycle, 3 more acts on records, 4
/// messages.
inline constexpr std::uint32_t kCommandSchema = 4;
/// Of a command on a ticket: the kinds up to ticket.link go to older centres as before.
constexpr std::uint32_t schemaOf(const TicketCommand& body) { return body.index() <= 13 ? 1 : 2; }

/// A command with everything that makes it answerable exactly once.
struct Command {
    CommandId id;  ///< idempotency key: stored before it is sent, never reused
    TicketId ticket;
    UserCode user;
    std::uint64_t baseRev = 0;  ///< the revision the person saw, as far as the centre had confirmed it; 0: never saw it
    Instant occurredAt;         ///< the desk's clock; shown, never compared with another machine's
    std::uint32_t schema = 1;   ///< schemaOf(body)
    TicketCommand body;

    bool operator==(const Command&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "id", &Command::id),
                          field(2, "ticket", &Command::ticket),
                          field(3, "user", &Command::user),
                          field(4, "baseRev", &Command::baseRev),
                          field(5, "occurredAt", &Command::occurredAt),
                          field(6, "schema", &Command::schema),
                          field(7, "body", &Command::body)};
    }
};

}  // namespace zhida::domain
