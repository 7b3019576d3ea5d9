// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/domain/ticket.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What follows from one ticket for every table that is kept beside it. Pure: put and erase add and subtract the same facts,
/// so nothing has to be counted or searched later.
namespace zhida::storage {

enum class ListKind : std::uint8_t { all, unit, mine };
enum class ListOrder : std::uint8_t { newest, due };

/// Whose "my unit" and "mine" are kept.
struct QueueOwner {
    UserCode user;
    UnitCode unit;
    bool operator==(const QueueOwner&) const = default;
};

struct TicketPolicy {
    QueueOwner owner;
    /// Which day a ticket counts for.
    UtcOffset offset;
};

struct Membership {
    std::int64_t list = 0;  ///< listCode
    std::int64_t sort = 0;
    std::int64_t facets = 0;
    bool operator==(const Membership&) const = default;
};

constexpr std::int64_t listCode(ListKind kind, ListOrder order, bool open) {
    return static_cast<std::int64_t>(kind) * 4 + static_cast<std::int64_t>(order) * 2 + (open ? 1 : 0);
}
constexpr std::int64_t facetsOf(domain::TicketState state, domain::AppealType appeal) {
    return static_cast<std::int64_t>(state) * 16 + static_cast<std::int64_t>(appeal);
}
/// In list_count, the lists of ListKind are followed by one for each state.
constexpr std::int64_t stateList(domain::TicketState state) { return 100 + static_cast<std::int64_t>(state); }

enum class DayKind : std::uint8_t { registered, closed, directAnswered };

/// (list, open) or (day, kind) -> how many.
using Tally = std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t>;

struct TicketFacts {
    std::vector<Membership> memberships;                       ///< in order of list
    std::vector<std::pair<std::int64_t, std::int64_t>> lists;  ///< counted in
    std::vector<std::pair<std::int64_t, std::int64_t>> days;   ///< counted in
    std::string numberKey;                                     ///< the number back to front; empty: none
    std::vector<std::int64_t> phoneKeys;                       ///< sorted
};

TicketFacts factsOf(const domain::Ticket& ticket, const TicketPolicy& policy);

/// ASCII digits, also of full-width ones; a leading +86 or 0086 of a mobile number is left out.
std::string phoneDigits(std::string_view phone);
/// The number of the last seven digits; nothing for fewer than seven.
std::optional<std::int64_t> phoneTail(std::string_view digits);
/// Upper case, back to front.
std::string reversedNumber(std::string_view number);

}  // namespace zhida::storage
