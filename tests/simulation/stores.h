// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace zhida::simulation {

/// What the engines of a run write to: maps, or the files of the product.
enum class Stores : std::uint8_t { memory, real };

}  // namespace zhida::simulation
