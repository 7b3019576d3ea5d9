// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "sync/server/admin_socket.h"

#include <string>
#include <string_view>
#include <vector>

/// What CentreAccess and a running server say to each other on the admin socket.
namespace zhida::centre {

struct AdminAsk {
    enum class What : std::uint8_t { call, importTickets, importRecords } what = What::call;
    std::string name;       ///< of the operation, or kind of the records
    std::string arguments;  ///< JSON of an operation
    std::string payload;    ///< packed rows
};

sync::AdminMessage pack(const AdminAsk& ask);
/// Error wire.malformed.
Result<AdminAsk> unpackAsk(sync::AdminMessage message);

sync::AdminMessage packAnswer(const Result<std::string>& answer);
Result<std::string> unpackAnswer(const sync::AdminMessage& message);

std::string countsToText(const ImportCounts& counts);
Result<ImportCounts> countsFromText(std::string_view text);

std::string packTickets(const std::vector<domain::Ticket>& tickets);
/// A row that cannot be read becomes a ticket without id and source: it is refused by itself, at its place.
std::vector<domain::Ticket> unpackTickets(std::string_view payload);

}  // namespace zhida::centre
