// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Rates as bulletins print them: integers first, rounded once, half up (domain handbook 3).
namespace zhida::domain {

struct Ratio {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    bool operator==(const Ratio&) const = default;
};

/// A fixed-point percentage of 10^-decimals %; nothing when nothing was counted. Decimals 0 to 4, counts below 10^12.
std::optional<std::int64_t> percentOf(const Ratio& ratio, int decimals = 2);
/// "97.63%"; "-" when nothing was counted, never 100 %.
std::string percentText(const Ratio& ratio, int decimals = 2);
/// "97.63" out of 9763 and 2.
std::string fixedText(std::int64_t value, int decimals);

/// Growth against an earlier count: (now - before) / before.
Ratio changeOf(std::int64_t now, std::int64_t before);

/// A rate in 10^-2 % and what it weighs in %.
struct Weighted {
    std::int64_t rate = 0;
    int weight = 0;
};
/// Sum of rate x weight in 10^-decimals points, rounded once; the weights are meant to add up to 100. Decimals 0 to 4.
std::int64_t scoreOf(const std::vector<Weighted>& parts, int decimals);

}  // namespace zhida::domain
