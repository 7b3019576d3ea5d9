// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session/client_session.h"

#include "model/base/clock.h"
#include "model/wire/codec.h"
#include "sync/protocol/convert.h"
#include "tests/support/sync/memory_desk.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace zhida::sync {
namespace {

const Uuid kEpoch = Uuid::fromName("epoch");
const std::string kChainA(32, 'a');
const std::string kChainB(32, 'b');

/// The centre as a script: what it sends is built here, what the desk says is kept.
class ClientSessionTest : public ::testing::Test, public ClientSessionUser {
protected:
    void send(std::string message) override { said.push_back(open(message, kDeskLimits)->frame); }
    void onSignedIn(const SignIn&) override { ++signIns; }
    void onHead(std::uint64_t value) override { head = value; }
    void onHeadAnswer(std::uint64_t ask) override { answeredAsk = ask; }
    void onAdminResult(std::uint64_t, Result<std::string> outcome) override { adminJson = outcome ? *outcome : ""; }

    void say(const pb::Frame& frame) { session.receive(writer.next(*pack(frame))); }
    pb::Frame welcome(pb::Welcome::Mode mode, std::uint64_t seq = 5) {
        pb::Frame frame;
        pb::Welcome& w = *frame.mutable_welcome();
        w.set_proto(1);
        w.set_device_id(std::string(DeviceId{Uuid::fromName("device")}.raw()));
        w.set_station("01");
        w.set_token("token");
        w.set_profile(wire::encode(profile));
        w.add_scopes("centre");
        w.set_epoch(std::string(kEpoch.raw()));
        w.set_head(seq);
        w.set_mode(mode);
        w.set_pinned_seq(seq);
        return frame;
    }
    pb::Frame page(bool done, std::uint64_t seq = 5) {
        pb::Frame frame;
        frame.mutable_fill_page()->set_pinned_seq(seq);
        frame.mutable_fill_page()->set_position("p");
        frame.mutable_fill_page()->set_done(done);
        frame.mutable_fill_page()->set_progress(done ? 1 : 0.5);
        if (done) {
            frame.mutable_fill_page()->set_chain(kChainA);
        }
        return frame;
    }
    pb::Frame feed(std::uint64_t from, std::uint64_t upto) {
        pb::Frame frame;
        frame.mutable_feed()->set_from(from);
        frame.mutable_feed()->set_upto(upto);
        frame.mutable_feed()->set_head(upto);
        frame.mutable_feed()->set_chain(kChainB);
        return frame;
    }
    void goLive() {
        session.begin(identity);
        say(welcome(pb::Welcome::FILL));
        say(page(true));
        ASSERT_EQ(session.stage(), ClientStage::live);
        said.clear();
    }
    std::string endCode() { return session.end() ? session.end()->why.code : ""; }

    FakeClock steady{Instant{0}};
    SeededRng rng{7};
    testing::FaultPoint faults{rng};
    testing::MemoryDesk desk{faults, steady, rng};
    domain::UserProfile profile{UserCode{"u"}, "n", domain::Role::callTaker, UnitCode{"centre"}, {}, false};
    Identity identity{UserCode{"u"}, "password", "desk", DeviceId{Uuid::fromName("mine")}, "1"};
    ClientSession session{{desk, steady, rng, *this}, Tuning{}};
    FrameWriter writer;
    std::vector<pb::Frame> said;
    std::uint64_t head = 0;
    std::uint64_t answeredAsk = 0;
    int signIns = 0;
    std::string adminJson;
};

TEST_F(ClientSessionTest, ANewDeskSaysHelloAndIsFilled) {
    session.begin(identity);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].hello().password(), "password");
    EXPECT_FALSE(said[0].hello().has_cursor());
    say(welcome(pb::Welcome::FILL));
    EXPECT_EQ(session.stage(), ClientStage::filling);
    say(page(false));
    EXPECT_EQ(session.fillProgress(), 0.5);
    EXPECT_EQ(desk.fill().position, "p");
    say(page(true));
    EXPECT_EQ(desk.cursor(), (Cursor{kEpoch, 5, kChainA}));
    EXPECT_EQ(said.back().credit().frames(), 2U);
    EXPECT_EQ(signIns, 1);
}

TEST_F(ClientSessionTest, TheTokenTakesThePasswordsPlace) {
    goLive();
    ClientSession next({desk, steady, rng, *this}, Tuning{});
    Identity known = identity;
    known.password.clear();
    next.begin(known);
    EXPECT_EQ(said.back().hello().token(), "token");
    EXPECT_EQ(said.back().hello().cursor().seq(), 5U);
    EXPECT_EQ(said.back().hello().scopes(0), "centre");
}

TEST_F(ClientSessionTest, ACutFillGoesOnWhereItWas) {
    session.begin(identity);
    say(welcome(pb::Welcome::FILL));
    say(page(false));
    ClientSession next({desk, steady, rng, *this}, Tuning{});
    next.begin(identity);
    EXPECT_EQ(said.back().hello().fill().position(), "p");
    EXPECT_EQ(said.back().hello().fill().pinned_seq(), 5U);
}

TEST_F(ClientSessionTest, TheFeedFollowsOnTheCursorOrEnds) {
    goLive();
    say(feed(5, 8));
    EXPECT_EQ(desk.cursor().seq, 8U);
    EXPECT_EQ(said.back().credit().cursor(), 8U);
    say(feed(9, 12));
    EXPECT_EQ(endCode(), "feed.gap");
    EXPECT_EQ(desk.cursor().seq, 8U);
}

TEST_F(ClientSessionTest, WhatDoesNotFitTheStageEndsIt) {
    session.begin(identity);
    say(feed(0, 1));
    EXPECT_EQ(endCode(), "session.unexpected");
    EXPECT_EQ(session.end()->why.arg("stage"), "greeting");
}

TEST_F(ClientSessionTest, ResumeWithoutACursorIsNotBelieved) {
    session.begin(identity);
    say(welcome(pb::Welcome::RESUME));
    EXPECT_EQ(endCode(), "session.unexpected");
}

TEST_F(ClientSessionTest, AnswersMustBeOfWhatWasPushed) {
    goLive();
    ASSERT_TRUE(desk.submit(TicketId{Uuid::fromName("t")}, testing::registration("t", "c")));
    session.pump();
    ASSERT_EQ(said.back().push().commands_size(), 1);
    pb::Frame wrong;
    wrong.mutable_answers()->add_answers()->set_command(std::string(16, 'x'));
    wrong.mutable_answers()->mutable_answers(0)->set_seq(6);
    say(wrong);
    EXPECT_EQ(endCode(), "session.unexpected");
    EXPECT_EQ(desk.waitingCount(), 1U);
}

TEST_F(ClientSessionTest, AnAcceptedCommandGoesWhenTheCursorHasReachedIt) {
    goLive();
    const auto command = desk.submit(TicketId{Uuid::fromName("t")}, testing::registration("t", "c"));
    session.pump();
    pb::Frame answers;
    answers.mutable_answers()->add_answers()->set_command(std::string(command->id.raw()));
    answers.mutable_answers()->mutable_answers(0)->set_seq(6);
    say(answers);
    EXPECT_EQ(session.knownAnswers(), 1U);
    EXPECT_EQ(desk.waitingCount(), 1U) << "it is stored with the feed that is on its heels";
    say(feed(5, 6));
    EXPECT_EQ(session.knownAnswers(), 0U);
    EXPECT_TRUE(desk.outbox().empty());
}

TEST_F(ClientSessionTest, AnAnswerThatNoFeedFollowsIsStoredSoon) {
    goLive();
    const auto command = desk.submit(TicketId{Uuid::fromName("t")}, testing::registration("t", "c"));
    session.pump();
    pb::Frame answers;
    answers.mutable_answers()->add_answers()->set_command(std::string(command->id.raw()));
    answers.mutable_answers()->mutable_answers(0)->set_seq(9);
    say(answers);
    EXPECT_EQ(session.tick(), steady.now().plus(50));
    EXPECT_EQ(desk.waitingCount(), 1U);
    steady.advance(50);
    session.tick();
    EXPECT_EQ(desk.waitingCount(), 0U);
    EXPECT_EQ(desk.outbox().size(), 1U) << "accepted, and not yet in the feed";
}

TEST_F(ClientSessionTest, ARefusalIsStoredAtOnce) {
    goLive();
    const auto command = desk.submit(TicketId{Uuid::fromName("t")}, testing::registration("t", "c"));
    session.pump();
    pb::Frame answers;
    answers.mutable_answers()->add_answers()->set_command(std::string(command->id.raw()));
    answers.mutable_answers()->mutable_answers(0)->mutable_refusal()->set_code("ticket.wrongState");
    say(answers);
    EXPECT_EQ(desk.tray().size(), 1U);
}

TEST_F(ClientSessionTest, LaterMeansThatItGoesOnWaiting) {
    goLive();
    const auto command = desk.submit(TicketId{Uuid::fromName("t")}, testing::registration("t", "c"));
    session.pump();
    pb::Frame answers;
    pb::Answer& answer = *answers.mutable_answers()->add_answers();
    answer.set_command(std::string(command->id.raw()));
    answer.mutable_refusal()->set_code("command.tooNew");
    answer.set_later(true);
    say(answers);
    EXPECT_EQ(desk.waitingCount(), 1U);
    EXPECT_TRUE(desk.tray().empty());
}

TEST_F(ClientSessionTest, PushesInFramesOfBoundedSizeWithAWindow) {
    goLive();
    for (int i = 0; i < 1'200; ++i) {
        ASSERT_TRUE(desk.submit(TicketId{Uuid::fromName(std::to_string(i))}, testing::registration("t", "c")));
    }
    session.pump();
    ASSERT_EQ(said.size(), 4U);
    for (const pb::Frame& frame : said) {
        EXPECT_EQ(frame.push().commands_size(), 200);
    }
}

TEST_F(ClientSessionTest, LargeCommandsGoInFramesOfTheirOwn) {
    goLive();
    for (int i = 0; i < 3; ++i) {
        domain::RegisterTicket body = testing::registration("t", std::string(19'000, 'x'));
        body.remark = std::string(19'000, 'y');
        ASSERT_TRUE(desk.submit(TicketId{Uuid::fromName(std::to_string(i))}, body));
    }
    session.pump();
    ASSERT_EQ(said.size(), 3U);
}

TEST_F(ClientSessionTest, SilenceEndsIt) {
    goLive();
    steady.advance(44'999);
    session.tick();
    EXPECT_EQ(endCode(), "");
    steady.advance(1);
    session.tick();
    EXPECT_EQ(endCode(), "net.silent");
}

TEST_F(ClientSessionTest, NoWelcomeEndsItToo) {
    session.begin(identity);
    steady.advance(10'000);
    session.tick();
    EXPECT_EQ(endCode(), "net.timeout");
}

TEST_F(ClientSessionTest, AskingForTheHead) {
    goLive();
    const std::uint64_t ask = session.askHead();
    EXPECT_EQ(said.back().heartbeat().ask(), ask);
    pb::Frame beat;
    beat.mutable_heartbeat()->set_head(77);
    beat.mutable_heartbeat()->set_reply(ask);
    say(beat);
    EXPECT_EQ(head, 77U);
    EXPECT_EQ(answeredAsk, ask);
}

TEST_F(ClientSessionTest, HistoryComesInParts) {
    goLive();
    const TicketId ticket{Uuid::fromName("t")};
    session.requestHistory(ticket);
    pb::Frame part;
    part.mutable_history()->set_ticket(std::string(ticket.raw()));
    part.mutable_history()->add_events("one");
    part.mutable_history()->set_more(true);
    say(part);
    EXPECT_TRUE(desk.histories().empty());
    part.mutable_history()->set_more(false);
    part.mutable_history()->set_events(0, "two");
    say(part);
    EXPECT_EQ(desk.histories().at(ticket), (std::vector<std::string>{"one", "two"}));
}

TEST_F(ClientSessionTest, ByeSaysWhenToComeBack) {
    goLive();
    pb::Frame bye;
    bye.mutable_bye()->mutable_reason()->set_code("server.stopping");
    bye.mutable_bye()->set_reconnect_min_ms(100);
    bye.mutable_bye()->set_reconnect_max_ms(200);
    say(bye);
    EXPECT_EQ(endCode(), "server.stopping");
    EXPECT_EQ(session.end()->reconnectMaxMs, 200U);
}

}  // namespace
}  // namespace zhida::sync
