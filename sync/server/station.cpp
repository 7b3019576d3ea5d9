// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/station.h"

#include <set>

namespace zhida::sync {
namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kStations = kLetters.size() * kLetters.size();

std::string stationAt(std::size_t place) {
    return {kLetters[place / kLetters.size() % kLetters.size()], kLetters[place % kLetters.size()]};
}

bool isStation(std::string_view text) {
    return text.size() == 2 && text.find_first_not_of(kLetters) == std::string_view::npos;
}

/// Out of the random end of its UUID.
std::size_t placeOf(const DeviceId& device) {
    const std::string_view raw = device.raw();
    return (static_cast<unsigned char>(raw[raw.size() - 2]) * 256U + static_cast<unsigned char>(raw.back())) %
           kStations;
}

}  // namespace

std::optional<std::string> freeStation(const std::vector<Device>& devices, const DeviceId& device,
                                       std::string_view held) {
    std::set<std::string, std::less<>> used{"00"};
    for (const Device& each : devices) {
        used.insert(each.station);
    }
    if (isStation(held) && !used.contains(held)) {
        return std::string(held);
    }
    for (std::size_t step = 0; step < kStations; ++step) {
        if (std::string station = stationAt(placeOf(device) + step); !used.contains(station)) {
            return station;
        }
    }
    return std::nullopt;
}

}  // namespace zhida::sync
