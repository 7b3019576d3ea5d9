// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// Internal to app/words: what happened and what to do, in one sentence; {name} stands for an argument. In order of code.
namespace zhida::words {

struct Sentence {
    std::string_view code;
    std::string_view zh;
    std::string_view en;
};

std::span<const Sentence> sentencesAtoM();
std::span<const Sentence> sentencesNtoZ();

}  // namespace zhida::words
