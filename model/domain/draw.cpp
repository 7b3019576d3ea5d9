// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/draw.h"

#include <algorithm>
#include <numeric>

namespace zhida::domain {
namespace {

/// FNV-1a, then the finish of SplitMix64: neighbouring ids get lots far apart.
class Lot {
public:
    void add(std::string_view text) {
        for (const char each : text) {
            add(static_cast<unsigned char>(each));
        }
        add(static_cast<unsigned char>(0xFF));  // no UTF-8 text holds it: "a" + "bc" is not "ab" + "c"
    }
    [[nodiscard]] std::uint64_t value() const {
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

private:
    void add(unsigned char byte) { m_state = (m_state ^ byte) * 0x100000001b3ULL; }
    std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

constexpr int kWhole = 100;

}  // namespace

std::uint64_t lotOf(std::string_view seed, Day day, std::string_view thing) {
    Lot lot;
    lot.add(seed);
    lot.add(formatDay(day));
    lot.add(thing);
    return lot.value();
}

bool isDrawn(std::string_view seed, Day day, std::string_view thing, int percent) {
    if (percent <= 0 || percent >= kWhole) {
        return percent > 0;
    }
    // The upper 32 bits as a fraction of one, times a hundred.
    return ((lotOf(seed, day, thing) >> 32U) * kWhole) >> 32U < static_cast<std::uint64_t>(percent);
}

std::vector<std::size_t> draw(std::string_view seed, Day day, const std::vector<std::string>& things,
                              std::size_t count) {
    std::vector<std::uint64_t> lots;
    lots.reserve(things.size());
    for (const std::string& each : things) {
        lots.push_back(lotOf(seed, day, each));
    }
    std::vector<std::size_t> order(things.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return lots[a] != lots[b] ? lots[a] < lots[b] : things[a] < things[b];
    });
    order.resize(std::min(count, order.size()));
    std::sort(order.begin(), order.end());
    return order;
}

std::size_t shareOf(std::size_t size, int percent) {
    const auto part = static_cast<std::size_t>(std::clamp(percent, 0, kWhole));
    return (size * part + kWhole - 1) / kWhole;
}

}  // namespace zhida::domain
