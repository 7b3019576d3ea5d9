// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/message.h"
#include "model/service/desk.h"

#include <vector>

namespace zhida::service {

/// A message about a ticket, as this desk shows it.
struct ShownMessage {
    domain::Message message;
    bool pending = false;  ///< the centre does not know of it yet
};

/// What was sent by message about a ticket, in the order of sending. On a reader's thread.
std::vector<ShownMessage> messagesOf(DeskReader& reader, const TicketId& ticket);

}  // namespace zhida::service
