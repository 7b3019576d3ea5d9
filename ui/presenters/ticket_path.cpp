// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/ticket_path.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

struct PathWords {
    Q_DECLARE_TR_FUNCTIONS(Path)
};

bool withUnits(domain::TicketState state) {
    return state == domain::TicketState::dispatched || state == domain::TicketState::redo;
}

/// The leads that have not replied; whoever claimed it; else whose turn the state says it is.
QString holderOf(const domain::Ticket& ticket, const Directory& directory, Instant at) {
    using enum domain::TicketState;
    if (withUnits(ticket.state)) {
        QStringList names;
        for (const domain::Assignment& each : ticket.assignments) {
            const bool works = each.active() && each.state != domain::AssignmentState::replied;
            if (works && each.duty == domain::Duty::lead) {
                names << directory.unitName(each.unit);
            }
        }
        if (!names.isEmpty()) {
            return names.join(PathWords::tr(", "));
        }
    }
    if (ticket.claim && ticket.claim->until > at) {
        return directory.userName(ticket.claim->user);
    }
    switch (ticket.state) {
        case needInfo:
            return directory.userName(ticket.registeredBy);
        case pendingCallback:
        case callbackRetry:
            return ticket.keeper.empty() ? PathWords::tr("Callback") : directory.userName(ticket.keeper);
        case suspended:
            return PathWords::tr("Nobody: the clock stands still");
        default:
            return domain::isOpen(ticket.state) ? PathWords::tr("The centre") : PathWords::tr("Nobody");
    }
}

std::int64_t overlap(Instant from, Instant to, std::int64_t start, std::int64_t end) {
    return std::max<std::int64_t>(0, std::min(to.ms, end) - std::max(from.ms, start));
}

}  // namespace

std::int64_t workingMs(const domain::Calendar& calendar, Instant from, Instant to) {
    std::int64_t sum = 0;
    const Day last = localDay(to, calendar.offset());
    for (Day day = localDay(from, calendar.offset()); day <= last; day = day.plus(1)) {
        if (!calendar.isWorkday(day)) {
            continue;
        }
        const std::int64_t midnight = startOf(day, calendar.offset()).ms;
        if (calendar.officePeriods().empty()) {
            sum += overlap(from, to, midnight, midnight + kDayMs);
        }
        for (const domain::OfficePeriod& each : calendar.officePeriods()) {
            sum += overlap(from, to, midnight + each.from * kMinuteMs, midnight + each.to * kMinuteMs);
        }
    }
    return sum;
}

std::vector<PathLeg> pathOf(const std::vector<domain::Event>& history, const Directory& directory, Instant now) {
    std::vector<PathLeg> legs;
    domain::Ticket ticket;
    for (const domain::Event& event : history) {
        if (event.rev != ticket.rev + 1) {
            return {};
        }
        ticket = domain::evolve(std::move(ticket), event);
        const QString holder = holderOf(ticket, directory, event.at);
        if (!legs.empty()) {
            legs.back().to = event.at;
            if (legs.back().holder == holder && legs.back().state == ticket.state) {
                continue;
            }
        }
        const Instant from = legs.empty() ? std::min(ticket.createdAt, event.at) : event.at;
        legs.push_back({holder, ticket.state, from, event.at, false, 0});
    }
    if (!legs.empty() && domain::isOpen(ticket.state)) {
        legs.back().open = true;
        legs.back().to = std::max(now, legs.back().from);
    }
    for (PathLeg& each : legs) {
        each.workingMs = workingMs(directory.rules().calendar, each.from, each.to);
    }
    return legs;
}

}  // namespace zhida::ui
