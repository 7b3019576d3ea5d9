// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>

/// What the loopback interface can do with plain TCP: the limit of everything that goes over it.
namespace zhida::bench {

/// The two ends of a connection; the caller closes them.
std::pair<int, int> connectedPair();
/// Reads or writes so many bytes of whatever.
void readAll(int end, std::size_t bytes);
void writeAll(int end, std::size_t bytes);

/// Median seconds of a message of `bytes` there and back.
double roundTrip(std::size_t bytes);
/// Seconds to move `bytes` one way.
double copyLoopback(std::size_t bytes);

}  // namespace zhida::bench
