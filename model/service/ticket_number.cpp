// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/ticket_number.h"

namespace zhida::service {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::uint32_t kDecimal = 10'000;
constexpr std::uint32_t kLetters = 22U * 32U * 32U * 32U;

std::string decimal(std::uint32_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string beyondDecimal(std::uint32_t rest) {
    std::string text(4, '0');
    for (std::size_t at = 4; at-- > 1; rest /= 32) {
        text[at] = kDigits[rest % 32];
    }
    text[0] = kDigits[10 + rest];
    return text;
}

}  // namespace

std::string ticketNumber(std::string_view region6, Day day, std::string_view station, std::uint32_t count) {
    if (count >= kDecimal + kLetters) {
        return {};
    }
    const CivilDate date = civilOf(day);
    std::string number = region6.empty() ? "000000" : std::string(region6);
    number += decimal(static_cast<std::uint32_t>(date.year % 100), 2) +
              decimal(static_cast<std::uint32_t>(date.month), 2) + decimal(static_cast<std::uint32_t>(date.day), 2);
    number += station;
    return number + (count < kDecimal ? decimal(count, 4) : beyondDecimal(count - kDecimal));
}

}  // namespace zhida::service
