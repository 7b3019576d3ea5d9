// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/ticket_number.h"

#include <gtest/gtest.h>

#include <set>

namespace zhida::service {
namespace {

const Day kDay = *parseDay("2025-11-21");

TEST(TicketNumber, isRegionDayStationAndCount) {
    EXPECT_EQ(ticketNumber("370902", kDay, "7K", 1), "3709022511217K0001");
    EXPECT_EQ(ticketNumber("370902", kDay, "7K", 9999), "3709022511217K9999");
    EXPECT_EQ(ticketNumber("", kDay, "7K", 1), "0000002511217K0001") << "before the first fill";
}

TEST(TicketNumber, goesOnWithALetterAndNeverTwiceTheSame) {
    EXPECT_EQ(ticketNumber("370902", kDay, "7K", 10'000), "3709022511217KA000");
    EXPECT_EQ(ticketNumber("370902", kDay, "7K", 10'000 + 32 * 32 * 32), "3709022511217KB000");
    std::set<std::string> seen;
    for (std::uint32_t count = 1; count < 10'000 + 22U * 32U * 32U * 32U; ++count) {
        const std::string number = ticketNumber("", kDay, "7K", count);
        ASSERT_EQ(number.size(), 18U) << count;
        if (count % 97 == 0 || count < 20'000) {
            ASSERT_TRUE(seen.insert(number).second) << number;
        }
    }
    EXPECT_EQ(ticketNumber("", kDay, "7K", 10'000 + 22U * 32U * 32U * 32U), "") << "used up";
}

}  // namespace
}  // namespace zhida::service
