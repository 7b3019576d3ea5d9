// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/rules_cards.h"

namespace zhida::domain {
namespace {

/// A calendar without any working day for so long is broken; the search ends.
constexpr int kLongestRest = 400;

/// The n-th working day before (step -1) or after (step 1) `day`, which itself is not counted.
std::optional<Day> workday(const Calendar& calendar, Day day, int count, int step) {
    for (int rest = 0; count > 0 && rest < kLongestRest; ++rest) {
        day = day.plus(step);
        if (calendar.isWorkday(day)) {
            --count;
            rest = 0;
        }
    }
    return count > 0 ? std::nullopt : std::optional(day);
}

}  // namespace

CardTimes cardTimes(const CardPolicy& policy, const Calendar& calendar, Instant received, Instant due) {
    CardTimes times;
    const Day dueDay = localDay(due, calendar.offset());
    if (policy.yellowWorkingDaysLeft > 0) {
        const auto day = workday(calendar, dueDay.plus(1), policy.yellowWorkingDaysLeft, -1);
        const auto at = day ? std::optional(startOf(*day, calendar.offset())) : std::nullopt;
        times.yellow = at && *at > received ? at : std::nullopt;
    }
    if (policy.redWorkingDayAfter > 0) {
        const auto day = workday(calendar, dueDay, policy.redWorkingDayAfter, 1);
        times.red = day ? std::optional(startOf(*day, calendar.offset())) : std::nullopt;
    }
    return times;
}

}  // namespace zhida::domain
