// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/server/engine_fixture.h"

namespace zhida::sync {
namespace {

using EngineLoginTest = EngineFixture;

TEST_F(EngineLoginTest, APasswordEnrolsADeviceAndATokenBringsItBack) {
    signIn(1, "taker");
    const pb::Welcome& welcome = desks[1].heard.front().welcome();
    EXPECT_EQ(welcome.station(), "01");
    EXPECT_EQ(welcome.token(), "secret-1");
    EXPECT_EQ(welcome.mode(), pb::Welcome::FILL);
    EXPECT_EQ(store.devices().front().tokenHash, "digest of secret-1");
    engine->closed(1);
    engine->opened(2, "peer");
    pb::Frame again = hello("taker", "");
    again.mutable_hello()->set_token("secret-1");
    say(2, again);
    EXPECT_TRUE(checks.empty());
    ASSERT_TRUE(desks[2].heard.front().has_welcome());
    EXPECT_EQ(desks[2].heard.front().welcome().token(), "");
    EXPECT_EQ(store.devices().size(), 1U);
}

TEST_F(EngineLoginTest, WrongPasswordAndUnknownUserLookTheSame) {
    std::vector<std::string> answers;
    for (const std::string user : {"taker", "nobody"}) {
        engine->opened(1, "peer");
        say(1, hello(user, "wrong"));
        ASSERT_EQ(checks.size(), 1U);
        answerChecks();
        answers.push_back(last(1).ShortDebugString());
        engine->closed(1);
        desks.clear();
    }
    EXPECT_EQ(answers[0], answers[1]);
    EXPECT_NE(answers[0].find("auth.wrongPassword"), std::string::npos);
}

TEST_F(EngineLoginTest, FailuresMakeThePauseGrowAndSuccessEndsIt) {
    std::vector<std::string> pauses;
    for (ConnectionId desk = 1; desk <= 5; ++desk) {
        engine->opened(desk, "peer");
        say(desk, hello("taker", "wrong"));
        answerChecks();
        pauses.push_back(fromPb(last(desk).refuse().fault()).arg("retryMs"));
        steady.advance(std::stoll(pauses.back()));
    }
    EXPECT_EQ(pauses, (std::vector<std::string>{"0", "0", "1000", "2000", "4000"}));
    signIn(6, "taker");
    engine->opened(7, "peer");
    say(7, hello("taker", "wrong"));
    answerChecks();
    EXPECT_EQ(fromPb(last(7).refuse().fault()).arg("retryMs"), "0");
}

TEST_F(EngineLoginTest, DuringThePauseNothingIsChecked) {
    for (ConnectionId desk = 1; desk <= 3; ++desk) {
        engine->opened(desk, "peer");
        say(desk, hello("taker", "wrong"));
        answerChecks();
    }
    engine->opened(4, "peer");
    say(4, hello("taker", "pw-taker"));
    EXPECT_TRUE(checks.empty());
    EXPECT_EQ(last(4).refuse().fault().code(), "auth.wait");
}

TEST_F(EngineLoginTest, OneCheckAtATimeForAUser) {
    engine->opened(1, "peer");
    engine->opened(2, "peer");
    say(1, hello("taker", "pw-taker"));
    say(2, hello("taker", "pw-taker"));
    EXPECT_EQ(checks.size(), 1U);
    EXPECT_EQ(last(2).refuse().fault().code(), "server.busy");
}

TEST_F(EngineLoginTest, ACheckThatCouldNotBeMadeBlamesNobody) {
    for (ConnectionId desk = 1; desk <= 5; ++desk) {
        engine->opened(desk, "peer");
        say(desk, hello("taker", "pw-taker"));
        ASSERT_EQ(checks.size(), 1U);
        engine->passwordChecked(std::exchange(checks, {}).front().first, std::nullopt);
        EXPECT_EQ(last(desk).refuse().fault().code(), "server.busy");
        EXPECT_EQ(fromPb(last(desk).refuse().fault()).arg("retryMs"), "1000");
    }
    signIn(6, "taker");
}

TEST_F(EngineLoginTest, AFloodOfNamesDoesNotFloodTheWorker) {
    for (ConnectionId desk = 1; desk <= 100; ++desk) {
        engine->opened(desk, "peer");
        say(desk, hello("nobody-" + std::to_string(desk), "x"));
    }
    EXPECT_EQ(checks.size(), 64U);
    EXPECT_EQ(last(100).refuse().fault().code(), "server.busy");
}

TEST_F(EngineLoginTest, AStrangersTokenIsNotTold) {
    signIn(1, "taker");
    engine->opened(2, "peer");
    pb::Frame other = hello("dispatcher", "");
    other.mutable_hello()->set_token("secret-1");
    other.mutable_hello()->set_device_id(desks[1].heard.front().welcome().device_id());
    say(2, other);
    EXPECT_EQ(last(2).refuse().fault().code(), "auth.tokenExpired");
}

TEST_F(EngineLoginTest, TokensEnd) {
    signIn(1, "taker");
    clock.advance(31 * kDayMs);
    engine->opened(2, "peer");
    pb::Frame again = hello("taker", "");
    again.mutable_hello()->set_token("secret-1");
    say(2, again);
    EXPECT_EQ(last(2).refuse().fault().code(), "auth.tokenExpired");
}

TEST_F(EngineLoginTest, AnotherUserOnTheSameMachineHasAnotherStation) {
    signIn(1, "taker");
    engine->opened(2, "peer");
    pb::Frame other = hello("dispatcher", "pw-dispatcher");
    other.mutable_hello()->set_device_id(desks[1].heard.front().welcome().device_id());
    say(2, other);
    answerChecks();
    EXPECT_EQ(desks[2].heard.front().welcome().station(), "02");
}

TEST_F(EngineLoginTest, OldAndNewPeers) {
    for (const auto& [min, max, code] : {std::tuple{2U, 3U, "version.tooNew"}}) {
        engine->opened(1, "peer");
        pb::Frame frame = hello("taker", "pw-taker");
        frame.mutable_hello()->set_proto_min(min);
        frame.mutable_hello()->set_proto_max(max);
        say(1, frame);
        EXPECT_EQ(last(1).refuse().fault().code(), code);
        EXPECT_EQ(fromPb(last(1).refuse().fault()).arg("ourMax"), "1");
        EXPECT_EQ(desks[1].closedWith, code);
    }
    engine->opened(2, "peer");
    pb::Frame wide = hello("taker", "pw-taker");
    wide.mutable_hello()->set_proto_max(9);
    say(2, wide);
    answerChecks();
    EXPECT_EQ(desks[2].heard.front().welcome().proto(), 1U);
}

TEST_F(EngineLoginTest, NothingButHelloComesFirst) {
    engine->opened(1, "peer");
    push(1, {command("taker", TicketId{Uuid::fromName("t")}, appeal())});
    EXPECT_EQ(desks[1].closedWith, "session.unexpected");
    EXPECT_TRUE(store.tickets().empty());
}

TEST_F(EngineLoginTest, TheSameDeviceAgainReplacesAHalfOpenLine) {
    signIn(1, "taker");
    signIn(2, "taker");
    EXPECT_EQ(desks[1].closedWith, "session.replaced");
    EXPECT_EQ(desks[2].closedWith, "");
}

/// Mode and reason for what a desk brings.
TEST_F(EngineLoginTest, WhereADeskGoesOn) {
    signIn(1, "taker");
    const std::string epoch(store.epoch().raw());
    const std::uint64_t head = store.head();
    struct Case {
        std::string epoch;
        std::uint64_t seq;
        std::string chain;
        std::string scope;
        pb::Welcome::Mode mode;
        std::string reason;
    };
    const std::vector<Case> cases{
        {epoch, head, store.chainAt(head), "centre", pb::Welcome::RESUME, ""},
        {epoch, 1, store.chainAt(1), "centre", pb::Welcome::RESUME, ""},
        {epoch, 1, store.chainAt(2), "centre", pb::Welcome::FILL, "chain.differs"},
        {epoch, head + 1, store.chainAt(head), "centre", pb::Welcome::FILL, "cursor.ahead"},
        {std::string(16, 'x'), 1, store.chainAt(1), "centre", pb::Welcome::FILL, "epoch.unknown"},
        {epoch, 1, store.chainAt(1), "hall", pb::Welcome::FILL, "scopes.changed"},
        {"", 0, "", "", pb::Welcome::FILL, "desk.new"}};
    ConnectionId desk = 10;
    for (const Case& each : cases) {
        engine->opened(++desk, "peer");
        pb::Frame frame = hello("taker", "");
        frame.mutable_hello()->set_token("secret-1");
        frame.mutable_hello()->mutable_cursor()->set_epoch(each.epoch);
        frame.mutable_hello()->mutable_cursor()->set_seq(each.seq);
        frame.mutable_hello()->mutable_cursor()->set_chain(each.chain);
        frame.mutable_hello()->add_scopes(each.scope);
        frame.mutable_hello()->add_scopes("user:taker");
        say(desk, frame);
        EXPECT_EQ(desks[desk].heard.front().welcome().mode(), each.mode) << each.reason;
        EXPECT_EQ(desks[desk].heard.front().welcome().reason(), each.reason);
    }
}

}  // namespace
}  // namespace zhida::sync
