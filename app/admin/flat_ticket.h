// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace zhida::admin {

/// A ticket as one row under the names that an import knows, so that an export can be taken in again.
nlohmann::json flatTicket(const domain::Ticket& ticket, UtcOffset offset);

/// Columns of a table of tickets, in order.
const std::vector<std::string>& flatTicketColumns();

/// One cell or line of a CSV file as RFC 4180 has it. Lists are joined by ";". A text that a spreadsheet would take for a
/// formula (= + - @ at its front) gets an apostrophe, unless it is a number.
std::string csvCell(const nlohmann::json& value);
std::string csvLine(const nlohmann::json& row, const std::vector<std::string>& columns);

}  // namespace zhida::admin
