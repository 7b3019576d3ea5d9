// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace zhida::search {

/// Words that mean the same and phrases that say nothing ("请问", "怎么办理"), as data of the centre. Immutable; share freely.
class Dictionary {
public:
    /// Nothing in it.
    Dictionary() = default;
    /// Synonyms: one group a line, words separated by tabs. Stop phrases: one a line. Blank lines and lines that begin
    /// with # are skipped; a group of one word is no group. A stop phrase of one character ("的", "吗") is weak: it is not cut
    /// out, but says little by itself.
    static Dictionary fromText(std::string_view synonymsTsv, std::string_view stopPhrases);

    /// A word of the dictionary in a folded text, [begin, end) in characters.
    struct Match {
        std::size_t begin;
        std::size_t end;
        std::size_t group;
    };
    /// From left to right, the longest word at each place.
    [[nodiscard]] std::vector<Match> synonymsIn(std::u32string_view folded) const;
    /// The words of a group, folded.
    [[nodiscard]] const std::vector<std::u32string>& group(std::size_t index) const { return m_groups[index]; }
    /// The folded text with blanks where stop phrases were; the text itself when nothing else would be left.
    [[nodiscard]] std::u32string withoutStopPhrases(std::u32string_view folded) const;

    [[nodiscard]] bool isWeak(char32_t folded) const { return m_weak.count(folded) != 0; }
    /// Words of the groups that are spelled so, as syllables or initials ("dibao", "db": 低保), folded.
    [[nodiscard]] std::vector<std::u32string> spelled(std::string_view letters) const;

private:
    void addGroup(std::string_view line);
    void addStopPhrase(std::string_view line);

    std::vector<std::vector<std::u32string>> m_groups;
    /// A word in several groups counts for the first one.
    std::unordered_map<std::u32string, std::size_t> m_groupOf;
    /// By first character: the length of the longest word.
    std::unordered_map<char32_t, std::size_t> m_longest;
    std::unordered_multimap<std::string, std::u32string> m_spelled;
    std::unordered_set<char32_t> m_weak;
    /// The longest first.
    std::vector<std::u32string> m_stopPhrases;
};

}  // namespace zhida::search
