// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/number_format.h"

#include "model/base/time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

namespace zhida::importing {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kUnixDay = 25'569;     ///< 1970-01-01
constexpr std::int64_t kNoSuchDay = 60;       ///< 1900-02-29, which never was
constexpr std::int64_t kLastDay = 2'958'465;  ///< 9999-12-31
constexpr double kDaysTo1904 = 1'462;
constexpr int kKeptDigits = 15;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool isElapsed(std::string_view bracket) {
    return !bracket.empty() && (lower(bracket[0]) == 'h' || lower(bracket[0]) == 'm' || lower(bracket[0]) == 's') &&
           std::all_of(bracket.begin(), bracket.end(), [&](char c) { return lower(c) == lower(bracket[0]); });
}

/// Letters, digits and signs of the first section in lower case, without quoted text and colours.
std::string bareCode(std::string_view code, bool& elapsed) {
    std::string bare;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"' || c == '[') {
            const std::size_t close = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
            elapsed = elapsed || (c == '[' && isElapsed(code.substr(i + 1, close - i - 1)));
            i = close;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            bare.push_back(lower(c));
        }
    }
    return bare;
}

bool hasAny(std::string_view text, std::string_view letters) {
    return text.find_first_of(letters) != std::string_view::npos;
}

void eraseAll(std::string& text, std::string_view part) {
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
        text.erase(at, part.size());
    }
}

std::string twoDigits(std::int64_t value) {
    const std::string text = std::to_string(value);
    return text.size() < 2 ? "0" + text : text;
}

std::string clock(std::int64_t seconds) {
    return twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
}

std::string dayText(std::int64_t day) {
    const std::int64_t sinceUnix = day - kUnixDay + (day < kNoSuchDay ? 1 : 0);
    return formatDay(Day{static_cast<std::int32_t>(sinceUnix)});
}

/// Nothing for a number that is no time.
std::optional<std::string> timeText(double days, const NumberFormat& format) {
    if (!(days >= 0) || days > static_cast<double>(kLastDay) + 1) {
        return std::nullopt;
    }
    const std::int64_t seconds = std::llround(days * static_cast<double>(kDaySeconds));
    const std::int64_t day = seconds / kDaySeconds;
    const std::int64_t rest = seconds % kDaySeconds;
    if (format.elapsed) {
        return clock(seconds);
    }
    if (day == 0) {
        return format.time ? std::optional(clock(rest)) : std::nullopt;
    }
    if (day == kNoSuchDay || day > kLastDay) {
        return std::nullopt;
    }
    return rest == 0 && !format.time ? dayText(day) : dayText(day) + "T" + clock(rest);
}

bool isDigits(std::string_view text) {
    text.remove_prefix(text.substr(0, 1) == "-" ? 1 : 0);
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// 1.2345E+7 without its exponent, by hand: a double cannot hold what the digits say.
NumberText withoutExponent(double value) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::scientific, kKeptDigits - 1)
                         .ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t mark = text.find('e');
    int exponent = 0;
    const char* const from = text.data() + mark + (text[mark + 1] == '+' ? 2 : 1);
    std::from_chars(from, end, exponent);
    std::string digits = text.substr(0, 1).data()[0] + std::string(text.substr(2, mark - 2));
    digits.erase(digits.find_last_not_of('0') + 1);
    const std::string sign = value < 0 ? "-" : "";
    if (digits.empty()) {
        return {"0"};
    }
    if (exponent < 0) {
        return {sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits};
    }
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) {
        digits.append(whole - digits.size(), '0');
        return {sign + digits, whole > kKeptDigits};
    }
    return {sign + digits.substr(0, whole) + "." + digits.substr(whole)};
}

}  // namespace

NumberFormat formatOfCode(std::string_view code) {
    NumberFormat format;
    std::string bare = bareCode(code, format.elapsed);
    if (!bare.empty() && bare.find_first_not_of('0') == std::string::npos) {
        format.digits = bare.size() > 1 ? bare.size() : 0;
    }
    eraseAll(bare, "general");
    eraseAll(bare, "am/pm");
    eraseAll(bare, "a/p");
    eraseAll(bare, "e+");
    eraseAll(bare, "e-");
    format.time = hasAny(bare, "hs");
    format.date = hasAny(bare, "yde") || (!format.time && !format.elapsed && hasAny(bare, "m"));
    return format;
}

NumberFormat formatOfNumber(unsigned number) {
    const auto within = [number](unsigned from, unsigned to) { return number >= from && number <= to; };
    NumberFormat format;
    format.elapsed = number == 46;
    format.time = within(18, 22) || within(32, 35) || number == 45 || number == 47 || within(55, 56);
    format.date = within(14, 17) || number == 22 || within(27, 31) || number == 36 || within(50, 54) || within(57, 58);
    return format;
}

NumberText numberText(std::string_view value, const NumberFormat& format, bool from1904) {
    double number = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failure != std::errc{} || end != value.data() + value.size() || !std::isfinite(number)) {
        return {std::string(value)};
    }
    if (format.isTime()) {
        const double days = number + (from1904 && !format.elapsed ? kDaysTo1904 : 0);
        if (auto text = timeText(days, format)) {
            return {std::move(*text)};
        }
    }
    NumberText text = isDigits(value) ? NumberText{std::string(value)} : withoutExponent(number);
    if (text.text.size() < format.digits && isDigits(text.text) && number >= 0) {
        text.text.insert(0, format.digits - text.text.size(), '0');
    }
    return text;
}

}  // namespace zhida::importing
