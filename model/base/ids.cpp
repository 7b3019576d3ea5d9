// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/ids.h"

#include <algorithm>

namespace zhida {
namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isDashPosition(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

void stamp(Uuid& id, unsigned version) {
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | (version << 4U));
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
}

/// FNV-1a with a final avalanche; two seeds give 128 bits. Only spreads names, protects nothing.
std::uint64_t spread(std::string_view name, std::uint64_t seed) {
    std::uint64_t h = 0xcbf29ce484222325ULL ^ seed;
    for (const char c : name) {
        h = (h ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
    }
    h = (h ^ (h >> 33U)) * 0xff51afd7ed558ccdULL;
    h = (h ^ (h >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return h ^ (h >> 33U);
}

}  // namespace

std::string Uuid::text() const {
    static constexpr char kHex[] = "0123456789abcdef";
    std::string out(36, '-');
    std::size_t at = 0;
    for (const std::uint8_t byte : bytes) {
        at += isDashPosition(at) ? 1 : 0;
        out[at++] = kHex[byte >> 4U];
        out[at++] = kHex[byte & 0x0FU];
    }
    return out;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) {
        return std::nullopt;
    }
    Uuid id;
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDashPosition(i)) {
            if (text[i] != '-') {
                return std::nullopt;
            }
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0) {
            return std::nullopt;
        }
        auto& byte = id.bytes[nibble / 2];
        byte = static_cast<std::uint8_t>((unsigned{byte} << 4U) | static_cast<unsigned>(value));
        ++nibble;
    }
    return id;
}

std::optional<Uuid> Uuid::fromRaw(std::string_view raw) {
    Uuid id;
    if (raw.size() != id.bytes.size()) {
        return std::nullopt;
    }
    std::copy(raw.begin(), raw.end(), id.bytes.begin());
    return id;
}

Uuid Uuid::v7(Instant now, Rng& rng) {
    Uuid id;
    const auto ms = static_cast<std::uint64_t>(now.ms);
    for (unsigned i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(ms >> (40U - 8U * i));
    }
    const std::uint64_t high = rng.next();
    const std::uint64_t low = rng.next();
    id.bytes[6] = static_cast<std::uint8_t>(high);
    id.bytes[7] = static_cast<std::uint8_t>(high >> 8U);
    std::memcpy(id.bytes.data() + 8, &low, sizeof low);
    stamp(id, 7);
    return id;
}

Uuid Uuid::fromName(std::string_view name) {
    Uuid id;
    const std::uint64_t high = spread(name, 0x9e3779b97f4a7c15ULL);
    const std::uint64_t low = spread(name, 0xd1b54a32d192ed03ULL);
    std::memcpy(id.bytes.data(), &high, sizeof high);
    std::memcpy(id.bytes.data() + 8, &low, sizeof low);
    stamp(id, 8);
    return id;
}

}  // namespace zhida
