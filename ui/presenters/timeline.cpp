// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/timeline.h"

#include "ui/presenters/timeline_writer.h"
#include "ui/support/text.h"

#include <algorithm>
#include <variant>

namespace zhida::ui {

std::vector<TimelineEntry> timelineOf(const std::vector<domain::Event>& history, const Directory& directory,
                                      Instant now, UtcOffset offset, bool chinese) {
    const TimelineContext context{directory, now, offset, chinese};
    std::vector<TimelineEntry> entries;
    for (const domain::Event& event : history) {
        TimelineEntry entry;
        entry.when = momentText(event.at, now, offset);
        entry.who = directory.userName(event.user);
        if (!event.unit.empty()) {
            entry.who += QStringLiteral(" · ") + directory.unitName(event.unit);
        }
        std::visit(TimelineWriter(context, entry), event.body);
        entries.push_back(std::move(entry));
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

}  // namespace zhida::ui
