// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/time_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

namespace zhida::importing {
namespace {

struct Parts {
    CivilDate date{0, 1, 1};
    int hour = 0;
    int minute = 0;
    int second = 0;
    int half = -1;  ///< 0 AM, 1 PM
};

std::optional<Instant> compose(Parts parts, UtcOffset offset) {
    if (parts.half >= 0) {
        if (parts.hour < 1 || parts.hour > 12) {
            return std::nullopt;
        }
        parts.hour = parts.hour % 12 + 12 * parts.half;
    }
    if (parts.date.month < 1 || parts.date.month > 12 || parts.date.day < 1 || parts.hour > 23 || parts.minute > 59 ||
        parts.second > 60) {
        return std::nullopt;
    }
    const Day day = dayOf(parts.date);
    if (!(civilOf(day) == parts.date)) {
        return std::nullopt;
    }
    return startOf(day, offset).plus(parts.hour * kHourMs + parts.minute * kMinuteMs + parts.second * kSecondMs);
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failure == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

/// Day 25569 of a spreadsheet is 1970-01-01; its fraction is local time, exact to the second.
std::optional<Instant> fromSpreadsheet(std::string_view text, UtcOffset offset) {
    const auto days = number(text);
    if (!days || *days < 20'000 || *days >= 80'000) {
        return std::nullopt;
    }
    const auto seconds = static_cast<std::int64_t>(std::llround((*days - 25'569) * 86'400));
    return Instant{seconds * kSecondMs - offset.minutes * kMinuteMs};
}

std::optional<Instant> fromUnix(std::string_view text, double unit) {
    const auto value = number(text);
    if (!value || std::abs(*value * unit) > 1e15) {
        return std::nullopt;
    }
    return Instant{static_cast<std::int64_t>(std::llround(*value * unit))};
}

std::optional<Instant> byPattern(std::string_view text, const TimeFormat& format);

/// 2025年8月9日 10时5分30秒, 2025年8月9日 10:05
std::optional<Instant> fromChinese(std::string_view text, UtcOffset offset) {
    static constexpr std::array kPatterns{"%Y年%m月%d日", "%Y年%m月%d日%H时%M分", "%Y年%m月%d日%H时%M分%S秒",
                                          "%Y年%m月%d日%H:%M", "%Y年%m月%d日%H:%M:%S"};
    if (text.find("年") == std::string_view::npos) {
        return std::nullopt;
    }
    std::string plain(text);
    plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
    for (const char* const pattern : kPatterns) {
        if (const auto at = byPattern(plain, {pattern, offset})) {
            return at;
        }
    }
    return std::nullopt;
}

/// 20250809, 20250809101500
std::optional<Instant> fromDigits(std::string_view text, const TimeFormat& format) {
    const TimeFormat pattern{text.size() == 8 ? "%Y%m%d" : "%Y%m%d%H%M%S", format.offset};
    return text.size() == 8 || text.size() == 14 ? readTime(text, pattern) : std::nullopt;
}

std::optional<Instant> guess(std::string_view text, const TimeFormat& format) {
    if (const auto at = parseIso(text, format.offset)) {
        return at;
    }
    if (const auto at = fromChinese(text, format.offset)) {
        return at;
    }
    if (const auto at = fromDigits(text, format)) {
        return at;
    }
    return fromSpreadsheet(text, format.offset);
}

std::optional<Instant> byName(std::string_view text, const TimeFormat& format) {
    if (format.pattern == "spreadsheet") {
        return fromSpreadsheet(text, format.offset);
    }
    if (format.pattern == "unix") {
        return fromUnix(text, 1000);
    }
    return format.pattern == "unixMs" ? fromUnix(text, 1) : byPattern(text, format);
}

/// A date cell has come as 2025-08-09 or 2025-08-09T10:15:00, whatever the mapping says of texts.
std::optional<Instant> fromWorkbook(std::string_view text, UtcOffset offset) {
    constexpr std::string_view kShape = "0000-00-00T00:00:00";
    const auto fits = [](char c, char shape) { return shape == '0' ? c >= '0' && c <= '9' : c == shape; };
    const bool isShape = (text.size() == 10 || text.size() == kShape.size()) &&
                         std::equal(text.begin(), text.end(), kShape.begin(), fits);
    return isShape ? parseIso(text, offset) : std::nullopt;
}

class PatternReader {
public:
    explicit PatternReader(std::string_view text) : m_text(text) {}

    bool literal(char c) {
        if (m_text.empty() || m_text.front() != c) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }

    bool directive(char d, Parts& into) {
        switch (d) {
            case 'Y':
                return digits(4, into.date.year);
            case 'y': {
                const bool ok = digits(2, into.date.year);
                into.date.year += into.date.year < 70 ? 2000 : 1900;
                return ok;
            }
            case 'm':
                return digits(2, into.date.month);
            case 'd':
                return digits(2, into.date.day);
            case 'H':
            case 'I':
                return digits(2, into.hour);
            case 'M':
                return digits(2, into.minute);
            case 'S':
                return digits(2, into.second);
            case 'p':
                return half(into.half);
            case '%':
                return literal('%');
            default:
                return false;
        }
    }
    [[nodiscard]] bool atEnd() const { return m_text.empty(); }

private:
    bool digits(std::size_t most, int& out) {
        std::size_t n = 0;
        int value = 0;
        while (n < most && n < m_text.size() && std::isdigit(static_cast<unsigned char>(m_text[n])) != 0) {
            value = value * 10 + (m_text[n++] - '0');
        }
        m_text.remove_prefix(n);
        out = value;
        return n > 0;
    }
    bool half(int& out) {
        if (m_text.size() < 2 || (m_text[1] | 0x20) != 'm') {
            return false;
        }
        const int letter = m_text[0] | 0x20;
        out = letter == 'p' ? 1 : 0;
        m_text.remove_prefix(2);
        return letter == 'a' || letter == 'p';
    }

    std::string_view m_text;
};

std::optional<Instant> byPattern(std::string_view text, const TimeFormat& format) {
    PatternReader reader(text);
    Parts parts;
    for (std::size_t i = 0; i < format.pattern.size(); ++i) {
        const char c = format.pattern[i];
        const bool isDirective = c == '%' && i + 1 < format.pattern.size();
        if (!(isDirective ? reader.directive(format.pattern[++i], parts) : reader.literal(c))) {
            return std::nullopt;
        }
    }
    return reader.atEnd() ? compose(parts, format.offset) : std::nullopt;
}

}  // namespace

std::optional<Instant> readTime(std::string_view text, const TimeFormat& format) {
    if (format.pattern.empty() || format.pattern == "auto") {
        return guess(text, format);
    }
    const auto at = byName(text, format);
    return at ? at : fromWorkbook(text, format.offset);
}

std::optional<UtcOffset> readOffset(std::string_view text) {
    if (text == "Z" || text == "z") {
        return UtcOffset{0};
    }
    const bool shape = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':';
    const auto hours = shape ? number(text.substr(1, 2)) : std::nullopt;
    const auto minutes = shape ? number(text.substr(4, 2)) : std::nullopt;
    if (!hours || !minutes || *hours > 15 || *minutes > 59) {
        return std::nullopt;
    }
    const int total = static_cast<int>(*hours) * 60 + static_cast<int>(*minutes);
    return UtcOffset{text[0] == '-' ? -total : total};
}

}  // namespace zhida::importing
