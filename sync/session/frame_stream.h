// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/codec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhida::sync {

/// Numbers the frames of one direction of one connection.
class FrameWriter {
public:
    [[nodiscard]] std::string next(const Packed& packed) { return seal(++m_number, packed); }
    [[nodiscard]] std::uint64_t sent() const { return m_number; }

private:
    std::uint64_t m_number = 0;
};

/// The other end: each frame once, in order.
class FrameReader {
public:
    explicit FrameReader(const FrameLimits& limits) : m_limits(limits) {}

    /// Nothing for a frame that has been before and for a kind that may be skipped. Errors: those of open();
    /// frame.gap{expected,found} when one is missing: the connection is of no more use.
    Result<std::optional<pb::Frame>> take(std::string_view message);
    void setLimits(const FrameLimits& limits) { m_limits = limits; }

private:
    FrameLimits m_limits;
    std::uint64_t m_taken = 0;
};

}  // namespace zhida::sync
