// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::sync {

/// A pair of base-32 characters (digits and capitals without I, L, O, U) that no device has. "00" is nobody's: it stands for
/// the centre. A device keeps its station for ever, also when it is disabled: numbers must stay unique.
/// `held`: what the desk says it holds, if anything; it keeps that if nobody else has it. Otherwise the search begins at a
/// place of the device's own. Both because of a centre out of a copy of its file: it does not know which stations it has
/// given since, and must not give them to others; the next one after the last would be just one of them.
std::optional<std::string> freeStation(const std::vector<Device>& devices, const DeviceId& device,
                                       std::string_view held);

}  // namespace zhida::sync
