// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zhida::search {

struct Hit {
    std::int64_t rowid = 0;
    /// Greater is better; comparable within one result only.
    double score = 0;
    /// "text:健康证", "synonym:健康证=预防性健康检查", "pinyin:jkz=健康证", "pinyin:建康正" (sounds alike), "chars:证健" (single
    /// characters of the title); what was typed after the colon.
    std::vector<std::string> why;

    bool operator==(const Hit&) const = default;
};

}  // namespace zhida::search
