// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/packing.h"

namespace zhida::sync::packing {
namespace {

void putText(std::string& out, std::string_view text) {
    putVarint(out, text.size());
    out.append(text);
}

std::optional<std::string> takeText(std::string_view& bytes) {
    const auto size = takeVarint(bytes);
    if (!size || *size > bytes.size()) {
        return std::nullopt;
    }
    std::string text(bytes.substr(0, *size));
    bytes.remove_prefix(*size);
    return text;
}

}  // namespace

void putVarint(std::string& out, std::uint64_t value) {
    while (value >= 0x80U) {
        out.push_back(static_cast<char>((value & 0x7fU) | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

std::optional<std::uint64_t> takeVarint(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        if ((byte & 0x80U) == 0) {
            return value;
        }
    }
    return std::nullopt;
}

std::string packPairs(const std::vector<std::pair<std::string, std::string>>& pairs) {
    std::string out;
    for (const auto& [key, value] : pairs) {
        putText(out, key);
        putText(out, value);
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> unpackPairs(std::string_view bytes) {
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!bytes.empty()) {
        auto key = takeText(bytes);
        auto value = takeText(bytes);
        if (!key || !value) {
            break;
        }
        pairs.emplace_back(std::move(*key), std::move(*value));
    }
    return pairs;
}

}  // namespace zhida::sync::packing
