// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhida {

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. Offsets are applied only where a person reads or writes a time.
struct Instant {
    std::int64_t ms = 0;

    auto operator<=>(const Instant&) const = default;
    [[nodiscard]] constexpr Instant plus(std::int64_t milliseconds) const { return Instant{ms + milliseconds}; }
};

inline constexpr std::int64_t kSecondMs = 1000;
inline constexpr std::int64_t kMinuteMs = 60 * kSecondMs;
inline constexpr std::int64_t kHourMs = 60 * kMinuteMs;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;

/// A calendar day: days since 1970-01-01, proleptic Gregorian.
struct Day {
    std::int32_t number = 0;

    auto operator<=>(const Day&) const = default;
    [[nodiscard]] constexpr Day plus(int days) const { return Day{number + days}; }
};

struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
    bool operator==(const CivilDate&) const = default;
};

/// Offset of a clock from UTC in minutes; China is +480 all year.
struct UtcOffset {
    int minutes = 480;
    bool operator==(const UtcOffset&) const = default;
};

Day dayOf(const CivilDate& date);
CivilDate civilOf(Day day);
/// The day on which `at` falls on a clock with this offset.
Day localDay(Instant at, UtcOffset offset);
/// Midnight at the start of `day` on a clock with this offset.
Instant startOf(Day day, UtcOffset offset);
/// 0 = Monday … 6 = Sunday (ISO 8601 order).
int weekday(Day day);

/// "2025-08-29T23:59:59+08:00", milliseconds only when they are not zero; "Z" for offset 0.
std::string formatIso(Instant at, UtcOffset offset);
/// ISO 8601: date, or date and time with "T" or a blank, seconds and fraction optional; without an offset `fallback` holds.
std::optional<Instant> parseIso(std::string_view text, UtcOffset fallback);
std::string formatDay(Day day);
/// "2025-08-29", also "2025/8/9"; nothing for days that do not exist.
std::optional<Day> parseDay(std::string_view text);

}  // namespace zhida
