// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/fold.h"

#include "model/base/utf8.h"
#include "model/search/tables.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace zhida::search {
namespace {

/// Stands for "folds to something above the basic plane"; no character has this number.
constexpr char16_t kElsewhere = 0xFFFF;

/// The basic plane as a plain array: 128 KiB, filled once in some 30 µs.
struct BasicPlane {
    std::array<char16_t, 0x10000> to{};
    BasicPlane() {
        for (std::size_t c = 0; c < to.size(); ++c) {
            to[c] = static_cast<char16_t>(c);
        }
        for (const auto& pair : tables::folds()) {
            if (pair.from < to.size()) {
                to[pair.from] = pair.to < to.size() ? static_cast<char16_t>(pair.to) : kElsewhere;
            }
        }
    }
};

char32_t foldSupplementary(char32_t c) {
    const auto pairs = tables::folds();
    const auto less = [](const tables::FoldPair& pair, char32_t value) { return pair.from < value; };
    const auto found = std::lower_bound(pairs.begin(), pairs.end(), c, less);
    return found != pairs.end() && found->from == c ? found->to : c;
}

bool isKanaOrHangul(char32_t c) { return (c >= 0x3041 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3); }

}  // namespace

char32_t fold(char32_t c) {
    static const BasicPlane plane;
    if (c < plane.to.size() && plane.to[c] != kElsewhere) {
        return plane.to[c];
    }
    return foldSupplementary(c);
}

CharKind kindOf(char32_t c) {
    if (c < 0x80) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        return word ? CharKind::word : CharKind::separator;
    }
    if (utf8::isHan(c) || isKanaOrHangul(c)) {
        return CharKind::han;
    }
    const auto type = U_MASK(u_charType(static_cast<UChar32>(c)));
    return (type & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0 ? CharKind::word : CharKind::separator;
}

FoldedText foldText(std::string_view text) {
    FoldedText out;
    out.chars.reserve(text.size() / 2);
    out.at.reserve(text.size() / 2 + 1);
    std::size_t at = 0;
    while (at < text.size()) {
        const auto [codePoint, length] = utf8::decode(text.substr(at));
        out.chars.push_back(fold(codePoint));
        out.at.push_back(static_cast<std::uint32_t>(at));
        at += length;
    }
    out.at.push_back(static_cast<std::uint32_t>(at));
    return out;
}

std::string toUtf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) {
        utf8::append(out, c);
    }
    return out;
}

std::string foldedUtf8(std::string_view text) { return toUtf8(foldText(text).chars); }

std::vector<Run> runsOf(std::u32string_view folded) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const CharKind kind = kindOf(folded[i]);
        if (kind == CharKind::separator) {
            continue;
        }
        if (!runs.empty() && runs.back().end == i && runs.back().kind == kind) {
            runs.back().end = i + 1;
        } else {
            runs.push_back({kind, i, i + 1});
        }
    }
    return runs;
}

}  // namespace zhida::search
