// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/article_ranking.h"

#include "model/search/reasons.h"

#include <algorithm>

namespace zhida::search {
namespace {

constexpr std::size_t kTextCandidates = 100;
constexpr std::size_t kSoundCandidates = 20;
constexpr std::size_t kEnough = 5;
constexpr double kSoundWeight = 0.6;
constexpr double kOwn = 1.1;
constexpr double kOutdated = 0.6;
/// Above every other score, so that no boost passes a title that was typed as it stands.
constexpr double kExactTitle = 10;

/// Only what a title is recognised by.
std::u32string bare(std::string_view text) {
    std::u32string folded = foldText(text).chars;
    folded.erase(
        std::remove_if(folded.begin(), folded.end(), [](char32_t c) { return kindOf(c) == CharKind::separator; }),
        folded.end());
    return folded;
}

}  // namespace

ArticleRanking::ArticleRanking(sqlite::Database& database, TextSearch& text, TextSearch& pinyin,
                               const ArticleQuery& query, const Dictionary& dictionary)
    : m_database(database),
      m_text(text),
      m_pinyin(pinyin),
      m_query(query),
      m_parsed(query.text, dictionary),
      m_limit(static_cast<std::size_t>(std::max(query.limit, 0))),
      m_bare(bare(query.text)) {
    if (m_parsed.empty() || m_limit == 0) {
        return;
    }
    m_text.statistics().refresh();
    m_pinyin.statistics().refresh();
    findText(dictionary);
    if (!query.exact) {
        findSound();
    }
}

void ArticleRanking::findText(const Dictionary& dictionary) {
    const std::size_t limit = std::max(m_limit, kTextCandidates);
    TextSearch::Outcome found;
    if (m_query.exact) {
        m_textPlan = planExact(m_parsed);
        found = m_text.run(m_textPlan, limit);
    } else {
        if (m_parsed.isShort()) {
            m_textPlan = planPhrase(m_parsed, dictionary, m_text.statistics());
            found = m_text.run(m_textPlan, limit);
        }
        if (found.matched < kEnough) {
            m_textPlan = planWords(m_parsed, dictionary, m_text.statistics());
            found = m_text.run(m_textPlan, limit);
        }
    }
    for (const Ranked& row : found.rows) {
        Candidate& candidate = m_candidates[row.rowid];
        candidate.text = row.score;
        candidate.textTerms = row.matched;
    }
}

void ArticleRanking::findSound() {
    m_letterPlan = planLetters(m_parsed);
    for (const Ranked& row : m_pinyin.run(m_letterPlan, std::max(m_limit, kSoundCandidates)).rows) {
        Candidate& candidate = m_candidates[row.rowid];
        candidate.sound = row.score;
        candidate.letterTerms = row.matched;
    }
    m_soundPlan = planHomophones(m_parsed, m_pinyin.statistics());
    for (const Ranked& row : m_pinyin.run(m_soundPlan, kSoundCandidates).rows) {
        Candidate& candidate = m_candidates[row.rowid];
        candidate.sound = std::max(candidate.sound, row.score);
        candidate.soundTerms = row.matched;
    }
}

bool ArticleRanking::isTitle(std::string_view title, std::string_view aliases) const {
    if (bare(title) == m_bare) {
        return true;
    }
    while (!aliases.empty()) {
        const std::size_t end = std::min(aliases.find('\n'), aliases.size());
        if (bare(aliases.substr(0, end)) == m_bare) {
            return true;
        }
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
    return false;
}

void ArticleRanking::weigh(std::int64_t rowid, Candidate& candidate) {
    sqlite::Statement& query =
        m_database.cached("SELECT live, region, unit, title, aliases FROM kb_text WHERE id = ?1");
    candidate.score = candidate.text + kSoundWeight * candidate.sound;
    if (query.bindAll(rowid).step()) {
        candidate.exactTitle = isTitle(query.text(3), query.text(4));
        candidate.score *= query.integer(0) != 0 ? 1 : kOutdated;
        candidate.score *= !m_query.region.empty() && query.text(1) == m_query.region ? kOwn : 1;
        candidate.score *= !m_query.unit.empty() && query.text(2) == m_query.unit ? kOwn : 1;
        candidate.score += candidate.exactTitle ? kExactTitle : 0;
    }
    query.reset();
}

std::vector<std::string> ArticleRanking::why(const Candidate& candidate) const {
    auto why = reasonsFor(m_parsed, m_textPlan, candidate.textTerms, "text");
    const auto letters = reasonsFor(m_parsed, m_letterPlan, candidate.letterTerms, "pinyin");
    why.insert(why.end(), letters.begin(), letters.end());
    if (why.empty()) {
        why = reasonsFor(m_parsed, m_soundPlan, candidate.soundTerms, "pinyin");
    }
    return why;
}

std::vector<Hit> ArticleRanking::hits() {
    std::vector<std::pair<std::int64_t, const Candidate*>> order;
    for (auto& [rowid, candidate] : m_candidates) {
        weigh(rowid, candidate);
        order.emplace_back(rowid, &candidate);
    }
    const auto better = [](const auto& a, const auto& b) {
        return a.second->score != b.second->score ? a.second->score > b.second->score : a.first > b.first;
    };
    std::sort(order.begin(), order.end(), better);
    order.resize(std::min(order.size(), m_limit));
    std::vector<Hit> out;
    for (const auto& [rowid, candidate] : order) {
        out.push_back({rowid, candidate->score, why(*candidate)});
    }
    return out;
}

}  // namespace zhida::search
