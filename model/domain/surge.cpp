// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/surge.h"

#include "model/base/utf8.h"
#include "model/domain/same_matter.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace zhida::domain {
namespace {

using Pairs = std::vector<std::uint64_t>;

constexpr std::size_t kFewestPairs = 3;

/// Letters, digits and characters of any script; ASCII in lower case.
char32_t counted(char32_t sign) {
    if (sign < 0x80) {
        const bool upper = sign >= 'A' && sign <= 'Z';
        const bool plain = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
        return upper ? sign + ('a' - 'A') : plain ? sign : 0;
    }
    const bool punctuation = (sign >= 0x2000 && sign <= 0x206F) || (sign >= 0x3000 && sign <= 0x3004) ||
                             (sign >= 0x3008 && sign <= 0x3020) || (sign >= 0xFF00 && sign <= 0xFF0F) ||
                             (sign >= 0xFF1A && sign <= 0xFF20) || (sign >= 0xFF3B && sign <= 0xFF40);
    return punctuation ? 0 : sign;
}

Pairs pairsOf(std::string_view title) {
    Pairs pairs;
    std::uint64_t before = 0;
    for (std::size_t at = 0; at < title.size();) {
        const utf8::Decoded next = utf8::decode(title.substr(at));
        at += next.length;
        const std::uint64_t sign = counted(next.codePoint);
        if (sign == 0) {
            continue;
        }
        if (before != 0) {
            pairs.push_back(before << 32U | sign);
        }
        before = sign;
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

int likeness(const Pairs& one, const Pairs& other, std::size_t common) {
    const std::size_t shorter = std::min(one.size(), other.size());
    if (shorter < kFewestPairs) {
        return !one.empty() && one == other ? 100 : 0;
    }
    return static_cast<int>(common * 100 / shorter);
}

/// Finds, for one after the other, the most alike of those before it.
class Likeness {
public:
    Likeness(const SameMatterPolicy& policy, const std::vector<SurgeCandidate>& candidates)
        : m_policy(policy), m_candidates(candidates), m_common(candidates.size(), 0) {
        for (const SurgeCandidate& each : candidates) {
            m_pairs.push_back(pairsOf(each.title));
        }
    }

    /// Index of the best one; `at` itself when none is alike.
    std::size_t bestBefore(std::size_t at) {
        const std::int64_t since = m_candidates[at].at.ms - m_policy.surgeHours * kHourMs;
        std::vector<std::size_t> met;
        for (const std::uint64_t pair : m_pairs[at]) {
            std::vector<std::size_t>& having = m_having[pair];
            for (auto it = having.rbegin(); it != having.rend() && m_candidates[*it].at.ms >= since; ++it) {
                if (m_common[*it]++ == 0) {
                    met.push_back(*it);
                }
            }
            having.push_back(at);
        }
        std::size_t best = at;
        int most = m_policy.similarPercent - 1;
        for (const std::size_t each : met) {
            const int share = likeness(m_pairs[at], m_pairs[each], m_common[each]);
            if (share > most || (share == most && best != at && each < best)) {
                most = share;
                best = each;
            }
            m_common[each] = 0;
        }
        return best;
    }

private:
    const SameMatterPolicy& m_policy;
    const std::vector<SurgeCandidate>& m_candidates;
    std::vector<Pairs> m_pairs;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_having;  ///< rising
    std::vector<std::size_t> m_common;
};

}  // namespace

int likenessOf(std::string_view title, std::string_view other) {
    const Pairs one = pairsOf(title);
    const Pairs two = pairsOf(other);
    Pairs common;
    std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(common));
    return likeness(one, two, common.size());
}

std::vector<Surge> surgesIn(const SameMatterPolicy& policy, std::vector<SurgeCandidate> candidates) {
    std::sort(candidates.begin(), candidates.end(), [](const SurgeCandidate& a, const SurgeCandidate& b) {
        return a.at != b.at ? a.at < b.at : a.ticket < b.ticket;
    });
    Likeness alike(policy, candidates);
    std::vector<std::size_t> matter(candidates.size());
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t best = alike.bestBefore(i);
        matter[i] = best == i ? i : matter[best];
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
