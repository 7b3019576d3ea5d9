// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/utf8.h"
#include "model/search/article_index.h"
#include "model/search/highlight.h"
#include "model/search/tokens.h"

#include <cstdint>
#include <cstdlib>

namespace zhida::search {
namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

/// Tokens lie inside the text, in order of their beginnings, and are valid UTF-8.
void checkTokens(std::string_view text) {
    for (const auto purpose : {TokenizeFor::document, TokenizeFor::query}) {
        std::size_t last = 0;
        tokenizeText(text, purpose, [&](const Token& token) {
            require(token.begin >= last && token.begin < token.end && token.end <= text.size());
            require(!token.text.empty() && utf8::isValid(token.text));
            last = token.begin;
            return 0;
        });
    }
}

/// A text is found by itself: nothing typed is a syntax error, and nothing indexed is lost.
void checkSearch(std::string_view text) {
    static sqlite::Database database("", sqlite::Mode::memory);
    static ArticleIndex index(database);
    static const Dictionary dictionary = Dictionary::fromText("健康证\t体检证\tetc\n办理\t申办", "请问\n怎么办");
    index.put({.rowid = 1, .title = text.substr(0, text.size() / 2), .body = text});
    for (const bool exact : {false, true}) {
        const auto hits = index.search({.text = std::string(text), .exact = exact}, dictionary);
        const bool hasWords = !ParsedQuery(text, dictionary).empty();
        require(exact || hits.size() == (hasWords ? 1U : 0U));
    }
    (void)highlight(text, dictionary, text, text);
}

}  // namespace
}  // namespace zhida::search

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    zhida::search::checkTokens(text);
    zhida::search::checkSearch(text);
    (void)zhida::search::Dictionary::fromText(text.substr(0, size / 2), text.substr(size / 2));
    return 0;
}
