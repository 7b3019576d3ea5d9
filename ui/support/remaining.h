// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/views.h"

#include <QString>

#include <cstdint>

namespace zhida::ui {

/// 红黄灯: how a due time stands, told by colour, shape and words together.
enum class Light : std::uint8_t {
    green,  ///< more than a quarter of the time is left
    amber,  ///< the last quarter
    red,    ///< overdue
    grey,   ///< no clock runs: done, or no due time
};

/// 黄牌, 红牌: the colour of a card.
constexpr Light lightOf(domain::SupervisionLevel level) {
    return level == domain::SupervisionLevel::red ? Light::red : Light::amber;
}

struct Remaining {
    Light light = Light::grey;
    QString text;     ///< "3 h 12 min left", "2 d over", "done"
    QString shape;    ///< one character: ● ◆ ■ ○
    QString tooltip;  ///< the due time itself
};

Remaining remainingOf(domain::TicketState state, std::optional<Instant> due, Instant since, Instant now,
                      UtcOffset offset);
inline Remaining remainingOf(const service::QueueRow& row, Instant now, UtcOffset offset) {
    return remainingOf(row.state, row.due, row.createdAt, now, offset);
}

}  // namespace zhida::ui
