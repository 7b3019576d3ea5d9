// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "sync/server/server_store.h"

namespace zhida::sync {

/// The centre's local time, as its rules say; that of the default calendar while there are none that can be read.
UtcOffset centreOffset(ServerStore& store);

}  // namespace zhida::sync
