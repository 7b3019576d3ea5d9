// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules_policies.h"

/// Whom the callback policy calls, and when.
namespace zhida::domain {

/// What is known of a ticket when it might be called back.
struct CallbackCase {
    TicketId ticket;
    Day day;              ///< of the decision, on the centre's clock
    bool direct = false;  ///< answered on the spot
    bool asked = false;   ///< the caller asked for it: always
};

bool wantsCallback(const CallbackPolicy& policy, const CallbackCase& asked);

/// `at`, or the end of the quiet hours that it falls into.
Instant callableFrom(const CallbackPolicy& policy, UtcOffset offset, Instant at);

/// When to try again after an unanswered call.
Instant nextAttempt(const CallbackPolicy& policy, const Calendar& calendar, Instant unanswered);

}  // namespace zhida::domain
