// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zhida::service {

/// `<region6><yyMMdd><station2><seq4>`: unique without asking anybody, because no two devices have the same station.
/// `count` is 1 for the first ticket of the day. From 10000 on the last four characters begin with a letter (base 32 without
/// I L O U). Empty when even these are used up.
std::string ticketNumber(std::string_view region6, Day day, std::string_view station, std::uint32_t count);

}  // namespace zhida::service
