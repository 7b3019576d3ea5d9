// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/request.h"
#include "model/service/desk.h"

#include <string_view>
#include <vector>

namespace zhida::desk {

/// What the headless desk says of commands on their way: taking back, and one command on many tickets. On the caller's thread.
class HeadlessOutbox {
public:
    explicit HeadlessOutbox(service::Desk& desk) : m_desk(desk) {}

    [[nodiscard]] static bool knows(std::string_view query);
    [[nodiscard]] Result<Json> answer(std::string_view query, const Arguments& with);
    /// Waits until the desk has the ticket's whole history, for some seconds and while there is a line.
    void awaitHistory(const TicketId& ticket);

private:
    [[nodiscard]] Result<Json> withdraw(const Arguments& with);
    [[nodiscard]] Result<Json> bulk(const Arguments& with);
    [[nodiscard]] Result<Json> undoBulk(const Arguments& with);
    [[nodiscard]] Result<std::vector<TicketId>> tickets(const Json& list);

    service::Desk& m_desk;
};

}  // namespace zhida::desk
