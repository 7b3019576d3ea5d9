// SPDX-License-Identifier: GPL-3.0-or-later
// What query_plan.h says of sounds and of the index of titles.
#include "model/search/pinyin.h"
#include "model/search/query_plan.h"
#include "model/search/ranker.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace zhida::search {
namespace {

constexpr std::size_t kMostHomophoneChars = 24;
constexpr std::size_t kMostNearChars = 8;
constexpr std::size_t kMostVariants = 4;
constexpr std::size_t kMostNear = 6;
constexpr double kNearWeight = 0.7;
constexpr double kManyTexts = 2500;
constexpr double kMostRows = 3000;
constexpr std::size_t kMostTitleChars = 12;
constexpr double kLeastTitles = 1500;
constexpr double kShareOfTitles = 0.02;
constexpr std::size_t kMostSpelledWords = 6;
constexpr std::ptrdiff_t kMostOfOne = 3;
constexpr std::size_t kMostInitials = 8;
constexpr double kSpelledSynonym = 0.5;

class LetterPlan {
public:
    QueryPlan take() { return std::move(m_plan); }

    void strictly(const Run& run, const std::string& letters) {
        const std::uint64_t slot = m_plan.newSlot(1.0);
        add(pinyin::initialsPhrase(letters), slot, run);
        for (const std::string& initials : pinyin::mixedInitials(letters)) {
            add(pinyin::initialsPhrase(initials), slot, run);
        }
        for (const auto& syllables : pinyin::segment(letters)) {
            add(pinyin::syllablePhrase(syllables), slot, run);
        }
    }
    /// Pieces of two and three initials, and pairs of the likeliest syllables.
    void loosely(const Run& run, const std::string& letters) {
        const auto ways = pinyin::segment(letters, 1);
        if (!ways.empty() && ways.front().size() >= 2) {
            for (std::size_t i = 0; i + 1 < ways.front().size(); ++i) {
                add(ways.front()[i] + "'" + ways.front()[i + 1], room(), run);
            }
            return;
        }
        const std::size_t length = letters.size() <= 4 ? 2 : 3;
        for (std::size_t i = 0; i + length <= letters.size(); ++i) {
            add("." + letters.substr(i, length), room(), run);
        }
    }

private:
    std::uint64_t room() { return m_plan.isRoom() ? m_plan.newSlot(1.0) : 1; }
    void add(std::string phrase, std::uint64_t slot, const Run& run) {
        const auto same = [&phrase](const PlanTerm& term) { return term.phrase == phrase; };
        if (m_plan.isRoom() && std::none_of(m_plan.terms.begin(), m_plan.terms.end(), same)) {
            m_plan.terms.push_back({std::move(phrase), true, 1.0, slot, run.begin, run.end, {}});
        }
    }

    QueryPlan m_plan;
};

/// The pairs of characters by their readings, those alike a little less.
class SoundPlan {
public:
    SoundPlan(TermStatistics& titles, bool withNear) : m_titles(titles), m_withNear(withNear) {}

    void addPair(std::vector<std::string> readings, std::size_t at) {
        if (!m_plan.isRoom()) {
            return;
        }
        readings.resize(std::min(readings.size(), kMostVariants));
        double worth = 0;
        for (const std::string& reading : readings) {
            worth = std::max(worth, m_titles.idf(reading));
        }
        const std::uint64_t slot = m_plan.newSlot(worth);
        for (const std::string& reading : readings) {
            add(reading, 1.0, slot, at);
            for (const std::string& near : m_withNear ? pinyin::nearPairs(reading, kMostNear) : Readings()) {
                add(near, kNearWeight, slot, at);
            }
        }
    }
    /// The rarest, as long as they do not bring too many rows.
    QueryPlan take() {
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        double brought = 0;
        for (auto& [documents, term] : m_found) {
            brought += documents;
            if (m_plan.isRoom() && (brought <= kMostRows || m_plan.empty())) {
                m_plan.terms.push_back(std::move(term));
            }
        }
        return std::move(m_plan);
    }

private:
    using Readings = std::vector<std::string>;
    void add(const std::string& sound, double weight, std::uint64_t slot, std::size_t at) {
        if (const double documents = m_titles.documents(sound); documents > 0) {
            m_found.emplace_back(documents, PlanTerm{sound, false, weight * m_titles.idf(sound), slot, at, at + 2, {}});
        }
    }

    TermStatistics& m_titles;
    bool m_withNear;
    QueryPlan m_plan;
    std::vector<std::pair<double, PlanTerm>> m_found;
};

using Words = std::vector<std::u32string>;

void append(Words& words, const Words& more) {
    words.insert(words.end(), more.begin(),
                 std::next(more.begin(), std::min<std::ptrdiff_t>(kMostOfOne, std::ssize(more))));
}

/// What finds one word, as one slot.
void addWord(QueryPlan& plan, const QueryPlan& word, const Run& run) {
    const std::uint64_t slot = plan.newSlot(std::accumulate(word.slotWeights.begin(), word.slotWeights.end(), 0.0));
    for (const PlanTerm& term : word.terms) {
        if (plan.isRoom()) {
            const double share = term.synonym.empty() ? 1.0 : kSpelledSynonym;
            plan.terms.push_back({term.phrase, false, share * term.weight, slot, run.begin, run.end, term.phrase});
        }
    }
}

/// From left to right the longest words of two syllables and more.
Words wordsOfSyllables(const std::vector<std::string>& syllables, const Dictionary& dictionary) {
    Words words;
    for (std::size_t at = 0; at < syllables.size();) {
        std::size_t step = 1;
        Words longest;
        std::string piece = syllables[at];
        for (std::size_t end = at + 1; end < syllables.size(); ++end) {
            piece += syllables[end];
            if (Words found = dictionary.spelled(piece); !found.empty()) {
                longest = std::move(found);
                step = end + 1 - at;
            }
        }
        append(words, longest);
        at += step;
    }
    return words;
}

/// Words of the dictionary in the letters: the whole of them, else parts: syllables, or initials of two words.
Words spelledIn(const std::string& letters, const Dictionary& dictionary) {
    Words words = dictionary.spelled(letters);
    if (!words.empty()) {
        return words;
    }
    for (const auto& syllables : pinyin::segment(letters, 1)) {
        words = wordsOfSyllables(syllables, dictionary);
    }
    for (std::size_t at = 2; words.empty() && at + 2 <= letters.size() && letters.size() <= kMostInitials; ++at) {
        const Words first = dictionary.spelled(letters.substr(0, at));
        const Words second = dictionary.spelled(letters.substr(at));
        if (!first.empty() && !second.empty()) {
            append(words, first);
            append(words, second);
        }
    }
    return words;
}

}  // namespace

QueryPlan planLetters(const ParsedQuery& query, bool loosely) {
    LetterPlan plan;
    for (const Run& run : query.letterRuns()) {
        const std::string letters = query.lettersOf(run);
        loosely ? plan.loosely(run, letters) : plan.strictly(run, letters);
    }
    return plan.take();
}

QueryPlan planHomophones(const ParsedQuery& query, TermStatistics& statistics) {
    const std::size_t count = query.hanChars();
    SoundPlan plan(statistics, count <= kMostNearChars);
    for (const Run& run : query.runs()) {
        std::size_t at = run.begin;
        const bool counts = run.kind == CharKind::han && count <= kMostHomophoneChars;
        for (auto& readings : pinyin::pairsOf(query.core().substr(run.begin, counts ? run.length() : 0))) {
            plan.addPair(std::move(readings), at++);
        }
    }
    return plan.take();
}

QueryPlan planTitleChars(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics) {
    std::vector<PlanTerm> chars;
    for (const Run& run : query.runs()) {
        for (std::size_t i = run.begin; run.kind == CharKind::han && i < run.end; ++i) {
            std::string text = toUtf8(query.core().substr(i, 1));
            const auto same = [&text](const PlanTerm& term) { return term.phrase == text; };
            if (!dictionary.isWeak(query.core()[i]) && statistics.documents(text) > 0 &&
                std::none_of(chars.begin(), chars.end(), same)) {
                const double idf = statistics.idf(text);
                chars.push_back({std::move(text), false, idf, 0, i, i + 1, {}});
            }
        }
    }
    std::stable_sort(chars.begin(), chars.end(),
                     [](const PlanTerm& a, const PlanTerm& b) { return a.weight > b.weight; });
    const double budget = std::max(kLeastTitles, kShareOfTitles * statistics.rows());
    QueryPlan plan;
    double brought = 0;
    for (PlanTerm& term : chars) {
        brought += statistics.documents(term.phrase);
        if (plan.terms.size() >= kMostTitleChars || (!plan.empty() && brought > budget)) {
            break;
        }
        term.slots = plan.newSlot(term.weight);
        plan.terms.push_back(std::move(term));
    }
    return plan;
}

QueryPlan planTitlePhrase(const ParsedQuery& query, TermStatistics& texts) {
    QueryPlan plan;
    const Run run = query.runs().front();
    if (run.kind != CharKind::han) {
        return plan;
    }
    double documents = run.length() == 1 ? texts.documentsWithChar(query.core()[run.begin]) : texts.rows();
    for (std::size_t i = run.begin; i + 1 < run.end; ++i) {
        documents = std::min(documents, texts.documents(toUtf8(query.core().substr(i, 2))));
    }
    if (documents < kManyTexts) {
        return plan;
    }
    std::string phrase;
    for (std::size_t i = run.begin; i < run.end; ++i) {
        phrase += (phrase.empty() ? "" : " ") + toUtf8(query.core().substr(i, 1));
    }
    plan.terms.push_back({std::move(phrase), false, 1.0, plan.newSlot(1.0), run.begin, run.end, {}});
    return plan;
}

QueryPlan planSpelled(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics,
                      bool loosely) {
    QueryPlan plan;
    for (const Run& run : query.letterRuns()) {
        auto words = spelledIn(query.lettersOf(run), dictionary);
        words.resize(std::min(words.size(), kMostSpelledWords));
        for (const std::u32string& word : words) {
            const ParsedQuery asText(toUtf8(word), {});
            const QueryPlan one =
                loosely ? planWords(asText, dictionary, statistics) : planPhrase(asText, dictionary, statistics);
            if (!one.empty() && plan.isRoom()) {
                addWord(plan, one, run);
            }
        }
    }
    return plan;
}

}  // namespace zhida::search
