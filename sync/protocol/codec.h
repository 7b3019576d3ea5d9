// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "sync/protocol/sync.pb.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Frames as bytes. A message of the transport is
///   1 byte   format: 0 = protobuf, 1 = protobuf in one zstd frame with its size
///   varint   number of the frame in its direction of the connection, from 1 without gaps
///   rest     the Frame
/// The number makes a doubled frame harmless and a lost or overtaken one visible, whatever the transport does.
namespace zhida::sync {

/// What a receiver takes. All of it is checked before memory is given out.
struct FrameLimits {
    std::size_t frame = 1U << 20U;
    std::size_t unpacked = 8U << 20U;
    std::size_t ratio = 50;  ///< unpacked to packed
    bool compressed = true;
};

/// Of a connection that has not signed in.
inline constexpr FrameLimits kStrangerLimits{64U << 10U, 64U << 10U, 1, false};
/// What a centre takes from a desk.
inline constexpr FrameLimits kDeskLimits{1U << 20U, 2U << 20U, 50, true};
/// What a desk takes from the centre.
inline constexpr FrameLimits kCentreLimits{};

/// A frame ready to be numbered: the same one may go to many connections.
struct Packed {
    bool compressed = false;
    std::string bytes;
};

struct Opened {
    std::uint64_t number = 0;
    pb::Frame frame;
};

/// From 1 KiB on compressed, where that helps. Error frame.tooLarge{size,limit}.
Result<Packed> pack(const pb::Frame& frame, const FrameLimits& limits = kCentreLimits);
std::string seal(std::uint64_t number, const Packed& packed);

/// Errors: frame.tooLarge frame.bomb frame.compressed frame.malformed{at}; frame.unknown for a kind we do not know and may
/// not skip. A kind we may skip comes back as a Frame without a kind. Everything in it has been validated (validate.h).
Result<Opened> open(std::string_view message, const FrameLimits& limits);

}  // namespace zhida::sync
