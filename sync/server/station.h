// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_store.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {

/// The first pair of base-32 characters (digits and capitals without I, L, O, U) that no device has. "00" is nobody's: it
/// stands for the centre. A device keeps its station for ever, also when it is disabled: numbers must stay unique.
std::optional<std::string> freeStation(const std::vector<Device>& devices);

}  // namespace zhida::sync
