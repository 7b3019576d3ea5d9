// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/judged_set.h"

#include "model/search/fold.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <unordered_map>

namespace zhida::bench {
namespace {

using Row = nlohmann::ordered_json;

const std::map<std::string, std::vector<std::string>> kNames{
    {"id", {"id", "key", "sourceId", "source_id"}},
    {"title", {"title", "name"}},
    {"aliases", {"aliases", "alias", "questions"}},
    {"keywords", {"keywords"}},
    {"body",
     {"answer", "body", "content", "text", "reply", "conditions", "materials", "steps", "timeLimit", "fee", "place",
      "phone", "hours"}},
    {"query", {"query", "q"}},
    {"kind", {"kind", "type"}},
    {"relevant", {"relevant", "ids", "articles", "article", "expected", "id"}}};

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& what) {
    std::fprintf(stderr, "%s: %s\n", file.string().c_str(), what.c_str());
    std::exit(1);
}

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string piece; std::getline(in, piece, mark);) {
        if (mark == '\t' || !piece.empty()) {
            out.push_back(piece);
        }
    }
    return out;
}

Row fromTsv(const std::string& header, const std::string& line) {
    const auto names = split(header, '\t');
    const auto cells = split(line, '\t');
    Row row = Row::object();
    for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i) {
        row[names[i]] = cells[i];
    }
    return row;
}

std::vector<Row> rowsOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        fail(file, "cannot be read");
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::vector<Row> rows;
    try {
        if (text.starts_with('[')) {
            const Row all = Row::parse(text);
            return {all.begin(), all.end()};
        }
        std::istringstream lines(text);
        std::string header;
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty() && line.back() == '\r') {
                line.pop_back();
            }
            if (line.starts_with('{')) {
                rows.push_back(Row::parse(line));
            } else if (header.empty()) {
                header = line;
            } else if (!line.empty()) {
                rows.push_back(fromTsv(header, line));
            }
        }
    } catch (const nlohmann::json::exception& broken) {
        fail(file, "row " + std::to_string(rows.size() + 1) + ": " + broken.what());
    }
    return rows;
}

void addTexts(const Row& value, std::vector<std::string>& out) {
    if (value.is_array()) {
        for (const Row& each : value) {
            addTexts(each, out);
        }
    } else if (value.is_string() && !value.get_ref<const std::string&>().empty()) {
        out.push_back(value.get<std::string>());
    } else if (value.is_number()) {
        out.push_back(value.dump());
    }
}

std::vector<std::string> textsOf(const Row& row, const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const std::string& name : names) {
        if (const auto found = row.find(name); found != row.end()) {
            addTexts(*found, out);
        }
    }
    return out;
}

/// The first of the names that says something.
std::vector<std::string> firstOf(const Row& row, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (auto texts = textsOf(row, {name}); !texts.empty()) {
            return texts;
        }
    }
    return {};
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& each : texts) {
        out += (out.empty() ? "" : "\n") + each;
    }
    return out;
}

std::string idOf(const Row& row, const FieldNames& names, std::size_t number) {
    const auto ids = firstOf(row, names.of("id"));
    return ids.empty() ? std::to_string(number) : ids.front();
}

bool isHeldOut(const std::string& id) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdULL;
    return (hash >> 40U & 1U) != 0;
}

void addQueriesOfArticle(const Row& row, const std::string& id, std::vector<JudgedQuery>& out) {
    std::set<std::string> known;
    for (const auto& [field, names] : kNames) {
        known.insert(names.begin(), names.end());
    }
    for (const auto& [name, value] : row.items()) {
        if (known.count(name) == 0 && value.is_string()) {
            out.push_back({value.get<std::string>(), name, {id}, isHeldOut(id)});
        }
    }
}

std::string without(const std::string& text, const std::string& query, std::size_t length) {
    const auto folded = search::foldText(text);
    const auto wanted = search::foldText(query);
    std::string out;
    for (std::size_t at = 0; at < folded.chars.size();) {
        std::size_t run = 0;
        for (std::size_t from = 0; from < wanted.chars.size(); ++from) {
            std::size_t same = 0;
            while (at + same < folded.chars.size() && from + same < wanted.chars.size() &&
                   folded.chars[at + same] == wanted.chars[from + same]) {
                ++same;
            }
            run = std::max(run, same);
        }
        if (run < length) {
            out += text.substr(folded.at[at], folded.at[at + 1] - folded.at[at]);
        }
        at += run < length ? 1 : run;
    }
    return out;
}

}  // namespace

FieldNames::FieldNames(const std::string& text) : m_names(text.starts_with("only,") ? decltype(kNames){} : kNames) {
    for (const std::string& pair : split(text, ',')) {
        const std::size_t mark = pair.find('=');
        if (mark != std::string::npos) {
            m_names[pair.substr(0, mark)] = split(pair.substr(mark + 1), '+');
        }
    }
}

std::vector<std::string> FieldNames::of(const std::string& field) const {
    const auto found = m_names.find(field);
    return found == m_names.end() ? std::vector<std::string>() : found->second;
}

std::vector<JudgedArticle> readCorpus(const std::filesystem::path& file, const FieldNames& names) {
    std::vector<JudgedArticle> out;
    for (const Row& row : rowsOf(file)) {
        out.push_back({idOf(row, names, out.size() + 1), joined(firstOf(row, names.of("title"))),
                       joined(textsOf(row, names.of("aliases"))), joined(textsOf(row, names.of("keywords"))),
                       joined(textsOf(row, names.of("body")))});
    }
    if (out.empty()) {
        fail(file, "holds no article");
    }
    return out;
}

std::vector<JudgedQuery> readQueries(const std::filesystem::path& file, const FieldNames& names) {
    std::vector<JudgedQuery> out;
    std::size_t number = 0;
    for (const Row& row : rowsOf(file)) {
        ++number;
        const auto text = firstOf(row, names.of("query"));
        const auto relevant = firstOf(row, names.of("relevant"));
        if (text.empty()) {
            addQueriesOfArticle(row, idOf(row, names, number), out);
        } else {
            const auto kind = firstOf(row, names.of("kind"));
            const auto ids = relevant.empty() ? std::vector<std::string>{std::to_string(number)} : relevant;
            out.push_back({text.front(), kind.empty() ? "query" : kind.front(), ids, isHeldOut(ids.front())});
        }
    }
    if (out.empty()) {
        fail(file, "holds no query");
    }
    return out;
}

void cutShared(std::vector<JudgedArticle>& articles, const std::vector<JudgedQuery>& queries, std::size_t length) {
    std::unordered_map<std::string, JudgedArticle*> byId;
    for (JudgedArticle& each : articles) {
        byId.emplace(each.id, &each);
    }
    for (const JudgedQuery& query : queries) {
        for (const std::string& id : query.relevant) {
            if (const auto found = byId.find(id); found != byId.end()) {
                JudgedArticle& article = *found->second;
                for (std::string* text : {&article.title, &article.aliases, &article.keywords, &article.body}) {
                    *text = without(*text, query.text, length);
                }
            }
        }
    }
}

}  // namespace zhida::bench
