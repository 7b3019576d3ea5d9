// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/search_miss.h"

#include "model/base/utf8.h"
#include "model/domain/personal_data.h"
#include "model/domain/title_index.h"

#include <algorithm>
#include <map>
#include <set>

namespace zhida::domain {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

struct Group {
    std::map<std::string, std::size_t> wordings;
    std::set<UserCode> people;
    SearchGap gap;
};

/// A telephone, a card, a document: more digits in a row than a question needs.
bool hasNumber(std::string_view text) {
    constexpr std::size_t kMostDigits = 6;
    std::size_t digits = 0;
    return std::any_of(text.begin(), text.end(), [&digits](char c) {
        digits = c >= '0' && c <= '9' ? digits + 1 : c == '-' || c == ' ' ? digits : 0;
        return digits > kMostDigits;
    });
}

void add(Group& group, const SearchMiss& miss) {
    group.wordings[miss.text] += miss.times;
    group.people.insert(miss.user);
    group.gap.times += miss.times;
    if (miss.lastAt >= group.gap.lastAt) {
        group.gap.lastAt = miss.lastAt;
        group.gap.withoutHit = miss.hits == 0;
    }
}

SearchGap gapOf(Group group) {
    const auto commonest = std::max_element(group.wordings.begin(), group.wordings.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    group.gap.text = commonest->first;
    group.gap.people = group.people.size();
    return std::move(group.gap);
}

}  // namespace

std::string searchMissKey(const UserCode& user, Day day, std::string_view text) {
    return user.value + "/" + formatDay(day) + "/" + Uuid::fromName(text).text();
}

std::optional<Day> dayOfMiss(std::string_view key) {
    const std::size_t last = key.rfind('/');
    const std::size_t before = last == std::string_view::npos || last == 0 ? last : key.rfind('/', last - 1);
    return before == std::string_view::npos || before == last
               ? std::nullopt
               : parseDay(std::string(key.substr(before + 1, last - before - 1)));
}

std::string notableSearch(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) {
        return {};
    }
    text = text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
    const bool fits = utf8::length(text) <= kMostMissedText && !pairsOf(text).empty() && !hasNumber(text);
    return fits && withoutPersonalData(text, {}, true).stripped.empty() ? std::string(text) : std::string();
}

std::vector<SearchGap> searchGapsIn(int similarPercent, Instant from, std::vector<SearchMiss> misses) {
    std::erase_if(misses, [from](const SearchMiss& each) { return each.lastAt < from; });
    std::stable_sort(misses.begin(), misses.end(),
                     [](const SearchMiss& a, const SearchMiss& b) { return a.lastAt < b.lastAt; });
    TitleIndex titles;
    std::vector<Group> groups;
    std::map<std::string, std::size_t> same;
    for (const SearchMiss& each : misses) {
        const TitlePairs pairs = pairsOf(each.text);
        const auto exact = same.find(each.text);
        const auto alike = exact == same.end() ? titles.best(pairs, similarPercent) : std::nullopt;
        const std::size_t place = exact != same.end() ? exact->second : alike ? alike->place : groups.size();
        if (place == groups.size()) {
            groups.emplace_back();
            titles.add(pairs);
        }
        same.emplace(each.text, place);
        add(groups[place], each);
    }
    std::vector<SearchGap> gaps;
    for (Group& each : groups) {
        gaps.push_back(gapOf(std::move(each)));
    }
    std::stable_sort(gaps.begin(), gaps.end(), [](const SearchGap& a, const SearchGap& b) {
        return std::tuple(b.people, b.times, b.lastAt) < std::tuple(a.people, a.times, a.lastAt);
    });
    return gaps;
}

}  // namespace zhida::domain
