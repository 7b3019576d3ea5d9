// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/engine_reference.h"
#include "sync/server/sessions.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace zhida::sync {

/// One password check at a time for each name, and a growing pause after failures. Keeps no more than `kMostNames`.
class LoginGuard {
public:
    /// How long to wait before the next attempt for this name; 0: now.
    [[nodiscard]] std::int64_t pauseMs(const std::string& name, Instant now) const;
    [[nodiscard]] bool busy(const std::string& name) const;
    void begin(const std::string& name, Instant now);
    void succeeded(const std::string& name);
    /// It could not be found out: neither for nor against him.
    void gaveUp(const std::string& name);
    /// Returns the pause that follows.
    std::int64_t failed(const std::string& name, Instant now);

    static constexpr std::size_t kMostNames = 10'000;

private:
    struct Entry {
        int failures = 0;
        bool busy = false;
        Instant until;
    };
    std::map<std::string, Entry> m_entries;
    std::deque<std::string> m_order;
};

/// Sign-in: who is it, on which device, and where does the desk go on.
class EngineLogin {
public:
    EngineLogin(EngineContext& context, EngineReference& reference) : m_context(context), m_reference(reference) {}

    void hello(DeskSession& session, const pb::Hello& hello);
    void passwordChecked(std::uint64_t request, std::optional<bool> right);

private:
    struct Check {
        ConnectionId connection = 0;
        std::string user;
        std::string hash;  ///< that was checked: a password changed meanwhile does not count
    };

    void withToken(DeskSession& session, const std::string& token);
    void withPassword(DeskSession& session, const std::string& password);
    /// With the right password.
    void enter(DeskSession& session, const Account& account);
    /// Device of the session; a new one is entered. Error device.disabled, device.noStation.
    Result<Device> deviceFor(const DeskSession& session, const domain::UserProfile& profile);
    /// `device` as it is stored, with a changed token if `newToken`.
    void admit(DeskSession& session, const Account& account, Device device, bool newToken);
    void endOthers(const DeskSession& session);
    void welcome(DeskSession& session, const Device& device, const std::string& token);
    /// Fills in mode, reason and pinned seq; sets the session's place in the log.
    void place(DeskSession& session, pb::Welcome& welcome);
    std::string whyFill(const DeskSession& session);
    bool goesOn(const DeskSession& session);

    EngineContext& m_context;
    EngineReference& m_reference;
    LoginGuard m_guard;
    std::map<std::uint64_t, Check> m_checks;
    std::uint64_t m_lastRequest = 0;
};

}  // namespace zhida::sync
