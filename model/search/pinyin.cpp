// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/pinyin.h"

#include "model/base/utf8.h"
#include "model/search/fold.h"
#include "model/search/tables.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace zhida::search::pinyin {
namespace {

constexpr std::size_t kGram = 3;
constexpr std::size_t kMostGrams = 16;
constexpr std::size_t kMostSpellings = 8;
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

/// ".jkz" and its variants for the up to three readable characters from `at` on.
class Initials {
public:
    Initials(std::u32string_view folded, std::size_t at) {
        for (std::size_t i = at; i < std::min(at + kGram, folded.size()) && lengthen(folded[i]); ++i) {
        }
    }
    [[nodiscard]] int show(const PieceSink& sink) const {
        int result = 0;
        for (std::size_t i = 0; i < m_count && result == 0; ++i) {
            result = sink({m_grams[i].data(), m_length});
        }
        return result;
    }

private:
    using Gram = std::array<char, kGram + 1>;
    /// False when the character is not read.
    bool lengthen(char32_t c) {
        const auto found = tables::readings(c);
        std::array<Gram, kMostGrams> longer;
        std::size_t count = 0;
        std::string seen;
        for (const std::uint16_t index : found) {
            const char initial = tables::syllables()[index].front();
            const bool isNew = seen.find(initial) == std::string::npos;
            seen.push_back(initial);
            for (std::size_t i = 0; isNew && i < m_count && count < kMostGrams; ++i) {
                longer[count] = m_grams[i];
                longer[count++][m_length] = initial;
            }
        }
        if (count > 0) {
            m_grams = longer;
            m_count = count;
            ++m_length;
        }
        return count > 0;
    }

    std::array<Gram, kMostGrams> m_grams{Gram{'.'}};
    std::size_t m_count = 1;
    std::size_t m_length = 1;
};

/// What is often taken for one another, without tones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kNearInitials{
    {{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}, {"h", "f"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kNearFinals{
    {{"ang", "an"}, {"eng", "en"}, {"ing", "in"}}};

std::string_view initialOf(std::string_view syllable) {
    const bool two = syllable.size() > 1 && syllable[1] == 'h';
    return syllable.substr(0, two ? 2 : 1);
}

/// The syllable and those that sound nearly like it.
std::vector<std::string> nearSyllables(std::string_view syllable) {
    std::vector<std::string> near{std::string(syllable)};
    const auto add = [&near](std::string other) {
        if (wholeSyllable(other)) {
            addOnce(near, std::move(other));
        }
    };
    const std::string_view initial = initialOf(syllable);
    for (const auto& [one, other] : kNearInitials) {
        if (initial == one || initial == other) {
            add(std::string(initial == one ? other : one) + std::string(syllable.substr(initial.size())));
        }
    }
    for (std::size_t i = 0, initials = near.size(); i < initials; ++i) {
        const std::string base = near[i];
        for (const auto& [one, other] : kNearFinals) {
            if (base.ends_with(one)) {
                add(base.substr(0, base.size() - 1));
            } else if (base.ends_with(other)) {
                add(base + "g");
            }
        }
    }
    return near;
}

/// Ways in which letters are syllables and single initials mixed.
class Mixture {
public:
    Mixture(std::string_view letters, std::size_t limit) : m_letters(letters), m_limit(limit) { descend(0); }
    std::vector<std::string> take() { return std::move(m_found); }

private:
    void descend(std::size_t at) {
        if (m_found.size() >= m_limit || ++m_steps > 200) {
            return;
        }
        if (at == m_letters.size()) {
            if (m_path.size() >= 2 && m_path != m_letters) {
                addOnce(m_found, m_path);
            }
            return;
        }
        for (std::size_t length = std::min<std::size_t>(6, m_letters.size() - at); length > 0; --length) {
            const std::string_view part = m_letters.substr(at, length);
            const bool twoLetters = length == 2 && part[1] == 'h';
            const bool last = at + length == m_letters.size() && beginsSyllable(part);
            if (length == 1 || twoLetters || last || wholeSyllable(part)) {
                m_path.push_back(part.front());
                descend(at + length);
                m_path.pop_back();
            }
        }
    }

    std::string_view m_letters;
    std::size_t m_limit;
    std::string m_path;
    std::vector<std::string> m_found;
    int m_steps = 0;
};

}  // namespace

std::vector<std::string_view> readings(char32_t folded) {
    std::vector<std::string_view> out;
    for (const std::uint16_t index : tables::readings(folded)) {
        out.push_back(tables::syllables()[index]);
    }
    return out;
}

int tokensAt(std::u32string_view folded, std::size_t at, const PieceSink& sink) {
    const auto all = tables::syllables();
    const auto own = tables::readings(folded[at]);
    const auto next = at + 1 < folded.size() ? tables::readings(folded[at + 1]) : std::span<const std::uint16_t>();
    int result = 0;
    std::string token;
    for (const std::uint16_t first : own) {
        const std::size_t count = std::max<std::size_t>(next.size(), 1);
        for (std::size_t i = 0; i < count && result == 0; ++i) {
            token.assign(all[first]).push_back('\'');
            token += next.empty() ? std::string_view() : all[next[i]];
            result = sink(token);
        }
    }
    if (result == 0 && !own.empty()) {
        result = Initials(folded, at).show(sink);
    }
    if (result == 0 && kindOf(folded[at]) == CharKind::han) {
        token.clear();
        utf8::append(token, folded[at]);
        result = sink(token);
    }
    return result;
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

std::vector<std::string> mixedInitials(std::string_view letters, std::size_t limit) {
    return letters.size() < 3 || letters.size() > kMostLetters ? std::vector<std::string>()
                                                               : Mixture(letters, limit).take();
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

std::vector<std::string> nearPairs(std::string_view pair, std::size_t limit) {
    const std::size_t mark = pair.find('\'');
    std::vector<std::string> out;
    if (mark == std::string_view::npos) {
        return out;
    }
    for (const std::string& first : nearSyllables(pair.substr(0, mark))) {
        for (const std::string& second : nearSyllables(pair.substr(mark + 1))) {
            std::string near = first;
            near.append("'").append(second);
            if (near != pair && out.size() < limit) {
                out.push_back(std::move(near));
            }
        }
    }
    return out;
}

std::vector<std::string> spellings(std::u32string_view folded) {
    std::vector<std::string> whole{""};
    std::vector<std::string> initials{""};
    for (const char32_t c : folded) {
        std::vector<std::string> longer;
        std::vector<std::string> more;
        for (const std::string_view reading : readings(c)) {
            for (const std::string& before : whole) {
                addOnce(longer, before + std::string(reading));
            }
            for (const std::string& before : initials) {
                addOnce(more, before + reading.front());
            }
        }
        longer.resize(std::min(longer.size(), kMostSpellings));
        more.resize(std::min(more.size(), kMostSpellings));
        whole = std::move(longer);
        initials = std::move(more);
    }
    for (std::string& each : initials) {
        addOnce(whole, std::move(each));
    }
    return whole;
}

}  // namespace zhida::search::pinyin
