// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/kpi_ratio.h"

namespace zhida::domain {
namespace {

std::int64_t power10(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

/// Half away from zero: half up of what was counted, the sign apart.
std::int64_t dividedHalfUp(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t magnitude = numerator < 0 ? -numerator : numerator;
    const std::int64_t quotient = magnitude / denominator;
    const std::int64_t rest = magnitude % denominator;
    const std::int64_t up = quotient + (rest >= denominator - rest ? 1 : 0);
    return numerator < 0 ? -up : up;
}

}  // namespace

std::optional<std::int64_t> percentOf(const Ratio& ratio, int decimals) {
    if (ratio.denominator <= 0) {
        return std::nullopt;
    }
    return dividedHalfUp(ratio.numerator * 100 * power10(decimals), ratio.denominator);
}

std::string fixedText(std::int64_t value, int decimals) {
    const std::int64_t unit = power10(decimals);
    const std::int64_t magnitude = value < 0 ? -value : value;
    std::string text = (value < 0 ? "-" : "") + std::to_string(magnitude / unit);
    if (decimals > 0) {
        const std::string rest = std::to_string(magnitude % unit);
        text += "." + std::string(static_cast<std::size_t>(decimals) - rest.size(), '0') + rest;
    }
    return text;
}

std::string percentText(const Ratio& ratio, int decimals) {
    const auto percent = percentOf(ratio, decimals);
    return percent ? fixedText(*percent, decimals) + "%" : "-";
}

Ratio changeOf(std::int64_t now, std::int64_t before) { return {now - before, before}; }

std::int64_t scoreOf(const std::vector<Weighted>& parts, int decimals) {
    std::int64_t sum = 0;  // in 10^-4 points
    for (const Weighted& each : parts) {
        sum += each.rate * each.weight;
    }
    return dividedHalfUp(sum, power10(4 - decimals));
}

}  // namespace zhida::domain
