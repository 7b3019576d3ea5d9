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
};

namespace lifecycle {
using enum TicketState;
using enum Role;
inline constexpr StateSet kOpen{registered, pendingDispatch, dispatched, returnReview,
                                submitted,  pendingCallback, redo};
inline constexpr StateSet kAny{registered,      directAnswered, pendingDispatch, dispatched, returnReview, submitted,
                               pendingCallback, redo,           closed};
inline constexpr RoleSet kStaff{callTaker, specialist, dispatcher, unitHandler, callbackAgent, supervisor, system};
inline constexpr RoleSet kUnits{specialist, unitHandler};
}  // namespace lifecycle

inline constexpr std::array<LifecycleRow, std::variant_size_v<TicketCommand>> kLifecycle{{
    {RegisterTicket::kName, {}, lifecycle::kStaff},
    {ClaimTicket::kName, lifecycle::kOpen, lifecycle::kStaff},
    {ReleaseTicket::kName, lifecycle::kOpen, lifecycle::kStaff},
    {SupplementTicket::kName, lifecycle::kAny, lifecycle::kStaff},
    {AnswerDirectly::kName,
     {TicketState::registered, TicketState::pendingDispatch},
     {Role::callTaker, Role::specialist, Role::dispatcher, Role::unitHandler, Role::supervisor}},
    {DispatchTicket::kName,
     {TicketState::registered, TicketState::pendingDispatch},
     {Role::specialist, Role::dispatcher, Role::supervisor}},
    {SignTicket::kName,
     {TicketState::dispatched, TicketState::redo, TicketState::returnReview, TicketState::submitted},
     lifecycle::kUnits},
    {RequestReturn::kName,
     {TicketState::dispatched, TicketState::redo, TicketState::returnReview, TicketState::submitted},
     lifecycle::kUnits},
    {DecideReturn::kName, {TicketState::returnReview}, {Role::dispatcher, Role::supervisor}},
    {ReplyTicket::kName,
     {TicketState::dispatched, TicketState::redo, TicketState::returnReview, TicketState::submitted},
     lifecycle::kUnits},
    {ReviewTicket::kName, {TicketState::submitted}, {Role::dispatcher, Role::supervisor}},
    {CallBack::kName,
     {TicketState::pendingCallback, TicketState::directAnswered},
     {Role::callbackAgent, Role::supervisor}},
    {CommentTicket::kName, lifecycle::kAny, lifecycle::kStaff},
    {LinkTicket::kName, lifecycle::kAny, lifecycle::kStaff},
}};

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
