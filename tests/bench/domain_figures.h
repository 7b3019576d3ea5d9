// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench.h"

#include <vector>

/// The parts of `bench domain`.
namespace zhida::bench {

/// Counting deadlines with their proofs, beside asking the calendar for every day of the same stretch.
std::vector<Figure> deadlineFigures();
/// Deciding, and making the tickets anew out of their log.
std::vector<Figure> decideFigures();
/// 1,000 tickets changed in bulk on a desk's file, with preview and one undo.
std::vector<Figure> bulkFigures();
/// The scheduler at a centre of `tickets` open tickets: a tick with nothing to do, an act that is due.
std::vector<Figure> schedulerFigures(std::size_t tickets);

}  // namespace zhida::bench
