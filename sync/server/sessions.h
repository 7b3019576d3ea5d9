// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/org.h"
#include "sync/server/engine.h"
#include "sync/session/server_session.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Internal to the engine: who is connected.
namespace zhida::sync {

/// A first fill under way.
struct FillRun {
    std::uint64_t pinned = 0;
    std::string position;     ///< of the next page (fill.h)
    std::uint64_t total = 0;  ///< tickets, as counted at the start; 0: not known
};

/// What a desk may be sent: who its user is today.
struct Sight {
    domain::UserProfile user;         ///< with the rights that the roster gives him today; disabled: none
    std::vector<std::string> scopes;  ///< in rising order; "nobody" alone when the roster gives him nothing today
    std::string key;                  ///< equal for those who are sent the same

    bool operator==(const Sight&) const = default;
};

struct DeskSession {
    DeskSession(ConnectionId id, std::string peerName, ServerSession::Ports ports, const Tuning& tuning)
        : connection(id), peer(std::move(peerName)), protocol(std::move(ports), tuning) {}

    ConnectionId connection;
    std::string peer;
    ServerSession protocol;
    pb::Hello hello;  ///< without its secret
    DeviceId device;
    domain::UserProfile profile;  ///< as the account has it
    Sight sight;
    std::optional<FillRun> fill;
    std::uint64_t sentUpTo = 0;
    std::optional<Instant> quietSince;  ///< the log has grown by things that are not for this desk

    [[nodiscard]] bool ready() const { return protocol.stage() == ServerStage::ready; }
};

/// What all parts of the engine share.
struct EngineContext {
    EnginePorts ports;
    Tuning tuning;
    std::map<ConnectionId, DeskSession> sessions;
    EngineStats stats;

    [[nodiscard]] DeskSession* find(ConnectionId connection) {
        const auto it = sessions.find(connection);
        return it == sessions.end() ? nullptr : &it->second;
    }
    void report(const Error& what) const {
        if (ports.report) {
            ports.report(what);
        }
    }
    /// Says why and closes. The session stays in the map until the host says closed().
    void bye(DeskSession& session, const Error& why, std::uint32_t minMs, std::uint32_t maxMs);
    /// No Welcome, and why.
    void refuse(DeskSession& session, const Error& why);
};

}  // namespace zhida::sync
