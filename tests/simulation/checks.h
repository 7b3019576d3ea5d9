// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/sim_centre.h"
#include "tests/simulation/sim_desk.h"

#include <memory>
#include <vector>

namespace zhida::simulation {

using Desks = std::vector<std::unique_ptr<SimDesk>>;

/// All faults are over and nothing waits: what must be true then. Throws Violation.
void checkRest(SimCentre& centre, const Desks& desks);

/// At any moment: each command is waiting, accepted or refused and visible, and never two of them at odds.
void checkAccounting(SimCentre& centre, const Desks& desks);

}  // namespace zhida::simulation
