// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/station.h"

#include <set>
#include <string_view>

namespace zhida::sync {

std::optional<std::string> freeStation(const std::vector<Device>& devices) {
    constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::set<std::string> used{"00"};
    for (const Device& device : devices) {
        used.insert(device.station);
    }
    for (const char first : kLetters) {
        for (const char second : kLetters) {
            std::string station{first, second};
            if (!used.contains(station)) {
                return station;
            }
        }
    }
    return std::nullopt;
}

}  // namespace zhida::sync
