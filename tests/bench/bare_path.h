// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/raw_table.h"

#include <thread>

namespace zhida::bench {

/// What no program with two durable ends can do without: a FULL commit here, a message over loopback to another thread, a
/// FULL commit there, a message back. One row, one table, plain TCP.
class BarePath {
public:
    BarePath(const std::filesystem::path& here, const std::filesystem::path& there);
    ~BarePath();
    BarePath(const BarePath&) = delete;
    BarePath& operator=(const BarePath&) = delete;

    /// Seconds of one time.
    double once();

private:
    RawCommits m_here;
    RawCommits m_there;
    std::pair<int, int> m_line;
    std::thread m_thread;
};

}  // namespace zhida::bench
