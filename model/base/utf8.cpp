// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/utf8.h"

namespace zhida::utf8 {
namespace {

std::size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead < 0xE0) {
        return 2;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
        return 3;
    }
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

bool inRange(char32_t cp, std::size_t length) {
    if (length == 3) {
        return cp >= 0x800 && (cp < 0xD800 || cp > 0xDFFF);
    }
    return length != 4 || (cp >= 0x10000 && cp <= 0x10FFFF);
}

}  // namespace

Decoded decode(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t n = sequenceLength(lead);
    if (n == 1) {
        return {lead, 1};
    }
    if (n == 0 || text.size() < n) {
        return {kReplacement, 1};
    }
    char32_t cp = lead & (0xFFU >> (n + 1));
    for (std::size_t i = 1; i < n; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80U) {
            return {kReplacement, 1};
        }
        cp = (cp << 6U) | (byte & 0x3FU);
    }
    return inRange(cp, n) ? Decoded{cp, n} : Decoded{kReplacement, 1};
}

void append(std::string& out, char32_t cp) {
    const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (cp < 0x80) {
        push(cp);
    } else if (cp < 0x800) {
        push(0xC0U | (cp >> 6U));
        push(0x80U | (cp & 0x3FU));
    } else if (cp < 0x10000) {
        push(0xE0U | (cp >> 12U));
        push(0x80U | ((cp >> 6U) & 0x3FU));
        push(0x80U | (cp & 0x3FU));
    } else {
        push(0xF0U | (cp >> 18U));
        push(0x80U | ((cp >> 12U) & 0x3FU));
        push(0x80U | ((cp >> 6U) & 0x3FU));
        push(0x80U | (cp & 0x3FU));
    }
}

bool isValid(std::string_view text) {
    while (!text.empty()) {
        const Decoded d = decode(text);
        if (d.codePoint == kReplacement && d.length == 1) {
            return false;
        }
        text.remove_prefix(d.length);
    }
    return true;
}

std::size_t length(std::string_view text) {
    std::size_t n = 0;
    for (; !text.empty(); ++n) {
        text.remove_prefix(decode(text).length);
    }
    return n;
}

std::string_view prefix(std::string_view text, std::size_t limit) {
    std::size_t bytes = 0;
    for (std::size_t n = 0; n < limit && bytes < text.size(); ++n) {
        bytes += decode(text.substr(bytes)).length;
    }
    return text.substr(0, bytes);
}

bool isHan(char32_t cp) {
    return cp == 0x3007 || (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x4E00 && cp <= 0x9FFF) ||
           (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x323AF);
}

}  // namespace zhida::utf8
