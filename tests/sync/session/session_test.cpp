// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/rng.h"
#include "sync/session/backoff.h"
#include "sync/session/frame_stream.h"
#include "sync/session/heart.h"
#include "sync/session/server_session.h"
#include "sync/session/session_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace zhida::sync {
namespace {

TEST(Backoff, StaysBelowTheDoublingCeilingAndSpreads) {
    SeededRng rng(1);
    const Tuning tuning;
    for (int failures = 0; failures < 12; ++failures) {
        const std::int64_t ceiling = std::min<std::int64_t>(60'000, 500LL << failures);
        std::int64_t least = INT64_MAX;
        std::int64_t most = 0;
        for (int i = 0; i < 400; ++i) {
            Backoff backoff(tuning, rng);
            for (int n = 0; n < failures; ++n) {
                (void)backoff.next();
            }
            const std::int64_t wait = backoff.next();
            least = std::min(least, wait);
            most = std::max(most, wait);
        }
        EXPECT_GE(least, 0);
        EXPECT_LE(most, ceiling);
        EXPECT_LT(least, ceiling / 10);
        EXPECT_GT(most, ceiling * 9 / 10);
    }
}

TEST(Backoff, StartsAnewOnlyAfterAHealthyLine) {
    SeededRng rng(1);
    Backoff backoff(Tuning{}, rng);
    (void)backoff.next();
    (void)backoff.next();
    backoff.lineHeld(59'999);
    EXPECT_EQ(backoff.failures(), 2);
    backoff.lineHeld(60'000);
    EXPECT_EQ(backoff.failures(), 0);
}

TEST(Heart, BeatsWithinTwentyPercentAndDiesOfSilence) {
    SeededRng rng(3);
    const Instant start{0};
    for (int i = 0; i < 200; ++i) {
        Heart heart(Tuning{}, rng, start);
        EXPECT_FALSE(heart.beatDue(Instant{15'999}));
        EXPECT_TRUE(heart.beatDue(Instant{24'000}));
        EXPECT_FALSE(heart.beatDue(Instant{24'000}));
    }
    Heart heart(Tuning{}, rng, start);
    EXPECT_FALSE(heart.dead(Instant{44'999}));
    EXPECT_TRUE(heart.dead(Instant{45'000}));
    heart.heard(Instant{30'000});
    EXPECT_FALSE(heart.dead(Instant{74'999}));
}

pb::Frame beat() {
    pb::Frame frame;
    frame.mutable_heartbeat();
    return frame;
}

TEST(FrameStream, ADoubledFrameIsNothingAndAMissingOneAnError) {
    FrameWriter writer;
    const Packed packed = *pack(beat());
    const std::string first = writer.next(packed);
    const std::string second = writer.next(packed);
    const std::string third = writer.next(packed);
    FrameReader reader(kCentreLimits);
    EXPECT_TRUE(reader.take(first)->has_value());
    EXPECT_FALSE(reader.take(first)->has_value());
    const auto gap = reader.take(third);
    EXPECT_EQ(gap.error().code, "frame.gap");
    EXPECT_EQ(gap.error().arg("expected"), "2");
    EXPECT_TRUE(reader.take(second)->has_value());
}

const std::vector<pb::Frame::KindCase> kKinds{pb::Frame::kHello,          pb::Frame::kWelcome, pb::Frame::kRefuse,
                                              pb::Frame::kPush,           pb::Frame::kAnswers, pb::Frame::kFeed,
                                              pb::Frame::kFillPage,       pb::Frame::kCredit,  pb::Frame::kHeartbeat,
                                              pb::Frame::kHistoryRequest, pb::Frame::kHistory, pb::Frame::kAdminCall,
                                              pb::Frame::kAdminResult,    pb::Frame::kBye};

/// Rows as in kKinds; the whole table, so that a new frame must be thought about.
TEST(SessionTable, OfTheDesk) {
    const std::vector<ClientStage> stages{ClientStage::idle, ClientStage::greeting, ClientStage::filling,
                                          ClientStage::live, ClientStage::ended};
    const std::vector<std::string> table{"00000", "01000", "01000", "00000", "00110", "00010", "00100",
                                         "00000", "01110", "00000", "00110", "00000", "00110", "01110"};
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
        for (std::size_t stage = 0; stage < stages.size(); ++stage) {
            EXPECT_EQ(mayReceive(stages[stage], kKinds[kind]), table[kind][stage] == '1')
                << nameOf(stages[stage]) << " " << nameOf(kKinds[kind]);
        }
    }
}

TEST(SessionTable, OfTheCentre) {
    const std::vector<ServerStage> stages{ServerStage::greeting, ServerStage::checking, ServerStage::ready,
                                          ServerStage::ended};
    const std::vector<std::string> table{"1000", "0000", "0000", "0010", "0000", "0000", "0000",
                                         "0010", "0110", "0010", "0000", "0010", "0000", "0000"};
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
        for (std::size_t stage = 0; stage < stages.size(); ++stage) {
            EXPECT_EQ(mayReceive(stages[stage], kKinds[kind]), table[kind][stage] == '1')
                << nameOf(stages[stage]) << " " << nameOf(kKinds[kind]);
        }
    }
}

TEST(ServerSession, WindowCreditsAndTimeOuts) {
    FakeClock steady(Instant{0});
    SeededRng rng(1);
    std::vector<std::string> sent;
    ServerSession session({steady, rng, [&sent](std::string m) { sent.push_back(std::move(m)); }}, Tuning{});
    EXPECT_EQ(session.tick(), ServerSession::Due::nothing);
    steady.advance(10'000);
    EXPECT_EQ(session.tick(), ServerSession::Due::helloLate);
    session.ready();
    const Packed packed = *pack(beat());
    for (int i = 0; i < 4; ++i) {
        EXPECT_TRUE(session.windowOpen());
        session.sendWindowed(packed);
    }
    EXPECT_FALSE(session.windowOpen());
    EXPECT_FALSE(session.credit(5));
    EXPECT_TRUE(session.credit(1));
    EXPECT_FALSE(session.credit(0));
    EXPECT_TRUE(session.windowOpen());
    EXPECT_EQ(sent.size(), 4U);
    steady.advance(44'000);
    FrameWriter desk;
    ASSERT_TRUE(session.receive(desk.next(packed)));
    steady.advance(16'000);
    EXPECT_EQ(session.tick(), ServerSession::Due::creditLate);
    EXPECT_TRUE(session.credit(4));
    steady.advance(30'000);
    EXPECT_EQ(session.tick(), ServerSession::Due::dead);
}

}  // namespace
}  // namespace zhida::sync
