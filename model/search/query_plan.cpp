// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/query_plan.h"

#include "model/base/utf8.h"
#include "model/search/pinyin.h"
#include "model/search/ranker.h"

#include <algorithm>

namespace zhida::search {
namespace {

constexpr double kSmallIndex = 2000;
constexpr double kTooFrequent = 0.02;
constexpr std::size_t kMostHomophoneChars = 24;
constexpr std::size_t kMostVariants = 4;

bool isRoom(const QueryPlan& plan) {
    return plan.terms.size() < Ranker::kMostTerms && plan.slotWeights.size() < Ranker::kMostTerms;
}

std::uint64_t nextSlot(const QueryPlan& plan) {
    return std::uint64_t{1} << std::min(plan.slotWeights.size(), Ranker::kMostTerms - 1);
}

/// Parts between blanks, [begin, end) in characters.
std::vector<std::pair<std::size_t, std::size_t>> partsOf(std::u32string_view text) {
    constexpr std::u32string_view kBlanks = U" \t\r\n";
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    for (std::size_t begin = text.find_first_not_of(kBlanks); begin != std::u32string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
        parts.emplace_back(begin, end);
        begin = text.find_first_not_of(kBlanks, end);
    }
    return parts;
}

/// The runs of a text as one FTS5 phrase.
std::string phraseOf(std::u32string_view text, const std::vector<Run>& runs) {
    std::string phrase;
    for (const Run& run : runs) {
        phrase += (phrase.empty() ? "" : " ") + toUtf8(text.substr(run.begin, run.length()));
    }
    return phrase;
}

}  // namespace

double mostDocuments(TermStatistics& statistics) {
    return statistics.rows() < kSmallIndex ? statistics.rows() : kTooFrequent * statistics.rows();
}

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
    for (const auto& [begin, end] : partsOf(query.whole())) {
        const std::u32string_view part = query.whole().substr(begin, end - begin);
        const auto runs = runsOf(part);
        if (runs.empty() || !isRoom(plan)) {
            continue;
        }
        const bool prefix = runs.back().kind == CharKind::word || runs.back().length() == 1;
        plan.terms.push_back({phraseOf(part, runs), prefix, 1.0, nextSlot(plan), begin, end, {}});
        plan.slotWeights.push_back(1.0);
    }
    return plan;
}

QueryPlan planLetters(const ParsedQuery& query) {
    QueryPlan plan;
    for (const Run& run : query.runs()) {
        const std::string letters = toUtf8(query.core().substr(run.begin, run.length()));
        const bool isPinyin = std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (run.kind != CharKind::word || !isPinyin || !isRoom(plan)) {
            continue;
        }
        const std::uint64_t slot = nextSlot(plan);
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
    const double most = mostDocuments(statistics);
    for (const Run& run : query.runs()) {
        std::size_t at = run.begin;
        for (auto& variants :
             pinyin::pairsOf(query.core().substr(run.begin, run.kind == CharKind::han ? run.length() : 0))) {
            variants.resize(std::min(variants.size(), kMostVariants));
            const std::uint64_t slot = nextSlot(plan);
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
