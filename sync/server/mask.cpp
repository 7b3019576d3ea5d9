// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/mask.h"

#include "model/domain/permission.h"
#include "model/wire/codec.h"

#include <utility>

namespace zhida::sync {

std::string ticketFor(std::string ticket, const domain::UserProfile& user) {
    const Result<domain::Ticket> whole = wire::decode<domain::Ticket>(ticket);
    if (!whole) {
        return {};
    }
    return domain::maySeeCaller(*whole, user) ? std::move(ticket) : wire::encode(domain::masked(*whole));
}

std::string maskedEvent(const std::string& event) {
    const Result<domain::Event> whole = wire::decode<domain::Event>(event);
    return whole ? wire::encode(domain::masked(*whole)) : std::string{};
}

}  // namespace zhida::sync
