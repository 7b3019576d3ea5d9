// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/executor.h"
#include "model/base/rng.h"
#include "model/service/desk.h"
#include "sync/net/transport.h"
#include "sync/session/client_session.h"
#include "sync/session/desk_port.h"
#include "sync/session/tuning.h"

#include <functional>
#include <memory>
#include <string>

namespace zhida::sync {

struct SyncClientOptions {
    net::Endpoint endpoint;
    Identity identity;
    Tuning tuning{};
};

struct SyncClientPorts {
    DeskPort& desk;    ///< called on `writer` only
    Executor& writer;  ///< serial; the thread that owns the desk's write connection
    net::IoThread& io;
    const Clock& clock;
    Rng& rng;  ///< used on `writer` only
    /// Refused commands in the tray, for the status; on `writer`. May be empty.
    std::function<std::int64_t()> refusedCount;
    /// Every change of the status, on `writer`. May be empty.
    std::function<void(const service::SyncStatus&)> onStatus;
};

/// The desk's line to the centre: reconnects by itself, pushes what waits, applies what comes. Thread-safe.
/// The engine runs on the writer; bytes come in from the I/O thread. `writer` and `io` must outlive it; the destructor returns
/// when nothing of it runs any more, so it must not run on the writer. Every reply is called once, on the writer, at the
/// latest by the destructor (auth.cancelled, net.offline); a disk that fails is an answer, too (db.full, db.io, …).
class SyncClient final : public service::SyncGateway {
public:
    SyncClient(SyncClientOptions options, SyncClientPorts ports);
    ~SyncClient() override;
    SyncClient(const SyncClient&) = delete;
    SyncClient& operator=(const SyncClient&) = delete;

    /// Begins to connect (unless setOnline(false) came first).
    void start();
    /// Signs in anew with a password, after a refusal or a change. `reply` (on the writer) gets the sign-in, or why there is
    /// none: auth.wrongPassword{retryMs} auth.wait{retryMs} auth.disabled auth.tokenExpired device.disabled version.tooOld
    /// version.tooNew server.busy, or the transport's error after the first attempt.
    void signIn(std::string password, const std::function<void(Result<SignIn>)>& reply);

    void wake() override;
    void push() override;
    void setOnline(bool online) override;
    void fetchHistory(const TicketId& ticket) override;
    void whenCaughtUp(std::int64_t milliseconds, std::function<void(Result<service::SyncStatus>)> reply) override;
    [[nodiscard]] service::SyncStatus status() override;
    void administer(std::string operation, std::string arguments,
                    std::function<void(Result<std::string>)> reply) override;

private:
    class Core;
    std::shared_ptr<Core> m_core;
};

}  // namespace zhida::sync
