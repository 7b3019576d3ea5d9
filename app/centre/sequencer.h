// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/admin_wire.h"
#include "app/centre/centre_lock.h"
#include "app/centre/centre_server.h"
#include "app/centre/desk_lines.h"
#include "app/centre/operations.h"
#include "app/centre/task_queue.h"
#include "model/base/clock.h"
#include "model/base/rng.h"
#include "sync/server/auth.h"
#include "sync/server/engine.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace zhida::centre {

/// The one thread of a running server that owns store and engine. What came while it committed becomes the next commit.
/// When the file fails (disk full), every line is cut, nobody having been told anything that is not stored; the store is opened
/// anew every second until it can go on. A damaged file ends it: ServeOptions::onFailure.
class Sequencer final : public sync::AdminHandler {
public:
    Sequencer(const CentrePaths& paths, const ServeOptions& options);
    ~Sequencer() override;
    Sequencer(const Sequencer&) = delete;
    Sequencer& operator=(const Sequencer&) = delete;

    /// Errors: as SqliteServerStore::open.
    Status openStore();
    void start();
    [[nodiscard]] DeskLines& lines() { return m_lines; }

    /// For the admin socket: any thread but the sequencer's; waits for the answer.
    Result<std::string> answer(const AdminAsk& ask);
    /// Says goodbye and waits until the desks have gone, at most so long; then ends the thread. Idempotent.
    void stop(std::chrono::milliseconds patience);

    void administer(sync::AdminRequest request) override;

private:
    class SteadyClock final : public Clock {
    public:
        [[nodiscard]] Instant now() const override;
    };

    void makeEngine();
    void run();
    void turn();
    void tickIfDue();
    void failed(const Error& why);
    bool reopen();
    bool linesAreGone(TaskQueue::Time until);
    void account(std::uint64_t request, const Result<sync::AdminCall>& call);
    Result<std::string> perform(const AdminAsk& ask, const sync::AdminCall& call, sync::AdminEffects& effects);
    Result<std::string> runAccount(const sync::AdminCall& call, sync::AdminEffects& effects);
    /// After the answer, so that it still reaches an administrator whose own session ends.
    void endSessions(const sync::AdminEffects& effects);
    /// Runs `task` on the sequencer's thread, unless the engine that asks for it now has been given up by then: its
    /// connections and requests mean nothing to the next one.
    std::function<void(std::function<void()> task)> forThisEngine();
    std::string status();
    DeskLines::Receiver receiver();
    void log(LogLine::Level level, Error what) const;

    CentrePaths m_paths;
    ServeOptions m_options;
    SystemClock m_clock;
    SteadyClock m_steady;
    SystemRng m_rng;
    sync::SodiumSecrets m_secrets;
    TaskQueue m_tasks;
    DeskLines m_lines;
    std::unique_ptr<ThreadExecutor> m_thinking = std::make_unique<ThreadExecutor>();  ///< Argon2
    StoppableExecutor m_worker;
    // The sequencer's thread.
    std::unique_ptr<sync::SqliteServerStore> m_store;
    std::optional<Operations> m_operations;
    std::optional<sync::PasswordWorker> m_passwords;
    std::unique_ptr<sync::ServerEngine> m_engine;
    std::uint64_t m_engines = 0;  ///< made so far
    TaskQueue::Time m_nextTick;
    TaskQueue::Time m_calmAt;
    bool m_over = false;

    std::atomic<bool> m_stopped{false};
    std::thread m_thread;
};

}  // namespace zhida::centre
