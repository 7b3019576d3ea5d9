// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace zhida::wire {

/// The line (from 1) on which the value at `path` ("deadlines[3].term") begins in a correct JSON text; the line of the nearest
/// value around it when the path does not exist (a missing field: its object). 0 for a text that is no JSON.
std::size_t lineOf(std::string_view json, std::string_view path);

/// The line of a byte, from 1.
std::size_t lineOfByte(std::string_view text, std::size_t byte);

}  // namespace zhida::wire
