// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/raw_desk.h"

#include "model/wire/codec.h"

#include <chrono>
#include <stdexcept>

namespace zhida::server {

namespace pb = sync::pb;

class RawDesk::Handler final : public net::ConnectionHandler {
public:
    explicit Handler(RawDesk& desk) : m_desk(desk) {}
    void onOpen(std::shared_ptr<net::Connection> /*connection*/) override {
        const std::lock_guard lock(m_desk.m_mutex);
        m_desk.m_open = true;
        m_desk.m_wake.notify_all();
    }
    void onMessage(std::string message) override {
        const std::lock_guard lock(m_desk.m_mutex);
        auto frame = m_desk.m_reader.take(message);
        if (frame && *frame) {
            m_desk.m_frames.push_back(std::move(**frame));
            m_desk.m_wake.notify_all();
        }
    }
    void onClosed(Error /*why*/) override {
        const std::lock_guard lock(m_desk.m_mutex);
        m_desk.m_closed = true;
        m_desk.m_wake.notify_all();
    }

private:
    RawDesk& m_desk;
};

RawDesk::RawDesk(const std::string& url, const std::string& caFile) {
    auto endpoint = net::parseUrl(url);
    if (!endpoint) {
        throw std::runtime_error("bad address " + url);
    }
    endpoint->caFile = caFile;
    m_io.start();
    m_connection = net::connect(m_io, *endpoint, {}, std::make_unique<Handler>(*this));
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::chrono::seconds(10), [this] { return m_open || m_closed; });
}

RawDesk::~RawDesk() { m_io.stop(); }

void RawDesk::send(const pb::Frame& frame) {
    const auto packed = sync::pack(frame, sync::kDeskLimits);
    if (packed) {
        m_connection->send(m_writer.next(frame.has_hello() ? sync::Packed{false, frame.SerializeAsString()} : *packed));
    }
}

std::optional<pb::Frame> RawDesk::await(const std::function<bool(const pb::Frame&)>& wanted, int milliseconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    std::unique_lock lock(m_mutex);
    while (m_wake.wait_until(lock, end, [this] { return m_closed || !m_frames.empty(); }) && !m_frames.empty()) {
        const pb::Frame frame = std::move(m_frames.front());
        m_frames.pop_front();
        if (frame.has_feed() || frame.has_fill_page()) {
            pb::Frame credit;
            credit.mutable_credit()->set_frames(++m_windowed);
            send(credit);
        }
        if (wanted(frame)) {
            return frame;
        }
    }
    return std::nullopt;
}

std::optional<pb::Welcome> RawDesk::hello(pb::Hello& hello) {
    m_user.value = hello.user();
    hello.set_proto_min(1);
    hello.set_proto_max(1);
    hello.set_schema(domain::kCommandSchema);
    hello.set_device_name("test");
    pb::Frame frame;
    *frame.mutable_hello() = hello;
    send(frame);
    const auto answer = await([](const pb::Frame& f) { return f.has_welcome() || f.has_refuse(); });
    if (!answer || !answer->has_welcome()) {
        m_refusal = answer ? answer->refuse().fault().code() : "no answer";
        return std::nullopt;
    }
    m_station = answer->welcome().station();
    return answer->welcome();
}

std::optional<pb::Welcome> RawDesk::signIn(const std::string& user, const std::string& password) {
    pb::Hello hello;
    hello.set_user(user);
    hello.set_password(password);
    return this->hello(hello);
}

std::optional<pb::Welcome> RawDesk::signInWithToken(const pb::Welcome& earlier, const std::string& user) {
    pb::Hello hello;
    hello.set_user(user);
    hello.set_token(earlier.token());
    hello.set_device_id(earlier.device_id());
    return this->hello(hello);
}

domain::Command RawDesk::command(const TicketId& ticket, std::uint64_t baseRev, domain::TicketCommand body) {
    domain::Command command;
    command.id = CommandId::make(m_clock.now(), m_rng);
    command.ticket = ticket;
    command.user = m_user;
    command.baseRev = baseRev;
    command.occurredAt = m_clock.now();
    command.body = std::move(body);
    return command;
}

domain::Command RawDesk::registration(const std::string& title) {
    domain::RegisterTicket facts;
    facts.title = title;
    facts.content = title + "，请尽快处理";
    facts.number = "370902250101" + m_station + std::to_string(10'000 + ++m_number).substr(1);
    return command(TicketId::make(m_clock.now(), m_rng), 0, facts);
}

std::optional<pb::Answers> RawDesk::push(const std::vector<domain::Command>& commands) {
    pb::Frame frame;
    for (const domain::Command& each : commands) {
        pb::PushedCommand& pushed = *frame.mutable_push()->add_commands();
        pushed.set_id(std::string(each.id.raw()));
        pushed.set_body(wire::encode(each));
    }
    send(frame);
    const auto answer = await([](const pb::Frame& f) { return f.has_answers(); });
    return answer ? std::optional(answer->answers()) : std::nullopt;
}

std::string RawDesk::administer(const std::string& operation, const std::string& json) {
    pb::Frame frame;
    frame.mutable_admin_call()->set_id(++m_call);
    frame.mutable_admin_call()->set_operation(operation);
    frame.mutable_admin_call()->set_json(json);
    send(frame);
    const auto answer =
        await([this](const pb::Frame& f) { return f.has_admin_result() && f.admin_result().id() == m_call; });
    if (!answer) {
        return "no answer";
    }
    return answer->admin_result().has_fault() ? answer->admin_result().fault().code() : answer->admin_result().json();
}

}  // namespace zhida::server
