// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/ticket_facts.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <limits>

namespace zhida::storage {
namespace {

constexpr std::size_t kPhoneTail = 7;

bool concernsUnit(const domain::Ticket& ticket, const UnitCode& unit) {
    if (unit.empty()) {
        return false;
    }
    const auto active = [&unit](const domain::Assignment& each) { return each.active() && each.unit == unit; };
    return domain::responsibleUnit(ticket) == unit ||
           std::any_of(ticket.assignments.begin(), ticket.assignments.end(), active);
}

bool isMine(const domain::Ticket& ticket, const UserCode& user) {
    const bool claimed = ticket.claim && ticket.claim->user == user;
    return !user.empty() && (claimed || (ticket.registeredBy == user && domain::isOpen(ticket.state)));
}

void addList(TicketFacts& facts, const domain::Ticket& ticket, ListKind kind) {
    const bool open = domain::isOpen(ticket.state);
    const std::int64_t facets = facetsOf(ticket.state, ticket.appealType);
    const std::int64_t due = ticket.due ? ticket.due->ms : std::numeric_limits<std::int64_t>::max();
    facts.memberships.push_back({listCode(kind, ListOrder::newest, open), -ticket.createdAt.ms, facets});
    facts.memberships.push_back({listCode(kind, ListOrder::due, open), due, facets});
    facts.lists.emplace_back(static_cast<std::int64_t>(kind), open ? 1 : 0);
}

void addLists(TicketFacts& facts, const domain::Ticket& ticket, const QueueOwner& owner) {
    facts.memberships.reserve(6);
    addList(facts, ticket, ListKind::all);
    if (concernsUnit(ticket, owner.unit)) {
        addList(facts, ticket, ListKind::unit);
    }
    if (isMine(ticket, owner.user)) {
        addList(facts, ticket, ListKind::mine);
    }
}

void addDay(TicketFacts& facts, Instant at, UtcOffset offset, DayKind kind) {
    facts.days.emplace_back(localDay(at, offset).number, static_cast<std::int64_t>(kind));
}

void addDays(TicketFacts& facts, const domain::Ticket& ticket, UtcOffset offset) {
    addDay(facts, ticket.createdAt, offset, DayKind::registered);
    if (!ticket.closedAt) {
        return;
    }
    if (ticket.state == domain::TicketState::closed) {
        addDay(facts, *ticket.closedAt, offset, DayKind::closed);
    } else if (ticket.state == domain::TicketState::directAnswered) {
        addDay(facts, *ticket.closedAt, offset, DayKind::directAnswered);
    }
}

void addKeys(TicketFacts& facts, const domain::Ticket& ticket) {
    facts.numberKey = reversedNumber(ticket.number);
    for (const std::string* phone : {&ticket.caller.phone, &ticket.caller.contactPhone}) {
        if (const auto tail = phone->empty() ? std::nullopt : phoneTail(phoneDigits(*phone))) {
            facts.phoneKeys.push_back(*tail);
        }
    }
    std::sort(facts.phoneKeys.begin(), facts.phoneKeys.end());
    facts.phoneKeys.erase(std::unique(facts.phoneKeys.begin(), facts.phoneKeys.end()), facts.phoneKeys.end());
}

}  // namespace

TicketFacts factsOf(const domain::Ticket& ticket, const TicketPolicy& policy) {
    TicketFacts facts;
    addLists(facts, ticket, policy.owner);
    facts.lists.emplace_back(stateList(ticket.state), domain::isOpen(ticket.state) ? 1 : 0);
    addDays(facts, ticket, policy.offset);
    addKeys(facts, ticket);
    std::sort(facts.memberships.begin(), facts.memberships.end(),
              [](const Membership& a, const Membership& b) { return a.list < b.list; });
    return facts;
}

std::string phoneDigits(std::string_view phone) {
    constexpr char32_t kWideZero = 0xFF10;
    constexpr std::size_t kMobile = 11;
    std::string digits;
    while (!phone.empty()) {
        const utf8::Decoded each = utf8::decode(phone);
        const char32_t plain = each.codePoint >= kWideZero && each.codePoint < kWideZero + 10
                                   ? each.codePoint - kWideZero + U'0'
                                   : each.codePoint;
        if (plain >= U'0' && plain <= U'9') {
            digits.push_back(static_cast<char>(plain));
        }
        phone.remove_prefix(each.length);
    }
    for (const std::string_view country : {"0086", "86"}) {
        if (digits.size() == kMobile + country.size() && digits.starts_with(country)) {
            digits.erase(0, country.size());
        }
    }
    return digits;
}

std::optional<std::int64_t> phoneTail(std::string_view digits) {
    if (digits.size() < kPhoneTail) {
        return std::nullopt;
    }
    std::int64_t tail = 0;
    for (const char digit : digits.substr(digits.size() - kPhoneTail)) {
        tail = tail * 10 + (digit - '0');
    }
    return tail;
}

std::string reversedNumber(std::string_view number) {
    std::string reversed(number.rbegin(), number.rend());
    for (char& each : reversed) {
        each = each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A') : each;
    }
    return reversed;
}

}  // namespace zhida::storage
