// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/tokens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace zhida::search {
namespace {

using Texts = std::vector<std::string>;

Texts tokensOf(std::string_view text, TokenizeFor purpose) {
    Texts out;
    tokenizeText(text, purpose, [&out](const Token& token) {
        out.emplace_back(token.text);
        return 0;
    });
    return out;
}

struct Row {
    std::string_view text;
    Texts document;
    Texts query;
};

TEST(Tokens, table) {
    const std::vector<Row> rows{
        {"", {}, {}},
        {" ，。\"*", {}, {}},
        {"证", {"证"}, {"证"}},
        {"健康", {"健康", "康"}, {"健康"}},
        {"健康证", {"健康", "康证", "证"}, {"健康", "康证"}},
        {"健康，证", {"健康", "康", "证"}, {"健康", "康", "证"}},
        {"第12条", {"第", "12", "条"}, {"第", "12", "条"}},
        {"热线12345", {"热线", "线", "12345"}, {"热线", "线", "12345"}},
        {"12345热线", {"12345", "热线", "线"}, {"12345", "热线"}},
        {"A4纸", {"a4", "纸"}, {"a4", "纸"}},
        {"Wi-Fi 5G", {"wi", "fi", "5g"}, {"wi", "fi", "5g"}},
        {"開發區ＡＢ座", {"开发", "发区", "区", "ab", "座"}, {"开发", "发区", "区", "ab", "座"}},
        {"𠮷野家", {"𠮷野", "野家", "家"}, {"𠮷野", "野家"}},
        {"办😀证", {"办", "证"}, {"办", "证"}},
        {"办\xff证", {"办", "证"}, {"办", "证"}},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(tokensOf(row.text, TokenizeFor::document), row.document) << row.text;
        EXPECT_EQ(tokensOf(row.text, TokenizeFor::query), row.query) << row.text;
    }
}

TEST(Tokens, rangesAreThoseOfTheOriginal) {
    const std::string text = "在開發區";
    Texts pieces;
    tokenizeText(text, TokenizeFor::document, [&](const Token& token) {
        pieces.push_back(text.substr(token.begin, token.end - token.begin));
        return 0;
    });
    EXPECT_EQ(pieces, (Texts{"在開", "開發", "發區", "區"}));
}

TEST(Tokens, theSinkCanEndIt) {
    int seen = 0;
    const auto sink = [&seen](const Token&) { return ++seen == 2 ? 7 : 0; };
    EXPECT_EQ(tokenizeText("健康证办理", TokenizeFor::document, sink), 7);
    EXPECT_EQ(seen, 2);
    seen = 0;
    EXPECT_EQ(tokenizePinyin("健康证办理", TokenizeFor::document, sink), 7);
    EXPECT_EQ(seen, 2);
}

TEST(Tokens, pinyinOfADocumentAndOfAQuery) {
    Texts first;
    Texts stacked;
    tokenizePinyin("健康证，", TokenizeFor::document, [&](const Token& token) {
        (token.colocated ? stacked : first).emplace_back(token.text);
        return 0;
    });
    EXPECT_EQ(first, (Texts{"jian'kang", "kang'zheng", "zheng'"}));
    EXPECT_EQ(stacked, (Texts{".jkz", "健", ".kz", "康", ".z", "证"}));
    Texts query;
    tokenizePinyin("jian'kang  kang'z ", TokenizeFor::query, [&](const Token& token) {
        query.emplace_back(token.text);
        return 0;
    });
    EXPECT_EQ(query, (Texts{"jian'kang", "kang'z"}));
}

}  // namespace
}  // namespace zhida::search
