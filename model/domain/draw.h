// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Drawing by lot, so that nobody can choose: the lot follows from a seed, the date and the thing itself. Everybody who holds
/// the seed can draw again and finds the same.
namespace zhida::domain {

/// Uniform over 64 bits.
std::uint64_t lotOf(std::string_view seed, Day day, std::string_view thing);

/// So many of a hundred things are drawn, each by itself: it does not matter which others there are. 0: none; 100: all.
bool isDrawn(std::string_view seed, Day day, std::string_view thing, int percent);

/// Indexes of exactly min(count, things.size()) things, rising. The order of `things` does not matter to what is drawn.
std::vector<std::size_t> draw(std::string_view seed, Day day, const std::vector<std::string>& things,
                              std::size_t count);

/// So many per cent of `size`, rounded up: a small day is inspected too.
std::size_t shareOf(std::size_t size, int percent);

}  // namespace zhida::domain
