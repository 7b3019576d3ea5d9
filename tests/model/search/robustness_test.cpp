// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/rng.h"
#include "model/search/article_index.h"
#include "model/search/highlight.h"
#include "model/search/ticket_index.h"
#include "tests/model/search/sample_texts.h"

#include <gtest/gtest.h>

#include <sstream>

namespace zhida::search {
namespace {

std::string repeated(const std::string& piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

std::vector<std::string> oddTexts() {
    return {"",
            " ",
            "\t\n",
            "\"",
            "\"\"\"",
            "*",
            "健康*",
            "(",
            ")",
            "AND",
            "OR NOT",
            "a NEAR b",
            "NEAR(健康 证, 3)",
            "title:健康",
            "{title body}: x",
            "-健康",
            "^健康",
            "健康 + 证",
            "' OR 1=1 --",
            "; DROP TABLE kb_text",
            "😀",
            "😀健康😀",
            "𠮷野家",
            "\xf0\xa0\xae",
            "\xff\xfe健康",
            "\xed\xa0\x80",
            std::string("健康\0证", 10),
            std::string(1, '\0'),
            "a",
            "z'z'z",
            "'",
            ".",
            ".jkz",
            "ٱلْعَرَبِيَّة",
            "བོད་ཡིག",
            repeated("健", 10'000),
            repeated("健康证办理", 2'000),
            repeated("a", 10'000),
            repeated("a ", 5'000),
            repeated("健 ", 5'000),
            repeated("xian", 2'500),
            repeated("\"", 10'000),
            repeated("行长重", 3'000),
            repeated("😀", 3'000),
            repeated("\xff", 10'000)};
}

class Robustness : public testing::Test {
protected:
    void searchAll(const std::string& text) {
        for (const bool exact : {false, true}) {
            for (const Hit& hit : m_index.search({.text = text, .exact = exact}, m_dictionary)) {
                EXPECT_GT(hit.rowid, 0);
                EXPECT_GT(hit.score, 0);
            }
            (void)m_tickets.search(text, 10, exact);
        }
        (void)highlight(text, m_dictionary, text, text);
    }

    sqlite::Database m_db{"", sqlite::Mode::memory};
    ArticleIndex m_index{m_db};
    TicketIndex m_tickets{m_db};
    Dictionary m_dictionary = Dictionary::fromText("健康证\t体检证\tetc\n办理\t申办", "请问\n健");
};

TEST_F(Robustness, oddTextsAreValidDocumentsAndQueries) {
    std::int64_t rowid = 0;
    for (const std::string& text : oddTexts()) {
        m_index.put({.rowid = ++rowid, .title = text, .aliases = text, .keywords = text, .body = text});
        m_tickets.put(rowid, text, text, text);
    }
    for (const std::string& text : oddTexts()) {
        EXPECT_NO_THROW(searchAll(text)) << text.substr(0, 60);
    }
    m_db.exec(
        "INSERT INTO kb_fts(kb_fts) VALUES('integrity-check'); INSERT INTO kb_py(kb_py) VALUES('integrity-check')");
}

TEST_F(Robustness, operatorsAndQuotesDoNotDisturbTheWords) {
    m_index.put({.rowid = 1, .title = "健康证"});
    for (const char* text :
         {"\"健康证\"", "title:健康证", "健康证*", "(健康证", "健康证 AND", "'健康证'", "健康证😀", "\xff健康证"}) {
        const auto hits = m_index.search({.text = text}, m_dictionary);
        EXPECT_EQ(hits.size(), 1U) << text;
    }
}

TEST_F(Robustness, anEmptyIndexAnswersNothing) {
    for (const std::string& text : oddTexts()) {
        EXPECT_TRUE(m_index.search({.text = text}, m_dictionary).empty());
    }
}

TEST_F(Robustness, randomMixturesNeverFail) {
    const auto articles = sampleArticles(100, 3);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        m_index.put({.rowid = static_cast<std::int64_t>(i + 1), .title = articles[i].title, .body = articles[i].body});
    }
    const auto odd = oddTexts();
    SeededRng rng(7);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::uint64_t parts = 1 + rng.below(4); parts > 0; --parts) {
            const std::string& piece =
                rng.below(2) == 0 ? odd[rng.below(odd.size())] : articles[rng.below(articles.size())].title;
            const std::size_t from = rng.below(piece.size() + 1);
            text += piece.substr(from, rng.below(40));
        }
        EXPECT_NO_THROW(searchAll(text)) << text;
    }
}

}  // namespace
}  // namespace zhida::search
