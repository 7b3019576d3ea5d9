// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_engine.h"

#include "model/wire/codec.h"
#include "tests/support/sync/memory_desk.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {
namespace {

using Line = service::SyncStatus::Line;

/// A desk whose line goes nowhere but into the test's hands.
class ClientEngineTest : public ::testing::Test, public ClientLine {
protected:
    void open(std::uint64_t line) override { opens.push_back(line); }
    void send(std::uint64_t, std::string message) override { said.push_back(sync::open(message, kDeskLimits)->frame); }
    void close(std::uint64_t, std::string_view reason) override { closes.emplace_back(reason); }

    void say(const pb::Frame& frame) { engine.received(opens.back(), writer.next(*pack(frame))); }
    void connected() {
        writer = {};
        engine.opened(opens.back());
    }
    void welcome(std::uint64_t head) {
        pb::Frame frame;
        pb::Welcome& w = *frame.mutable_welcome();
        w.set_proto(1);
        w.set_device_id(std::string(DeviceId{Uuid::fromName("device")}.raw()));
        w.set_station("01");
        w.set_token(desk.signIn() ? "" : "token");
        w.set_profile(
            wire::encode(domain::UserProfile{UserCode{"u"}, "", domain::Role::callTaker, UnitCode{"c"}, {}, false}));
        w.set_epoch(std::string(Uuid::fromName("epoch").raw()));
        w.set_head(head);
        w.set_mode(desk.cursor().chain.empty() ? pb::Welcome::FILL : pb::Welcome::RESUME);
        w.set_pinned_seq(head);
        say(frame);
    }
    void filled(std::uint64_t seq) {
        pb::Frame frame;
        frame.mutable_fill_page()->set_pinned_seq(seq);
        frame.mutable_fill_page()->set_done(true);
        frame.mutable_fill_page()->set_progress(1);
        frame.mutable_fill_page()->set_chain(std::string(32, 'a'));
        say(frame);
    }
    void beat(std::uint64_t head, std::uint64_t reply = 0) {
        pb::Frame frame;
        frame.mutable_heartbeat()->set_head(head);
        frame.mutable_heartbeat()->set_reply(reply);
        say(frame);
    }
    void feed(std::uint64_t from, std::uint64_t upto, std::uint64_t head) {
        pb::Frame frame;
        frame.mutable_feed()->set_from(from);
        frame.mutable_feed()->set_upto(upto);
        frame.mutable_feed()->set_head(head);
        frame.mutable_feed()->set_chain(std::string(32, 'a'));
        say(frame);
    }
    void refuse(const std::string& code, const std::string& retryMs = "") {
        pb::Frame frame;
        frame.mutable_refuse()->mutable_fault()->set_code(code);
        if (!retryMs.empty()) {
            pb::Argument& arg = *frame.mutable_refuse()->mutable_fault()->add_args();
            arg.set_name("retryMs");
            arg.set_value(retryMs);
        }
        say(frame);
    }
    void goLive(std::uint64_t seq = 5) {
        engine.start();
        connected();
        welcome(seq);
        filled(seq);
        ASSERT_EQ(engine.status().line, Line::live);
    }
    /// Milliseconds until the next attempt.
    std::int64_t untilNextAttempt() {
        const std::size_t before = opens.size();
        for (std::int64_t waited = 0; waited < 400'000; waited += 50) {
            if (engine.tick(); opens.size() > before) {
                return waited;
            }
            steady.advance(50);
            clock.advance(50);
        }
        return -1;
    }

    FakeClock clock;
    FakeClock steady{Instant{1'000}};
    SeededRng rng{11};
    testing::FaultPoint faults{rng};
    testing::MemoryDesk desk{faults, clock, rng};
    std::vector<std::uint64_t> opens;
    std::vector<std::string> closes;
    std::vector<pb::Frame> said;
    FrameWriter writer;
    ClientEngine engine{{desk, clock, steady, rng, *this, {}}, {UserCode{"u"}, "password", "d", {}, "1"}};
};

TEST_F(ClientEngineTest, AFirstLine) {
    EXPECT_EQ(engine.status().line, Line::offline);
    engine.start();
    EXPECT_EQ(engine.status().line, Line::connecting);
    connected();
    welcome(9);
    EXPECT_EQ(engine.status().line, Line::filling);
    EXPECT_FALSE(engine.status().asOf);
    filled(9);
    EXPECT_EQ(engine.status().line, Line::live);
    EXPECT_EQ(engine.status().asOf, clock.now());
    EXPECT_FALSE(engine.status().offlineSince);
}

TEST_F(ClientEngineTest, ConnectedIsNotFresh) {
    goLive();
    const Instant fresh = clock.now();
    clock.advance(20'000);
    steady.advance(20'000);
    beat(8);
    EXPECT_EQ(engine.status().asOf, fresh);
    EXPECT_EQ(engine.status().head, 8U);
    clock.advance(3'000);
    feed(5, 7, 8);
    EXPECT_EQ(engine.status().asOf, fresh);
    clock.advance(1'000);
    feed(7, 8, 8);
    EXPECT_EQ(engine.status().asOf, clock.now());
}

TEST_F(ClientEngineTest, FailedAttemptsAreSpreadOut) {
    engine.start();
    for (int n = 0; n < 10; ++n) {
        engine.closed(opens.back(), Error("net.refused"));
        EXPECT_EQ(engine.status().trouble.code, "net.refused");
        const std::int64_t wait = untilNextAttempt();
        EXPECT_GE(wait, 0);
        EXPECT_LE(wait, std::min<std::int64_t>(60'000, 500LL << n) + 100);
    }
}

TEST_F(ClientEngineTest, AWrongPasswordStopsUntilAnotherOneComes) {
    engine.start();
    connected();
    refuse("auth.wrongPassword", "0");
    EXPECT_EQ(untilNextAttempt(), -1);
    std::optional<Result<SignIn>> outcome;
    engine.signIn("better", [&outcome](Result<SignIn> result) { outcome = std::move(result); });
    connected();
    EXPECT_EQ(said.back().hello().password(), "better");
    welcome(3);
    ASSERT_TRUE(outcome && outcome->ok());
    EXPECT_EQ((*outcome)->station, "01");
}

TEST_F(ClientEngineTest, ABusyCentreNamesThePause) {
    engine.start();
    connected();
    refuse("server.busy", "5000");
    EXPECT_GE(untilNextAttempt(), 4'950);
}

TEST_F(ClientEngineTest, WhatOnlyTheCentreCanLiftIsTriedSeldom) {
    engine.start();
    connected();
    refuse("version.tooOld");
    const std::int64_t wait = untilNextAttempt();
    EXPECT_GE(wait, 59'900);
    EXPECT_LE(wait, 120'100);
}

TEST_F(ClientEngineTest, TheCablePulledAndPluggedIn) {
    goLive();
    engine.setOnline(false);
    EXPECT_EQ(closes.size(), 1U);
    EXPECT_EQ(engine.status().line, Line::offline);
    EXPECT_EQ(engine.status().offlineSince, clock.now());
    EXPECT_EQ(untilNextAttempt(), -1);
    engine.setOnline(true);
    EXPECT_EQ(opens.size(), 2U);
}

TEST_F(ClientEngineTest, CaughtUpMeansAskedAndAnswered) {
    goLive();
    std::optional<Result<service::SyncStatus>> outcome;
    engine.whenCaughtUp(10'000, [&outcome](Result<service::SyncStatus> status) { outcome = std::move(status); });
    const std::uint64_t ask = said.back().heartbeat().ask();
    ASSERT_NE(ask, 0U);
    EXPECT_FALSE(outcome);
    beat(6, ask);
    EXPECT_FALSE(outcome);
    feed(5, 6, 6);
    ASSERT_TRUE(outcome && outcome->ok());
    EXPECT_EQ((*outcome)->cursor, 6U);
}

TEST_F(ClientEngineTest, CaughtUpWaitsForTheOutboxOrItsTime) {
    goLive();
    ASSERT_TRUE(desk.submit(TicketId{Uuid::fromName("t")}, testing::registration("t", "c")));
    engine.wake();
    EXPECT_EQ(said.back().push().commands_size(), 1);
    std::optional<Result<service::SyncStatus>> outcome;
    engine.whenCaughtUp(10'000, [&outcome](Result<service::SyncStatus> status) { outcome = std::move(status); });
    EXPECT_EQ(said.back().push().commands_size(), 1);
    steady.advance(10'000);
    engine.tick();
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->error().code, "timeout");
}

/// A centre out of a copy of its file may stand behind the cursor and before the seq of an answer that it gave then.
TEST_F(ClientEngineTest, WhatTheFeedHasNotConfirmedIsAskedAgainOnTheNextLine) {
    goLive();
    const auto command = desk.submit(TicketId{Uuid::fromName("t")}, testing::registration("t", "c"));
    ASSERT_TRUE(command);
    engine.wake();
    pb::Frame frame;
    pb::Answer& answer = *frame.mutable_answers()->add_answers();
    answer.set_command(std::string(command->id.raw()));
    answer.set_seq(9);
    say(frame);
    EXPECT_EQ(engine.status().waiting, 0);
    engine.closed(opens.back(), Error("net.closed"));
    ASSERT_GE(untilNextAttempt(), 0);
    connected();
    welcome(5);
    ASSERT_EQ(said.back().push().commands_size(), 1);
    EXPECT_EQ(said.back().push().commands(0).id(), command->id.raw());
    feed(5, 12, 12);
    EXPECT_EQ(engine.status().waiting, 1) << "the new history has passed its old seq";
    answer.set_seq(13);
    say(frame);
    feed(12, 13, 13);
    EXPECT_TRUE(desk.outbox().empty());
}

TEST_F(ClientEngineTest, CallsEndWithTheLine) {
    std::vector<std::string> codes;
    const auto note = [&codes](const Result<std::string>& result) {
        codes.push_back(result ? "ok" : result.error().code);
    };
    engine.administer("user.list", "{}", note);
    goLive();
    engine.administer("user.list", "{}", note);
    EXPECT_EQ(said.back().admin_call().operation(), "user.list");
    engine.closed(opens.back(), Error("net.closed"));
    EXPECT_EQ(codes, (std::vector<std::string>{"net.offline", "net.offline"}));
}

TEST_F(ClientEngineTest, ADiskThatFailsCostsTheLineOnly) {
    goLive();
    faults.failAt(1);
    EXPECT_THROW(feed(5, 6, 6), testing::Crash);
    engine.diskFailed(Error("desk.failed"));
    EXPECT_EQ(engine.status().trouble.code, "desk.failed");
    EXPECT_GE(untilNextAttempt(), 0);
    connected();
    EXPECT_EQ(said.back().hello().cursor().seq(), 5U);
}

TEST_F(ClientEngineTest, ADiskThatFailsInsideTheSignIn) {
    engine.start();
    connected();
    faults.failAt(5);  // after the sign-in has been stored
    EXPECT_THROW(welcome(3), testing::Crash);
    engine.diskFailed(Error("desk.failed"));
    engine.tick();
    EXPECT_GE(untilNextAttempt(), 0);
}

TEST_F(ClientEngineTest, WhatIsSaidOfAnOldLineIsIgnored) {
    engine.start();
    engine.closed(opens.back(), Error("net.refused"));
    (void)untilNextAttempt();
    ASSERT_EQ(opens.size(), 2U);
    engine.closed(opens.front(), Error("net.closed"));
    EXPECT_EQ(engine.status().line, Line::connecting);
    engine.opened(opens.front());
    EXPECT_TRUE(said.empty());
}

}  // namespace
}  // namespace zhida::sync
