// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"
#include "model/base/time.h"
#include "sync/server/server_store.h"

#include <cstddef>

namespace zhida::centre {

struct DemoCounts {
    std::size_t articles = 0;
    std::size_t tickets = 0;
};

/// Units, articles and tickets of the demo; the tickets live through their stories by way of decide(), in the order of time,
/// and end at `now`. In the caller's transaction. A story that the rules refuse is thrown as std::runtime_error.
DemoCounts addDemo(sync::ServerStore& store, Instant now, Rng& rng);

}  // namespace zhida::centre
