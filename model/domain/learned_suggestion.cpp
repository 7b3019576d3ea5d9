// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/learned_suggestion.h"

#include <algorithm>

namespace zhida::domain {

std::string learnedKey(const UserCode& user, std::uint32_t place) { return user.value + "/" + std::to_string(place); }

std::string placeFor(const LearnSuggestion& said, const UserCode& user, const std::vector<LearnedSuggestion>& own) {
    const auto same = std::find_if(own.begin(), own.end(), [&said](const LearnedSuggestion& each) {
        return each.said.kind == said.kind && each.said.value == said.value && each.said.words == said.words;
    });
    if (same != own.end()) {
        return same->key;
    }
    for (std::uint32_t place = 0; place < kMostLearned; ++place) {
        std::string key = learnedKey(user, place);
        if (std::none_of(own.begin(), own.end(), [&key](const auto& each) { return each.key == key; })) {
            return key;
        }
    }
    return std::min_element(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.at < b.at; })->key;
}

}  // namespace zhida::domain
