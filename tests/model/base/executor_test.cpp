// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/executor.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace zhida {
namespace {

TEST(ThreadExecutor, KeepsTheOrderOfEachPosterAndRunsAllBeforeItEnds) {
    std::vector<int> seen;
    {
        ThreadExecutor executor;
        for (int i = 0; i < 1000; ++i) {
            executor.post([&seen, i] { seen.push_back(i); });
        }
    }
    ASSERT_EQ(seen.size(), 1000U);
    for (int i = 0; i < 1000; ++i) {
        EXPECT_EQ(seen[static_cast<std::size_t>(i)], i);
    }
}

TEST(ThreadExecutor, GoesOnAfterAnExceptionAndReportsIt) {
    std::atomic<int> failures = 0;
    std::atomic<bool> ran = false;
    {
        ThreadExecutor executor([&failures](const std::exception&) { ++failures; });
        executor.post([] { throw std::runtime_error("disk"); });
        executor.post([&ran] { ran = true; });
    }
    EXPECT_EQ(failures, 1);
    EXPECT_TRUE(ran);
}

}  // namespace
}  // namespace zhida
