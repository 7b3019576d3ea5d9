// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/station.h"
#include "tests/sync/server/engine_fixture.h"

#include <set>

namespace zhida::sync {
namespace {

class EngineLoginTest : public EngineFixture {
protected:
    void enrol(ConnectionId desk, const std::string& user, const std::string& device, const std::string& held) {
        engine->opened(desk, "peer");
        pb::Frame frame = hello(user, "pw-" + user);
        frame.mutable_hello()->set_device_id(std::string(Uuid::fromName(device).raw()));
        frame.mutable_hello()->set_station(held);
        say(desk, frame);
        answerChecks();
    }
    std::string stationOf(ConnectionId desk) { return desks[desk].heard.front().welcome().station(); }
};

TEST_F(EngineLoginTest, APasswordEnrolsADeviceAndATokenBringsItBack) {
    signIn(1, "taker");
    const pb::Welcome& welcome = desks[1].heard.front().welcome();
    EXPECT_EQ(welcome.station().size(), 2U);
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
    EXPECT_NE(stationOf(2), stationOf(1));
}

// ---- stations: a number must be one ticket's, also when the centre stands in a copy of its file -------------------------

TEST_F(EngineLoginTest, ADeviceThatTheCopyDoesNotKnowKeepsItsStation) {
    enrol(1, "taker", "device of a", "7K");
    EXPECT_EQ(stationOf(1), "7K") << "its numbers are on paper already";
    enrol(2, "dispatcher", "device of b", "7K");
    EXPECT_NE(stationOf(2), "7K") << "somebody has it: a fresh one";
    for (const std::string nonsense : {"00", "lo", "I1", "7", "7K7"}) {
        enrol(3, "handler", "device " + nonsense, nonsense);
        EXPECT_NE(stationOf(3), nonsense);
        engine->closed(3);
        desks.erase(3);
    }
}

TEST_F(EngineLoginTest, ANewDeviceDoesNotGetTheStationThatALostOneWasGiven) {
    const std::string lost = [this] {
        enrol(1, "taker", "device of a", "");
        return stationOf(1);
    }();
    store.forgetDevice(DeviceId{Uuid::fromName("device of a")});  // the copy was made before
    enrol(2, "dispatcher", "device of b", "");
    EXPECT_NE(stationOf(2), lost);
    enrol(3, "taker", "device of a", "");
    EXPECT_EQ(stationOf(3), lost) << "even a desk that does not say what it holds";
}

TEST_F(EngineLoginTest, EveryStationIsGivenOnce) {
    std::vector<Device> devices;
    std::set<std::string> given;
    for (int n = 0; n < 1023; ++n) {
        Device device;
        device.id = DeviceId{Uuid::fromName("device " + std::to_string(n))};
        device.station = freeStation(devices, device.id, "").value();
        EXPECT_TRUE(given.insert(device.station).second);
        devices.push_back(device);
    }
    EXPECT_FALSE(given.contains("00"));
    EXPECT_EQ(freeStation(devices, DeviceId{Uuid::fromName("one too many")}, ""), std::nullopt);
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
