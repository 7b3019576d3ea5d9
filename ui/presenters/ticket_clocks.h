// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/proof.h"
#include "ui/support/theme.h"

#include <optional>
#include <vector>

namespace zhida::ui {

/// 环节时限: one clock of a ticket, as it is read.
struct ClockLine {
    QString stage;
    QString state;  ///< with its shape: "● Running"
    Light light = Light::grey;
    QString term;
    QString due;
    QString done;
    std::optional<Proof> proof;
    QString why;        ///< there is no proof, or it says something else than the ticket
    bool main = false;  ///< the deadline of the ticket itself
};

/// In the order of the stages; empty: no stage has a term here.
std::vector<ClockLine> clocksOf(const domain::Ticket& ticket, const domain::Rules& rules, Instant now,
                                UtcOffset offset);

}  // namespace zhida::ui
