// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"

#include "model/base/rng.h"
#include "sync/protocol/validate.h"
#include "sync/protocol/version.h"

#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include <functional>
#include <string>
#include <vector>

namespace zhida::sync {
namespace {

std::string id(char c) { return std::string(16, c); }

std::string someText(std::size_t size, std::uint64_t seed) {
    SeededRng rng(seed);
    std::string out(size, '\0');
    for (char& c : out) {
        c = static_cast<char>('a' + rng.below(26));
    }
    return out;
}

/// One valid frame of each kind, large and small.
std::vector<pb::Frame> everyFrame() {
    std::vector<pb::Frame> out(16);
    pb::Hello& hello = *out[0].mutable_hello();
    hello.set_proto_min(1);
    hello.set_proto_max(2);
    hello.set_user("u");
    hello.set_password("p");
    hello.set_device_id(id('d'));
    pb::Welcome& welcome = *out[1].mutable_welcome();
    welcome.set_proto(1);
    welcome.set_device_id(id('d'));
    welcome.set_epoch(id('e'));
    out[2].mutable_refuse()->mutable_fault()->set_code("auth.wrongPassword");
    pb::PushedCommand& pushed = *out[3].mutable_push()->add_commands();
    pushed.set_id(id('c'));
    pushed.set_body(someText(5'000, 1));
    pb::Answer& answer = *out[4].mutable_answers()->add_answers();
    answer.set_command(id('c'));
    answer.set_seq(7);
    pb::Feed& feed = *out[5].mutable_feed();
    feed.set_upto(3);
    feed.set_head(9);
    feed.set_chain(std::string(32, 'x'));
    pb::Item& item = *feed.add_items();
    item.set_ticket(id('t'));
    item.set_body(someText(20'000, 2));
    out[6].mutable_fill_page()->set_progress(0.5);
    pb::FillPage& last = *out[7].mutable_fill_page();
    last.set_done(true);
    last.set_chain(std::string(32, 'x'));
    out[8].mutable_credit()->set_frames(1);
    out[9].mutable_heartbeat()->set_head(4);
    out[10].mutable_history_request()->set_ticket(id('t'));
    out[11].mutable_history()->set_ticket(id('t'));
    out[12].mutable_admin_call()->set_operation("user.list");
    out[13].mutable_admin_result()->set_json("{}");
    out[14].mutable_bye()->set_reconnect_max_ms(5);
    pb::Item& record = *out[15].mutable_feed()->add_items();
    out[15].mutable_feed()->set_chain(std::string(32, 'x'));
    record.set_kind(pb::Item::RECORD);
    record.set_record_kind("article");
    return out;
}

std::string sealed(const pb::Frame& frame, std::uint64_t number = 1) { return seal(number, *pack(frame)); }

TEST(Codec, EveryKindComesBackAsItWas) {
    for (const pb::Frame& frame : everyFrame()) {
        for (const std::uint64_t number : {1ULL, 127ULL, 128ULL, 1ULL << 40U, ~0ULL}) {
            const Result<Opened> opened = open(sealed(frame, number), kCentreLimits);
            ASSERT_TRUE(opened) << frame.ShortDebugString().substr(0, 80) << opened.error().arg("at");
            EXPECT_EQ(opened->number, number);
            EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(opened->frame, frame));
        }
    }
}

TEST(Codec, CompressesFromOneKibibyte) {
    pb::Frame frame;
    frame.mutable_admin_result()->set_json(std::string(900, 'a'));
    EXPECT_FALSE(pack(frame)->compressed);
    frame.mutable_admin_result()->set_json(someText(40'000, 3));
    const Result<Packed> packed = pack(frame);
    EXPECT_TRUE(packed->compressed);
    EXPECT_LT(packed->bytes.size(), 40'000U);
}

TEST(Codec, WhatCompressesTooWellGoesPlain) {
    pb::Frame frame;
    frame.mutable_admin_result()->set_json(std::string(500'000, 'a'));
    EXPECT_FALSE(pack(frame)->compressed);
    EXPECT_TRUE(open(sealed(frame), kCentreLimits));
}

TEST(Codec, TooLargeIsSaidBeforeItIsSent) {
    pb::Frame frame;
    frame.mutable_admin_result()->set_json(someText(2U << 20U, 4));
    EXPECT_EQ(pack(frame).error().code, "frame.tooLarge");
    EXPECT_EQ(open(std::string((1U << 20U) + 1, '\0'), kCentreLimits).error().code, "frame.tooLarge");
}

TEST(Codec, AStrangerMayNotCompressNorTalkMuch) {
    EXPECT_EQ(open(sealed(everyFrame()[5]), kStrangerLimits).error().code, "frame.compressed");
    EXPECT_EQ(open(std::string(70'000, '\0'), kStrangerLimits).error().code, "frame.tooLarge");
}

TEST(Codec, ABombIsNotUnpacked) {
    const auto bomb = [](std::size_t size) {
        const std::string zeros(size, '\0');
        std::string packed(ZSTD_compressBound(size), '\0');
        packed.resize(ZSTD_compress(packed.data(), packed.size(), zeros.data(), size, 19));
        return std::string("\x01\x01", 2) + packed;
    };
    EXPECT_EQ(open(bomb(4U << 20U), kCentreLimits).error().code, "frame.bomb");
    EXPECT_EQ(open(bomb(100U << 20U), kCentreLimits).error().code, "frame.bomb");
    EXPECT_EQ(open(bomb(3U << 20U), kDeskLimits).error().code, "frame.bomb");
}

TEST(Codec, AZstdFrameWithoutItsSizeIsRefused) {
    std::string packed(1'000, '\0');
    const std::string text = someText(500, 5);
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), text.data(), text.size()));
    ZSTD_freeCCtx(context);
    EXPECT_EQ(open(std::string("\x01\x01", 2) + packed, kCentreLimits).error().code, "frame.malformed");
}

TEST(Codec, BrokenEnvelopes) {
    for (const std::string& bytes :
         {std::string(), std::string("\x02\x01"), std::string("\0", 1), std::string("\0\0", 2),
          std::string("\0\x80", 2), std::string("\0", 1) + std::string(11, '\xff')}) {
        EXPECT_EQ(open(bytes, kCentreLimits).error().code, "frame.malformed") << bytes.size();
    }
}

TEST(Codec, AnUnknownKindIsSkippedOnlyWhenItSaysSo) {
    const std::string unknown("\xfa\x06\x00", 3);  // field 111, length-delimited, empty
    EXPECT_EQ(open(std::string("\0\x01", 2) + unknown, kCentreLimits).error().code, "frame.unknown");
    const Result<Opened> skipped = open(std::string("\0\x01\x08\x01", 4) + unknown, kCentreLimits);
    ASSERT_TRUE(skipped);
    EXPECT_EQ(skipped->frame.kind_case(), pb::Frame::KIND_NOT_SET);
}

/// Truncated and bit-flipped frames give an error or a valid frame, never a crash.
TEST(Codec, SurvivesDamage) {
    SeededRng rng(20'251'122);
    std::size_t refused = 0;
    for (const pb::Frame& frame : everyFrame()) {
        const std::string good = sealed(frame);
        for (std::size_t size = 0; size < good.size(); size += 1 + good.size() / 300) {
            (void)open(good.substr(0, size), kCentreLimits);
        }
        for (int i = 0; i < 2'000; ++i) {
            std::string bad = good;
            for (std::uint64_t flips = 1 + rng.below(4); flips > 0; --flips) {
                bad[rng.below(bad.size())] ^= static_cast<char>(1U << rng.below(8));
            }
            const Result<Opened> opened = open(bad, kCentreLimits);
            refused += opened ? 0U : 1U;
            if (opened) {
                EXPECT_TRUE(validate(opened->frame));
            }
        }
    }
    EXPECT_GT(refused, 5'000U);
}

struct Spoiled {
    const char* at;
    std::size_t frame;
    std::function<void(pb::Frame&)> spoil;
};

TEST(Codec, EveryRuleOfValidationHoldsSomethingBack) {
    const std::vector<Spoiled> cases{
        {"hello.user", 0, [](pb::Frame& f) { f.mutable_hello()->set_user(""); }},
        {"hello.proto", 0, [](pb::Frame& f) { f.mutable_hello()->set_proto_min(3); }},
        {"hello.password", 0, [](pb::Frame& f) { f.mutable_hello()->set_password(std::string(2'000, 'x')); }},
        {"hello.deviceId", 0, [](pb::Frame& f) { f.mutable_hello()->set_device_id("short"); }},
        {"hello.cursor.chain", 0, [](pb::Frame& f) { f.mutable_hello()->mutable_cursor()->set_chain("x"); }},
        {"hello.scopes", 0, [](pb::Frame& f) { f.mutable_hello()->add_scopes(std::string(300, 'x')); }},
        {"welcome.epoch", 1, [](pb::Frame& f) { f.mutable_welcome()->set_epoch(""); }},
        {"refuse.fault", 2, [](pb::Frame& f) { f.mutable_refuse()->mutable_fault()->set_code(""); }},
        {"push.commands", 3, [](pb::Frame& f) { f.mutable_push()->clear_commands(); }},
        {"push.commands", 3,
         [](pb::Frame& f) {
             for (int i = 0; i < kMostCommandsOfAPush; ++i) {
                 f.mutable_push()->add_commands()->set_id(id('c'));
             }
         }},
        {"push.id", 3, [](pb::Frame& f) { f.mutable_push()->mutable_commands(0)->set_id("x"); }},
        {"answer.seq", 4, [](pb::Frame& f) { f.mutable_answers()->mutable_answers(0)->set_seq(0); }},
        {"feed.upto", 5, [](pb::Frame& f) { f.mutable_feed()->set_from(4); }},
        {"feed.chain", 5, [](pb::Frame& f) { f.mutable_feed()->set_chain(""); }},
        {"item.ticket", 5, [](pb::Frame& f) { f.mutable_feed()->mutable_items(0)->set_ticket(""); }},
        {"fillPage.progress", 6, [](pb::Frame& f) { f.mutable_fill_page()->set_progress(-1); }},
        {"fillPage.chain", 7, [](pb::Frame& f) { f.mutable_fill_page()->set_chain(""); }},
        {"credit.frames", 8, [](pb::Frame& f) { f.mutable_credit()->set_frames(0); }},
        {"historyRequest.ticket", 10, [](pb::Frame& f) { f.mutable_history_request()->set_ticket("x"); }},
        {"bye.reconnect", 14, [](pb::Frame& f) { f.mutable_bye()->set_reconnect_min_ms(9); }},
        {"item.recordKind", 15, [](pb::Frame& f) { f.mutable_feed()->mutable_items(0)->set_record_kind(""); }},
    };
    for (const Spoiled& each : cases) {
        pb::Frame frame = everyFrame()[each.frame];
        each.spoil(frame);
        const Status status = validate(frame);
        ASSERT_FALSE(status) << each.at;
        EXPECT_EQ(status.error().arg("at"), each.at);
    }
}

TEST(Version, RangesMeetOrSayWhoIsOld) {
    EXPECT_EQ(*negotiate({2, 5}, {1, 3}), 3U);
    EXPECT_EQ(*negotiate({2, 5}, {4, 9}), 5U);
    EXPECT_EQ(negotiate({3, 5}, {1, 2}).error().code, "version.tooOld");
    EXPECT_EQ(negotiate({3, 5}, {6, 7}).error().code, "version.tooNew");
    EXPECT_EQ(negotiate({3, 5}, {6, 7}).error().arg("theirMin"), "6");
}

}  // namespace
}  // namespace zhida::sync
