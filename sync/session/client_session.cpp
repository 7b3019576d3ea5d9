// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session/client_session.h"

#include "model/domain/command.h"
#include "model/wire/codec.h"
#include "sync/protocol/convert.h"
#include "sync/protocol/version.h"
#include "sync/session/items.h"

#include <algorithm>
#include <utility>

namespace zhida::sync {
namespace {

constexpr std::size_t kRefetchAtOnce = 16;

void putHello(pb::Hello& hello, const Identity& identity, const std::optional<SignIn>& signIn) {
    hello.set_proto_min(kProto.min);
    hello.set_proto_max(kProto.max);
    hello.set_schema(domain::kCommandSchema);
    hello.set_app_version(identity.appVersion);
    hello.set_user(identity.user.value);
    hello.set_device_name(identity.deviceName);
    hello.set_device_id(rawOf((signIn ? signIn->device : identity.proposedDevice).uuid));
    if (!identity.password.empty() || !signIn) {
        hello.set_password(identity.password);
    } else {
        hello.set_token(signIn->token);
    }
    if (signIn) {
        hello.set_station(signIn->station);
        hello.mutable_scopes()->Add(signIn->scopes.begin(), signIn->scopes.end());
    }
}

}  // namespace

ClientSession::ClientSession(Ports ports, const Tuning& tuning)
    : m_ports(ports), m_tuning(tuning), m_heart(tuning, ports.rng, ports.steady.now()), m_began(ports.steady.now()) {}

void ClientSession::begin(const Identity& identity) {
    m_stage = ClientStage::greeting;
    m_signIn = m_ports.desk.signIn();
    m_cursor = m_ports.desk.cursor();
    m_fill = m_ports.desk.fill();
    pb::Frame frame;
    pb::Hello& hello = *frame.mutable_hello();
    putHello(hello, identity, m_signIn);
    if (m_fill.running) {
        hello.mutable_fill()->set_epoch(rawOf(m_fill.epoch));
        hello.mutable_fill()->set_pinned_seq(m_fill.pinnedSeq);
        hello.mutable_fill()->set_position(m_fill.position);
    } else if (!m_cursor.chain.empty()) {
        hello.mutable_cursor()->set_epoch(rawOf(m_cursor.epoch));
        hello.mutable_cursor()->set_seq(m_cursor.seq);
        hello.mutable_cursor()->set_chain(m_cursor.chain);
    }
    send(frame);
}

void ClientSession::send(const pb::Frame& frame) {
    FrameLimits limits = kDeskLimits;
    limits.compressed = m_stage != ClientStage::greeting;
    const Result<Packed> packed = pack(frame, limits);
    if (!packed) {
        finish(packed.error());
        return;
    }
    m_ports.user.send(m_writer.next(*packed));
}

void ClientSession::finish(Error why) {
    if (!m_end) {
        m_end = SessionEnd{std::move(why), false, {}, {}};
        m_stage = ClientStage::ended;
    }
}

void ClientSession::receive(std::string_view message) {
    if (m_end) {
        return;
    }
    Result<std::optional<pb::Frame>> taken = m_reader.take(message);
    if (!taken) {
        finish(taken.error());
        return;
    }
    m_heart.heard(m_ports.steady.now());
    if (!*taken) {
        return;
    }
    const pb::Frame& frame = **taken;
    if (!mayReceive(m_stage, frame.kind_case())) {
        finish(Error("session.unexpected", {{"frame", nameOf(frame.kind_case())}, {"stage", nameOf(m_stage)}}));
        return;
    }
    handle(frame);
}

void ClientSession::handle(const pb::Frame& frame) {
    switch (frame.kind_case()) {
        case pb::Frame::kWelcome:
            return onWelcome(frame.welcome());
        case pb::Frame::kFeed:
            return onFeed(frame.feed());
        case pb::Frame::kFillPage:
            return onFillPage(frame.fill_page());
        case pb::Frame::kAnswers:
            return onAnswers(frame.answers());
        case pb::Frame::kHistory:
            return onHistory(frame.history());
        case pb::Frame::kHeartbeat:
            return onHeartbeat(frame.heartbeat());
        case pb::Frame::kBye:
            return onBye(frame.bye());
        case pb::Frame::kRefuse:
            finish(fromPb(frame.refuse().fault()));
            m_end->refused = true;
            return;
        case pb::Frame::kAdminResult: {
            const pb::AdminResult& result = frame.admin_result();
            const bool failed = !result.fault().code().empty();
            m_ports.user.onAdminResult(
                result.id(), failed ? Result<std::string>(fromPb(result.fault())) : Result<std::string>(result.json()));
            return;
        }
        default:
            return;
    }
}

/// A fill is begun before the new scopes are kept: a crash in between makes another fill, never a gap.
bool ClientSession::startFrom(const pb::Welcome& welcome) {
    const Uuid epoch = uuidOf(welcome.epoch());
    switch (welcome.mode()) {
        case pb::Welcome::RESUME:
            m_stage = ClientStage::live;
            return !m_fill.running && m_cursor.epoch == epoch && !m_cursor.chain.empty();
        case pb::Welcome::FILL_ON:
            m_stage = ClientStage::filling;
            return m_fill.running && m_fill.epoch == epoch && m_fill.pinnedSeq == welcome.pinned_seq();
        default:
            m_stage = ClientStage::filling;
            m_fill = {true, epoch, welcome.pinned_seq(), {}};
            m_progress = 0;
            m_ports.desk.beginFill(m_fill, welcome.reason() == kScopesChanged);
            return true;
    }
}

void ClientSession::onWelcome(const pb::Welcome& welcome) {
    const auto profile = wire::decode<domain::UserProfile>(welcome.profile());
    m_ports.desk.askAgain();
    if (!profile || !startFrom(welcome)) {
        finish(Error("session.unexpected", {{"frame", "welcome"}, {"stage", "greeting"}}));
        return;
    }
    SignIn signIn;
    signIn.device = idOf<DeviceId>(welcome.device_id());
    signIn.station = welcome.station();
    signIn.token = welcome.token().empty() && m_signIn ? m_signIn->token : welcome.token();
    signIn.tokenUntil = Instant{welcome.token_until()};
    signIn.profile = *profile;
    signIn.scopes.assign(welcome.scopes().begin(), welcome.scopes().end());
    if (m_signIn != signIn) {
        m_ports.desk.saveSignIn(signIn);
    }
    m_signIn = std::move(signIn);
    m_ports.desk.lineIs(true);
    m_ports.user.onHead(welcome.head());
    m_ports.user.onSignedIn(*m_signIn);
    pump();
    refetch();
}

void ClientSession::onFeed(const pb::Feed& feed) {
    if (feed.from() != m_cursor.seq) {
        finish(Error("feed.gap", {{"cursor", std::to_string(m_cursor.seq)}, {"from", std::to_string(feed.from())}}));
        return;
    }
    Cursor next = m_cursor;
    next.seq = feed.upto();
    next.chain = feed.chain();
    m_ports.desk.applyFeed(itemsFrom(feed.items()), next, std::exchange(m_accepted, {}));
    m_cursor = std::move(next);
    m_ports.user.onHead(feed.head());
    credit();
    if (feed.items_size() > 0) {
        refetch();
    }
}

void ClientSession::onFillPage(const pb::FillPage& page) {
    if (page.pinned_seq() != m_fill.pinnedSeq) {
        finish(Error("session.unexpected", {{"frame", "fill_page"}, {"stage", "filling"}}));
        return;
    }
    m_fill.position = page.position();
    m_ports.desk.applyFillPage(itemsFrom(page.items()), m_fill);
    m_progress = page.progress();
    if (page.done()) {
        m_cursor = {m_fill.epoch, m_fill.pinnedSeq, page.chain()};
        m_ports.desk.finishFill(m_cursor);
        m_fill = {};
        m_progress = 1;
        m_stage = ClientStage::live;
        pump();
    }
    credit();
}

void ClientSession::onAnswers(const pb::Answers& answers) {
    const auto fits = [](const pb::Answer& answer, const CommandId& id) { return answer.command() == id.raw(); };
    if (m_unanswered.empty() || !std::equal(answers.answers().begin(), answers.answers().end(),
                                            m_unanswered.front().begin(), m_unanswered.front().end(), fits)) {
        finish(Error("session.unexpected", {{"frame", "answers"}, {"stage", nameOf(m_stage)}}));
        return;
    }
    const bool patient = m_stage == ClientStage::live;
    bool refused = false;
    m_storeBy = m_accepted.empty() ? m_ports.steady.now().plus(m_tuning.answerMs) : m_storeBy;
    for (const pb::Answer& each : answers.answers()) {
        if (!each.later()) {
            m_accepted.push_back({idOf<CommandId>(each.command()), each.seq(), fromPb(each.refusal())});
            refused = refused || each.seq() == 0;
        }
    }
    if (!patient || refused) {
        storeAnswers();
    }
    m_unanswered.pop_front();
    pump();
}

void ClientSession::storeAnswers() {
    if (!m_accepted.empty()) {
        m_ports.desk.applyAnswers(std::exchange(m_accepted, {}));
    }
}

void ClientSession::onHistory(const pb::History& history) {
    const auto ticket = idOf<TicketId>(history.ticket());
    if (history.has_whole()) {
        m_ports.desk.applyFeed({itemFrom(history.whole())}, m_cursor, std::exchange(m_accepted, {}));
        return;
    }
    m_history.insert(m_history.end(), history.events().begin(), history.events().end());
    if (!history.more()) {
        m_ports.desk.saveHistory(ticket, std::exchange(m_history, {}));
    }
}

void ClientSession::onHeartbeat(const pb::Heartbeat& heartbeat) {
    m_ports.user.onHead(heartbeat.head());
    if (heartbeat.reply() != 0) {
        m_ports.user.onHeadAnswer(heartbeat.reply());
    }
}

void ClientSession::onBye(const pb::Bye& bye) {
    finish(fromPb(bye.reason()));
    m_end->reconnectMinMs = bye.reconnect_min_ms();
    m_end->reconnectMaxMs = bye.reconnect_max_ms();
}

void ClientSession::credit() {
    pb::Frame frame;
    frame.mutable_credit()->set_frames(++m_credited);
    frame.mutable_credit()->set_cursor(m_cursor.seq);
    send(frame);
}

/// Each ticket once in a connection: one that cannot be repaired must not keep the line busy.
void ClientSession::refetch() {
    if (m_stage != ClientStage::live) {
        return;
    }
    for (const TicketId& ticket : m_ports.desk.refetchList(kRefetchAtOnce)) {
        if (m_refetched.insert(ticket).second) {
            pb::Frame frame;
            frame.mutable_history_request()->set_ticket(rawOf(ticket.uuid));
            frame.mutable_history_request()->set_whole(true);
            send(frame);
        }
    }
}

void ClientSession::pump() {
    while (signedIn() && m_unanswered.size() < m_tuning.pushWindow) {
        const std::vector<WaitingCommand> waiting = m_ports.desk.waiting(m_pushedUpTo, m_tuning.pushCommands);
        if (waiting.empty()) {
            return;
        }
        pb::Frame frame;
        std::vector<CommandId> ids;
        std::size_t bytes = 0;
        for (const WaitingCommand& each : waiting) {
            bytes += each.bytes.size();
            if (!ids.empty() && bytes > m_tuning.pushBytes) {
                break;
            }
            pb::PushedCommand& command = *frame.mutable_push()->add_commands();
            command.set_id(rawOf(each.id.uuid));
            command.set_body(each.bytes);
            ids.push_back(each.id);
            m_pushedUpTo = each.localSeq;
        }
        m_unanswered.push_back(std::move(ids));
        send(frame);
    }
}

std::uint64_t ClientSession::askHead() {
    if (!signedIn()) {
        return 0;
    }
    pb::Frame frame;
    frame.mutable_heartbeat()->set_ask(++m_asked);
    send(frame);
    return m_asked;
}

void ClientSession::requestHistory(const TicketId& ticket) {
    if (signedIn()) {
        pb::Frame frame;
        frame.mutable_history_request()->set_ticket(rawOf(ticket.uuid));
        send(frame);
    }
}

void ClientSession::call(std::uint64_t id, const std::string& operation, const std::string& json) {
    pb::Frame frame;
    frame.mutable_admin_call()->set_id(id);
    frame.mutable_admin_call()->set_operation(operation);
    frame.mutable_admin_call()->set_json(json);
    send(frame);
}

Instant ClientSession::tick() {
    const Instant now = m_ports.steady.now();
    if (m_end) {
        return now.plus(m_tuning.heartbeatMs);
    }
    if (m_stage == ClientStage::greeting) {
        if (now >= m_began.plus(m_tuning.helloMs)) {
            finish(Error("net.timeout"));
        }
        return m_began.plus(m_tuning.helloMs);
    }
    if (m_heart.dead(now)) {
        finish(Error("net.silent"));
        return now;
    }
    if (now >= m_storeBy) {
        storeAnswers();
    }
    if (m_heart.beatDue(now)) {
        pb::Frame frame;
        frame.mutable_heartbeat();
        send(frame);
        refetch();
    }
    return m_accepted.empty() ? m_heart.next() : std::min(m_heart.next(), m_storeBy);
}

}  // namespace zhida::sync
