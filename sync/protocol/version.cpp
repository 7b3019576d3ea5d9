// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/version.h"

#include <algorithm>
#include <string>

namespace zhida::sync {

Result<std::uint32_t> negotiate(ProtoRange ours, ProtoRange theirs) {
    const auto failure = [&](std::string_view code) {
        return Error(code, {{"theirMin", std::to_string(theirs.min)},
                            {"theirMax", std::to_string(theirs.max)},
                            {"ourMin", std::to_string(ours.min)},
                            {"ourMax", std::to_string(ours.max)}});
    };
    if (theirs.max < ours.min) {
        return failure("version.tooOld");
    }
    if (theirs.min > ours.max) {
        return failure("version.tooNew");
    }
    return std::min(ours.max, theirs.max);
}

}  // namespace zhida::sync
