// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/result.h"
#include "sync/session/frame_stream.h"
#include "sync/session/heart.h"
#include "sync/session/session_table.h"
#include "sync/session/tuning.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace zhida::sync {

/// The centre's end of one connection as far as the protocol goes: numbers, stages, windows, heartbeats. What frames mean is
/// the engine's business.
class ServerSession {
public:
    struct Ports {
        const Clock& steady;
        Rng& rng;
        std::function<void(std::string message)> send;
    };

    ServerSession(Ports ports, const Tuning& tuning);

    /// The frame to act on, nothing for a doubled one or one that may be skipped. Errors: those of open(), frame.gap,
    /// session.unexpected{frame,stage}; the session is over then.
    Result<std::optional<pb::Frame>> receive(std::string_view message);
    /// Error frame.tooLarge; nothing has been sent then.
    Status send(const pb::Frame& frame);
    void send(const Packed& packed);
    /// Sends a Feed or FillPage, which takes a place in the window.
    void sendWindowed(const Packed& packed);

    void checking() { m_stage = ServerStage::checking; }
    void ready();
    void end() { m_stage = ServerStage::ended; }
    [[nodiscard]] ServerStage stage() const { return m_stage; }

    [[nodiscard]] bool windowOpen() const { return m_windowed - m_credited < m_tuning.feedWindow; }
    /// False for a credit that cannot be.
    [[nodiscard]] bool credit(std::uint64_t frames);

    /// What has become due.
    enum class Due : std::uint8_t { nothing, beat, dead, helloLate, creditLate };
    Due tick();
    [[nodiscard]] Instant nextTick() const;

private:
    [[nodiscard]] bool owesCredit() const { return m_windowed != m_credited; }

    Ports m_ports;
    Tuning m_tuning;
    ServerStage m_stage = ServerStage::greeting;
    FrameWriter m_writer;
    FrameReader m_reader{kStrangerLimits};
    Heart m_heart;
    Instant m_opened;
    Instant m_creditAt;
    std::uint64_t m_windowed = 0;
    std::uint64_t m_credited = 0;
};

}  // namespace zhida::sync
