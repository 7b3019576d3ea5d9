// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/building.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <array>

namespace zhida::domain {
namespace {

constexpr std::size_t kMostBefore = 20;
constexpr std::size_t kMostAfter = 16;
/// So many characters before the number tell one estate from another, wherever the sentence before them ends.
constexpr std::size_t kTellingChars = 4;
constexpr std::size_t kTold = 3;

using Text = std::u32string;

constexpr std::array<std::u32string_view, 5> kMarkers{U"号楼", U"#楼", U"栋", U"幢", U"座"};

bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool isLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool isNumeral(char32_t c) { return isDigit(c) || isLetter(c) || Text(U"一二三四五六七八九十").find(c) != Text::npos; }
bool isName(char32_t c) { return isNumeral(c) || (c >= 0x3400 && c <= 0x9FFF); }

Text decoded(std::string_view text) {
    Text out;
    while (!text.empty()) {
        const utf8::Decoded next = utf8::decode(text);
        text.remove_prefix(next.length);
        const char32_t c = next.codePoint;
        if (c != U' ' && c != U'\t' && c != 0x3000) {
            out.push_back(c >= 0xFF10 && c <= 0xFF19 ? c - 0xFF10 + U'0' : c);
        }
    }
    return out;
}

std::string encoded(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) {
        utf8::append(out, c);
    }
    return out;
}

/// "小区3号楼", "我们小区3号楼": which one is not said.
bool isNoName(std::u32string_view before) {
    constexpr std::array<std::u32string_view, 4> kNone{U"小区", U"我们小区", U"本小区", U"我家小区"};
    return before.size() < 2 || std::find(kNone.begin(), kNone.end(), before) != kNone.end();
}

std::size_t numberBegin(const Text& text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && isNumeral(text[begin - 1])) {
        --begin;
    }
    return begin;
}

/// The numbers behind the building: "2单元501室" -> "2-501".
std::string householdAt(const Text& text, std::size_t at) {
    std::string out;
    bool inNumber = false;
    const std::size_t end = std::min(text.size(), at + kMostAfter);
    for (; at < end && (isName(text[at]) || text[at] == U'-' || text[at] == U'#'); ++at) {
        if (isDigit(text[at])) {
            out += inNumber || out.empty() ? "" : "-";
            out += static_cast<char>(text[at]);
        }
        inNumber = isDigit(text[at]);
        if (text[at] == U'室' || text[at] == U'户') {
            break;
        }
    }
    return out;
}

}  // namespace

std::optional<BuildingAddress> buildingIn(std::string_view given) {
    const Text text = decoded(given);
    for (std::size_t at = 1; at < text.size(); ++at) {
        for (const std::u32string_view marker : kMarkers) {
            if (std::u32string_view(text).substr(at, marker.size()) != marker || !isNumeral(text[at - 1])) {
                continue;
            }
            const std::size_t number = numberBegin(text, at);
            std::size_t begin = number;
            while (begin > 0 && number - begin < kMostBefore && isName(text[begin - 1])) {
                --begin;
            }
            if (isNoName(std::u32string_view(text).substr(begin, number - begin))) {
                continue;
            }
            const std::size_t end = at + marker.size();
            const auto part = [&text](std::size_t from, std::size_t to) {
                return encoded(std::u32string_view(text).substr(from, to - from));
            };
            return BuildingAddress{part(begin, at) + "号楼", part(std::max(begin, number - kTold), number),
                                   householdAt(text, end)};
        }
    }
    return std::nullopt;
}

bool isSameBuilding(std::string_view a, std::string_view b) {
    const Text one = decoded(a);
    const Text two = decoded(b);
    const auto differ = std::mismatch(one.rbegin(), one.rend(), two.rbegin(), two.rend());
    const auto common = static_cast<std::size_t>(differ.first - one.rbegin());
    if (common == std::min(one.size(), two.size())) {
        return common > 0;
    }
    constexpr std::size_t kMarker = 2;
    if (common <= kMarker) {
        return false;
    }
    const std::size_t number = numberBegin(one, one.size() - kMarker);
    return one.size() - common + kTellingChars <= number;
}

}  // namespace zhida::domain
