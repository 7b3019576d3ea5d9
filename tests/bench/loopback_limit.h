// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// What the loopback interface can do with plain TCP: the limit of everything that goes over it.
namespace zhida::bench {

/// Median seconds of a message of `bytes` there and back.
double roundTrip(std::size_t bytes);
/// Seconds to move `bytes` one way.
double copyLoopback(std::size_t bytes);

}  // namespace zhida::bench
