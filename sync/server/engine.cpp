// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine.h"

#include "sync/protocol/convert.h"
#include "sync/server/engine_fill.h"
#include "sync/server/engine_login.h"
#include "sync/server/engine_queue.h"
#include "sync/server/fan_out.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace zhida::sync {
namespace {

constexpr std::uint32_t kSoonMs = 1'000;
constexpr std::uint32_t kLaterMs = 30'000;
constexpr std::size_t kClaimsAtOnce = 200;
constexpr std::int64_t kLeastTickMs = 50;
constexpr std::int64_t kDrainMs = 200;

}  // namespace

struct ServerEngine::State {
    State(EnginePorts ports, const Tuning& tuning)
        : context{std::move(ports), tuning, {}, {}},
          reference(context.ports.store, context.ports.report),
          queue(context, reference),
          login(context),
          fanOut(context),
          noticed(context.ports.store.head()) {}

    void handle(DeskSession& session, const pb::Frame& frame);
    void onHeartbeat(DeskSession& session, const pb::Heartbeat& heartbeat);
    void onHistory(DeskSession& session, const pb::HistoryRequest& request);
    void sendHistory(DeskSession& session, const TicketId& ticket);
    void onAdminCall(DeskSession& session, const pb::AdminCall& call);
    void answerAdmin(DeskSession& session, std::uint64_t id, const Result<std::string>& outcome);

    void noticeRecords();
    void reviewUser(const UserCode& user);
    void pumpAll();
    /// Sends what is new as far as window and queue go. `all`: also that nothing of it is for this desk.
    void pump(DeskSession& session, bool all);
    bool sendFeed(DeskSession& session, bool all);
    void sendFillPage(DeskSession& session);
    void beat(DeskSession& session, std::uint64_t reply);
    void findClaims();
    void tickSession(DeskSession& session);
    [[nodiscard]] Instant wanted(const DeskSession& session) const;
    void end(DeskSession& session, const Error& why);

    EngineContext context;
    EngineReference reference;
    EngineQueue queue;
    EngineLogin login;
    FanOut fanOut;
    std::uint64_t noticed;  ///< seq up to which the log's records have been noticed
    Instant nextClaims;
    std::map<std::uint64_t, std::pair<ConnectionId, std::uint64_t>> adminCalls;
    std::uint64_t lastAdminCall = 0;
};

// ---- what a desk says ----------------------------------------------------------------------------------------------

void ServerEngine::State::handle(DeskSession& session, const pb::Frame& frame) {
    switch (frame.kind_case()) {
        case pb::Frame::kHello:
            return login.hello(session, frame.hello());
        case pb::Frame::kPush:
            return queue.push(session, frame.push());
        case pb::Frame::kHeartbeat:
            return onHeartbeat(session, frame.heartbeat());
        case pb::Frame::kHistoryRequest:
            return onHistory(session, frame.history_request());
        case pb::Frame::kAdminCall:
            return onAdminCall(session, frame.admin_call());
        case pb::Frame::kCredit:
            if (!session.protocol.credit(frame.credit().frames())) {
                context.bye(session, Error("session.badCredit"), kSoonMs, kLaterMs);
                return;
            }
            return pump(session, false);
        default:
            return;
    }
}

void ServerEngine::State::onHeartbeat(DeskSession& session, const pb::Heartbeat& heartbeat) {
    if (heartbeat.ask() != 0 && session.ready()) {
        pump(session, true);
        beat(session, heartbeat.ask());
    }
}

/// A ticket that the desk may not see is taken from it; one that we do not know is its own affair.
void ServerEngine::State::onHistory(DeskSession& session, const pb::HistoryRequest& request) {
    const auto ticket = idOf<TicketId>(request.ticket());
    if (!context.ports.store.ticket(ticket)) {
        return;
    }
    pb::Item item = fanOut.wholeTicket(ticket, session.scopes);
    if (!request.whole() && item.kind() == pb::Item::TICKET) {
        sendHistory(session, ticket);
        return;
    }
    pb::Frame frame;
    frame.mutable_history()->set_ticket(request.ticket());
    *frame.mutable_history()->mutable_whole() = std::move(item);
    if (!session.protocol.send(frame)) {
        context.report(Error("sync.itemTooLarge", {{"ticket", ticket.text()}}));
    }
}

void ServerEngine::State::sendHistory(DeskSession& session, const TicketId& ticket) {
    const std::vector<std::string> events = context.ports.store.history(ticket);
    std::size_t next = 0;
    do {
        pb::Frame frame;
        pb::History& history = *frame.mutable_history();
        history.set_ticket(rawOf(ticket.uuid));
        for (std::size_t bytes = 0; next < events.size() && bytes < context.tuning.mostHistoryBytes; ++next) {
            bytes += events[next].size();
            history.add_events(events[next]);
        }
        history.set_more(next < events.size());
        if (!session.protocol.send(frame)) {
            context.report(Error("sync.itemTooLarge", {{"ticket", ticket.text()}}));
            return;
        }
    } while (next < events.size());
}

void ServerEngine::State::onAdminCall(DeskSession& session, const pb::AdminCall& call) {
    const std::optional<Account> account = context.ports.store.account(session.profile.user);
    if (!account || account->disabled || account->profile.role != domain::Role::administrator) {
        answerAdmin(session, call.id(), Error("user.mayNot", {{"command", call.operation()}}));
        return;
    }
    adminCalls[++lastAdminCall] = {session.connection, call.id()};
    context.ports.admin.administer({lastAdminCall, account->profile, call.operation(), call.json()});
}

void ServerEngine::State::answerAdmin(DeskSession& session, std::uint64_t id, const Result<std::string>& outcome) {
    pb::Frame frame;
    pb::AdminResult& result = *frame.mutable_admin_result();
    result.set_id(id);
    if (outcome) {
        result.set_json(*outcome);
    } else {
        toPb(outcome.error(), *result.mutable_fault());
    }
    if (const Status sent = session.protocol.send(frame); !sent) {
        result.clear_json();
        toPb(sent.error(), *result.mutable_fault());
        (void)session.protocol.send(frame);
    }
}

// ---- what is new ---------------------------------------------------------------------------------------------------

/// Reference data that decisions rest on is read anew; a user whose rights have changed signs in anew.
void ServerEngine::State::noticeRecords() {
    while (noticed < context.ports.store.head()) {
        const std::vector<LogEntry>& entries = fanOut.entriesAfter(noticed);
        if (entries.empty()) {
            return;
        }
        std::vector<UserCode> users;
        for (const LogEntry& entry : entries) {
            noticed = entry.seq;
            if (entry.isRecord) {
                reference.changed(entry.kind);
                if (entry.kind == "user") {
                    users.push_back(UserCode{entry.key});
                }
            }
        }
        for (const UserCode& user : users) {
            reviewUser(user);
        }
    }
}

void ServerEngine::State::reviewUser(const UserCode& user) {
    const std::optional<Account> account = context.ports.store.account(user);
    const bool gone = !account || account->disabled || account->profile.disabled;
    for (auto& [connection, session] : context.sessions) {
        if (!session.ready() || session.profile.user != user) {
            continue;
        }
        if (gone) {
            end(session, Error("auth.disabled"));
        } else if (account->profile != session.profile) {
            context.bye(session, Error("profile.changed"), 0, kSoonMs);
        }
    }
}

void ServerEngine::State::end(DeskSession& session, const Error& why) {
    queue.drop(session.connection);
    context.bye(session, why, kSoonMs, kLaterMs);
}

void ServerEngine::State::pumpAll() {
    for (auto& [connection, session] : context.sessions) {
        pump(session, false);
    }
}

void ServerEngine::State::pump(DeskSession& session, bool all) {
    while (session.ready() && session.protocol.windowOpen() &&
           context.ports.outlet.queuedBytes(session.connection) < context.tuning.mostQueued) {
        if (session.fill) {
            sendFillPage(session);
        } else if (!sendFeed(session, all)) {
            return;
        }
    }
}

bool ServerEngine::State::sendFeed(DeskSession& session, bool all) {
    const std::uint64_t head = context.ports.store.head();
    if (session.sentUpTo >= head) {
        return false;
    }
    const FanOut::Batch& batch = fanOut.after(session.sentUpTo, session.scopes, session.scopeKey);
    if (batch.upto == session.sentUpTo) {
        return false;
    }
    if (batch.empty && batch.upto == head && !all) {
        const Instant now = context.ports.steady.now();
        session.quietSince = session.quietSince.value_or(now);
        if (now < session.quietSince->plus(context.tuning.emptyFeedMs)) {
            return false;
        }
    }
    session.quietSince.reset();
    session.sentUpTo = batch.upto;
    session.protocol.sendWindowed(batch.packed);
    return true;
}

void ServerEngine::State::sendFillPage(DeskSession& session) {
    pb::Frame frame;
    *frame.mutable_fill_page() = nextFillPage(context, session);
    const bool over = frame.fill_page().done();
    const Result<Packed> packed = pack(frame);
    if (!packed) {
        end(session, packed.error());
        return;
    }
    session.protocol.sendWindowed(*packed);
    if (over) {
        session.fill.reset();
    }
}

void ServerEngine::State::beat(DeskSession& session, std::uint64_t reply) {
    pb::Frame frame;
    frame.mutable_heartbeat()->set_head(context.ports.store.head());
    frame.mutable_heartbeat()->set_server_time(context.ports.clock.now().ms);
    frame.mutable_heartbeat()->set_reply(reply);
    (void)session.protocol.send(frame);
}

// ---- time ----------------------------------------------------------------------------------------------------------

void ServerEngine::State::findClaims() {
    const Instant now = context.ports.steady.now();
    if (now < nextClaims) {
        return;
    }
    nextClaims = now.plus(context.tuning.claimsMs);
    for (const TicketId& ticket : context.ports.store.expiredClaims(context.ports.clock.now(), kClaimsAtOnce)) {
        queue.release(ticket);
    }
}

void ServerEngine::State::tickSession(DeskSession& session) {
    switch (session.protocol.tick()) {
        case ServerSession::Due::nothing:
            break;
        case ServerSession::Due::beat:
            pump(session, true);
            beat(session, 0);
            break;
        case ServerSession::Due::dead:
            context.bye(session, Error("net.silent"), 0, kSoonMs);
            break;
        case ServerSession::Due::helloLate:
            context.bye(session, Error("net.timeout"), kSoonMs, kLaterMs);
            break;
        case ServerSession::Due::creditLate:
            context.bye(session, Error("session.stalled"), kSoonMs, kLaterMs);
            break;
    }
    pump(session, false);
}

Instant ServerEngine::State::wanted(const DeskSession& session) const {
    Instant at = session.protocol.nextTick();
    if (session.quietSince) {
        at = std::min(at, session.quietSince->plus(context.tuning.emptyFeedMs));
    }
    const bool held = session.ready() && session.protocol.windowOpen() && !session.quietSince &&
                      (session.fill || session.sentUpTo < context.ports.store.head());
    return held ? std::min(at, context.ports.steady.now().plus(kDrainMs)) : at;
}

// ---- the engine ----------------------------------------------------------------------------------------------------

ServerEngine::ServerEngine(EnginePorts ports, Tuning tuning)
    : m_state(std::make_unique<State>(std::move(ports), tuning)) {}
ServerEngine::~ServerEngine() = default;

void ServerEngine::opened(ConnectionId connection, std::string peer) {
    EngineContext& context = m_state->context;
    Outlet& outlet = context.ports.outlet;
    context.sessions.try_emplace(connection, connection, std::move(peer),
                                 ServerSession::Ports{context.ports.steady, context.ports.rng,
                                                      [&outlet, connection](std::string message) {
                                                          outlet.send(connection, std::move(message));
                                                      }},
                                 context.tuning);
}

void ServerEngine::received(ConnectionId connection, std::string_view message) {
    DeskSession* session = m_state->context.find(connection);
    if (session == nullptr) {
        return;
    }
    const bool wasOpen = session->protocol.stage() != ServerStage::ended;
    const Result<std::optional<pb::Frame>> frame = session->protocol.receive(message);
    if (!frame && wasOpen) {
        m_state->context.report(frame.error());
        m_state->context.ports.outlet.close(connection, frame.error().code);
    } else if (frame && *frame) {
        m_state->handle(*session, **frame);
        m_state->pump(*session, false);
    }
    m_state->fanOut.forget();
}

void ServerEngine::closed(ConnectionId connection) { m_state->context.sessions.erase(connection); }

void ServerEngine::passwordChecked(std::uint64_t request, bool right) {
    m_state->login.passwordChecked(request, right);
    m_state->pumpAll();
    m_state->fanOut.forget();
}

void ServerEngine::adminDone(std::uint64_t request, Result<std::string> outcome) {
    const auto it = m_state->adminCalls.find(request);
    if (it == m_state->adminCalls.end()) {
        return;
    }
    const auto [connection, id] = it->second;
    m_state->adminCalls.erase(it);
    if (DeskSession* session = m_state->context.find(connection)) {
        m_state->answerAdmin(*session, id, outcome);
    }
}

bool ServerEngine::hasWork() const {
    return !m_state->queue.empty() || m_state->noticed != m_state->context.ports.store.head();
}

void ServerEngine::process() {
    do {
        if (!m_state->queue.empty()) {
            m_state->queue.commit();
        }
        m_state->noticeRecords();
        m_state->pumpAll();
        m_state->fanOut.forget();
    } while (!m_state->queue.empty());
}

std::int64_t ServerEngine::tick() {
    m_state->findClaims();
    const Instant now = m_state->context.ports.steady.now();
    Instant next = m_state->nextClaims;
    for (auto& [connection, session] : m_state->context.sessions) {
        m_state->tickSession(session);
        next = session.protocol.stage() == ServerStage::ended ? next : std::min(next, m_state->wanted(session));
    }
    m_state->fanOut.forget();
    return std::max(kLeastTickMs, next.ms - now.ms);
}

void ServerEngine::disableUser(const UserCode& user) {
    for (auto& [connection, session] : m_state->context.sessions) {
        if (session.ready() && session.profile.user == user) {
            m_state->end(session, Error("auth.disabled"));
        }
    }
}

void ServerEngine::disableDevice(const DeviceId& device) {
    for (auto& [connection, session] : m_state->context.sessions) {
        if (session.ready() && session.device == device) {
            m_state->end(session, Error("device.disabled"));
        }
    }
}

void ServerEngine::goodbye(std::uint32_t reconnectMinMs, std::uint32_t reconnectMaxMs) {
    for (auto& [connection, session] : m_state->context.sessions) {
        m_state->context.bye(session, Error("server.stopping"), reconnectMinMs, reconnectMaxMs);
    }
}

EngineStats ServerEngine::stats() const {
    EngineStats stats = m_state->context.stats;
    stats.connections = m_state->context.sessions.size();
    stats.signedIn =
        static_cast<std::size_t>(std::count_if(m_state->context.sessions.begin(), m_state->context.sessions.end(),
                                               [](const auto& each) { return each.second.ready(); }));
    return stats;
}

}  // namespace zhida::sync
