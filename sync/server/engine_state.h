// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/engine.h"
#include "sync/server/engine_login.h"
#include "sync/server/engine_presence.h"
#include "sync/server/engine_queue.h"
#include "sync/server/engine_scheduler.h"
#include "sync/server/fan_out.h"

#include <map>
#include <optional>
#include <utility>

/// Internal to the engine: what it consists of. engine.cpp has what desks say, engine_pump.cpp what they are told and when.
namespace zhida::sync {

/// How long a desk stays away after a goodbye that is nobody's fault, at least and at most.
inline constexpr std::uint32_t kSoonMs = 1'000;
inline constexpr std::uint32_t kLaterMs = 30'000;

struct ServerEngine::State {
    State(EnginePorts ports, const Tuning& tuning)
        : context{std::move(ports), tuning, {}, {}},
          reference(context.ports.store, context.ports.report),
          queue(context, reference),
          scheduler(context, reference),
          login(context, reference),
          fanOut(context),
          presence(context),
          noticed(context.ports.store.head()) {}

    void handle(DeskSession& session, const pb::Frame& frame);
    void onHeartbeat(DeskSession& session, const pb::Heartbeat& heartbeat);
    void onHistory(DeskSession& session, const pb::HistoryRequest& request);
    void sendHistory(DeskSession& session, const TicketId& ticket);
    void onAdminCall(DeskSession& session, const pb::AdminCall& call);
    void answerAdmin(DeskSession& session, std::uint64_t id, const Result<std::string>& outcome);

    void noticeRecords();
    void reviewUser(const UserCode& user);
    void reviewEverybody();
    /// A new day begins or ends what the roster gives.
    void noticeDay();
    void pumpAll();
    /// Sends what is new as far as window and queue go. `all`: also that nothing of it is for this desk.
    void pump(DeskSession& session, bool all);
    bool sendFeed(DeskSession& session, bool all);
    void sendFillPage(DeskSession& session);
    void beat(DeskSession& session, std::uint64_t reply);
    void findDueArticles();
    void tickSession(DeskSession& session);
    [[nodiscard]] Instant wanted(const DeskSession& session) const;
    void end(DeskSession& session, const Error& why);

    EngineContext context;
    EngineReference reference;
    EngineQueue queue;
    EngineScheduler scheduler;
    EngineLogin login;
    FanOut fanOut;
    EnginePresence presence;
    std::uint64_t noticed;  ///< seq up to which the log's records have been noticed
    RecordWatch articles{context.ports.store};
    std::optional<Day> today;
    std::map<std::uint64_t, std::pair<ConnectionId, std::uint64_t>> adminCalls;
    std::uint64_t lastAdminCall = 0;
};

}  // namespace zhida::sync
