// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words.h"
#include "model/domain/article_lint.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace zhida::admin {

/// Marks of all articles of a centre, and a table by unit.
class LintReport {
public:
    struct Line {
        std::string id;  ///< the source's, else the key
        std::string title;
        std::string unit;
        std::vector<domain::LintMark> marks;
    };

    /// The live articles; `unit`: of that unit alone, empty: all. Titles must be unique among all.
    LintReport(const std::vector<domain::Article>& live, const std::string& unit);

    /// {"report":"articles","units":[{"unit","articles","red","amber","clean"}],"articles":[{"id","title","unit",
    /// "marks":[{"severity","field","rule","words","text"}]}]}, the units with most faults and the worst articles first.
    [[nodiscard]] nlohmann::json json(words::Language language) const;
    [[nodiscard]] std::vector<std::string> lines(words::Language language) const;

private:
    [[nodiscard]] std::vector<std::pair<std::string, domain::LintTally>> table() const;

    std::vector<Line> m_lines;
    std::map<std::string, domain::LintTally> m_units;
};

/// The rule for a person to read; the rule itself when it is unknown.
std::string lintText(const std::string& rule, words::Language language);

}  // namespace zhida::admin
