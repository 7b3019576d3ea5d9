// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/writer_thread.h"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <thread>

namespace zhida::service {
namespace {

using Priority = WriterThread::Priority;

TEST(WriterThreadTest, idleWorkWaitsUntilNothingElseHasBeenAskedForAWhile) {
    using std::chrono::steady_clock;
    steady_clock::time_point last;
    std::promise<steady_clock::time_point> begun;
    WriterThread writer([](const std::exception&) {});
    writer.post(Priority::sync, [&] {
        writer.post(Priority::idle, [&begun] { begun.set_value(steady_clock::now()); });
        last = steady_clock::now();
    });
    const steady_clock::time_point idle = begun.get_future().get();
    EXPECT_GE(idle - last, std::chrono::milliseconds(90));
}

TEST(WriterThreadTest, onADeskThatIsNeverCalmItHasItsTurnToo) {
    std::promise<void> done;
    std::future<void> turn = done.get_future();
    WriterThread writer([](const std::exception&) {});
    writer.post(Priority::idle, [&done] { done.set_value(); });
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (turn.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready) {
        ASSERT_LT(std::chrono::steady_clock::now(), end) << "idle work starves";
        writer.post(Priority::sync, [] {});
    }
}

TEST(WriterThreadTest, theEndDropsWhatIsIdleAndRunsTheRest) {
    bool idle = false;
    bool agent = false;
    {
        WriterThread writer([](const std::exception&) {});
        writer.post(Priority::sync, [] { std::this_thread::sleep_for(std::chrono::milliseconds(10)); });
        writer.post(Priority::idle, [&idle] { idle = true; });
        writer.post(Priority::agent, [&agent] { agent = true; });
    }
    EXPECT_FALSE(idle);
    EXPECT_TRUE(agent);
}

}  // namespace
}  // namespace zhida::service
