// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/query_plan.h"

#include "model/base/utf8.h"
#include "model/search/pinyin.h"
#include "model/search/ranker.h"

#include <algorithm>

namespace zhida::search {
namespace {

constexpr double kSmallIndex = 500;
constexpr double kTooFrequent = 0.02;

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

bool isTone(char32_t c) { return c >= U'1' && c <= U'5'; }

/// Letters alone, or whole syllables each with its tone: "jian4kang1".
bool isTyped(std::u32string_view run) {
    const auto isLetter = [](char32_t c) { return c >= U'a' && c <= U'z'; };
    if (std::all_of(run.begin(), run.end(), isLetter)) {
        return run.size() >= 2;
    }
    while (!run.empty()) {
        const auto end = static_cast<std::size_t>(std::find_if_not(run.begin(), run.end(), isLetter) - run.begin());
        const bool isSyllable = end > 1 && end < run.size() && isTone(run[end]) &&
                                pinyin::segment(toUtf8(run.substr(0, end)), 1) ==
                                    std::vector<std::vector<std::string>>{{toUtf8(run.substr(0, end))}};
        if (!isSyllable) {
            return false;
        }
        run.remove_prefix(end + 1);
    }
    return true;
}

}  // namespace

double mostDocuments(TermStatistics& statistics) { return std::max(kSmallIndex, kTooFrequent * statistics.rows()); }

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

std::vector<Run> ParsedQuery::letterRuns() const {
    std::vector<Run> letters;
    for (const Run& run : m_runs) {
        if (isTyped(core().substr(run.begin, run.length()))) {
            letters.push_back(run);
        }
    }
    return letters;
}

std::string ParsedQuery::lettersOf(const Run& run) const {
    std::string letters = toUtf8(core().substr(run.begin, run.length()));
    letters.erase(std::remove_if(letters.begin(), letters.end(), isTone), letters.end());
    return letters;
}

bool QueryPlan::isRoom() const { return terms.size() < Ranker::kMostTerms && slotWeights.size() < Ranker::kMostTerms; }

std::uint64_t QueryPlan::newSlot(double slotWeight) {
    slotWeights.push_back(slotWeight);
    return std::uint64_t{1} << std::min(slotWeights.size() - 1, Ranker::kMostTerms - 1);
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
        if (runs.empty() || !plan.isRoom()) {
            continue;
        }
        const bool prefix = runs.back().kind == CharKind::word || runs.back().length() == 1;
        plan.terms.push_back({phraseOf(part, runs), prefix, 1.0, plan.newSlot(1.0), begin, end, {}});
    }
    return plan;
}

}  // namespace zhida::search
