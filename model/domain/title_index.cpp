// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/title_index.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <iterator>

namespace zhida::domain {
namespace {

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

int likeness(std::size_t one, std::size_t other, std::size_t common) {
    const std::size_t shorter = std::min(one, other);
    if (shorter < kFewestPairs) {
        return shorter != 0 && one == other && common == one ? 100 : 0;
    }
    return static_cast<int>(common * 100 / shorter);
}

}  // namespace

TitlePairs pairsOf(std::string_view title) {
    TitlePairs pairs;
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

int likenessOf(std::string_view title, std::string_view other) {
    const TitlePairs one = pairsOf(title);
    const TitlePairs two = pairsOf(other);
    TitlePairs common;
    std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(common));
    return likeness(one.size(), two.size(), common.size());
}

void TitleIndex::add(const TitlePairs& title) {
    for (const std::uint64_t pair : title) {
        m_having[pair].push_back(m_sizes.size());
    }
    m_sizes.push_back(title.size());
    m_common.push_back(0);
}

std::optional<TitleIndex::Match> TitleIndex::best(const TitlePairs& title, int least, std::size_t from) {
    std::vector<std::size_t> met;
    for (const std::uint64_t pair : title) {
        const auto having = m_having.find(pair);
        if (having == m_having.end()) {
            continue;
        }
        for (auto it = having->second.rbegin(); it != having->second.rend() && *it >= from; ++it) {
            if (m_common[*it]++ == 0) {
                met.push_back(*it);
            }
        }
    }
    std::optional<Match> found;
    for (const std::size_t each : met) {
        const int percent = likeness(title.size(), m_sizes[each], m_common[each]);
        const bool better = !found || percent > found->percent || (percent == found->percent && each < found->place);
        if (percent >= least && better) {
            found = Match{each, percent};
        }
        m_common[each] = 0;
    }
    return found;
}

}  // namespace zhida::domain
