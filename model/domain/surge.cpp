// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/surge.h"

#include "model/domain/same_matter.h"
#include "model/domain/title_index.h"

#include <algorithm>
#include <map>

namespace zhida::domain {

std::vector<Surge> surgesIn(const SameMatterPolicy& policy, std::vector<SurgeCandidate> candidates) {
    std::sort(candidates.begin(), candidates.end(), [](const SurgeCandidate& a, const SurgeCandidate& b) {
        return a.at != b.at ? a.at < b.at : a.ticket < b.ticket;
    });
    TitleIndex titles;
    std::vector<std::size_t> matter(candidates.size());
    std::map<std::size_t, std::vector<std::size_t>> members;
    std::size_t within = 0;  ///< the first that is within the time
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        while (candidates[within].at.ms < candidates[i].at.ms - policy.surgeHours * kHourMs) {
            ++within;
        }
        const TitlePairs title = pairsOf(candidates[i].title);
        const auto best = titles.best(title, policy.similarPercent, within);
        titles.add(title);
        matter[i] = best ? matter[best->place] : i;
        members[matter[i]].push_back(i);
    }
    std::vector<Surge> surges;
    for (const auto& [first, all] : members) {
        std::vector<Instant> times;
        Surge surge{{}, candidates[first].title, candidates[first].at, candidates[all.back()].at, {}};
        for (const std::size_t each : all) {
            times.push_back(candidates[each].at);
            surge.tickets.push_back(candidates[each].ticket);
        }
        if (const auto reached = surgeAt(policy, std::move(times))) {
            surge.reached = *reached;
            surges.push_back(std::move(surge));
        }
    }
    std::stable_sort(surges.begin(), surges.end(),
                     [](const Surge& a, const Surge& b) { return a.reached < b.reached; });
    return surges;
}

}  // namespace zhida::domain
