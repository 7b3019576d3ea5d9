// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/result.h"
#include "sync/session/desk_port.h"
#include "sync/session/frame_stream.h"
#include "sync/session/heart.h"
#include "sync/session/session_table.h"
#include "sync/session/tuning.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::sync {

/// Who signs in, and from where.
struct Identity {
    UserCode user;
    std::string password;     ///< empty: with the token of the last sign-in
    std::string deviceName;   ///< for the administrator's list
    DeviceId proposedDevice;  ///< kept by the application for this desk file; used until the centre has named one
    std::string appVersion;
};

/// What a session has to say to whoever runs it. Called inside its functions; must not call back into the session.
class ClientSessionUser {
public:
    virtual ~ClientSessionUser() = default;
    virtual void send(std::string message) = 0;
    virtual void onSignedIn(const SignIn& signIn) = 0;
    /// The server's head, heard just now.
    virtual void onHead(std::uint64_t head) = 0;
    /// The answer to askHead: everything that was new before it has been applied.
    virtual void onHeadAnswer(std::uint64_t ask) = 0;
    virtual void onAdminResult(std::uint64_t id, Result<std::string> outcome) = 0;
};

/// Why a session is over, and what the other end wishes about the next one.
struct SessionEnd {
    Error why;
    bool refused = false;  ///< at the sign-in
    std::optional<std::uint32_t> reconnectMinMs;
    std::optional<std::uint32_t> reconnectMaxMs;
};

/// The desk's end of one connection: says hello, fills or resumes, applies the feed, pushes what waits. Bytes and ticks in,
/// bytes and port calls out. After `end()` has a value it takes nothing any more.
class ClientSession {
public:
    struct Ports {
        DeskPort& desk;
        const Clock& steady;
        Rng& rng;
        ClientSessionUser& user;
    };

    ClientSession(Ports ports, const Tuning& tuning);

    /// Says hello; once.
    void begin(const Identity& identity);
    void receive(std::string_view message);
    /// Pushes what waits, as far as the window goes.
    void pump();
    /// Asks for the server's head now; the number comes back with onHeadAnswer. 0: not signed in.
    std::uint64_t askHead();
    void requestHistory(const TicketId& ticket);
    void call(std::uint64_t id, const std::string& operation, const std::string& json);
    /// Returns the moment of the steady clock at which it wants the next tick.
    Instant tick();

    [[nodiscard]] const std::optional<SessionEnd>& end() const { return m_end; }
    [[nodiscard]] ClientStage stage() const { return m_stage; }
    [[nodiscard]] bool signedIn() const { return m_stage == ClientStage::filling || m_stage == ClientStage::live; }
    [[nodiscard]] std::uint64_t cursor() const { return m_cursor.seq; }
    [[nodiscard]] double fillProgress() const { return m_progress; }
    /// Commands whose answer we know and have not stored yet. They are durable at the centre: a crash only makes us ask again.
    [[nodiscard]] std::size_t knownAnswers() const { return m_accepted.size(); }

private:
    void send(const pb::Frame& frame);
    void finish(Error why);
    void handle(const pb::Frame& frame);
    void onWelcome(const pb::Welcome& welcome);
    [[nodiscard]] bool startFrom(const pb::Welcome& welcome);
    void onFeed(const pb::Feed& feed);
    void onFillPage(const pb::FillPage& page);
    void onAnswers(const pb::Answers& answers);
    void storeAnswers();
    void onHistory(const pb::History& history);
    void onHeartbeat(const pb::Heartbeat& heartbeat);
    void onBye(const pb::Bye& bye);
    void credit();
    void refetch();

    Ports m_ports;
    Tuning m_tuning;
    ClientStage m_stage = ClientStage::idle;
    std::optional<SessionEnd> m_end;
    FrameWriter m_writer;
    FrameReader m_reader{kCentreLimits};
    Heart m_heart;
    Instant m_began;
    Cursor m_cursor;
    FillState m_fill;
    std::optional<SignIn> m_signIn;
    double m_progress = 1;
    std::uint64_t m_credited = 0;
    std::uint64_t m_asked = 0;
    std::uint64_t m_pushedUpTo = 0;  ///< localSeq
    std::deque<std::vector<CommandId>> m_unanswered;
    std::vector<AnswerIn> m_accepted;    ///< to be stored with the next Feed, which is on its heels
    Instant m_storeBy;                   ///< … or alone by then
    std::vector<std::string> m_history;  ///< so far, of the ticket under way
    std::set<TicketId> m_refetched;
};

}  // namespace zhida::sync
