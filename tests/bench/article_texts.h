// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"

#include <cstddef>
#include <string>
#include <vector>

namespace zhida::bench {

struct MadeArticle {
    std::string title;
    std::string keywords;
    std::string body;
};

/// Articles of any number out of real ones: sentences of several of them, with names and places of their own in it, so that
/// the words are as unevenly frequent as in a real knowledge base (a few everywhere, most in a handful of articles).
class ArticleTexts {
public:
    /// Files as for readCorpus() of judged_set.h; none: the articles that come with the project.
    explicit ArticleTexts(const std::vector<std::string>& files);

    /// Always the same one for an index; some 120 characters.
    [[nodiscard]] MadeArticle article(std::size_t index) const;

private:
    [[nodiscard]] std::string name(Rng& rng) const;

    std::vector<std::string> m_titles;
    std::vector<std::string> m_keywords;
    std::vector<std::string> m_sentences;
    /// Characters as often as they are written.
    std::u32string m_chars;
};

}  // namespace zhida::bench
