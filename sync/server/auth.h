// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/executor.h"
#include "model/base/result.h"
#include "sync/server/engine.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// Passwords and tokens, by libsodium. Everything here throws std::runtime_error when libsodium or memory fails.
namespace zhida::sync {

inline constexpr std::size_t kShortestPassword = 8;
inline constexpr std::size_t kLongestPassword = 512;  ///< bytes; more is only work for the server

/// Argon2id at libsodium's INTERACTIVE limits (64 MiB, some 0.1 s), as self-describing text. Any thread.
std::string hashPassword(std::string_view password);
/// Takes as long for an empty or broken hash, and is false then. Any thread.
bool passwordFits(const std::string& hash, std::string_view password);
/// Twelve characters without look-alikes in three groups (59 bits): "k7mf-2wqx-h4tn".
std::string newPassword();
/// Errors: password.tooShort{least} password.tooLong{most}
Status checkNewPassword(std::string_view password);

/// The engine's password port: computes on `worker`, then calls `done` there; it may be gone by then. No `right`: the check
/// itself failed, which says nothing of the password.
class PasswordWorker final : public PasswordCheck {
public:
    using Done = std::function<void(std::uint64_t request, std::optional<bool> right)>;
    using Fits = std::function<bool(const std::string& hash, std::string_view password)>;
    PasswordWorker(Executor& worker, Done done, Fits fits = passwordFits)
        : m_worker(worker), m_done(std::move(done)), m_fits(std::move(fits)) {}
    void check(std::uint64_t request, std::string hash, std::string password) override;

private:
    Executor& m_worker;
    Done m_done;
    Fits m_fits;
};

/// The engine's source of session tokens.
class SodiumSecrets final : public SecretSource {
public:
    std::string secret() override;
    std::string digest(std::string_view secret) override;
};

}  // namespace zhida::sync
