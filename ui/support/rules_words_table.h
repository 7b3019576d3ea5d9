// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// Internal to rules_words.cpp.
namespace zhida::ui::words {

struct RulesWord {
    std::string_view key;  ///< end of a path ("term", "levels.term"), or "field.code"
    const char* source;    ///< in context "Rules"
};

std::span<const RulesWord> rulesFieldTable();
std::span<const RulesWord> rulesCodeTable();

}  // namespace zhida::ui::words
