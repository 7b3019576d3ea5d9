// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"
#include "sync/protocol/validate.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// The first byte chooses whose limits hold; the rest is a message. What is taken must be valid and can be said again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace zhida::sync;
    if (size == 0) {
        return 0;
    }
    const FrameLimits limits[] = {kStrangerLimits, kDeskLimits, kCentreLimits};
    const std::string_view message(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto opened = open(message, limits[data[0] % 3]);
    if (!opened) {
        return 0;
    }
    if (!validate(opened->frame)) {
        std::abort();
    }
    const auto packed = pack(opened->frame);
    if (packed && !open(seal(opened->number, *packed), kCentreLimits)) {
        std::abort();
    }
    return 0;
}
