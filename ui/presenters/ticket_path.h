// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/event.h"
#include "ui/support/directory.h"

#include <QString>

#include <vector>

namespace zhida::ui {

/// A stretch in which a ticket was in the same hands and the same state.
struct PathLeg {
    QString holder;
    domain::TicketState state = domain::TicketState::registered;
    Instant from;
    Instant to;
    bool open = false;  ///< it still lasts; `to` is now
    std::int64_t workingMs = 0;
    [[nodiscard]] std::int64_t calendarMs() const { return to.ms - from.ms; }
};

/// Office time between two moments; the whole time of working days when the centre has no office periods.
std::int64_t workingMs(const domain::Calendar& calendar, Instant from, Instant to);

/// Who held the ticket how long, oldest first, without hole: their times add up to its age. Empty while the beginning of its
/// history is missing. An ended ticket's last leg ends with it.
std::vector<PathLeg> pathOf(const std::vector<domain::Event>& history, const Directory& directory, Instant now);

}  // namespace zhida::ui
