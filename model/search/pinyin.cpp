// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/pinyin.h"

#include "model/search/tables.h"

#include <algorithm>
#include <optional>

namespace zhida::search::pinyin {
namespace {

constexpr std::size_t kGram = 4;
constexpr std::size_t kMostGrams = 16;
constexpr std::size_t kMostLetters = 32;
constexpr std::size_t kMostSegmentations = 16;

/// The syllable as the tables spell it; "lue" and "nue" are typed for "lve" and "nve".
std::optional<std::string> wholeSyllable(std::string_view letters) {
    const auto all = tables::syllables();
    if (letters == "lue" || letters == "nue") {
        return letters == "lue" ? "lve" : "nve";
    }
    const bool known = std::binary_search(all.begin(), all.end(), letters);
    return known ? std::optional<std::string>(letters) : std::nullopt;
}

bool beginsSyllable(std::string_view letters) {
    const auto all = tables::syllables();
    const auto found = std::lower_bound(all.begin(), all.end(), letters);
    return found != all.end() && found->substr(0, letters.size()) == letters;
}

using Syllables = std::vector<std::string>;

class Segmenter {
public:
    explicit Segmenter(std::string_view letters) : m_letters(letters) { descend(0); }
    std::vector<Syllables> take() { return std::move(m_found); }

private:
    void descend(std::size_t at) {
        if (m_found.size() >= kMostSegmentations || ++m_steps > 500) {
            return;
        }
        if (at == m_letters.size()) {
            m_found.push_back(m_path);
            return;
        }
        if (m_letters[at] == '\'') {
            descend(at + 1);
            return;
        }
        for (std::size_t length = std::min<std::size_t>(6, m_letters.size() - at); length > 0; --length) {
            tryPart(at, m_letters.substr(at, length));
        }
    }
    void tryPart(std::size_t at, std::string_view part) {
        auto syllable = wholeSyllable(part);
        if (!syllable && at + part.size() == m_letters.size() && beginsSyllable(part)) {
            syllable = std::string(part);
        }
        if (syllable) {
            m_path.push_back(*syllable);
            descend(at + part.size());
            m_path.pop_back();
        }
    }

    std::string_view m_letters;
    Syllables m_path;
    std::vector<Syllables> m_found;
    int m_steps = 0;
};

void addOnce(std::vector<std::string>& list, std::string value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(std::move(value));
    }
}

/// ".jkz" and its variants for the up to four readable characters from `at` on.
void addInitials(std::vector<std::string>& tokens, std::u32string_view folded, std::size_t at) {
    std::vector<std::string> grams{"."};
    for (std::size_t i = at; i < std::min(at + kGram, folded.size()); ++i) {
        std::vector<std::string> longer;
        for (const std::string_view reading : readings(folded[i])) {
            for (const std::string& gram : grams) {
                addOnce(longer, gram + reading.front());
            }
        }
        if (longer.empty()) {
            break;
        }
        longer.resize(std::min(longer.size(), kMostGrams));
        grams = std::move(longer);
    }
    tokens.insert(tokens.end(), grams.begin(), grams.end());
}

std::string initialsPhrase(std::string_view letters) {
    if (letters.size() <= kGram) {
        return "." + std::string(letters);
    }
    std::string phrase;
    for (std::size_t i = 0; i + kGram <= letters.size(); ++i) {
        phrase += (i == 0 ? "." : " .") + std::string(letters.substr(i, kGram));
    }
    return phrase;
}

std::string syllablePhrase(const Syllables& syllables) {
    if (syllables.size() == 1) {
        return wholeSyllable(syllables.front()) ? syllables.front() + "'" : syllables.front();
    }
    std::string phrase;
    for (std::size_t i = 0; i + 1 < syllables.size(); ++i) {
        phrase += (i == 0 ? "" : " ") + syllables[i] + "'" + syllables[i + 1];
    }
    return phrase;
}

bool reads(char32_t folded, std::string_view prefix) {
    const auto all = readings(folded);
    return std::any_of(all.begin(), all.end(),
                       [prefix](std::string_view reading) { return reading.substr(0, prefix.size()) == prefix; });
}

bool readsFrom(std::u32string_view folded, std::size_t at, const Syllables& syllables) {
    if (at + syllables.size() > folded.size()) {
        return false;
    }
    for (std::size_t i = 0; i < syllables.size(); ++i) {
        if (!reads(folded[at + i], syllables[i])) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::vector<std::string_view> readings(char32_t folded) {
    std::vector<std::string_view> out;
    for (const std::uint16_t index : tables::readings(folded)) {
        out.push_back(tables::syllables()[index]);
    }
    return out;
}

std::vector<std::string> tokensAt(std::u32string_view folded, std::size_t at) {
    std::vector<std::string> tokens;
    const auto own = readings(folded[at]);
    const auto next = at + 1 < folded.size() ? readings(folded[at + 1]) : std::vector<std::string_view>();
    for (const std::string_view first : own) {
        if (next.empty()) {
            tokens.push_back(std::string(first) + "'");
        }
        for (const std::string_view second : next) {
            tokens.push_back(std::string(first) + "'" + std::string(second));
        }
    }
    if (!own.empty()) {
        addInitials(tokens, folded, at);
    }
    return tokens;
}

std::vector<std::vector<std::string>> pairsOf(std::u32string_view folded) {
    std::vector<std::vector<std::string>> pairs;
    for (std::size_t i = 0; i + 1 < folded.size(); ++i) {
        std::vector<std::string> pair;
        for (const std::string_view first : readings(folded[i])) {
            for (const std::string_view second : readings(folded[i + 1])) {
                pair.push_back(std::string(first) + "'" + std::string(second));
            }
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::vector<std::vector<std::string>> segment(std::string_view letters, std::size_t limit) {
    if (letters.empty() || letters.size() > kMostLetters) {
        return {};
    }
    auto found = Segmenter(letters).take();
    const auto unlikely = [](const Syllables& way) { return 2 * way.size() + (wholeSyllable(way.back()) ? 0 : 1); };
    const auto likelier = [&](const Syllables& a, const Syllables& b) { return unlikely(a) < unlikely(b); };
    std::stable_sort(found.begin(), found.end(), likelier);
    found.resize(std::min(found.size(), limit));
    return found;
}

std::vector<std::string> phrasesFor(std::string_view letters) {
    if (letters.size() < 2 || letters.size() > kMostLetters) {
        return {};
    }
    std::vector<std::string> phrases;
    if (letters.find('\'') == std::string_view::npos) {
        phrases.push_back(initialsPhrase(letters));
    }
    for (const Syllables& syllables : segment(letters)) {
        phrases.push_back(syllablePhrase(syllables));
    }
    return phrases;
}

std::vector<std::pair<std::size_t, std::size_t>> find(std::u32string_view folded, std::string_view letters) {
    auto ways = segment(letters);
    Syllables initials;
    for (const char letter : letters) {
        initials.emplace_back(1, letter);
    }
    if (letters.size() >= 2) {
        ways.insert(ways.begin(), initials);
    }
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        for (const Syllables& way : ways) {
            if (readsFrom(folded, at, way)) {
                found.emplace_back(at, at + way.size());
            }
        }
    }
    return found;
}

}  // namespace zhida::search::pinyin
