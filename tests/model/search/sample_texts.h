// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zhida::search {

struct SampleArticle {
    std::string title;
    std::string body;
};

/// `count` made-up articles in the field's words, with punctuation, numbers, Latin words, traditional characters, full-width
/// forms and blanks between. The same seed gives the same articles.
std::vector<SampleArticle> sampleArticles(std::size_t count, std::uint64_t seed);

}  // namespace zhida::search
