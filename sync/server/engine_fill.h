// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_store.h"
#include "sync/server/sessions.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Internal to the engine: the pages of a first fill. Reference data first, because without it nobody can act; then tickets.
/// Pages are read from the store as it is: what changes meanwhile comes with the feed from the pinned seq on.
namespace zhida::sync {

/// Where a fill goes on. Opaque to the desk, which brings it back after a cut: it is checked like any input.
struct FillPosition {
    enum class Part : char { records = 'r', tickets = 't', finished = 'e' };
    std::string chain;       ///< at the pinned seq: the history that the fill belongs to
    std::uint64_t sent = 0;  ///< tickets so far
    Part part = Part::records;
    std::string kind;  ///< last record
    std::string key;
    TicketId ticket;  ///< last ticket
    bool operator==(const FillPosition&) const = default;

    [[nodiscard]] std::string bytes() const;
    static std::optional<FillPosition> parse(std::string_view bytes);
};

/// The next page for the session, which has a fill; its position moves on. After the page with `done` the fill is over.
pb::FillPage nextFillPage(EngineContext& context, DeskSession& session);

}  // namespace zhida::sync
