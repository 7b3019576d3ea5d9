// SPDX-License-Identifier: GPL-3.0-or-later
// planPhrase() and planWords() of query_plan.h.
#include "model/search/query_plan.h"
#include "model/search/ranker.h"
#include "model/search/tokens.h"

#include <algorithm>
#include <cmath>

namespace zhida::search {
namespace {

constexpr std::size_t kMostWords = 48;
constexpr std::size_t kFewWords = 8;
constexpr double kLeastRows = 3000;
constexpr double kShareOfRows = 0.03;
constexpr std::size_t kMostSynonyms = 8;
constexpr double kSynonymWeight = 0.8;
constexpr double kGroupDamping = 0.3;
constexpr double kWeak = 0.6;
/// What is rare decides more than its idf says.
constexpr double kIdfPower = 1.7;
/// A pair much rarer than one it overlaps goes across the border of two words, as 移政 in 迁移政策, and its rarity is chance.
constexpr double kBorderPower = 0.7;
constexpr double kBorderLeast = 0.2;

struct Word {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool prefix = false;
    double worth = 0;
    bool kept = true;

    /// Weak characters in it, of Han ones.
    std::size_t weak = 0;

    [[nodiscard]] bool isSingle() const { return prefix && end - begin == 1; }
    [[nodiscard]] bool isEmpty() const { return weak == end - begin; }
};

/// Drops words by `isPoor` unless fewer than two others would remain.
template <class Predicate>
void dropIfOthersRemain(std::vector<Word>& words, Predicate isPoor) {
    const auto isGood = [&](const Word& word) { return word.kept && !isPoor(word); };
    if (std::count_if(words.begin(), words.end(), isGood) >= 2) {
        for (Word& word : words) {
            word.kept = isGood(word);
        }
    }
}

class WordPlan {
public:
    WordPlan(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics)
        : m_query(query), m_dictionary(dictionary), m_statistics(statistics), m_most(mostDocuments(statistics)) {
        collect();
    }

    QueryPlan phrase() {
        const Run run = m_query.runs().front();
        double worth = 0;
        for (const Word& word : m_words) {
            worth += word.worth;
        }
        const bool prefix = wantsPrefix(run);
        m_plan.terms.push_back({text(run.begin, run.end), prefix, worth, 1, run.begin, run.end, {}});
        m_plan.slotWeights.push_back(worth);
        for (const Dictionary::Match& match : m_dictionary.synonymsIn(m_query.core())) {
            const double share = static_cast<double>(match.end - match.begin) / static_cast<double>(run.length());
            addSynonyms(match, worth * share, share < 1 ? 0U : 1U);
        }
        return std::move(m_plan);
    }

    QueryPlan words() {
        prune();
        for (const Word& word : m_words) {
            if (word.kept) {
                m_plan.terms.push_back(
                    {word.text, word.prefix, word.worth, m_plan.newSlot(word.worth), word.begin, word.end, {}});
            }
        }
        for (const Dictionary::Match& match : m_dictionary.synonymsIn(m_query.core())) {
            addSynonymsOfWords(match);
        }
        return std::move(m_plan);
    }

private:
    [[nodiscard]] std::string text(std::size_t begin, std::size_t end) const {
        return toUtf8(m_query.core().substr(begin, end - begin));
    }
    /// A single Han character is found by the pairs it begins; a word at the very end may not be finished yet.
    [[nodiscard]] bool wantsPrefix(const Run& run) const {
        return run.kind == CharKind::han ? run.length() == 1 : run.end == m_query.core().size() && run.length() > 1;
    }

    void collect() {
        for (const Run& run : m_query.runs()) {
            if (run.kind == CharKind::word || run.length() == 1) {
                add({text(run.begin, run.end), run.begin, run.end, wantsPrefix(run)});
                continue;
            }
            for (std::size_t i = run.begin; i + 1 < run.end; ++i) {
                add({text(i, i + 2), i, i + 2});
            }
        }
        for (Word& word : m_words) {
            const auto text = m_query.core().substr(word.begin, word.end - word.begin);
            const auto isWeak = [this](char32_t c) { return m_dictionary.isWeak(c); };
            word.weak = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isWeak));
            // A prefix has no count of its own, and a single character says little.
            word.worth = word.isSingle() ? 1.0 : std::pow(m_statistics.idf(word.text), kIdfPower);
            word.worth *= (word.weak > 0 ? kWeak : 1) * cohesion(word);
        }
    }
    [[nodiscard]] double cohesion(const Word& word) {
        double beside = 0;
        for (const Word& other : m_words) {
            if (other.end == word.begin + 1 || word.end == other.begin + 1) {
                beside = std::max(beside, m_statistics.documents(other.text));
            }
        }
        const double share = (m_statistics.documents(word.text) + 1) / (beside + 1);
        return std::clamp(std::pow(share, kBorderPower), kBorderLeast, 1.0);
    }
    void add(Word word) {
        const auto same = [&](const Word& known) { return known.text == word.text; };
        if (std::none_of(m_words.begin(), m_words.end(), same)) {
            m_words.push_back(std::move(word));
        }
    }
    void prune() {
        for (Word& word : m_words) {
            word.kept = word.prefix || m_statistics.documents(word.text) > 0;
        }
        dropIfOthersRemain(m_words, [](const Word& word) { return word.isEmpty(); });
        dropIfOthersRemain(m_words, [](const Word& word) { return word.isSingle(); });
        dropIfOthersRemain(
            m_words, [this](const Word& word) { return !word.prefix && m_statistics.documents(word.text) > m_most; });
        keepWithinBudget();
    }
    [[nodiscard]] double rowBudget() { return std::max(kLeastRows, kShareOfRows * m_statistics.rows()); }
    /// The rarest first, until the rows they bring are enough: what a long text costs has a bound.
    void keepWithinBudget() {
        std::vector<Word*> order;
        for (Word& word : m_words) {
            if (word.kept) {
                order.push_back(&word);
            }
        }
        std::stable_sort(order.begin(), order.end(), [](const Word* a, const Word* b) { return a->worth > b->worth; });
        const double budget = rowBudget();
        double brought = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i]->kept = i < kMostWords && (i < kFewWords || brought < budget);
            brought += order[i]->prefix ? 0 : m_statistics.documents(order[i]->text);
        }
    }

    void addSynonymsOfWords(const Dictionary::Match& match) {
        double worth = 0;
        std::uint64_t slots = 0;
        std::size_t slot = 0;
        for (const Word& word : m_words) {
            const bool inside = word.begin >= match.begin && word.end <= match.end;
            worth += inside ? word.worth : 0;
            slots |= inside && word.kept ? std::uint64_t{1} << slot : 0;
            slot += word.kept ? 1 : 0;
        }
        if (slots == 0 && m_plan.isRoom()) {
            slots = m_plan.newSlot(worth);
        }
        addSynonyms(match, worth, slots);
    }
    /// The other words of a group, each worth what the replaced part is worth, damped by the size of the group.
    void addSynonyms(const Dictionary::Match& match, double worth, std::uint64_t slots) {
        const auto& group = m_dictionary.group(match.group);
        const std::u32string_view own = m_query.core().substr(match.begin, match.end - match.begin);
        const double weight = kSynonymWeight / std::pow(static_cast<double>(group.size()), kGroupDamping) * worth;
        std::size_t added = 0;
        for (const std::u32string& word : group) {
            if (word != own && added < kMostSynonyms && m_plan.isRoom() && isUseful(word)) {
                const std::string other = toUtf8(word);
                m_plan.terms.push_back({other, isSingleHan(word), weight, slots, match.begin, match.end, other});
                ++added;
            }
        }
    }
    static bool isSingleHan(const std::u32string& word) {
        return word.size() == 1 && kindOf(word.front()) == CharKind::han;
    }
    /// In some documents, and not in too many when there is something else to look for.
    [[nodiscard]] bool isUseful(const std::u32string& word) {
        double most = m_statistics.rows();
        tokenizeText(toUtf8(word), TokenizeFor::query, [&](const Token& token) {
            most = std::min(most, m_statistics.documents(std::string(token.text)));
            return 0;
        });
        if (most <= 0 || (most > m_most && m_plan.terms.size() >= 2)) {
            return isSingleHan(word);
        }
        m_bySynonyms += most;
        return m_bySynonyms <= rowBudget();
    }

    const ParsedQuery& m_query;
    const Dictionary& m_dictionary;
    TermStatistics& m_statistics;
    double m_most;
    std::vector<Word> m_words;
    QueryPlan m_plan;
    /// Rows that synonyms bring, at most.
    double m_bySynonyms = 0;
};

}  // namespace

QueryPlan planPhrase(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics) {
    return WordPlan(query, dictionary, statistics).phrase();
}

QueryPlan planWords(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics) {
    return WordPlan(query, dictionary, statistics).words();
}

}  // namespace zhida::search
