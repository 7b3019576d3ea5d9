// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/lock_record.h"
#include "model/base/clock.h"
#include "model/base/executor.h"
#include "model/base/result.h"
#include "model/base/rng.h"
#include "model/service/local_desk.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

/// Joins the desk's file, the line to the centre and the password into one desk, for the window and the headless desk alike.
namespace zhida::desk {

struct DeskOptions {
    std::filesystem::path file;
    std::string url;     ///< "wss://host:port"; empty: what the file remembers
    std::string caFile;  ///< PEM of the centre's authority; empty: what the file remembers
    std::string user;    ///< empty: what the file remembers
    bool offline = false;
    std::string deviceName;  ///< for the administrator's list; empty: the host's name
    UtcOffset offset{};
    Executor* replies = nullptr;   ///< outlives the runtime; unlock's reply and everything of the desk arrive there
    const Clock* clock = nullptr;  ///< outlives the runtime
    Rng* rng = nullptr;            ///< outlives the runtime
    std::int64_t leaseMs = 72 * kHourMs;
};

struct Unlocked {
    bool byCentre = false;      ///< the centre confirmed it just now
    bool leaseExpired = false;  ///< it has not known this desk for longer than the lease: nothing stops, but say so
    std::optional<Instant> confirmedAt;  ///< when it last did
};

/// Thread-safe; destroy it on no thread of its own.
class DeskRuntime {
public:
    /// Opens or makes the file; nothing goes over the line yet. Errors: desk.inUse{path}, db.*, desk.otherUser{user,file} when
    /// the file is another's, desk.noUser, net.badAddress{url}.
    static Result<std::unique_ptr<DeskRuntime>> open(const DeskOptions& options);
    ~DeskRuntime();
    DeskRuntime(const DeskRuntime&) = delete;
    DeskRuntime& operator=(const DeskRuntime&) = delete;

    /// True: the password can be checked without a line.
    [[nodiscard]] bool knowsUser() const;
    [[nodiscard]] std::string user() const;
    [[nodiscard]] std::string url() const;

    /// The first time asks the centre and enrols the device; later checks against the file and lets the line follow by token.
    /// A password that does not fit the file is still tried at the centre, where it may have been changed. Once unlocked,
    /// stays so. Errors: auth.wrongPassword{retryMs} auth.wait{retryMs} auth.* device.* desk.needsServer{} net.* tls.* version.*
    void unlock(std::string password, std::function<void(Result<Unlocked>)> reply);
    [[nodiscard]] bool unlocked() const;

    /// Usable once unlocked.
    [[nodiscard]] service::Desk& desk();
    [[nodiscard]] const Clock& clock() const;

private:
    class Impl;
    explicit DeskRuntime(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace zhida::desk
