// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine.h"

#include "sync/protocol/convert.h"
#include "sync/server/engine_state.h"
#include "sync/server/mask.h"

#include <algorithm>
#include <utility>

namespace zhida::sync {
namespace {

constexpr std::int64_t kLeastTickMs = 50;

}  // namespace

// ---- what a desk says ----------------------------------------------------------------------------------------------

void ServerEngine::State::handle(DeskSession& session, const pb::Frame& frame) {
    switch (frame.kind_case()) {
        case pb::Frame::kHello:
            return login.hello(session, frame.hello());
        case pb::Frame::kPush:
            if (!queue.push(session, frame.push())) {
                context.bye(session, Error("session.flooded"), kSoonMs, kLaterMs);
            }
            return;
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
    pb::Item item = fanOut.wholeTicket(ticket, session.sight);
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
    std::vector<std::string> events = context.ports.store.history(ticket);
    if (fanOut.hidesCaller(ticket, session.sight)) {
        std::transform(events.begin(), events.end(), events.begin(), maskedEvent);
    }
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
    if (EnginePresence::knows(call.operation())) {
        answerAdmin(session, call.id(), presence.answer(session, call.operation(), call.json()));
        return;
    }
    const std::optional<Account> account = context.ports.store.account(session.profile.user);
    if (!account || account->disabled || account->profile.role != domain::Role::administrator) {
        answerAdmin(session, call.id(),
                    Error("user.mayNot", {{"role", std::string(codeOf(session.profile.role))},
                                          {"command", call.operation()},
                                          {"who", "administrator"}}));
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

// ---- the engine ----------------------------------------------------------------------------------------------------

ServerEngine::ServerEngine(EnginePorts ports, Tuning tuning)
    : m_state(std::make_unique<State>(std::move(ports), tuning)) {}
ServerEngine::~ServerEngine() = default;

// The checker does not see the move into try_emplace.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
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

void ServerEngine::passwordChecked(std::uint64_t request, std::optional<bool> right) {
    m_state->login.passwordChecked(request, right);
    m_state->pumpAll();
    m_state->fanOut.forget();
}

void ServerEngine::adminDone(std::uint64_t request, const Result<std::string>& outcome) {
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
    return !m_state->queue.empty() || m_state->scheduler.hasWork() ||
           m_state->noticed != m_state->context.ports.store.head();
}

void ServerEngine::process() {
    const auto tell = [this] {
        m_state->noticeRecords();
        m_state->pumpAll();
        m_state->fanOut.forget();
    };
    do {
        if (!m_state->queue.empty()) {
            m_state->queue.commit();
        }
        tell();
    } while (!m_state->queue.empty());
    if (m_state->scheduler.hasWork()) {
        m_state->scheduler.act();
        tell();
    }
}

std::int64_t ServerEngine::tick() {
    m_state->noticeDay();
    m_state->scheduler.find();
    m_state->findDueArticles();
    const Instant now = m_state->context.ports.steady.now();
    const bool busy = m_state->scheduler.hasWork() || !m_state->articles.resting();
    Instant next = busy ? now : m_state->scheduler.next();
    for (auto& [connection, session] : m_state->context.sessions) {
        m_state->tickSession(session);
        next = session.protocol.stage() == ServerStage::ended ? next : std::min(next, m_state->wanted(session));
        next = session.ready() ? std::min(next, now.plus(m_state->context.tuning.emptyFeedMs)) : next;
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

void ServerEngine::passwordChanged(const UserCode& user) {
    for (auto& [connection, session] : m_state->context.sessions) {
        if (session.ready() && session.profile.user == user) {
            m_state->context.bye(session, Error("auth.passwordChanged"), 0, kSoonMs);
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
