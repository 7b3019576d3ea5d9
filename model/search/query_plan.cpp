// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/query_plan.h"

#include "model/base/utf8.h"
#include "model/search/pinyin.h"
#include "model/search/ranker.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace zhida::search {
namespace {

constexpr std::size_t kMostWords = 48;
constexpr std::size_t kFewWords = 8;
constexpr double kLeastRows = 4000;
constexpr double kShareOfRows = 0.1;
constexpr std::size_t kMostSynonyms = 8;
constexpr double kSynonymWeight = 0.7;
constexpr double kSmallIndex = 2000;
constexpr double kTooFrequent = 0.02;
constexpr std::size_t kMostHomophoneChars = 24;
constexpr std::size_t kMostVariants = 4;

struct Word {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool prefix = false;
    double idf = 0;
    bool kept = true;
};

std::string phraseOf(const ParsedQuery& query, std::size_t begin, std::size_t end) {
    return toUtf8(query.core().substr(begin, end - begin));
}

/// A single Han character is found by the pairs it begins; a word at the very end may not be finished yet.
bool wantsPrefix(const Run& run, std::size_t textEnd) {
    return run.kind == CharKind::han ? run.length() == 1 : run.end == textEnd && run.length() > 1;
}

void addWord(std::vector<Word>& words, Word word) {
    const auto same = [&](const Word& known) { return known.text == word.text; };
    if (std::none_of(words.begin(), words.end(), same)) {
        words.push_back(std::move(word));
    }
}

std::vector<Word> wordsOf(const ParsedQuery& query, TermStatistics& statistics) {
    std::vector<Word> words;
    for (const Run& run : query.runs()) {
        if (run.kind == CharKind::word || run.length() == 1) {
            addWord(words,
                    {phraseOf(query, run.begin, run.end), run.begin, run.end, wantsPrefix(run, query.core().size())});
            continue;
        }
        for (std::size_t i = run.begin; i + 1 < run.end; ++i) {
            addWord(words, {phraseOf(query, i, i + 2), i, i + 2});
        }
    }
    for (Word& word : words) {
        // A prefix has no count of its own, and a single character says little.
        word.idf = word.prefix && word.end - word.begin == 1 ? 1.0 : statistics.idf(word.text);
    }
    return words;
}

/// Drops words by `isPoor` unless fewer than two others would remain.
template <class Predicate>
void dropIfOthersRemain(std::vector<Word>& words, Predicate isPoor) {
    const auto good =
        std::count_if(words.begin(), words.end(), [&](const Word& word) { return word.kept && !isPoor(word); });
    if (good >= 2) {
        for (Word& word : words) {
            word.kept = word.kept && !isPoor(word);
        }
    }
}

/// The rarest first, until the rows they bring are enough: what a long text costs has a bound.
void keepWithinBudget(std::vector<Word>& words, TermStatistics& statistics) {
    std::vector<Word*> order;
    for (Word& word : words) {
        if (word.kept) {
            order.push_back(&word);
        }
    }
    std::stable_sort(order.begin(), order.end(), [](const Word* a, const Word* b) { return a->idf > b->idf; });
    const double budget = std::max(kLeastRows, kShareOfRows * statistics.rows());
    double brought = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i]->kept = i < kMostWords && (i < kFewWords || brought < budget);
        brought += order[i]->prefix ? 0 : statistics.documents(order[i]->text);
    }
}

void prune(std::vector<Word>& words, TermStatistics& statistics) {
    for (Word& word : words) {
        word.kept = word.prefix || statistics.documents(word.text) > 0;
    }
    if (statistics.rows() >= kSmallIndex) {
        const double most = kTooFrequent * statistics.rows();
        dropIfOthersRemain(words,
                           [&](const Word& word) { return !word.prefix && statistics.documents(word.text) > most; });
        dropIfOthersRemain(words, [](const Word& word) { return word.prefix && word.end - word.begin == 1; });
    }
    keepWithinBudget(words, statistics);
}

bool isRoom(const QueryPlan& plan) {
    return plan.terms.size() < Ranker::kMostTerms && plan.slotWeights.size() < Ranker::kMostTerms;
}

/// The other words of a group, each worth what the replaced part is worth, damped by the size of the group.
void addSynonyms(QueryPlan& plan, const Dictionary& dictionary, const Dictionary::Match& match,
                 std::u32string_view core, double worth, std::uint64_t slots) {
    const auto& group = dictionary.group(match.group);
    const std::u32string_view own = core.substr(match.begin, match.end - match.begin);
    const double weight = kSynonymWeight / std::sqrt(static_cast<double>(group.size())) * worth;
    std::size_t added = 0;
    for (const std::u32string& word : group) {
        if (word != own && isRoom(plan) && added++ < kMostSynonyms) {
            const std::string text = toUtf8(word);
            const bool prefix = word.size() == 1 && kindOf(word.front()) == CharKind::han;
            plan.terms.push_back({text, prefix, weight, slots, match.begin, match.end, text});
        }
    }
}

void addSynonymsOfWords(QueryPlan& plan, const ParsedQuery& query, const Dictionary& dictionary,
                        const std::vector<Word>& words) {
    for (const Dictionary::Match& match : dictionary.synonymsIn(query.core())) {
        double worth = 0;
        std::uint64_t slots = 0;
        std::size_t slot = 0;
        for (const Word& word : words) {
            const bool inside = word.begin >= match.begin && word.end <= match.end;
            worth += inside ? word.idf : 0;
            slots |= inside && word.kept ? std::uint64_t{1} << slot : 0;
            slot += word.kept ? 1 : 0;
        }
        if (slots == 0 && isRoom(plan)) {
            slots = std::uint64_t{1} << plan.slotWeights.size();
            plan.slotWeights.push_back(worth);
        }
        addSynonyms(plan, dictionary, match, query.core(), worth, slots);
    }
}

}  // namespace

ParsedQuery::ParsedQuery(std::string_view text, const Dictionary& dictionary)
    : m_original(utf8::prefix(text.substr(0, kMostChars * 4), kMostChars)),
      m_text(foldText(m_original)),
      m_core(dictionary.withoutStopPhrases(m_text.chars)),
      m_runs(runsOf(m_core)) {}

bool ParsedQuery::isShort() const {
    return m_runs.size() == 1 && (m_runs.front().kind == CharKind::word || m_runs.front().length() <= 4);
}

std::string ParsedQuery::original(std::size_t begin, std::size_t end) const {
    return m_original.substr(m_text.at[begin], m_text.at[end] - m_text.at[begin]);
}

std::size_t ParsedQuery::hanChars() const {
    std::size_t count = 0;
    for (const Run& run : m_runs) {
        count += run.kind == CharKind::han ? run.length() : 0;
    }
    return count;
}

std::string QueryPlan::expression() const {
    std::string out;
    for (const PlanTerm& term : terms) {
        out += out.empty() ? "\"" : all ? " AND \"" : " OR \"";
        out += term.phrase;
        out += term.prefix ? "\" *" : "\"";
    }
    return out;
}

QueryPlan planExact(const ParsedQuery& query) {
    QueryPlan plan;
    plan.all = true;
    const std::u32string_view text = query.whole();
    const auto isBlank = [](char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; };
    for (std::size_t at = 0; at < text.size() && isRoom(plan);) {
        const auto begin = static_cast<std::size_t>(
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isBlank) - text.begin());
        at = static_cast<std::size_t>(
            std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), isBlank) - text.begin());
        const auto runs = runsOf(text.substr(begin, at - begin));
        if (runs.empty()) {
            continue;
        }
        std::string phrase;
        for (const Run& run : runs) {
            phrase += (phrase.empty() ? "" : " ") + toUtf8(text.substr(begin + run.begin, run.length()));
        }
        const Run& last = runs.back();
        const bool prefix = last.kind == CharKind::word || last.length() == 1;
        plan.terms.push_back({phrase, prefix, 1.0, std::uint64_t{1} << plan.slotWeights.size(), begin, at, {}});
        plan.slotWeights.push_back(1.0);
    }
    return plan;
}

QueryPlan planPhrase(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics) {
    QueryPlan plan;
    const Run run = query.runs().front();
    double worth = 0;
    for (const Word& word : wordsOf(query, statistics)) {
        worth += word.idf;
    }
    const bool prefix = wantsPrefix(run, query.core().size());
    plan.terms.push_back({phraseOf(query, run.begin, run.end), prefix, worth, 1, run.begin, run.end, {}});
    plan.slotWeights.push_back(worth);
    for (const Dictionary::Match& match : dictionary.synonymsIn(query.core())) {
        const double share = static_cast<double>(match.end - match.begin) / static_cast<double>(run.length());
        addSynonyms(plan, dictionary, match, query.core(), worth * share, share < 1 ? 0U : 1U);
    }
    return plan;
}

QueryPlan planWords(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& statistics) {
    QueryPlan plan;
    std::vector<Word> words = wordsOf(query, statistics);
    prune(words, statistics);
    for (Word& word : words) {
        word.kept = word.kept && plan.terms.size() < kMostWords;
        if (word.kept) {
            plan.terms.push_back({word.text,
                                  word.prefix,
                                  word.idf,
                                  std::uint64_t{1} << plan.slotWeights.size(),
                                  word.begin,
                                  word.end,
                                  {}});
            plan.slotWeights.push_back(word.idf);
        }
    }
    addSynonymsOfWords(plan, query, dictionary, words);
    return plan;
}

QueryPlan planLetters(const ParsedQuery& query) {
    QueryPlan plan;
    for (const Run& run : query.runs()) {
        const std::string letters = phraseOf(query, run.begin, run.end);
        const bool isPinyin = std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (run.kind != CharKind::word || !isPinyin || !isRoom(plan)) {
            continue;
        }
        const std::uint64_t slot = std::uint64_t{1} << plan.slotWeights.size();
        plan.slotWeights.push_back(1.0);
        for (const std::string& phrase : pinyin::phrasesFor(letters)) {
            if (isRoom(plan)) {
                plan.terms.push_back({phrase, true, 1.0, slot, run.begin, run.end, {}});
            }
        }
    }
    return plan;
}

QueryPlan planHomophones(const ParsedQuery& query, TermStatistics& statistics) {
    QueryPlan plan;
    if (query.hanChars() > kMostHomophoneChars) {
        return plan;
    }
    const double most = std::max(kTooFrequent * statistics.rows(), kTooFrequent * kSmallIndex);
    for (const Run& run : query.runs()) {
        std::size_t at = run.begin;
        for (auto& variants :
             pinyin::pairsOf(query.core().substr(run.begin, run.kind == CharKind::han ? run.length() : 0))) {
            variants.resize(std::min(variants.size(), kMostVariants));
            const std::uint64_t slot = std::uint64_t{1} << std::min<std::size_t>(plan.slotWeights.size(), 63);
            double worth = 0;
            for (const std::string& variant : variants) {
                const double idf = statistics.idf(variant);
                if (statistics.documents(variant) > 0 && statistics.documents(variant) <= most && isRoom(plan)) {
                    plan.terms.push_back({variant, false, idf, slot, at, at + 2, {}});
                }
                worth = std::max(worth, idf);
            }
            plan.slotWeights.push_back(worth);
            ++at;
        }
    }
    return plan;
}

}  // namespace zhida::search
