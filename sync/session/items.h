// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/sync.pb.h"
#include "sync/session/desk_port.h"

namespace zhida::sync {

InboxItem itemFrom(const pb::Item& item);
/// What a page of a frame carries.
template <class Items>
std::vector<InboxItem> itemsFrom(const Items& items) {
    std::vector<InboxItem> out;
    out.reserve(static_cast<std::size_t>(items.size()));
    for (const pb::Item& each : items) {
        out.push_back(itemFrom(each));
    }
    return out;
}

}  // namespace zhida::sync
