// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/org.h"

#include <string>

/// Internal to the engine: bytes of the log without the caller, for whoever may not see him.
namespace zhida::sync {

/// Wire bytes of a ticket as `user` may see it. Nothing of what cannot be read.
std::string ticketFor(std::string ticket, const domain::UserProfile& user);
/// Wire bytes of an event without the caller. Nothing of what cannot be read: the desk asks for the ticket then.
std::string maskedEvent(const std::string& event);

}  // namespace zhida::sync
