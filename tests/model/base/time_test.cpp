// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/time.h"

#include <gtest/gtest.h>

#include <array>

namespace zhida {
namespace {

TEST(Time, DaysRoundTripOverFourCenturies) {
    // A walk day by day with the plain rule of the Gregorian calendar is the oracle.
    CivilDate oracle{1899, 12, 31};
    for (Day day = dayOf(oracle); civilOf(day).year < 2301; day = day.plus(1)) {
        ASSERT_EQ(civilOf(day), oracle) << formatDay(day);
        const bool leap = (oracle.year % 4 == 0 && oracle.year % 100 != 0) || oracle.year % 400 == 0;
        const std::array<int, 12> days{31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        if (++oracle.day > days[static_cast<std::size_t>(oracle.month - 1)]) {
            oracle.day = 1;
            oracle.month = oracle.month % 12 + 1;
            oracle.year += oracle.month == 1 ? 1 : 0;
        }
    }
}

TEST(Time, KnownWeekdays) {
    EXPECT_EQ(weekday(*parseDay("2025-08-20")), 2);  // a Wednesday (domain handbook 1.6)
    EXPECT_EQ(weekday(*parseDay("1970-01-01")), 3);
    EXPECT_EQ(weekday(*parseDay("1969-12-29")), 0);
}

struct IsoCase {
    const char* text;
    const char* normal;  ///< nullptr: refused
};

class IsoTime : public testing::TestWithParam<IsoCase> {};

TEST_P(IsoTime, ReadsAndWrites) {
    const auto at = parseIso(GetParam().text, UtcOffset{480});
    ASSERT_EQ(at.has_value(), GetParam().normal != nullptr) << GetParam().text;
    if (at) {
        EXPECT_EQ(formatIso(*at, UtcOffset{480}), GetParam().normal);
        EXPECT_EQ(parseIso(formatIso(*at, UtcOffset{0}), UtcOffset{480}), at);
        EXPECT_EQ(parseIso(formatIso(*at, UtcOffset{-210}), UtcOffset{480}), at);
    }
}

INSTANTIATE_TEST_SUITE_P(Table, IsoTime,
                         testing::Values(IsoCase{"2025-08-20T10:12:27+08:00", "2025-08-20T10:12:27+08:00"},
                                         IsoCase{"2025-08-20T02:12:27Z", "2025-08-20T10:12:27+08:00"},
                                         IsoCase{"2025-08-20 10:12", "2025-08-20T10:12:00+08:00"},
                                         IsoCase{"2025/8/9 1:02:03.5", "2025-08-09T01:02:03.500+08:00"},
                                         IsoCase{"2025-08-20", "2025-08-20T00:00:00+08:00"},
                                         IsoCase{"2024-02-29T24:00:00", "2024-03-01T00:00:00+08:00"},
                                         IsoCase{"2025-02-29", nullptr}, IsoCase{"2025-13-01", nullptr},
                                         IsoCase{"2025-00-01", nullptr}, IsoCase{"2025-08-20T25:00", nullptr},
                                         IsoCase{"2025-08-20T10:60", nullptr},
                                         IsoCase{"2025-08-20T10:12:27+99:00", nullptr},
                                         IsoCase{"2025-08-20T10:12:27 and more", nullptr}, IsoCase{"", nullptr},
                                         IsoCase{"yesterday", nullptr}));

TEST(Time, NamesTheLocalDayAcrossMidnight) {
    const Instant justBefore = *parseIso("2025-08-20T23:59:59+08:00", {});
    EXPECT_EQ(formatDay(localDay(justBefore, UtcOffset{480})), "2025-08-20");
    EXPECT_EQ(formatDay(localDay(justBefore.plus(1000), UtcOffset{480})), "2025-08-21");
    EXPECT_EQ(formatDay(localDay(Instant{-1}, UtcOffset{0})), "1969-12-31");
}

}  // namespace
}  // namespace zhida
