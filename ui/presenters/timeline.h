// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/event.h"
#include "model/service/messages.h"
#include "ui/support/directory.h"
#include "ui/support/remaining.h"

#include <QString>

#include <vector>

namespace zhida::ui {

/// One event of a ticket as the history shows it.
struct TimelineEntry {
    Instant at;
    QString when;
    QString what;   ///< "Dispatched to …"
    QString who;    ///< "Name · Unit"
    QString words;  ///< what was typed, possibly several lines
    Light light = Light::grey;
    QString icon;
};

/// Newest first. `chinese`: which of the two names of coded reasons.
std::vector<TimelineEntry> timelineOf(const std::vector<domain::Event>& history, const Directory& directory,
                                      Instant now, UtcOffset offset, bool chinese);
/// The same with the messages of the ticket between its events.
std::vector<TimelineEntry> withMessages(std::vector<TimelineEntry> timeline,
                                        const std::vector<service::ShownMessage>& messages, const Directory& directory,
                                        Instant now, UtcOffset offset);

}  // namespace zhida::ui
