// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

/// What is wrong with a piece of knowledge, by the rules of a real city's checker (Wenzhou) and of a real city's import
/// (Xinyang): see docs/importing.md.
namespace zhida::domain {

enum class Severity : std::uint8_t { amber = 1, red };

struct LintMark {
    Severity severity = Severity::amber;
    std::string field;  ///< "phone", "service.visits"
    std::string rule;   ///< "phone.areaCode"
    std::string words;  ///< what is written there; empty when nothing is
    bool operator==(const LintMark&) const = default;
};

/// Nothing for an article without a fault. Rules of a service (ServiceFacts) are for articles that have it.
std::vector<LintMark> lintArticle(const Article& article);

/// How the articles of one unit stand.
struct LintTally {
    std::size_t articles = 0;
    std::size_t red = 0;    ///< articles with a red mark
    std::size_t amber = 0;  ///< articles with amber marks alone
    [[nodiscard]] std::size_t clean() const { return articles - red - amber; }
    void add(const std::vector<LintMark>& marks);
    bool operator==(const LintTally&) const = default;
};

/// Titles that several live articles have, with how many: a title is to be unique.
using TitleCounts = std::map<std::string, std::size_t>;
std::vector<LintMark> lintTitle(const Article& article, const TitleCounts& titles);

}  // namespace zhida::domain

template <>
struct zhida::EnumCodes<zhida::domain::Severity> {
    using enum zhida::domain::Severity;
    static constexpr std::array<std::pair<zhida::domain::Severity, std::string_view>, 2> kTable{
        {{amber, "amber"}, {red, "red"}}};
};
