// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/io_thread.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

namespace zhida::net {
namespace {

void settle(IoThread& io) {
    std::promise<void> reached;
    io.post([&] { reached.set_value(); });
    reached.get_future().wait();
}

TEST(IoThreadTest, RunsTasksInOrderOnOneThread) {
    IoThread io;
    std::vector<int> order;
    bool elsewhere = false;
    for (int i = 0; i < 100; ++i) {
        io.post([&, i] {
            order.push_back(i);
            elsewhere |= !io.isCurrent();
        });
    }
    io.start();
    settle(io);
    ASSERT_EQ(order.size(), 100U);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
    EXPECT_FALSE(elsewhere);
    EXPECT_FALSE(io.isCurrent());
}

TEST(IoThreadTest, TimersRunInTheOrderOfTheirTimes) {
    IoThread io;
    std::vector<int> order;
    std::promise<void> last;
    const Timer b = io.after(30, [&] {
        order.push_back(2);
        last.set_value();
    });
    const Timer a = io.after(1, [&] { order.push_back(1); });
    io.start();
    last.get_future().wait();
    EXPECT_EQ(order, (std::vector{1, 2}));
}

TEST(IoThreadTest, ATimerThatIsCancelledOrDroppedNeverRuns) {
    IoThread io;
    std::atomic<int> ran{0};
    io.start();
    Timer cancelled = io.after(5, [&] { ++ran; });
    {
        const Timer dropped = io.after(5, [&] { ++ran; });
    }
    Timer replaced = io.after(5, [&] { ++ran; });
    std::promise<void> last;
    replaced = io.after(40, [&] { last.set_value(); });
    cancelled.cancel();
    cancelled.cancel();
    last.get_future().wait();
    EXPECT_EQ(ran, 0);
}

TEST(IoThreadTest, AFailureIsReportedAndTheThreadGoesOn) {
    std::vector<std::string> failures;
    IoThread io([&](const std::exception& failure) { failures.emplace_back(failure.what()); });
    io.start();
    io.post([] { throw std::runtime_error("one"); });
    settle(io);
    EXPECT_EQ(failures, std::vector<std::string>{"one"});
}

TEST(IoThreadTest, StopRunsWhatWasPostedAndDropsTimers) {
    int ran = 0;
    Timer late;
    {
        IoThread io;
        late = io.after(3'600'000, [&] { ran += 100; });
        io.start();
        io.post([&] { ++ran; });
        io.stop();
        io.post([&] { ran += 100; });
        const Timer none = io.after(0, [&] { ran += 100; });
        io.stop();
    }
    late.cancel();
    EXPECT_EQ(ran, 1);
}

TEST(IoThreadTest, MayEndWithoutHavingBegun) {
    int ran = 0;
    {
        IoThread io;
        io.post([&] { ++ran; });
        const Timer timer = io.after(3'600'000, [&] { ran += 100; });
    }
    EXPECT_EQ(ran, 1);
}

TEST(IoThreadTest, PostsFromManyThreads) {
    std::atomic<int> ran{0};
    IoThread io;
    io.start();
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i) {
                    io.post([&] { ++ran; });
                    const Timer timer = io.after(1, [&] { ran += 0; });
                }
            });
        }
    }
    io.stop();
    EXPECT_EQ(ran, 2000);
}

}  // namespace
}  // namespace zhida::net
