// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/article_texts.h"

#include "model/search/fold.h"
#include "tests/bench/judged_set.h"

#include <array>

namespace zhida::bench {
namespace {

constexpr std::array<std::string_view, 8> kPlaces{"镇", "街道", "小区", "村", "路", "社区", "大厦", "花园"};

/// The text between marks of punctuation that end a sentence.
void addSentences(const std::string& text, std::vector<std::string>& out) {
    const auto folded = search::foldText(text);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < folded.chars.size(); ++i) {
        const char32_t c = folded.chars[i];
        if (c == U'。' || c == U'；' || c == U';' || c == U'\n' || i + 1 == folded.chars.size()) {
            if (i > begin + 6) {
                out.push_back(text.substr(folded.at[begin], folded.at[i + 1] - folded.at[begin]));
            }
            begin = i + 1;
        }
    }
}

}  // namespace

ArticleTexts::ArticleTexts(const std::vector<std::string>& files) {
    const std::string root = ZHIDA_SOURCE_DIR;
    const std::vector<std::string> shipped{root + "/resources/demo/articles.json",
                                           root + "/tests/data/search/kb60.jsonl"};
    for (const std::string& file : files.empty() ? shipped : files) {
        for (const JudgedArticle& each : readCorpus(file, FieldNames(""))) {
            m_titles.push_back(each.title);
            m_keywords.push_back(each.keywords);
            addSentences(each.body + "\n" + each.aliases, m_sentences);
            for (const char32_t c : search::foldText(each.title + each.body).chars) {
                if (search::kindOf(c) == search::CharKind::han) {
                    m_chars.push_back(c);
                }
            }
        }
    }
}

std::string ArticleTexts::name(Rng& rng) const {
    std::u32string chars;
    for (std::uint64_t left = 2 + rng.below(2); left > 0; --left) {
        chars.push_back(m_chars[rng.below(m_chars.size())]);
    }
    return search::toUtf8(chars);
}

MadeArticle ArticleTexts::article(std::size_t index) const {
    SeededRng rng(index * 7919 + 17);
    const std::size_t like = rng.below(m_titles.size());
    MadeArticle made;
    made.title = name(rng) + std::string(kPlaces[rng.below(kPlaces.size())]) + m_titles[like];
    made.keywords = m_keywords[like].substr(0, m_keywords[like].find('\n'));
    for (std::uint64_t left = 2 + rng.below(3); left > 0; --left) {
        made.body +=
            name(rng) + std::string(kPlaces[rng.below(kPlaces.size())]) + m_sentences[rng.below(m_sentences.size())];
    }
    return made;
}

}  // namespace zhida::bench
