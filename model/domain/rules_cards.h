// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules_policies.h"

#include <optional>

namespace zhida::domain {

struct CardTimes {
    std::optional<Instant> yellow;
    std::optional<Instant> red;
    bool operator==(const CardTimes&) const = default;
};

/// When the cards of a deadline are shown. Days count whole: with one working day left means from 00:00 of the last working day
/// that does not lie after the due time; the first working day after the term begins at its 00:00. A term that began later
/// than that (half an hour, a few hours) gets no yellow card.
CardTimes cardTimes(const CardPolicy& policy, const Calendar& calendar, Instant received, Instant due);

}  // namespace zhida::domain
