// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/query_plan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zhida::search {

/// The terms of `plan` whose bits are set in `matched`, as Hit::why: overlapping pairs joined to what was typed.
/// `kind` is "text" or "pinyin".
std::vector<std::string> reasonsFor(const ParsedQuery& query, const QueryPlan& plan, std::uint64_t matched,
                                    const std::string& kind);

}  // namespace zhida::search
