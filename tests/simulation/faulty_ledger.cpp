// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/faulty_ledger.h"

#include <sqlite3.h>

namespace zhida::simulation {
namespace {

/// Instructions of SQLite's machine between two looks at the countdown.
constexpr int kStride = 20;
constexpr std::uint64_t kLongest = 60;

}  // namespace

int LedgerFaults::step(void* self) {
    std::uint64_t& countdown = static_cast<LedgerFaults*>(self)->m_countdown;
    return countdown > 0 && --countdown == 0 ? 1 : 0;
}

void LedgerFaults::arm(bool strikes) {
    if (strikes) {
        m_countdown = 1 + m_world.below(kLongest);
        sqlite3_progress_handler(m_connection, kStride, &LedgerFaults::step, this);
    }
}

void LedgerFaults::disarm(bool strikes) {
    m_countdown = 0;
    sqlite3_progress_handler(m_connection, 0, nullptr, nullptr);
    if (strikes) {
        throw testing::Crash();
    }
}

}  // namespace zhida::simulation
