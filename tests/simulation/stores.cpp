// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/memory_disks.h"
#include "tests/simulation/real_centre.h"
#include "tests/simulation/real_desk.h"

namespace zhida::simulation {

std::unique_ptr<CentreDisk> makeCentreDisk(Stores stores, World& world, testing::FaultPoint& faults) {
    if (stores == Stores::real) {
        return std::make_unique<RealCentreDisk>(world, faults);
    }
    return std::make_unique<MemoryCentreDisk>(faults);
}

std::unique_ptr<DeskDisk> makeDeskDisk(Stores stores, World& world, testing::FaultPoint& faults, const Clock& clock) {
    if (stores == Stores::real) {
        return std::make_unique<RealDeskDisk>(world, faults, clock);
    }
    return std::make_unique<MemoryDeskDisk>(world, faults, clock);
}

}  // namespace zhida::simulation
