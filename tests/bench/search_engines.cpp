// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search_engines.h"

#include "model/search/article_index.h"
#include "model/search/fold.h"
#include "model/search/registration.h"
#include "model/search/tokens.h"
#include "model/sqlite/transaction.h"

#include <algorithm>
#include <set>

namespace zhida::bench {
namespace {

class Zhida final : public SearchEngine {
public:
    Zhida(const std::filesystem::path& file, const search::Dictionary& dictionary)
        : m_database(file, sqlite::Mode::readWriteCreate), m_dictionary(dictionary), m_index(m_database) {}

    [[nodiscard]] std::string name() const override { return "zhida"; }
    void index(const std::vector<JudgedArticle>& articles) override {
        sqlite::Transaction transaction(m_database);
        std::int64_t row = 0;
        for (const JudgedArticle& each : articles) {
            m_index.put({.rowid = ++row,
                         .title = each.title,
                         .aliases = each.aliases,
                         .keywords = each.keywords,
                         .body = each.body});
        }
        m_index.refreshStatistics();
        transaction.commit();
    }
    std::vector<std::size_t> find(const std::string& query) override {
        std::vector<std::size_t> out;
        for (const search::Hit& hit : m_index.search({.text = query}, m_dictionary)) {
            out.push_back(static_cast<std::size_t>(hit.rowid - 1));
        }
        return out;
    }

private:
    sqlite::Database m_database;
    const search::Dictionary& m_dictionary;
    search::ArticleIndex m_index;
};

std::string wholeText(const JudgedArticle& article) {
    return article.title + "\n" + article.aliases + "\n" + article.keywords + "\n" + article.body;
}

class Fts5 final : public SearchEngine {
public:
    Fts5(const std::filesystem::path& file, Fts5Tokens tokens)
        : m_database(file, sqlite::Mode::readWriteCreate), m_tokens(tokens) {
        search::registerSearch(m_database);
        const char* const tokenizer = tokens == Fts5Tokens::unicode61 ? "unicode61"
                                      : tokens == Fts5Tokens::trigram ? "trigram"
                                                                      : "zhida_cjk";
        m_database.exec(std::string("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='") + tokenizer + "')");
    }
    [[nodiscard]] std::string name() const override {
        return m_tokens == Fts5Tokens::unicode61 ? "fts5-unicode61"
               : m_tokens == Fts5Tokens::trigram ? "fts5-trigram"
                                                 : "bigram-bm25";
    }
    void index(const std::vector<JudgedArticle>& articles) override {
        sqlite::Transaction transaction(m_database);
        std::int64_t row = 0;
        for (const JudgedArticle& each : articles) {
            m_database.cached("INSERT INTO t(rowid, text) VALUES(?1, ?2)").bindAll(++row, wholeText(each)).run();
        }
        transaction.commit();
    }
    std::vector<std::size_t> find(const std::string& query) override {
        std::string expression;
        for (const std::string& token : tokensOf(query)) {
            expression += (expression.empty() ? "\"" : " OR \"") + token + "\"";
        }
        std::vector<std::size_t> out;
        if (expression.empty()) {
            return out;
        }
        auto& read = m_database.cached("SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY bm25(t) LIMIT 10");
        for (read.bindAll(expression); read.step();) {
            out.push_back(static_cast<std::size_t>(read.integer(0) - 1));
        }
        read.reset();
        return out;
    }

private:
    [[nodiscard]] std::set<std::string> tokensOf(const std::string& query) const {
        std::set<std::string> tokens;
        if (m_tokens == Fts5Tokens::bigram) {
            search::tokenizeText(query, search::TokenizeFor::query, [&](const search::Token& token) {
                tokens.emplace(token.text);
                return 0;
            });
            return tokens;
        }
        const auto folded = search::foldText(query);
        std::size_t end = 0;
        for (std::size_t begin = 0; begin < folded.chars.size(); begin = end + 1) {
            end = begin;
            while (end < folded.chars.size() && search::kindOf(folded.chars[end]) != search::CharKind::separator) {
                ++end;
            }
            addPart(query, folded, begin, end, tokens);
        }
        return tokens;
    }
    void addPart(const std::string& query, const search::FoldedText& folded, std::size_t begin, std::size_t end,
                 std::set<std::string>& tokens) const {
        const std::size_t length = m_tokens == Fts5Tokens::trigram ? 3 : end - begin;
        for (std::size_t at = begin; length > 0 && at + length <= end; ++at) {
            tokens.insert(query.substr(folded.at[at], folded.at[at + length] - folded.at[at]));
        }
    }

    sqlite::Database m_database;
    Fts5Tokens m_tokens;
};

}  // namespace

std::unique_ptr<SearchEngine> makeZhida(const std::filesystem::path& file, const search::Dictionary& dictionary) {
    return std::make_unique<Zhida>(file, dictionary);
}

std::unique_ptr<SearchEngine> makeFts5(const std::filesystem::path& file, Fts5Tokens tokens) {
    return std::make_unique<Fts5>(file, tokens);
}

}  // namespace zhida::bench
