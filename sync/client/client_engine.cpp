// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_engine.h"

#include <algorithm>
#include <charconv>

namespace zhida::sync {
namespace {

constexpr std::int64_t kIdleMs = 60'000;
/// A command whose rest is over while the window is full goes with the next answer; look again then at the latest.
constexpr std::int64_t kWindowFullMs = 1'000;
constexpr std::size_t kMostHistories = 64;

bool wantsPassword(const Error& why) { return why.code == "auth.wrongPassword" || why.code == "auth.tokenExpired"; }

/// Only somebody at the centre, or an upgrade, can change it.
bool needsCentre(const Error& why) {
    return why.code == "auth.disabled" || why.code == "device.disabled" || why.code == "device.noStation" ||
           why.code.starts_with("version.");
}

std::int64_t retryMs(const Error& why) {
    const std::string text = why.arg("retryMs");
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp<std::int64_t>(value, 0, 600'000);
}

}  // namespace

ClientEngine::ClientEngine(ClientEnginePorts ports, Identity identity, Tuning tuning)
    : m_ports(std::move(ports)), m_identity(std::move(identity)), m_tuning(tuning), m_backoff(tuning, m_ports.rng) {
    const Cursor cursor = m_ports.desk.cursor();
    m_status.cursor = cursor.seq;
    m_status.head = cursor.seq;
    m_status.offlineSince = m_ports.clock.now();
    updateStatus();
}

// ---- wishes --------------------------------------------------------------------------------------------------------

void ClientEngine::start() {
    m_started = true;
    connectNow();
    settle();
}

void ClientEngine::signIn(std::string password, std::function<void(Result<SignIn>)> reply) {
    replySignIn(Error("auth.cancelled"));
    m_signInReply = std::move(reply);
    m_identity.password = std::move(password);
    m_started = true;
    m_halted = false;
    dropLine("auth.again");
    endSession();
    if (m_online) {
        connectNow();
    } else {
        replySignIn(Error("net.offline"));
    }
    settle();
}

void ClientEngine::setOnline(bool online) {
    if (m_online == online) {
        return;
    }
    m_online = online;
    if (online) {
        m_backoff.reset();
        connectNow();
    } else {
        dropLine("net.offline");
        endSession();
        m_connectAt.reset();
        m_status.trouble = {};
        replySignIn(Error("net.offline"));
    }
    settle();
}

void ClientEngine::wake() {
    if (m_session) {
        m_session->pump();
    }
    settle();
}

void ClientEngine::fetchHistory(const TicketId& ticket) {
    if (m_session && m_session->signedIn()) {
        m_session->requestHistory(ticket);
    } else if (m_histories.size() < kMostHistories) {
        m_histories.insert(ticket);
    }
    settle();
}

void ClientEngine::whenCaughtUp(std::int64_t milliseconds, std::function<void(Result<service::SyncStatus>)> reply) {
    m_caughtUp.push_back({m_ports.steady.now().plus(milliseconds), 0, 0, false, std::move(reply)});
    m_ports.desk.releaseResting();
    if (m_session) {
        m_session->pump();
    } else {
        connectNow();
    }
    settle();
}

void ClientEngine::administer(const std::string& operation, const std::string& arguments,
                              std::function<void(Result<std::string>)> reply) {
    if (!m_session || !m_session->signedIn()) {
        m_replies.emplace_back([reply = std::move(reply)] { reply(Error("net.offline")); });
    } else {
        m_calls[++m_lastCall] = std::move(reply);
        m_session->call(m_lastCall, operation, arguments);
    }
    settle();
}

// ---- the line ------------------------------------------------------------------------------------------------------

void ClientEngine::connect() {
    m_connectAt.reset();
    m_lineOpen = true;
    m_ports.line.open(++m_line);
}

void ClientEngine::connectAfter(std::int64_t milliseconds) {
    if (m_started && m_online && !m_halted) {
        m_connectAt = m_ports.steady.now().plus(milliseconds);
    }
}

void ClientEngine::connectNow() {
    if (m_started && m_online && !m_halted && !m_lineOpen) {
        connect();
    }
}

void ClientEngine::dropLine(std::string_view reason) {
    if (std::exchange(m_lineOpen, false)) {
        m_ports.line.close(m_line, reason);
    }
}

void ClientEngine::endSession() {
    m_session.reset();
    m_ports.desk.lineIs(false);
    m_justSignedIn.reset();
    if (m_signedInAt) {
        m_backoff.lineHeld(m_ports.steady.now().ms - m_signedInAt->ms);
        m_signedInAt.reset();
        m_status.offlineSince = m_ports.clock.now();
    }
    for (auto& [id, reply] : std::exchange(m_calls, {})) {
        m_replies.emplace_back([reply = std::move(reply)] { reply(Error("net.offline")); });
    }
    for (CaughtUp& each : m_caughtUp) {
        each.ask = 0;
        each.answered = false;
    }
}

void ClientEngine::lineLost(const Error& why) {
    m_lineOpen = false;
    endSession();
    m_status.trouble = why;
    replySignIn(why);
    connectAfter(m_backoff.next());
}

void ClientEngine::opened(std::uint64_t line) {
    if (line != m_line || !m_lineOpen || m_session) {
        return;
    }
    m_session = std::make_unique<ClientSession>(ClientSession::Ports{m_ports.desk, m_ports.steady, m_ports.rng, *this},
                                                m_tuning);
    m_session->begin(m_identity);
    settle();
}

void ClientEngine::received(std::uint64_t line, std::string_view message) {
    if (line == m_line && m_lineOpen && m_session) {
        m_session->receive(message);
        settle();
    }
}

void ClientEngine::closed(std::uint64_t line, const Error& why) {
    if (line == m_line && m_lineOpen) {
        lineLost(why);
        settle();
    }
}

void ClientEngine::diskFailed(const Error& why) {
    dropLine("desk.failed");
    lineLost(why);
    m_status.line = service::SyncStatus::Line::offline;
    runReplies();
}

void ClientEngine::stop() {
    m_started = false;
    m_connectAt.reset();
    dropLine("desk.closing");
    endSession();
    replySignIn(Error("auth.cancelled"));
    for (CaughtUp& each : std::exchange(m_caughtUp, {})) {
        m_replies.emplace_back([reply = std::move(each.reply)] { reply(Error("net.offline")); });
    }
    runReplies();
}

std::int64_t ClientEngine::tick() {
    const Instant now = m_ports.steady.now();
    if (m_connectAt && now >= *m_connectAt) {
        connect();
    }
    Instant next = now.plus(kIdleMs);
    if (m_session) {
        next = std::min(next, m_session->tick());
    }
    if (const auto rest = restOfLine()) {
        next = std::min(next, now.plus(*rest));
    }
    settle();
    if (m_connectAt) {
        next = std::min(next, *m_connectAt);
    }
    for (const CaughtUp& each : m_caughtUp) {
        next = std::min(next, each.deadline);
    }
    return std::max<std::int64_t>(1, next.ms - m_ports.steady.now().ms);
}

/// Pushes what has rested long enough; when the next command will have.
std::optional<std::int64_t> ClientEngine::restOfLine() {
    if (!m_session || !m_session->signedIn()) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> rest = m_ports.desk.restMs();
    if (rest != 0) {
        return rest;
    }
    m_session->pump();
    const std::optional<std::int64_t> next = m_ports.desk.restMs();
    return next == 0 ? std::optional(kWindowFullMs) : next;
}

// ---- what the session says -----------------------------------------------------------------------------------------

void ClientEngine::send(std::string message) { m_ports.line.send(m_line, std::move(message)); }

void ClientEngine::onSignedIn(const SignIn& signIn) {
    m_signedInAt = m_ports.steady.now();
    m_justSignedIn = signIn;
    m_identity.password.clear();
    m_status.trouble = {};
    m_status.offlineSince.reset();
}

void ClientEngine::onHead(std::uint64_t head) {
    m_status.head = head;
    m_headHeard = m_ports.clock.now();
}

void ClientEngine::onHeadAnswer(std::uint64_t ask) {
    for (CaughtUp& each : m_caughtUp) {
        if (each.ask != 0 && each.ask <= ask && !each.answered) {
            each.answered = true;
            each.target = m_status.head;
        }
    }
}

void ClientEngine::onAdminResult(std::uint64_t id, Result<std::string> outcome) {
    const auto it = m_calls.find(id);
    if (it != m_calls.end()) {
        m_replies.emplace_back([reply = std::move(it->second), outcome = std::move(outcome)] { reply(outcome); });
        m_calls.erase(it);
    }
}

// ---- what follows --------------------------------------------------------------------------------------------------

std::int64_t ClientEngine::delayAfter(const SessionEnd& end) {
    const auto within = [this](std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(m_ports.rng.below(static_cast<std::uint64_t>(most - least) + 1));
    };
    if (needsCentre(end.why)) {
        return within(m_tuning.refusedMs, 2 * m_tuning.refusedMs);
    }
    if (end.reconnectMaxMs) {
        return within(*end.reconnectMinMs, *end.reconnectMaxMs);
    }
    return std::max(retryMs(end.why), m_backoff.next());
}

void ClientEngine::replySignIn(const Result<SignIn>& outcome) {
    if (auto reply = std::exchange(m_signInReply, {})) {
        m_replies.emplace_back([reply = std::move(reply), outcome] { reply(outcome); });
    }
}

void ClientEngine::settle() {
    if (m_justSignedIn) {
        replySignIn(*std::exchange(m_justSignedIn, {}));
        for (const TicketId& ticket : std::exchange(m_histories, {})) {
            m_session->requestHistory(ticket);
        }
    }
    if (m_session && m_session->end()) {
        const SessionEnd end = *m_session->end();
        dropLine(end.why.code);
        endSession();
        m_status.trouble = end.why;
        m_halted = end.refused && wantsPassword(end.why);
        if (m_halted) {
            m_identity.password.clear();
        }
        replySignIn(end.why);
        connectAfter(delayAfter(end));
    }
    updateStatus();
    answerCaughtUp();
    runReplies();
}

void ClientEngine::updateStatus() {
    using Line = service::SyncStatus::Line;
    const ClientStage stage = m_session ? m_session->stage() : ClientStage::idle;
    m_status.line = Line::offline;
    if (stage == ClientStage::live || stage == ClientStage::filling) {
        m_status.line = stage == ClientStage::live ? Line::live : Line::filling;
        m_status.cursor = m_session->cursor();
        m_status.fillProgress = m_session->fillProgress();
    } else if (m_lineOpen) {
        m_status.line = Line::connecting;
    }
    m_waitingHere = m_ports.desk.waitingCount();
    const std::size_t known = m_session ? m_session->knownAnswers() : 0;
    m_status.waiting = static_cast<std::int64_t>(m_waitingHere - std::min(known, m_waitingHere));
    m_status.refused = m_ports.refusedCount ? m_ports.refusedCount() : 0;
    if (stage == ClientStage::live && m_status.cursor >= m_status.head) {
        m_status.asOf = m_headHeard;
    }
}

/// First every answer is stored, then the server is asked for its head, then we have reached it.
void ClientEngine::answerCaughtUp() {
    const Instant now = m_ports.steady.now();
    const bool live = m_session && m_session->stage() == ClientStage::live;
    std::erase_if(m_caughtUp, [&](CaughtUp& each) {
        if (!live || m_waitingHere > 0) {
            each.ask = 0;
            each.answered = false;
        } else if (each.ask == 0) {
            each.ask = m_session->askHead();
        }
        const bool there = each.answered && m_status.cursor >= each.target;
        if (!there && !m_halted && now < each.deadline) {
            return false;
        }
        const Error failure = m_halted ? m_status.trouble : Error("timeout");
        m_replies.emplace_back([reply = std::move(each.reply), there, failure, status = m_status] {
            reply(there ? Result<service::SyncStatus>(status) : Result<service::SyncStatus>(failure));
        });
        return true;
    });
}

void ClientEngine::runReplies() {
    for (auto& reply : std::exchange(m_replies, {})) {
        reply();
    }
}

}  // namespace zhida::sync
