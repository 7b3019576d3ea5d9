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
        entry.at = event.at;
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

std::vector<TimelineEntry> withMessages(std::vector<TimelineEntry> timeline,
                                        const std::vector<service::ShownMessage>& messages, const Directory& directory,
                                        Instant now, UtcOffset offset) {
    for (const service::ShownMessage& each : messages) {
        const domain::Message& message = each.message;
        TimelineEntry entry;
        entry.at = message.at;
        entry.when = momentText(message.at, now, offset);
        entry.who = message.user.empty() ? QString() : directory.userName(message.user);
        if (!message.unit.empty()) {
            entry.who += QStringLiteral(" · ") + directory.unitName(message.unit);
        }
        TimelineWriter(TimelineContext{directory, now, offset, true}, entry).write(message, each.pending);
        const auto before = std::find_if(timeline.begin(), timeline.end(),
                                         [&entry](const TimelineEntry& other) { return other.at <= entry.at; });
        timeline.insert(before, std::move(entry));
    }
    return timeline;
}

}  // namespace zhida::ui
