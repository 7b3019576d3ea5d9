// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/dictionary.h"

#include "model/search/fold.h"
#include "model/search/pinyin.h"

#include <algorithm>
#include <iterator>

namespace zhida::search {
namespace {

/// What stands between two marks, without blanks and line ends around it; empty pieces are left out.
std::vector<std::string_view> pieces(std::string_view text, char mark) {
    constexpr std::string_view kBlanks = " \r\n";
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(mark), text.size());
        std::string_view piece = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        piece.remove_prefix(std::min(piece.find_first_not_of(kBlanks), piece.size()));
        piece = piece.substr(0, piece.find_last_not_of(kBlanks) + 1);
        if (!piece.empty()) {
            out.push_back(piece);
        }
    }
    return out;
}

bool isComment(std::string_view line) { return line.front() == '#'; }

/// Latin words count only as whole words: "etc" is not in "fetch".
bool standsAlone(std::u32string_view text, std::size_t begin, std::size_t end) {
    const auto glued = [&](std::size_t left, std::size_t right) {
        return kindOf(text[left]) == CharKind::word && kindOf(text[right]) == CharKind::word;
    };
    return !(begin > 0 && glued(begin - 1, begin)) && !(end < text.size() && glued(end - 1, end));
}

bool hasContent(std::u32string_view folded) {
    return std::any_of(folded.begin(), folded.end(), [](char32_t c) { return kindOf(c) != CharKind::separator; });
}

}  // namespace

Dictionary Dictionary::fromText(std::string_view synonymsTsv, std::string_view stopPhrases) {
    Dictionary out;
    for (const std::string_view line : pieces(synonymsTsv, '\n')) {
        out.addGroup(line);
    }
    for (const std::string_view line : pieces(stopPhrases, '\n')) {
        out.addStopPhrase(line);
    }
    const auto longer = [](const std::u32string& a, const std::u32string& b) { return a.size() > b.size(); };
    std::stable_sort(out.m_stopPhrases.begin(), out.m_stopPhrases.end(), longer);
    return out;
}

void Dictionary::addGroup(std::string_view line) {
    std::vector<std::u32string> words;
    for (const std::string_view word : pieces(line, '\t')) {
        if (std::u32string folded = foldText(word).chars; hasContent(folded)) {
            words.push_back(std::move(folded));
        }
    }
    if (isComment(line) || words.size() < 2) {
        return;
    }
    for (const std::u32string& word : words) {
        const bool isNew = m_groupOf.emplace(word, m_groups.size()).second;
        for (std::string& spelling : isNew ? pinyin::spellings(word) : std::vector<std::string>()) {
            m_spelled.emplace(std::move(spelling), word);
        }
        std::size_t& longest = m_longest[word.front()];
        longest = std::max(longest, word.size());
    }
    m_groups.push_back(std::move(words));
}

void Dictionary::addStopPhrase(std::string_view line) {
    std::u32string phrase = foldText(line).chars;
    if (isComment(line) || phrase.empty()) {
        return;
    }
    if (phrase.size() == 1) {
        m_weak.insert(phrase.front());
    } else {
        m_stopPhrases.push_back(std::move(phrase));
    }
}

std::vector<Dictionary::Match> Dictionary::synonymsIn(std::u32string_view folded) const {
    std::vector<Match> found;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t step = 1;
        const auto longest = m_longest.find(folded[at]);
        for (std::size_t length = longest == m_longest.end() ? 0 : std::min(longest->second, folded.size() - at);
             length > 0; --length) {
            const auto word = m_groupOf.find(std::u32string(folded.substr(at, length)));
            if (word != m_groupOf.end() && standsAlone(folded, at, at + length)) {
                found.push_back({at, at + length, word->second});
                step = length;
                break;
            }
        }
        at += step;
    }
    return found;
}

std::vector<std::u32string> Dictionary::spelled(std::string_view letters) const {
    std::vector<std::u32string> words;
    const auto [from, to] = m_spelled.equal_range(std::string(letters));
    std::transform(from, to, std::back_inserter(words), [](const auto& entry) { return entry.second; });
    // The order of a hash table is nobody's choice.
    std::sort(words.begin(), words.end());
    return words;
}

std::u32string Dictionary::withoutStopPhrases(std::u32string_view folded) const {
    std::u32string out(folded);
    for (const std::u32string& phrase : m_stopPhrases) {
        for (std::size_t at = out.find(phrase); at != std::u32string::npos; at = out.find(phrase, at)) {
            std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(at), phrase.size(), U' ');
        }
    }
    return hasContent(out) ? out : std::u32string(folded);
}

}  // namespace zhida::search
