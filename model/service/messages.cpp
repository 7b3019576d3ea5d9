// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/messages.h"

#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::service {

std::vector<ShownMessage> messagesOf(DeskReader& reader, const TicketId& ticket) {
    std::vector<ShownMessage> messages;
    for (const RecordView& each : reader.records(domain::kMessageKind, domain::messageKey(ticket, {}))) {
        if (auto message = wire::decode<domain::Message>(each.body)) {
            messages.push_back({std::move(*message), each.pending});
        }
    }
    std::stable_sort(messages.begin(), messages.end(),
                     [](const ShownMessage& a, const ShownMessage& b) { return a.message.at < b.message.at; });
    return messages;
}

}  // namespace zhida::service
