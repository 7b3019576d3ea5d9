// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/reasons.h"

#include <algorithm>

namespace zhida::search {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

std::vector<Range> joined(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end());
    std::vector<Range> out;
    for (const Range& range : ranges) {
        if (!out.empty() && range.first < out.back().second) {
            out.back().second = std::max(out.back().second, range.second);
        } else if (out.empty() || out.back() != range) {
            out.push_back(range);
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> reasonsFor(const ParsedQuery& query, const QueryPlan& plan, std::uint64_t matched,
                                    const std::string& kind) {
    std::vector<Range> ranges;
    std::vector<std::string> synonyms;
    for (std::size_t i = 0; i < plan.terms.size() && i < 64; ++i) {
        const PlanTerm& term = plan.terms[i];
        if ((matched >> i & 1U) == 0) {
            continue;
        }
        if (term.synonym.empty()) {
            ranges.emplace_back(term.begin, term.end);
        } else {
            synonyms.push_back((kind == "text" ? "synonym:" : kind + ":") + query.original(term.begin, term.end) + "=" +
                               term.synonym);
        }
    }
    std::vector<std::string> why;
    for (const auto& [begin, end] : joined(std::move(ranges))) {
        why.push_back(kind + ":" + query.original(begin, end));
    }
    why.insert(why.end(), synonyms.begin(), synonyms.end());
    return why;
}

}  // namespace zhida::search
