// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstdint>

namespace zhida::sync {

struct ProtoRange {
    std::uint32_t min = 1;
    std::uint32_t max = 1;
    bool operator==(const ProtoRange&) const = default;
};

/// What this build speaks. A centre keeps the two versions before its own.
inline constexpr ProtoRange kProto{1, 1};

/// The highest version that both speak. Errors version.tooOld and version.tooNew (of `theirs`) with theirMin theirMax ourMin
/// ourMax.
Result<std::uint32_t> negotiate(ProtoRange ours, ProtoRange theirs);

}  // namespace zhida::sync
