// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session/items.h"

#include "sync/protocol/convert.h"

namespace zhida::sync {

InboxItem itemFrom(const pb::Item& item) {
    InboxItem out;
    switch (item.kind()) {
        case pb::Item::TICKET:
            out.what = InboxItem::Kind::ticket;
            break;
        case pb::Item::LEAVE:
            out.what = InboxItem::Kind::leave;
            break;
        case pb::Item::RECORD:
            out.what = InboxItem::Kind::record;
            break;
        default:
            out.what = InboxItem::Kind::event;
            break;
    }
    out.ticket = idOf<TicketId>(item.ticket());
    out.recordKind = item.record_kind();
    out.key = item.key();
    out.body = item.body();
    return out;
}

}  // namespace zhida::sync
