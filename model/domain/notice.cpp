// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/notice.h"

#include "model/base/time.h"
#include "model/base/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace zhida::domain {
namespace {

bool hasShare(const Ticket& ticket, const Assignment& share) {
    return std::any_of(ticket.assignments.begin(), ticket.assignments.end(), [&share](const Assignment& each) {
        return each.unit == share.unit && each.dispatchedAt == share.dispatchedAt;
    });
}

class Change {
public:
    Change(const Ticket* before, const Ticket& after) : m_before(before), m_after(after) {}

    /// Of one unit, when it is named: what happened to its share.
    [[nodiscard]] bool is(Notable what, const UnitCode& unit) const {
        switch (what) {
            case Notable::registered:
                return m_before == nullptr && m_after.state == TicketState::registered;
            case Notable::dispatched:
                return dispatched(unit);
            case Notable::redo:
                return m_before == nullptr ? m_after.state == TicketState::redo
                                           : m_after.redoCount > m_before->redoCount;
            default:
                return m_before != nullptr && happened(what, *m_before);
        }
    }

private:
    [[nodiscard]] bool dispatched(const UnitCode& unit) const {
        return std::any_of(m_after.assignments.begin(), m_after.assignments.end(), [&](const Assignment& each) {
            return each.state == AssignmentState::pending && (unit.empty() || each.unit == unit) &&
                   (m_before == nullptr || !hasShare(*m_before, each));
        });
    }

    [[nodiscard]] bool happened(Notable what, const Ticket& before) const {
        switch (what) {
            case Notable::returned:
                return m_after.state == TicketState::returnReview && before.state != TicketState::returnReview;
            case Notable::extended:
                return granted(m_after) > granted(before);
            case Notable::replied:
                return m_after.state == TicketState::submitted && before.state != TicketState::submitted;
            case Notable::urged:
                return m_after.urges.size() > before.urges.size();
            case Notable::escalated:
                return m_after.climb && before.climb && m_after.climb->level != before.climb->level;
            case Notable::yellowCard:
                return cards(m_after, SupervisionLevel::yellow) > cards(before, SupervisionLevel::yellow);
            case Notable::redCard:
                return cards(m_after, SupervisionLevel::red) > cards(before, SupervisionLevel::red);
            case Notable::overdue:
                return m_after.due && before.updatedAt <= *m_after.due && *m_after.due < m_after.updatedAt &&
                       isOpen(m_after.state);
            case Notable::closed:
                return !isOpen(m_after.state) && isOpen(before.state);
            default:
                return false;
        }
    }

    static std::ptrdiff_t granted(const Ticket& ticket) {
        return std::count_if(ticket.requests.begin(), ticket.requests.end(), [](const Request& each) {
            return each.kind == RequestKind::extension && each.state == RequestState::approved;
        });
    }

    static std::ptrdiff_t cards(const Ticket& ticket, SupervisionLevel level) {
        return std::count_if(ticket.supervisions.begin(), ticket.supervisions.end(),
                             [level](const Supervision& each) { return each.level == level; });
    }

    const Ticket* m_before;
    const Ticket& m_after;
};

bool handles(const UserProfile& me) { return me.role == Role::unitHandler || me.role == Role::specialist; }

bool hasDuty(const Ticket& ticket, const UnitCode& unit, Duty duty) {
    return std::any_of(ticket.assignments.begin(), ticket.assignments.end(),
                       [&](const Assignment& each) { return each.unit == unit && each.duty == duty && each.active(); });
}

bool concerns(Audience audience, const UserProfile& me, const Ticket& ticket) {
    switch (audience) {
        case Audience::caller:
            return false;
        case Audience::registrar:
            return ticket.registeredBy == me.user;
        case Audience::dispatcher:
            return me.role == Role::dispatcher;
        case Audience::lead:
            return handles(me) && hasDuty(ticket, me.unit, Duty::lead);
        case Audience::assist:
            return handles(me) && hasDuty(ticket, me.unit, Duty::assist);
        case Audience::unitHead:
            return me.role == Role::supervisor && hasDuty(ticket, me.unit, Duty::lead);
        case Audience::supervisor:
            return me.role == Role::supervisor;
    }
    return false;
}

/// Whose telephones a rule of way sms rings.
std::vector<UnitCode> unitsTold(Audience audience, const Ticket& ticket) {
    std::vector<UnitCode> told;
    if (audience != Audience::lead && audience != Audience::assist && audience != Audience::unitHead) {
        return told;
    }
    const Duty duty = audience == Audience::assist ? Duty::assist : Duty::lead;
    for (const Assignment& each : ticket.assignments) {
        if (each.duty == duty && each.active()) {
            told.push_back(each.unit);
        }
    }
    if (told.empty() && duty == Duty::lead && !ticket.proposedUnit.empty()) {
        told.push_back(ticket.proposedUnit);
    }
    std::erase(told, ticket.targetUnit);
    return told;
}

bool hasMobile(const std::vector<Unit>& units, const UnitCode& code) {
    return std::any_of(units.begin(), units.end(), [&code](const Unit& each) {
        return each.code == code && !each.disabled && !mobileNumber(each.phone).empty();
    });
}

std::string leadName(const Ticket& ticket, const std::vector<Unit>& units) {
    const Assignment* lead = ticket.lead();
    const UnitCode code = lead != nullptr ? lead->unit : ticket.proposedUnit;
    const auto unit = std::find_if(units.begin(), units.end(), [&code](const Unit& each) { return each.code == code; });
    return unit == units.end() ? code.value : unit->name;
}

/// In one pass: what is put in is no template.
std::string filled(std::string_view words, const Ticket& ticket, const std::string& unit, UtcOffset offset) {
    // 2026-11-30T23:59:59+08:00 is said as 2026-11-30 23:59.
    std::string due = ticket.due ? formatIso(*ticket.due, offset).substr(0, 16) : "—";
    std::replace(due.begin(), due.end(), 'T', ' ');
    const std::array<std::pair<std::string_view, std::string_view>, 4> places{
        {{"{number}", ticket.number}, {"{title}", ticket.title}, {"{due}", due}, {"{unit}", unit}}};
    std::string text;
    while (!words.empty()) {
        const auto place = std::find_if(places.begin(), places.end(),
                                        [words](const auto& each) { return words.starts_with(each.first); });
        text += place == places.end() ? words.substr(0, 1) : place->second;
        words.remove_prefix(place == places.end() ? 1 : place->first.size());
    }
    return text;
}

}  // namespace

bool anyWindowNotices(const Rules& rules) {
    return std::any_of(rules.notifications.begin(), rules.notifications.end(),
                       [](const NotificationRule& each) { return each.way == NoticeWay::window; });
}

std::vector<Notice> noticesOf(const Rules& rules, const std::vector<Unit>& units, const UserProfile& me,
                              const Ticket* before, const Ticket& after) {
    std::vector<Notice> notices;
    const Change change(before, after);
    for (const NotificationRule& each : rules.notifications) {
        const bool unitOnly = each.to == Audience::lead || each.to == Audience::assist;
        if (each.way != NoticeWay::window || !concerns(each.to, me, after) ||
            !change.is(each.when, unitOnly ? me.unit : UnitCode())) {
            continue;
        }
        const auto words = [&](const std::string& text) {
            return filled(text, after, leadName(after, units), rules.calendar.offset());
        };
        notices.push_back(
            {after.id, after.number, each.when, words(each.zh), words(each.en.empty() ? each.zh : each.en)});
    }
    return notices;
}

Notice undelivered(const Message& message) {
    return {message.ticket, message.number, std::nullopt,
            "工单 " + message.number + "：发给来电人的短信未送达，请改用电话告知。",
            "Ticket " + message.number + ": the message to the caller did not arrive. Please phone."};
}

std::vector<Message> messagesOf(const Rules& rules, const std::vector<Unit>& units, const Ticket* before,
                                const Ticket& after, const CommandId& id, Instant now) {
    std::vector<Message> messages;
    if (isDiscreet(after)) {
        return messages;
    }
    const Change change(before, after);
    for (std::size_t i = 0; i < rules.notifications.size() && !rules.messages.signature.empty(); ++i) {
        const NotificationRule& rule = rules.notifications[i];
        const auto send = [&](const UnitCode& unit) {
            const std::string name = id.text() + ":" + std::to_string(i) + ":" + unit.value;
            const std::string text = filled(rule.zh, after, leadName(after, units), rules.calendar.offset());
            Message message;
            message.key = messageKey(after.id, Uuid::fromName(name).text());
            message.ticket = after.id;
            message.number = after.number;
            message.toUnit = unit;
            message.text = utf8::prefix(text, kMostMessage - kMostSignature);
            message.at = now;
            messages.push_back(std::move(message));
        };
        if (rule.way != NoticeWay::sms) {
            continue;
        }
        // A caller is told that his matter is closed when it was handled, not when it was merged, withdrawn or answered on the spot.
        const bool handled = rule.when != Notable::closed || after.state == TicketState::closed;
        if (rule.to == Audience::caller && change.is(rule.when, {}) && handled && !mobileOf(after.caller).empty()) {
            send({});
        }
        for (const UnitCode& unit : unitsTold(rule.to, after)) {
            if (change.is(rule.when, unit) && hasMobile(units, unit)) {
                send(unit);
            }
        }
    }
    return messages;
}

}  // namespace zhida::domain
