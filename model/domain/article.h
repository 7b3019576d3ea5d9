// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"
#include "model/domain/service_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zhida::domain {

/// What an answer rests on: a law with its number and clause.
struct LegalBasis {
    std::string name;
    std::string number;
    std::string clause;
    bool operator==(const LegalBasis&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "name", &LegalBasis::name), field(2, "number", &LegalBasis::number),
                          field(3, "clause", &LegalBasis::clause)};
    }
};

/// What somebody writes of a piece of knowledge; the rest of an Article is its standing.
struct ArticleText {
    std::string title;
    std::vector<std::string> aliases;
    std::vector<std::string> questions;  ///< 相似问法
    std::string answer;                  ///< the sentences to read out
    std::vector<std::string> conditions;
    std::vector<std::string> materials;
    std::vector<std::string> steps;
    std::string timeLimit;
    std::string fee;
    std::vector<LegalBasis> basis;
    std::string place;
    std::string phone;
    std::string hours;
    RegionCode region;
    std::vector<std::string> keywords;
    CategoryCode category;
    std::string validFrom;                ///< yyyy-mm-dd; empty: always has been
    std::string validTo;                  ///< yyyy-mm-dd, the last valid day; empty: no end
    std::optional<ServiceFacts> service;  ///< when it is a service of an implementation list

    bool operator==(const ArticleText&) const = default;
    static constexpr auto fields() {
        using A = ArticleText;
        return std::tuple{field(1, "title", &A::title, FieldUse::required),
                          field(2, "aliases", &A::aliases),
                          field(3, "questions", &A::questions),
                          field(4, "answer", &A::answer, FieldUse::required),
                          field(5, "conditions", &A::conditions),
                          field(6, "materials", &A::materials),
                          field(7, "steps", &A::steps),
                          field(8, "timeLimit", &A::timeLimit),
                          field(9, "fee", &A::fee),
                          field(10, "basis", &A::basis),
                          field(11, "place", &A::place),
                          field(12, "phone", &A::phone),
                          field(13, "hours", &A::hours),
                          field(14, "region", &A::region),
                          field(15, "keywords", &A::keywords),
                          field(16, "category", &A::category),
                          field(17, "validFrom", &A::validFrom),
                          field(18, "validTo", &A::validTo),
                          field(40, "service", &A::service)};
    }
};

/// A piece of knowledge a call taker can read out. Its text is immutable per version: a change is a new version, and the one
/// before stays readable. Who vouches for it and until when is its standing (article_life.h).
struct Article : ArticleText {
    std::string key;  ///< UUID text, or the source's id after an import
    std::uint32_t version = 1;
    UnitCode unit;         ///< 维护单位
    std::string source;    ///< file or system it was imported from
    std::string sourceId;  ///< its id there; results name it as `id`
    bool withdrawn = false;
    UserCode author;
    UserCode publishedBy;
    std::optional<Instant> publishedAt;  ///< of this version; none: an import that said nothing
    std::string why;                     ///< of this version
    UserCode verifiedBy;
    std::optional<Instant> verifiedAt;
    std::uint32_t reviewDays = 0;  ///< interval of review; 0: none
    std::string reviewOn;          ///< yyyy-mm-dd, the next review; empty: none

    bool operator==(const Article&) const = default;
    static constexpr auto fields() {
        using A = Article;
        return std::tuple{field(1, "key", &A::key),
                          field(2, "version", &A::version),
                          field(3, "title", &A::title, FieldUse::required),
                          field(4, "aliases", &A::aliases),
                          field(5, "questions", &A::questions),
                          field(6, "answer", &A::answer, FieldUse::required),
                          field(7, "conditions", &A::conditions),
                          field(8, "materials", &A::materials),
                          field(9, "steps", &A::steps),
                          field(10, "timeLimit", &A::timeLimit),
                          field(11, "fee", &A::fee),
                          field(12, "basis", &A::basis),
                          field(13, "place", &A::place),
                          field(14, "phone", &A::phone),
                          field(15, "hours", &A::hours),
                          field(16, "unit", &A::unit),
                          field(17, "region", &A::region),
                          field(18, "keywords", &A::keywords),
                          field(19, "category", &A::category),
                          field(20, "validFrom", &A::validFrom),
                          field(21, "validTo", &A::validTo),
                          field(22, "source", &A::source),
                          field(23, "sourceId", &A::sourceId),
                          field(24, "withdrawn", &A::withdrawn),
                          field(25, "author", &A::author),
                          field(26, "publishedBy", &A::publishedBy),
                          field(27, "publishedAt", &A::publishedAt),
                          field(28, "why", &A::why),
                          field(29, "verifiedBy", &A::verifiedBy),
                          field(30, "verifiedAt", &A::verifiedAt),
                          field(31, "reviewDays", &A::reviewDays),
                          field(32, "reviewOn", &A::reviewOn),
                          field(40, "service", &A::service)};
    }
    [[nodiscard]] const ArticleText& text() const { return *this; }
    [[nodiscard]] ArticleText& text() { return *this; }
};

/// Valid on `day` ("yyyy-mm-dd") and not withdrawn.
inline bool isLive(const Article& article, const std::string& day) {
    return !article.withdrawn && (article.validFrom.empty() || article.validFrom <= day) &&
           (article.validTo.empty() || day <= article.validTo);
}

}  // namespace zhida::domain
