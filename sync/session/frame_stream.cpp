// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session/frame_stream.h"

namespace zhida::sync {

Result<std::optional<pb::Frame>> FrameReader::take(std::string_view message) {
    Result<Opened> opened = open(message, m_limits);
    if (!opened) {
        return opened.error();
    }
    if (opened->number <= m_taken) {
        return std::optional<pb::Frame>{};
    }
    if (opened->number != m_taken + 1) {
        return Error("frame.gap",
                     {{"expected", std::to_string(m_taken + 1)}, {"found", std::to_string(opened->number)}});
    }
    ++m_taken;
    if (opened->frame.kind_case() == pb::Frame::KIND_NOT_SET) {
        return std::optional<pb::Frame>{};
    }
    return std::optional<pb::Frame>{std::move(opened->frame)};
}

}  // namespace zhida::sync
