// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/result.h"
#include "model/base/rng.h"
#include "model/domain/org.h"
#include "sync/server/server_store.h"
#include "sync/session/tuning.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace zhida::sync {

/// Given by the host, never used twice.
using ConnectionId = std::uint64_t;

/// Where the engine's bytes go. Called inside the engine's functions; must not call back into it.
class Outlet {
public:
    virtual ~Outlet() = default;
    virtual void send(ConnectionId connection, std::string message) = 0;
    /// After what has been sent. The host answers with closed() later, or not at all.
    virtual void close(ConnectionId connection, std::string_view reason) = 0;
    /// It has signed in: the transport may take larger messages from it.
    virtual void setTrusted(ConnectionId connection) = 0;
    [[nodiscard]] virtual std::size_t queuedBytes(ConnectionId connection) = 0;
};

/// Argon2 takes long and much memory: the engine asks, the host answers with ServerEngine::passwordChecked.
/// An empty hash belongs to an unknown user: take the same time, answer false.
class PasswordCheck {
public:
    virtual ~PasswordCheck() = default;
    virtual void check(std::uint64_t request, std::string hash, std::string password) = 0;
};

struct AdminRequest {
    std::uint64_t request = 0;
    domain::UserProfile actor;  ///< an administrator, as of now
    std::string operation;      ///< "user.list" …
    std::string arguments;      ///< JSON
};

/// Answers with ServerEngine::adminDone, at once or later, on the engine's thread.
/// It may write to the store by itself between two calls of the engine; what it appends is fanned out with the next process().
class AdminHandler {
public:
    virtual ~AdminHandler() = default;
    virtual void administer(AdminRequest request) = 0;
};

/// Secrets for session tokens. Pure but for `secret`.
class SecretSource {
public:
    virtual ~SecretSource() = default;
    /// 32 bytes from a cryptographic generator, as printable text.
    virtual std::string secret() = 0;
    /// One-way, without salt (the secret has 256 bits), printable.
    virtual std::string digest(std::string_view secret) = 0;
};

struct EnginePorts {
    ServerStore& store;
    const Clock& clock;   ///< wall clock: times of events, ends of tokens
    const Clock& steady;  ///< never goes back: time-outs and delays
    Rng& rng;
    Outlet& outlet;
    PasswordCheck& passwords;
    AdminHandler& admin;
    SecretSource& secrets;
    /// Something that an administrator should know: code and arguments, no personal data. May be empty.
    std::function<void(const Error&)> report;
};

struct EngineStats {
    std::size_t connections = 0;
    std::size_t signedIn = 0;
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0;
    std::uint64_t repeated = 0;  ///< commands that had their answer already
    std::uint64_t commits = 0;
};

/// The centre's side of sync as a state machine: bytes, results and ticks in; bytes and store calls out. No thread, socket,
/// clock or file. One thread; no function is called from inside a port.
///
/// The host calls received() for whatever has come and then process(): everything that waits becomes one transaction of the
/// store, then the answers go out, then what is new to each desk. An idle engine never waits for company.
/// An exception out of the store leaves process() or another function: the transaction has been rolled back, nobody was told
/// anything; the engine must be destroyed and a new one made on the reopened store.
class ServerEngine {
public:
    explicit ServerEngine(EnginePorts ports, Tuning tuning = {});
    ~ServerEngine();
    ServerEngine(const ServerEngine&) = delete;
    ServerEngine& operator=(const ServerEngine&) = delete;

    void opened(ConnectionId connection, std::string peer);
    void received(ConnectionId connection, std::string_view message);
    void closed(ConnectionId connection);
    /// No `right`: the check could not be made; the desk tries again.
    void passwordChecked(std::uint64_t request, std::optional<bool> right);
    void adminDone(std::uint64_t request, const Result<std::string>& outcome);

    /// Commands wait for process().
    [[nodiscard]] bool hasWork() const;
    void process();
    /// Heartbeats, time-outs, timed acts. Returns after how many milliseconds it wants to be called again (it may be earlier).
    /// May leave work for process().
    std::int64_t tick();

    /// After the account or device has been disabled in the store: its sessions end now, what they had queued stays with them.
    void disableUser(const UserCode& user);
    void disableDevice(const DeviceId& device);
    /// After the account's password has been changed and its tokens forgotten in the store: its sessions end and may come back
    /// with the new one. What they had queued is judged.
    void passwordChanged(const UserCode& user);
    /// Says goodbye to everybody: come back within that window. For a clean shutdown.
    void goodbye(std::uint32_t reconnectMinMs, std::uint32_t reconnectMaxMs);

    [[nodiscard]] EngineStats stats() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace zhida::sync
