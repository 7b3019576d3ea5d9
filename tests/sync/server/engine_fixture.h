// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/record_command.h"
#include "model/wire/codec.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/convert.h"
#include "sync/server/engine.h"
#include "sync/session/frame_stream.h"
#include "tests/support/sync/memory_store.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {

/// An engine over a store in memory; desks are scripts. Passwords are checked when the test says so.
class EngineFixture : public ::testing::Test, Outlet, PasswordCheck, AdminHandler, SecretSource {
protected:
    struct Desk {
        FrameWriter writer;
        std::vector<pb::Frame> heard;
        std::string closedWith;
    };

    EngineFixture() {
        addUser("taker", domain::Role::callTaker, "centre");
        addUser("dispatcher", domain::Role::dispatcher, "centre");
        addUser("handler", domain::Role::unitHandler, "unit-a");
        addUser("specialist", domain::Role::specialist, "unit-b");
        addUser("admin", domain::Role::administrator, "centre");
        store.begin();
        domain::Unit unit;
        unit.code = UnitCode{"unit-a"};
        unit.name = "A";
        store.appendRecord("unit", "unit-a", wire::encode(unit));
        store.commit();
        remake();
    }
    void remake() {
        engine = std::make_unique<ServerEngine>(EnginePorts{store, clock, steady, rng, *this, *this, *this, *this,
                                                            [this](const Error& e) { reports.push_back(e); }});
    }
    void addUser(const std::string& user, domain::Role role, const std::string& unit) {
        store.addUser({UserCode{user}, user, role, UnitCode{unit}, {}, false}, "pw-" + user);
    }

    // Ports.
    void send(ConnectionId connection, std::string message) override {
        desks[connection].heard.push_back(open(message, kCentreLimits)->frame);
    }
    void close(ConnectionId connection, std::string_view reason) override { desks[connection].closedWith = reason; }
    void setTrusted(ConnectionId) override {}
    std::size_t queuedBytes(ConnectionId) override { return queued; }
    void check(std::uint64_t request, std::string hash, std::string password) override {
        checks.emplace_back(request, !hash.empty() && hash == password);
    }
    void administer(AdminRequest request) override { adminRequests.push_back(std::move(request)); }
    std::string secret() override { return "secret-" + std::to_string(++secrets); }
    std::string digest(std::string_view secret) override { return "digest of " + std::string(secret); }

    // What desks do.
    void say(ConnectionId desk, const pb::Frame& frame) {
        FrameLimits limits;
        limits.compressed = !frame.has_hello();
        engine->received(desk, desks[desk].writer.next(*pack(frame, limits)));
    }
    pb::Frame hello(const std::string& user, const std::string& password) {
        pb::Frame frame;
        frame.mutable_hello()->set_proto_min(1);
        frame.mutable_hello()->set_proto_max(1);
        frame.mutable_hello()->set_schema(domain::kCommandSchema);
        frame.mutable_hello()->set_user(user);
        frame.mutable_hello()->set_password(password);
        frame.mutable_hello()->set_device_id(std::string(Uuid::fromName("device of " + user).raw()));
        return frame;
    }
    void answerChecks() {
        for (const auto& [request, right] : std::exchange(checks, {})) {
            engine->passwordChecked(request, right);
        }
    }
    /// Signed in, filled and with everything credited.
    void signIn(ConnectionId desk, const std::string& user) {
        engine->opened(desk, "peer");
        say(desk, hello(user, "pw-" + user));
        answerChecks();
        creditAll(desk);
        ASSERT_TRUE(desks[desk].heard.front().has_welcome()) << desks[desk].heard.front().ShortDebugString();
    }
    void creditAll(ConnectionId desk) {
        std::uint64_t windowed = 0;
        for (std::size_t i = 0; i < desks[desk].heard.size(); ++i) {
            const pb::Frame& frame = desks[desk].heard[i];
            windowed += frame.has_feed() || frame.has_fill_page() ? 1U : 0U;
        }
        credited[desk] = windowed;
        if (windowed > 0) {
            pb::Frame frame;
            frame.mutable_credit()->set_frames(windowed);
            say(desk, frame);
        }
    }
    domain::Command command(const std::string& user, const TicketId& ticket, domain::TicketCommand body,
                            std::uint64_t baseRev = 0) {
        domain::Command out;
        out.id = CommandId::make(clock.now(), rng);
        out.ticket = ticket;
        out.user = UserCode{user};
        out.baseRev = baseRev;
        out.occurredAt = clock.now();
        out.body = std::move(body);
        return out;
    }
    void push(ConnectionId desk, const std::vector<domain::Command>& commands) {
        pb::Frame frame;
        for (const domain::Command& each : commands) {
            pb::PushedCommand& pushed = *frame.mutable_push()->add_commands();
            pushed.set_id(std::string(each.id.raw()));
            pushed.set_body(wire::encode(each));
        }
        say(desk, frame);
    }
    void pushAct(ConnectionId desk, const domain::RecordCommand& command) {
        pb::Frame frame;
        pb::PushedCommand& pushed = *frame.mutable_push()->add_commands();
        pushed.set_id(std::string(command.id.raw()));
        pushed.set_body(wire::encode(command));
        say(desk, frame);
        engine->process();
        creditAll(desk);
    }
    /// Time goes by, and the engine does what falls due.
    void pass(std::int64_t ms) {
        for (int i = 0; i < 8; ++i) {
            steady.advance(ms / 8);
            engine->tick();
            if (engine->hasWork()) {
                engine->process();
            }
        }
    }
    domain::RegisterTicket appeal(bool secret = false) {
        domain::RegisterTicket body;
        body.title = "title";
        body.content = "content";
        body.secret = secret;
        return body;
    }
    domain::DispatchTicket dispatchTo(const std::string& unit) {
        domain::DispatchTicket body;
        body.lead = UnitCode{unit};
        return body;
    }
    const pb::Frame& last(ConnectionId desk) { return desks[desk].heard.back(); }
    /// Items of all feeds that came after the first fill.
    std::vector<pb::Item> items(ConnectionId desk) {
        std::vector<pb::Item> out;
        for (const pb::Frame& frame : desks[desk].heard) {
            out.insert(out.end(), frame.feed().items().begin(), frame.feed().items().end());
        }
        return out;
    }

    FakeClock clock;
    FakeClock steady{Instant{1'000}};
    SeededRng rng{5};
    testing::FaultPoint faults{rng};
    testing::MemoryStore store{faults};
    std::unique_ptr<ServerEngine> engine;
    std::map<ConnectionId, Desk> desks;
    std::map<ConnectionId, std::uint64_t> credited;
    std::vector<std::pair<std::uint64_t, bool>> checks;
    std::vector<AdminRequest> adminRequests;
    std::vector<Error> reports;
    std::size_t queued = 0;
    int secrets = 0;
};

}  // namespace zhida::sync
