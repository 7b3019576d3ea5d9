// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/kpi.h"

#include <algorithm>

namespace zhida::domain {
namespace {

/// What no field of a ticket tells yet.
constexpr std::array kNotRecorded{Kpi::articleFresh};

bool isClosed(const Ticket& ticket) { return !isOpen(ticket.state); }

/// When a done ticket was done.
Instant doneAt(const Ticket& ticket) {
    const auto answered = ticket.directAnswer ? std::optional(ticket.directAnswer->at) : std::nullopt;
    return ticket.closedAt.value_or(answered.value_or(ticket.updatedAt));
}

bool within(Instant at, Instant from, Instant to) { return from <= at && at < to; }

/// The same day of the year before; 29 February becomes 28.
Instant yearEarlier(Instant at, UtcOffset offset) {
    const Day day = localDay(at, offset);
    CivilDate date = civilOf(day);
    date.year -= 1;
    date.day = date.month == 2 ? std::min(date.day, 28) : date.day;
    return startOf(dayOf(date), offset).plus(at.ms - startOf(day, offset).ms);
}

bool concerns(const Ticket& ticket, const UnitCode& unit) {
    return unit.empty() || ticket.registeredUnit == unit || ticket.assignmentOf(unit) != nullptr ||
           (ticket.directAnswer && ticket.directAnswer->unit == unit);
}

bool satisfiedBy(const std::optional<CallbackRecord>& callback) {
    return callback && callback->satisfied && *callback->satisfied != Satisfied::dissatisfied;
}

}  // namespace

std::optional<Instant> answeredAt(const Ticket& ticket) {
    const Assignment* const lead = ticket.lead();
    if (lead != nullptr && lead->reply) {
        return lead->reply->at;
    }
    return ticket.directAnswer ? std::optional(ticket.directAnswer->at) : std::nullopt;
}

Spread spreadOf(std::vector<std::int64_t> values) {
    Spread spread{values.size(), {}, {}};
    if (!values.empty()) {
        std::sort(values.begin(), values.end());
        spread.median = values[(values.size() + 1) / 2 - 1];
        spread.p90 = values[(values.size() * 9 + 9) / 10 - 1];
    }
    return spread;
}

bool countsForKpi(const Ticket& ticket) {
    return ticket.appealType != AppealType::withdraw && ticket.appealType != AppealType::harass &&
           ticket.appealType != AppealType::invalid && ticket.state != TicketState::withdrawn &&
           ticket.state != TicketState::invalid && !ticket.mergedInto && !ticket.excluded;
}

KpiTally::KpiTally(const Rules& rules, KpiQuery query) : m_rules(rules), m_query(std::move(query)) {
    const std::int64_t length = m_query.to.ms - m_query.from.ms;
    m_before = m_query.from.plus(-length);
    m_yearBefore = yearEarlier(m_query.from, rules.calendar.offset());
    m_yearBeforeEnd = yearEarlier(m_query.to, rules.calendar.offset());
    m_report.days = (length + kDayMs - 1) / kDayMs;
    for (const Kpi each : kNotRecorded) {
        m_report.absent[each] = "notRecorded";
    }
    m_report.absent[Kpi::callAnswered] = "noCalls";
}

void KpiTally::hit(Kpi kpi, bool numerator) {
    Ratio& ratio = m_report.rates.at(static_cast<std::size_t>(kpi) - 1);
    ratio.numerator += numerator ? 1 : 0;
    ++ratio.denominator;
}

void KpiTally::add(const Ticket& ticket) {
    if (!concerns(ticket, m_query.unit)) {
        return;
    }
    const Instant at = ticket.createdAt;
    m_report.receivedBefore += within(at, m_before, m_query.from) ? 1 : 0;
    m_report.receivedYearBefore += within(at, m_yearBefore, m_yearBeforeEnd) ? 1 : 0;
    const bool inPeriod = within(at, m_query.from, m_query.to);
    const bool counted = countsForKpi(ticket);
    if (inPeriod) {
        addReceived(ticket);
    }
    if (counted && inPeriod) {
        ++m_report.counted;
        m_report.dispatched += ticket.assignments.empty() ? 0 : 1;
        hit(Kpi::closed, isClosed(ticket));
        if (isClosed(ticket) || (ticket.due && *ticket.due <= m_query.now)) {
            hit(Kpi::closedOfDue, isClosed(ticket));
        }
        addAssignments(ticket);
        addContact(ticket);
        addCallback(ticket);
        addClosed(ticket);
    }
    if (counted && ticket.due && within(*ticket.due, m_query.from, m_query.to) && *ticket.due <= m_query.now) {
        addDue(ticket);
    }
    const bool near = within(at, m_query.from.plus(-m_query.repeatDays * kDayMs), m_query.to);
    if (near && !ticket.caller.phone.empty()) {
        m_appeals[ticket.caller.phone + "\n" + ticket.category.value].push_back({at, inPeriod && counted});
    }
}

void KpiTally::addReceived(const Ticket& ticket) {
    ++m_report.received;
    ++m_report.byAppealType[std::string(codeOf(ticket.appealType))];
    ++m_report.byChannel[std::string(codeOf(ticket.channel))];
    ++m_report.byCategory[ticket.category.value.substr(0, 2)];
    const bool direct = ticket.directAnswer && ticket.assignments.empty();
    m_report.direct += direct ? 1 : 0;
    hit(Kpi::answeredDirectly, direct);
    if (ticket.directAnswer) {
        hit(Kpi::articleCited, !ticket.directAnswer->article.empty());
    }
}

void KpiTally::addDue(const Ticket& ticket) {
    ++m_report.fellDue;
    const auto answered = answeredAt(ticket);
    const bool inTime = isClosed(ticket) && doneAt(ticket) <= *ticket.due;
    hit(Kpi::closedOnTime, inTime);
    hit(Kpi::overdue, !inTime);
    hit(Kpi::replied, answered.has_value());
    hit(Kpi::repliedOnTime, answered && *answered <= *ticket.due);
}

void KpiTally::addAssignments(const Ticket& ticket) {
    for (const Assignment& each : ticket.assignments) {
        if (!m_query.unit.empty() && each.unit != m_query.unit) {
            continue;
        }
        const bool returned = !each.active();
        hit(Kpi::returned, returned);
        hit(Kpi::dispatchedRight, !returned);
        hit(Kpi::returnRequested, returned || each.returnRequest.has_value());
        const auto signDue = m_rules.dueOf(Stage::sign, matterOf(ticket), each.dispatchedAt);
        if (!signDue) {
            m_report.absent[Kpi::signedOnTime] = "noTerm";
        } else if (each.signedAt || *signDue <= m_query.now) {
            hit(Kpi::signedOnTime, each.signedAt && *each.signedAt <= *signDue);
        }
    }
}

void KpiTally::addCallback(const Ticket& ticket) {
    const bool called = ticket.lastCallback || ticket.callbackAttempts > 0;
    const bool shouldBe = isClosed(ticket) && (!ticket.assignments.empty() || m_rules.callback.directAnswers);
    if (shouldBe) {
        hit(Kpi::calledBack, called);
    }
    if (!called) {
        return;
    }
    const auto& last = ticket.lastCallback;
    const bool valid = last && last->connected && last->solved && last->satisfied;
    hit(Kpi::callbackAnswered, valid);
    if (valid) {
        hit(Kpi::solved, *last->solved != Solved::unsolved);
        hit(Kpi::satisfied, satisfiedBy(last));
        hit(Kpi::satisfiedAtFirst, satisfiedBy(ticket.firstCallback ? ticket.firstCallback : last));
        if (last->process) {
            hit(Kpi::processSatisfied, *last->process != Satisfied::dissatisfied);
        }
        if (last->factsTrue) {
            hit(Kpi::factsConfirmed, *last->factsTrue);
        }
        if (isClosed(ticket)) {
            hit(Kpi::closedAtOnce, ticket.redoCount == 0 && ticket.rejectedReviews == 0 && satisfiedBy(last));
        }
    }
}

void KpiTally::addContact(const Ticket& ticket) {
    if (ticket.assignments.empty()) {
        return;
    }
    hit(Kpi::extended, std::any_of(ticket.requests.begin(), ticket.requests.end(), [](const Request& each) {
            return each.kind == RequestKind::extension && each.state == RequestState::approved;
        }));
    const Instant dispatched = ticket.dispatchedAt.value_or(ticket.assignments.front().dispatchedAt);
    const auto due = m_rules.dueOf(Stage::firstContact, matterOf(ticket), dispatched);
    if (!due) {
        m_report.absent[Kpi::contactedInTime] = "noTerm";
        return;
    }
    const auto reached =
        std::find_if(ticket.contacts.begin(), ticket.contacts.end(), [](const Contact& each) { return each.reached; });
    const bool spoken = reached != ticket.contacts.end();
    if (spoken || *due <= m_query.now) {
        hit(Kpi::contactedInTime, spoken && reached->at <= *due);
    }
}

void KpiTally::addClosed(const Ticket& ticket) {
    if (isClosed(ticket) || ticket.redoCount > 0) {
        hit(Kpi::redone, ticket.redoCount > 0);
    }
    if (isClosed(ticket)) {
        ++m_report.closed;
        const Instant end = doneAt(ticket);
        m_handling.push_back(std::max<std::int64_t>(0, end.ms - ticket.createdAt.ms) / kMinuteMs);
        m_working.push_back(workTime(m_rules.calendar, ticket.createdAt, end) / kMinuteMs);
    }
}

void KpiTally::countRepeats() {
    for (auto& [key, appeals] : m_appeals) {
        std::sort(appeals.begin(), appeals.end(), [](const Appeal& a, const Appeal& b) { return a.at < b.at; });
        for (std::size_t i = 0; i < appeals.size(); ++i) {
            if (appeals[i].counted) {
                hit(Kpi::repeated, i > 0 && appeals[i].at.ms - appeals[i - 1].at.ms <= m_query.repeatDays * kDayMs);
            }
        }
    }
}

KpiReport KpiTally::report() {
    countRepeats();
    m_report.handling = spreadOf(m_handling);
    m_report.working = spreadOf(m_working);
    return std::move(m_report);
}

}  // namespace zhida::domain
