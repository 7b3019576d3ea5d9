// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Small lists as bytes of a column.
namespace zhida::sync::packing {

/// LEB128, as protobuf writes it.
void putVarint(std::string& out, std::uint64_t value);
/// Takes one off the front of `bytes`; nothing when there is no whole one.
std::optional<std::uint64_t> takeVarint(std::string_view& bytes);

std::string packPairs(const std::vector<std::pair<std::string, std::string>>& pairs);
/// What is broken is left out: the column was written by packPairs.
std::vector<std::pair<std::string, std::string>> unpackPairs(std::string_view bytes);

}  // namespace zhida::sync::packing
