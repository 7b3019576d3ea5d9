// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/text_table.h"

#include "model/base/utf8.h"

#include <algorithm>

namespace zhida::admin {
namespace {

/// East Asian wide and full-width characters (Unicode TR 11), as far as they come up in our texts.
bool isWide(char32_t c) {
    return utf8::isHan(c) || (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) ||
           (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6);
}

}  // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const utf8::Decoded next = utf8::decode(text);
        width += isWide(next.codePoint) ? 2 : 1;
        text.remove_prefix(next.length);
    }
    return width;
}

std::vector<std::string> tableLines(const std::vector<std::vector<std::string>>& rows,
                                    const std::vector<std::size_t>& right) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], displayWidth(row[i]));
        }
    }
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - displayWidth(row[i]), ' ');
            const bool toTheRight = std::find(right.begin(), right.end(), i) != right.end();
            line += (i == 0 ? "" : "  ") + (toTheRight ? blanks + row[i] : row[i] + blanks);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace zhida::admin
