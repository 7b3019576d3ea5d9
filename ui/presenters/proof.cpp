// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/proof.h"

#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>

namespace zhida::ui {
namespace {

struct ProofWords {
    Q_DECLARE_TR_FUNCTIONS(Proof)
};

QString reasonText(const domain::Segment& segment) {
    const QString reason = q(segment.reason);
    if (segment.counted) {
        return reason.isEmpty() ? ProofWords::tr("Counted")
                                : ProofWords::tr("Counted: worked instead of %1").arg(reason);
    }
    if (segment.reason == "received") {
        return ProofWords::tr("Day of receipt, not counted");
    }
    if (segment.reason == "dueDay") {
        return ProofWords::tr("Day on which the term before ended");
    }
    if (segment.reason == "weekend") {
        return ProofWords::tr("Weekend");
    }
    if (segment.reason == "closed") {
        return ProofWords::tr("Outside office hours");
    }
    if (segment.reason == "paused") {
        return ProofWords::tr("Clock stood still");
    }
    return ProofWords::tr("Holiday: %1").arg(reason);
}

}  // namespace

Proof proofOf(const domain::TermClock& clock, const domain::Deadline& deadline, Instant now, UtcOffset offset) {
    Proof proof;
    QString sentence = ProofWords::tr("%1 from %2").arg(words::of(clock.term), momentText(clock.received, now, offset));
    for (const domain::Term& each : clock.extensions) {
        sentence += ProofWords::tr(", then %1 more").arg(words::of(each));
    }
    proof.sentence = ProofWords::tr("%1: due %2").arg(sentence, momentText(deadline.due, now, offset));
    if (deadline.provisional) {
        proof.careful =
            ProofWords::tr("Provisional: the State Council has not yet published the calendar of that year.");
    }
    for (const domain::Segment& each : deadline.segments) {
        proof.lines.push_back({momentText(each.from, now, offset), momentText(each.to, now, offset),
                               spanText(each.to.ms - each.from.ms), reasonText(each), each.counted});
    }
    return proof;
}

std::optional<domain::TermClock> extendedClock(const domain::Ticket& ticket, const domain::Term& term) {
    std::optional<domain::TermClock> clock = ticket.clock;
    if (clock) {
        clock->extensions.push_back(term);
    }
    return clock;
}

Result<domain::Deadline> extendedDue(const domain::Rules& rules, const domain::Ticket& ticket,
                                     const domain::Term& term) {
    if (!ticket.due) {
        return Error("ticket.noDue");
    }
    const auto clock = extendedClock(ticket, term);
    return clock ? domain::dueOf(rules.calendar, *clock) : domain::dueAfter(rules.calendar, *ticket.due, term);
}

}  // namespace zhida::ui
