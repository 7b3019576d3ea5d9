// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules.h"
#include "model/domain/ticket.h"

#include <QString>

#include <vector>

namespace zhida::ui {

/// One stretch of a deadline's proof, as it is read.
struct ProofLine {
    QString from;
    QString to;
    QString length;
    QString reason;
    bool counted = false;
};

/// Why the due time is what it is.
struct Proof {
    QString sentence;  ///< "5 working days from 11-20 09:12, then 3 working days more: due 12-02 23:59"
    QString careful;   ///< what may still move it; empty mostly
    std::vector<ProofLine> lines;
};

Proof proofOf(const domain::TermClock& clock, const domain::Deadline& deadline, Instant now, UtcOffset offset);

/// The clock of a ticket with one more extension, as the decision would make it; nothing when a person set the due time.
std::optional<domain::TermClock> extendedClock(const domain::Ticket& ticket, const domain::Term& term);
/// When the ticket would be due with that extension. Errors of dueOf; ticket.noDue.
Result<domain::Deadline> extendedDue(const domain::Rules& rules, const domain::Ticket& ticket,
                                     const domain::Term& term);

}  // namespace zhida::ui
