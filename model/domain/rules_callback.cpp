// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/rules_callback.h"

#include "model/domain/draw.h"

namespace zhida::domain {
namespace {

constexpr int kDayMinutes = 24 * 60;

int lengthOf(const OfficePeriod& period) { return (period.to - period.from + kDayMinutes) % kDayMinutes; }

}  // namespace

bool wantsCallback(const CallbackPolicy& policy, const CallbackCase& asked) {
    if (asked.asked) {
        return true;
    }
    if (policy.mode == CallbackMode::none || (asked.direct && !policy.directAnswers)) {
        return false;
    }
    return policy.mode == CallbackMode::all ||
           isDrawn(policy.seed, asked.day, asked.ticket.text(), policy.samplePercent);
}

Instant callableFrom(const CallbackPolicy& policy, UtcOffset offset, Instant at) {
    // Periods may touch; one pass for each of them finds the end of them all.
    for (std::size_t pass = 0; pass < policy.quietHours.size(); ++pass) {
        for (const OfficePeriod& quiet : policy.quietHours) {
            const std::int64_t midnight = startOf(localDay(at, offset), offset).ms;
            const std::int64_t sinceBegin = (at.ms - midnight - quiet.from * kMinuteMs + kDayMs) % kDayMs;
            const std::int64_t length = lengthOf(quiet) * kMinuteMs;
            at = sinceBegin < length ? at.plus(length - sinceBegin) : at;
        }
    }
    return at;
}

Instant nextAttempt(const CallbackPolicy& policy, const Calendar& calendar, Instant unanswered) {
    const auto wait = dueAfter(calendar, unanswered, policy.retryAfter);
    return callableFrom(policy, calendar.offset(), wait ? wait->due : unanswered);
}

}  // namespace zhida::domain
