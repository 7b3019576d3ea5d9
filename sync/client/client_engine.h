// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/result.h"
#include "model/base/rng.h"
#include "model/service/views.h"
#include "sync/session/backoff.h"
#include "sync/session/client_session.h"
#include "sync/session/desk_port.h"
#include "sync/session/tuning.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::sync {

/// The way out of a client engine: one attempt or connection at a time, numbered. Called inside the engine's functions; must
/// not call back into it.
class ClientLine {
public:
    virtual ~ClientLine() = default;
    /// Answers with ClientEngine::opened or closed later.
    virtual void open(std::uint64_t line) = 0;
    virtual void send(std::uint64_t line, std::string message) = 0;
    /// Gives the attempt or connection up; what is said of it later is ignored.
    virtual void close(std::uint64_t line, std::string_view reason) = 0;
};

struct ClientEnginePorts {
    DeskPort& desk;
    const Clock& clock;   ///< wall clock, for what people read
    const Clock& steady;  ///< never goes back, for delays
    Rng& rng;
    ClientLine& line;
    std::function<std::int64_t()> refusedCount;  ///< may be empty
};

/// The desk's side of sync as a state machine: connects, reconnects, knows how fresh the desk is. Bytes, ticks and wishes in;
/// bytes and port calls out. One thread. Replies are called at the end of a function of it.
/// An exception out of the desk port leaves the function; tell it diskFailed() then and go on.
class ClientEngine final : private ClientSessionUser {
public:
    ClientEngine(ClientEnginePorts ports, Identity identity, Tuning tuning = {});
    ~ClientEngine() override = default;

    void start();
    void signIn(std::string password, std::function<void(Result<SignIn>)> reply);
    void setOnline(bool online);
    void wake();
    void fetchHistory(const TicketId& ticket);
    void whenCaughtUp(std::int64_t milliseconds, std::function<void(Result<service::SyncStatus>)> reply);
    void administer(const std::string& operation, const std::string& arguments,
                    std::function<void(Result<std::string>)> reply);

    void opened(std::uint64_t line);
    void received(std::uint64_t line, std::string_view message);
    void closed(std::uint64_t line, const Error& why);
    void diskFailed(const Error& why);
    /// The end: drops the line and answers everybody who still waits, with auth.cancelled or net.offline.
    void stop();
    /// Returns after how many milliseconds it wants to be called again.
    std::int64_t tick();

    [[nodiscard]] const service::SyncStatus& status() const { return m_status; }

private:
    struct CaughtUp {
        Instant deadline;
        std::uint64_t ask = 0;     ///< number of the question in this session
        std::uint64_t target = 0;  ///< the server's head in the answer
        bool answered = false;
        std::function<void(Result<service::SyncStatus>)> reply;
    };

    void send(std::string message) override;
    void onSignedIn(const SignIn& signIn) override;
    void onHead(std::uint64_t head) override;
    void onHeadAnswer(std::uint64_t ask) override;
    void onAdminResult(std::uint64_t id, Result<std::string> outcome) override;

    void connect();
    void connectAfter(std::int64_t milliseconds);
    void connectNow();
    void dropLine(std::string_view reason);
    void endSession();
    void lineLost(const Error& why);
    [[nodiscard]] std::int64_t delayAfter(const SessionEnd& end);
    [[nodiscard]] std::optional<std::int64_t> restOfLine();
    void replySignIn(const Result<SignIn>& outcome);
    /// After every input: what has come of it?
    void settle();
    void updateStatus();
    void answerCaughtUp();
    void runReplies();

    ClientEnginePorts m_ports;
    Identity m_identity;
    Tuning m_tuning;
    Backoff m_backoff;
    bool m_started = false;
    bool m_online = true;
    bool m_halted = false;  ///< the centre wants a password
    std::uint64_t m_line = 0;
    bool m_lineOpen = false;  ///< an attempt or connection is under way
    std::optional<Instant> m_connectAt;
    std::optional<Instant> m_signedInAt;
    std::unique_ptr<ClientSession> m_session;
    std::optional<SignIn> m_justSignedIn;
    std::function<void(Result<SignIn>)> m_signInReply;
    std::set<TicketId> m_histories;
    std::uint64_t m_lastCall = 0;
    std::map<std::uint64_t, std::function<void(Result<std::string>)>> m_calls;
    std::vector<CaughtUp> m_caughtUp;
    std::optional<Instant> m_headHeard;
    service::SyncStatus m_status;
    std::size_t m_waitingHere = 0;  ///< without a stored answer
    std::vector<std::function<void()>> m_replies;
};

}  // namespace zhida::sync
