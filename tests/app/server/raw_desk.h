// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"
#include "model/domain/command.h"
#include "sync/net/transport.h"
#include "sync/session/frame_stream.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace zhida::server {

/// A desk that speaks the protocol by hand: no file, no reconnecting. It gives credit for what comes and keeps it.
class RawDesk {
public:
    RawDesk(const std::string& url, const std::string& caFile);
    ~RawDesk();
    RawDesk(const RawDesk&) = delete;
    RawDesk& operator=(const RawDesk&) = delete;

    /// Nothing when it was refused (see refusal()) or the line ended.
    std::optional<sync::pb::Welcome> signIn(const std::string& user, const std::string& password);
    std::optional<sync::pb::Welcome> signInWithToken(const sync::pb::Welcome& earlier, const std::string& user);
    [[nodiscard]] std::string refusal() const { return m_refusal; }

    /// A new ticket's registration, with the next number of this desk.
    domain::Command registration(const std::string& title);
    domain::Command command(const TicketId& ticket, std::uint64_t baseRev, domain::TicketCommand body);
    /// The answer to one push; nothing when the line ended first.
    std::optional<sync::pb::Answers> push(const std::vector<domain::Command>& commands);
    /// JSON, or the code of the fault.
    std::string administer(const std::string& operation, const std::string& json);
    /// The first frame from now on that `wanted` accepts, at most so long.
    std::optional<sync::pb::Frame> await(const std::function<bool(const sync::pb::Frame&)>& wanted,
                                         int milliseconds = 10'000);

private:
    class Handler;
    std::optional<sync::pb::Welcome> hello(sync::pb::Hello& hello);
    void send(const sync::pb::Frame& frame);

    SystemClock m_clock;
    SystemRng m_rng;
    net::IoThread m_io;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<sync::pb::Frame> m_frames;
    bool m_open = false;
    bool m_closed = false;
    std::shared_ptr<net::Connection> m_connection;
    sync::FrameWriter m_writer;
    sync::FrameReader m_reader{sync::kCentreLimits};
    std::uint64_t m_windowed = 0;
    UserCode m_user;
    std::string m_station;
    int m_number = 0;
    std::uint64_t m_call = 0;
    std::string m_refusal;
};

}  // namespace zhida::server
