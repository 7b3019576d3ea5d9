// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/command.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

/// The life cycle of a ticket as one table: which command may come from which state, and whose it is. What a row cannot say
/// (whose unit, which words) is a guard in decide.cpp. Source: domain handbook 1.2-1.4.
namespace zhida::domain {

template <class E>
class EnumSet {
public:
    constexpr EnumSet() = default;
    constexpr EnumSet(std::initializer_list<E> values) {
        for (const E value : values) {
            m_bits |= bit(value);
        }
    }
    [[nodiscard]] constexpr bool has(E value) const { return (m_bits & bit(value)) != 0; }

private:
    static constexpr std::uint32_t bit(E value) { return 1U << static_cast<unsigned>(value); }
    std::uint32_t m_bits = 0;
};

using StateSet = EnumSet<TicketState>;
using RoleSet = EnumSet<Role>;

struct LifecycleRow {
    std::string_view command;
    StateSet from;  ///< empty: the ticket must not exist yet
    RoleSet roles;
    bool rests =
        false;  ///< waits `undoRestSeconds` in the outbox before it leaves, and can be taken back without a trace
};

namespace lifecycle {
using enum TicketState;
using Role::callbackAgent;
using Role::callTaker;
using Role::dispatcher;
using Role::specialist;
using Role::supervisor;
using Role::unitHandler;
inline constexpr StateSet kOpen{registered,   needInfo,  pendingDispatch, dispatched,
                                returnReview, submitted, pendingCallback, callbackRetry,
                                redo,         suspended, lookback};
/// All but archived.
inline constexpr StateSet kAny{registered,      directAnswered, pendingDispatch, dispatched, returnReview, submitted,
                               pendingCallback, redo,           closed,          needInfo,   notAccepted,  transferred,
                               callbackRetry,   suspended,      lookback,        merged,     withdrawn,    invalid};
inline constexpr StateSet kWaiting{registered, pendingDispatch};
inline constexpr StateSet kInHand{dispatched, redo};
inline constexpr StateSet kWithUnits{dispatched, redo, returnReview, submitted};
inline constexpr RoleSet kStaff{callTaker,     specialist, dispatcher,  unitHandler,
                                callbackAgent, supervisor, Role::system};
inline constexpr RoleSet kUnits{specialist, unitHandler};
inline constexpr RoleSet kCentre{dispatcher, supervisor};
inline constexpr RoleSet kCallers{callbackAgent, supervisor};

inline constexpr std::array<LifecycleRow, std::variant_size_v<TicketCommand>> kTable{{
    {RegisterTicket::kName, {}, kStaff},
    {ClaimTicket::kName, kOpen, kStaff},
    {ReleaseTicket::kName, kOpen, kStaff},
    {SupplementTicket::kName, kAny, kStaff},
    {AnswerDirectly::kName, kWaiting, {callTaker, specialist, dispatcher, unitHandler, supervisor}},
    {DispatchTicket::kName, kWaiting, {specialist, dispatcher, supervisor}, true},
    {SignTicket::kName, kWithUnits, kUnits},
    {RequestReturn::kName, kWithUnits, kUnits},
    {DecideReturn::kName, {returnReview}, kCentre},
    {ReplyTicket::kName, kWithUnits, kUnits},
    {ReviewTicket::kName, {submitted}, kCentre},
    {CallBack::kName, {pendingCallback, callbackRetry, directAnswered}, kCallers},
    {CommentTicket::kName, kAny, kStaff},
    {LinkTicket::kName, kAny, kStaff},
    {AmendTicket::kName,
     {registered, needInfo, pendingDispatch, dispatched, redo},
     {callTaker, specialist, dispatcher, supervisor}},
    {AskInfo::kName, kWaiting, kCentre},
    {ProposeRefusal::kName, kWaiting, {callTaker, specialist, dispatcher, supervisor}},
    {TransferTicket::kName, kWaiting, {callTaker, specialist, dispatcher, supervisor}},
    {WithdrawTicket::kName,
     {registered, needInfo, pendingDispatch, dispatched, returnReview, redo},
     {callTaker, dispatcher, callbackAgent, supervisor}},
    {InvalidateTicket::kName, {registered, needInfo, pendingDispatch}, {callTaker, dispatcher, supervisor}},
    {MergeTicket::kName, kWaiting, kCentre},
    {UnmergeTicket::kName, {merged}, kCentre},
    {UnlinkTicket::kName, kAny, kStaff},
    {SetSecrecy::kName, kAny, {callTaker, dispatcher, supervisor}},
    {FlagTicket::kName, kAny, {callTaker, specialist, dispatcher, supervisor}},
    {SplitTicket::kName, kWaiting, kCentre, true},
    {SubDispatch::kName, kInHand, kUnits},
    {LogContact::kName, kOpen, kStaff},
    {RequestExtension::kName, {dispatched, redo, returnReview}, {specialist, unitHandler, dispatcher}},
    {RequestSuspension::kName, kInHand, {specialist, unitHandler, dispatcher}},
    {PetitionAssessment::kName, {dispatched, redo, submitted, pendingCallback, callbackRetry, closed}, kUnits},
    {DecideRequest::kName, kAny, {unitHandler, dispatcher, supervisor}},
    {TakeBackRequest::kName, kAny, kStaff},
    {ResumeTicket::kName, {suspended}, {dispatcher, supervisor, Role::system}},
    {ArbitrateTicket::kName, {returnReview, pendingDispatch}, kCentre},
    {FillForm::kName, kAny, kStaff},
    {PromiseTicket::kName, kAny, kStaff},
    {KeepPromise::kName, kAny, kStaff},
    {HandOver::kName, kAny, kStaff},
    {UrgeTicket::kName, kOpen, {callTaker, dispatcher, callbackAgent, supervisor, Role::system}},
    {SuperviseTicket::kName, kOpen, {dispatcher, supervisor, Role::system}},
    {AnswerSupervision::kName, kAny, kUnits},
    {DecideSupervision::kName, kAny, {supervisor}},
    {CancelSupervision::kName, kAny, {supervisor, Role::system}},
    {RedoTicket::kName, {closed, lookback}, kCallers},
    {StartLookBack::kName, {closed}, kCallers},
    {ReportLookBack::kName, {lookback}, kCallers},
    {StartLadder::kName, kOpen, kStaff},
    {HoldRound::kName, kOpen, kStaff},
    {EscalateTicket::kName, kOpen, kStaff},
    {CloseTicket::kName,
     {directAnswered, notAccepted, transferred, pendingDispatch, redo, suspended, submitted, pendingCallback,
      callbackRetry},
     {supervisor, Role::system}},
    {ArchiveTicket::kName,
     {closed, directAnswered, notAccepted, transferred, merged, withdrawn, invalid},
     {supervisor, Role::system}},
    {RecountDue::kName, kOpen, {supervisor, Role::system}},
    {UndoCommand::kName, kAny, kStaff},
}};
}  // namespace lifecycle

inline constexpr const auto& kLifecycle = lifecycle::kTable;

/// The row of a command; nullptr for a name that is not one.
constexpr const LifecycleRow* lifecycleRow(std::string_view command) {
    for (const LifecycleRow& row : kLifecycle) {
        if (row.command == command) {
            return &row;
        }
    }
    return nullptr;
}

}  // namespace zhida::domain
