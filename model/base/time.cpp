// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/time.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>

namespace zhida {
namespace {

std::int64_t floorDiv(std::int64_t a, std::int64_t b) {
    const std::int64_t q = a / b;
    return a % b < 0 ? q - 1 : q;
}

int daysInMonth(int year, int month) {
    static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// Reads numbers and separators from the left; every step either consumes or leaves the text as it was.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t n = 0;
        int value = 0;
        while (n < m_text.size() && n < most && std::isdigit(static_cast<unsigned char>(m_text[n])) != 0) {
            value = value * 10 + (m_text[n++] - '0');
        }
        if (n < least) {
            return std::nullopt;
        }
        m_text.remove_prefix(n);
        return value;
    }
    bool skip(std::string_view anyOf) {
        if (m_text.empty() || anyOf.find(m_text.front()) == std::string_view::npos) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }
    [[nodiscard]] char peek() const { return m_text.empty() ? '\0' : m_text.front(); }
    [[nodiscard]] bool atEnd() const { return m_text.empty(); }

private:
    std::string_view m_text;
};

std::optional<Day> readDay(Reader& in) {
    const auto year = in.number(4, 4);
    if (!year || !in.skip("-/")) {
        return std::nullopt;
    }
    const auto month = in.number(1, 2);
    if (!month || *month < 1 || *month > 12 || !in.skip("-/")) {
        return std::nullopt;
    }
    const auto day = in.number(1, 2);
    if (!day || *day < 1 || *day > daysInMonth(*year, *month)) {
        return std::nullopt;
    }
    return dayOf({*year, *month, *day});
}

/// Milliseconds of a second's fraction: "5" -> 500, "1234" -> 123.
std::int64_t readFraction(Reader& in) {
    std::int64_t ms = 0;
    std::int64_t unit = 100;
    while (std::isdigit(static_cast<unsigned char>(in.peek())) != 0) {
        ms += (*in.number(1, 1)) * unit;
        unit /= 10;
    }
    return ms;
}

std::optional<std::int64_t> readTimeOfDay(Reader& in) {
    const auto hour = in.number(1, 2);
    if (!hour || *hour > 24 || !in.skip(":")) {
        return std::nullopt;
    }
    const auto minute = in.number(2, 2);
    if (!minute || *minute > 59) {
        return std::nullopt;
    }
    std::int64_t ms = *hour * kHourMs + *minute * kMinuteMs;
    if (in.skip(":")) {
        const auto second = in.number(2, 2);
        if (!second || *second > 60) {
            return std::nullopt;
        }
        ms += *second * kSecondMs;
        if (in.skip(".,")) {
            ms += readFraction(in);
        }
    }
    return ms <= kDayMs ? std::optional(ms) : std::nullopt;
}

std::optional<UtcOffset> readOffset(Reader& in, UtcOffset fallback) {
    if (in.skip("Zz")) {
        return UtcOffset{0};
    }
    const char sign = in.peek();
    if (!in.skip("+-")) {
        return fallback;
    }
    const auto hours = in.number(2, 2);
    in.skip(":");
    const auto minutes = in.number(2, 2);
    if (!hours || *hours > 15) {
        return std::nullopt;
    }
    const int total = *hours * 60 + minutes.value_or(0);
    return UtcOffset{sign == '-' ? -total : total};
}

}  // namespace

Day dayOf(const CivilDate& date) {
    const int y = date.year - (date.month <= 2 ? 1 : 0);
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return Day{era * 146097 + dayOfEra - 719468};
}

CivilDate civilOf(Day day) {
    const int z = day.number + 719468;
    const int era = (z >= 0 ? z : z - 146096) / 146097;
    const int dayOfEra = z - era * 146097;
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shifted = (5 * dayOfYear + 2) / 153;
    const int month = shifted + (shifted < 10 ? 3 : -9);
    const int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * shifted + 2) / 5 + 1};
}

Day localDay(Instant at, UtcOffset offset) {
    return Day{static_cast<std::int32_t>(floorDiv(at.ms + offset.minutes * kMinuteMs, kDayMs))};
}

Instant startOf(Day day, UtcOffset offset) { return Instant{day.number * kDayMs - offset.minutes * kMinuteMs}; }

int weekday(Day day) { return static_cast<int>((((day.number + 3) % 7) + 7) % 7); }

std::string formatDay(Day day) {
    const CivilDate date = civilOf(day);
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return buffer.data();
}

std::string formatIso(Instant at, UtcOffset offset) {
    const Day day = localDay(at, offset);
    const std::int64_t ofDay = at.ms - startOf(day, offset).ms;
    const int seconds = static_cast<int>(ofDay / kSecondMs);
    const int millis = static_cast<int>(ofDay % kSecondMs);
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    std::string out = formatDay(day) + buffer.data();
    if (millis != 0) {
        std::snprintf(buffer.data(), buffer.size(), ".%03d", millis);
        out += buffer.data();
    }
    if (offset.minutes == 0) {
        return out + "Z";
    }
    const int total = std::abs(offset.minutes);
    std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", offset.minutes < 0 ? '-' : '+', total / 60, total % 60);
    return out + buffer.data();
}

std::optional<Day> parseDay(std::string_view text) {
    Reader in(text);
    const auto day = readDay(in);
    return in.atEnd() ? day : std::nullopt;
}

std::optional<Instant> parseIso(std::string_view text, UtcOffset fallback) {
    Reader in(text);
    const auto day = readDay(in);
    if (!day) {
        return std::nullopt;
    }
    if (in.atEnd()) {
        return startOf(*day, fallback);
    }
    if (!in.skip("Tt ")) {
        return std::nullopt;
    }
    const auto ofDay = readTimeOfDay(in);
    const auto offset = ofDay ? readOffset(in, fallback) : std::nullopt;
    if (!offset || !in.atEnd()) {
        return std::nullopt;
    }
    return startOf(*day, *offset).plus(*ofDay);
}

}  // namespace zhida
