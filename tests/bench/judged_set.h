// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// Articles and queries with the articles that answer them, read from files of any origin.
namespace zhida::bench {

struct JudgedArticle {
    std::string id;
    std::string title;
    /// Aliases and question variants, one a line.
    std::string aliases;
    std::string keywords;
    std::string body;
};

struct JudgedQuery {
    std::string text;
    std::string kind;
    /// Ids of the articles that answer it; never empty.
    std::vector<std::string> relevant;
    /// By the first relevant article, so that what is learned of an article in one half says nothing about the other.
    bool heldOut = false;
};

/// "title=name,body=reply+content": our field to columns of a file, joined by +. What is not named keeps its own names,
/// unless the text begins with "only,".
class FieldNames {
public:
    explicit FieldNames(const std::string& text);
    [[nodiscard]] std::vector<std::string> of(const std::string& field) const;

private:
    std::map<std::string, std::vector<std::string>> m_names;
};

/// JSON lines, a JSON array, or a TSV file with a header line. An article without an id has the number of its row, from 1.
/// Ends the program with 1 and a line on stderr when the file cannot be read.
std::vector<JudgedArticle> readCorpus(const std::filesystem::path& file, const FieldNames& names);
/// The same forms. A row without a query (but with a title) is an article whose other text fields are queries of that kind.
std::vector<JudgedQuery> readQueries(const std::filesystem::path& file, const FieldNames& names);

/// Takes out of each article's texts every run of at least `length` characters that one of its own queries shares, as a
/// reply quotes the title of the message it answers.
void cutShared(std::vector<JudgedArticle>& articles, const std::vector<JudgedQuery>& queries, std::size_t length);

}  // namespace zhida::bench
