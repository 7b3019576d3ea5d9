// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "app/words.h"
#include "model/domain/gaps.h"
#include "model/domain/search_miss.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace zhida::admin {

/// 知识缺口 of a period, each with the draft of an article where somebody's answer can be its beginning.
class GapTable {
public:
    /// Reads the live articles and the tickets that came in the period. `limit`: at most so many gaps; 0: all. Errors of reading.
    static Result<GapTable> of(centre::CentreAccess& access, const domain::Rules& rules, const domain::KpiQuery& query,
                               std::size_t limit);

    /// {"report":"gaps","from","to","unit","rates":{"direct","handedDown","couldHaveBeen","directRate","couldHaveBeenRate",
    /// "minutes":{"n","median","p90"}},"units":[the same with "unit"],"desks":[the same with "user", unless
    /// a unit is asked for],"articles":[{"id","title","direct","handedDown","minutes"}],
    /// "gaps":[{"kind","title","count","tickets":[numbers],"answered":[numbers],"article","waitedMinutes","draft":null or {"title",
    /// "questions","answer","stripped"}}],"searches":[{"text","times","people","nothingFound","last"}]}: searches in vain of the
    /// period, of everybody whatever the unit. The draft has no personal data (personal_data.h); titles are as they were typed.
    [[nodiscard]] nlohmann::json json(UtcOffset offset) const;
    [[nodiscard]] std::vector<std::string> lines(words::Language language) const;

private:
    Status read(centre::CentreAccess& access, const domain::Rules& rules);
    Status readDrafts(centre::CentreAccess& access);
    Status readSearches(centre::CentreAccess& access, int similarPercent);
    /// Of the unit that was asked for, else of the centre.
    [[nodiscard]] domain::GapRates rates() const;
    [[nodiscard]] nlohmann::json gapJson(const domain::Gap& gap) const;

    domain::KpiQuery m_query;
    domain::GapReport m_report;
    std::vector<domain::SearchGap> m_searches;
    std::map<std::string, std::pair<std::string, std::string>>
        m_articles;  ///< by key: the source's id, else the key; title
    std::map<TicketId, std::string> m_numbers;
    std::map<TicketId, nlohmann::json> m_drafts;
};

}  // namespace zhida::admin
