// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/command.h"

#include <cstddef>
#include <string>
#include <vector>

namespace zhida::domain {

/// Largest accepted text of one field, in characters.
inline constexpr std::size_t kMostTitle = 200;
inline constexpr std::size_t kMostText = 20'000;
inline constexpr std::size_t kMostCode = 64;
inline constexpr std::size_t kMostUnits = 50;

/// Every text and code of a command is within bounds, and the required ones are not blank: whatever is accepted fits a frame.
/// Errors: text.missing{field} text.tooLong{field,limit}
Status checkTexts(const TicketCommand& command);

/// The words that somebody must still be able to read when the command has lost a race; empty for most kinds.
std::vector<std::string> wordsOf(const TicketCommand& command);

}  // namespace zhida::domain
