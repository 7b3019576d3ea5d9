// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/article_ranking.h"

#include "model/domain/org.h"
#include "model/search/letters.h"
#include "model/search/reasons.h"

#include <algorithm>

namespace zhida::search {
namespace {

constexpr std::size_t kTextCandidates = 100;
constexpr std::size_t kTitleCandidates = 40;
constexpr std::size_t kSoundCandidates = 20;
constexpr std::size_t kLetterCandidates = 60;
/// So many are read from the disk and compared as a whole.
constexpr std::size_t kReread = 40;
/// The beginning of a long body is what it is about.
constexpr std::size_t kBodyBytes = 3000;
constexpr std::size_t kEnough = 5;
constexpr std::size_t kEnoughTitles = 50;
constexpr double kSpelledWeight = 1.0;
constexpr double kSoundWeight = 0.6;
constexpr double kCharWeight = 0.55;
constexpr double kLetterWeight = 0.9;
constexpr double kPoorFit = 0.45;
constexpr double kOwn = 1.1;
constexpr double kOtherPlace = 0.8;
constexpr double kOutdated = 0.6;
/// Above every other score, so that no boost passes a title that was typed as it stands.
constexpr double kExactTitle = 10;

/// Only what a title is recognised by.
std::u32string bare(std::u32string_view folded) {
    std::u32string out(folded);
    out.erase(std::remove_if(out.begin(), out.end(), [](char32_t c) { return kindOf(c) == CharKind::separator; }),
              out.end());
    return out;
}

}  // namespace

ArticleRanking::ArticleRanking(sqlite::Database& database, TextSearch& text, TextSearch& titles,
                               const ArticleQuery& query, const Dictionary& dictionary)
    : m_database(database),
      m_text(text),
      m_titles(titles),
      m_query(query),
      m_dictionary(dictionary),
      m_parsed(query.text, dictionary),
      m_limit(static_cast<std::size_t>(std::max(query.limit, 0))),
      m_bare(bare(m_parsed.whole())),
      m_hasLetters(!m_parsed.letterRuns().empty()),
      m_closeness(m_parsed, dictionary, text.statistics()) {
    if (m_parsed.empty() || m_limit == 0) {
        return;
    }
    findText();
    if (!query.exact && !m_titlesOnly) {
        findTitleChars();
        findSound();
        findLetters();
    }
}

void ArticleRanking::findText() {
    const std::size_t limit = std::max(m_limit, kTextCandidates);
    TextSearch::Outcome found;
    if (m_query.exact) {
        m_textPlan = planExact(m_parsed);
        found = m_text.run(m_textPlan, limit, m_query.stop);
    } else {
        found = findShort(limit);
        if (found.matched < kEnough) {
            m_textPlan = planWords(m_parsed, m_dictionary, m_text.statistics());
            found = m_text.run(m_textPlan, limit, m_query.stop);
        }
    }
    for (const Ranked& row : found.rows) {
        Candidate& candidate = m_candidates[row.rowid];
        candidate.text = row.score;
        candidate.textTerms = row.matched;
    }
}

/// A short query as a phrase. One that is in very many articles is looked for in the titles: enough have it there, and they
/// would come first anyway.
TextSearch::Outcome ArticleRanking::findShort(std::size_t limit) {
    TextSearch::Outcome found;
    if (!m_parsed.isShort()) {
        return found;
    }
    m_textPlan = planTitlePhrase(m_parsed, m_text.statistics());
    if (!m_textPlan.empty()) {
        found = m_titles.run(m_textPlan, limit, m_query.stop);
        m_titlesOnly = found.matched >= kEnoughTitles;
    }
    if (!m_titlesOnly) {
        m_textPlan = planPhrase(m_parsed, m_dictionary, m_text.statistics());
        found = m_text.run(m_textPlan, limit, m_query.stop);
    }
    return found;
}

void ArticleRanking::findTitleChars() {
    if (m_closeness.empty()) {
        return;
    }
    const QueryPlan plan = planTitleChars(m_parsed, m_dictionary, m_titles.statistics());
    for (const Ranked& row : m_titles.run(plan, kTitleCandidates, m_query.stop).rows) {
        m_candidates[row.rowid].titleChars = row.score;
    }
}

void ArticleRanking::findSound() {
    m_soundPlan = planHomophones(m_parsed, m_titles.statistics());
    for (const Ranked& row : m_titles.run(m_soundPlan, kSoundCandidates, m_query.stop).rows) {
        Candidate& candidate = m_candidates[row.rowid];
        candidate.sound = row.score;
        candidate.soundTerms = row.matched;
    }
}

void ArticleRanking::findLetters() {
    if (!m_hasLetters) {
        return;
    }
    std::size_t matched = 0;
    for (const bool loosely : {false, true}) {
        const auto found =
            m_titles.run(planLetters(m_parsed, loosely), std::max(m_limit, kLetterCandidates), m_query.stop);
        for (const Ranked& row : found.rows) {
            Candidate& candidate = m_candidates[row.rowid];
            candidate.letters = std::max(candidate.letters, row.score);
        }
        matched += found.matched;
        if (matched >= kEnough) {
            break;
        }
    }
    m_spelledPlan = planSpelled(m_parsed, m_dictionary, m_text.statistics(), false);
    auto found = m_text.run(m_spelledPlan, kTextCandidates, m_query.stop);
    if (found.matched == 0 && !m_spelledPlan.empty()) {
        m_spelledPlan = planSpelled(m_parsed, m_dictionary, m_text.statistics(), true);
        found = m_text.run(m_spelledPlan, kTextCandidates, m_query.stop);
    }
    for (const Ranked& row : found.rows) {
        Candidate& candidate = m_candidates[row.rowid];
        candidate.spelled = row.score;
        candidate.spelledTerms = row.matched;
    }
}

/// The candidates that are worth reading, by what is known without reading them.
ArticleRanking::Order ArticleRanking::promising() {
    Order order;
    for (auto& [rowid, candidate] : m_candidates) {
        candidate.score = candidate.text + kSpelledWeight * candidate.spelled + kSoundWeight * candidate.sound +
                          kCharWeight * candidate.titleChars + kLetterWeight * candidate.letters;
        order.emplace_back(rowid, &candidate);
    }
    const auto better = [](const auto& a, const auto& b) {
        return a.second->score != b.second->score ? a.second->score > b.second->score : a.first > b.first;
    };
    std::sort(order.begin(), order.end(), better);
    order.resize(std::min(order.size(), m_query.exact ? m_limit : std::max(2 * m_limit, kReread)));
    return order;
}

/// The title or one of the aliases, one a line, is what was typed.
bool ArticleRanking::isTitle(std::u32string_view lines) const {
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find(U'\n'), lines.size());
        if (bare(lines.substr(0, end)) == m_bare) {
            return true;
        }
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return false;
}

std::vector<std::pair<std::size_t, std::size_t>> ArticleRanking::bySynonym(const Candidate& candidate) const {
    std::vector<std::pair<std::size_t, std::size_t>> covered;
    for (std::size_t i = 0; i < m_textPlan.terms.size() && i < 64; ++i) {
        const PlanTerm& term = m_textPlan.terms[i];
        if ((candidate.textTerms >> i & 1U) != 0 && !term.synonym.empty()) {
            covered.emplace_back(term.begin, term.end);
        }
    }
    return covered;
}

/// The index knows pieces of the letters only: here they are read in the title, the aliases and keywords as a whole.
void ArticleRanking::readLetters(std::string_view titles, const FoldedText& folded, Candidate& candidate) const {
    double sum = 0;
    double count = 0;
    for (const Run& run : m_parsed.letterRuns()) {
        const std::string letters = m_parsed.lettersOf(run);
        const char32_t before = run.begin > 0 ? m_parsed.core()[run.begin - 1] : 0;
        LetterFit best;
        for (std::size_t from = 0; from < folded.chars.size();) {
            const std::size_t end = std::min(folded.chars.find(U'\n', from), folded.chars.size());
            LetterFit fit = fitLetters(folded.view().substr(from, end - from), letters, before);
            if (fit.score > best.score) {
                best = {fit.score, fit.begin + from, fit.end + from};
            }
            from = end + 1;
        }
        if (best.score >= kPoorFit) {
            sum += best.score;
            const auto from = folded.at[best.begin];
            candidate.lettersRead.push_back("pinyin:" + m_parsed.original(run.begin, run.end) + "=" +
                                            std::string(titles.substr(from, folded.at[best.end] - from)));
        }
        ++count;
    }
    candidate.letters = count > 0 ? sum / count : 0;
}

double ArticleRanking::boost(bool live, std::string_view region, std::string_view unit) const {
    double factor = live ? 1 : kOutdated;
    factor *= !m_query.unit.empty() && unit == m_query.unit ? kOwn : 1;
    if (m_query.region.empty() || region.empty()) {
        return factor;
    }
    // The caller's own place, then what surrounds it: county, city, province. What holds elsewhere comes last.
    const std::string place = domain::significantPrefix(RegionCode{std::string(region)});
    const bool surrounds = std::string_view(m_query.region).starts_with(place);
    const double share = static_cast<double>(place.size()) / static_cast<double>(m_query.region.size());
    return factor * (surrounds ? 1 + (kOwn - 1) * share : kOtherPlace);
}

bool ArticleRanking::weigh(std::int64_t rowid, Candidate& candidate) {
    m_text.endIf(m_query.stop);
    sqlite::Statement& query = m_database.cached(
        "SELECT live, region, unit, title || char(10) || aliases, keywords, body FROM kb_text WHERE id = ?1");
    const bool found = query.bindAll(rowid).step() && (query.integer(0) != 0 || m_query.withOutdated);
    if (found && !m_query.exact) {
        const FoldedText titles = foldText(query.text(3));
        const FoldedText keywords = foldText(query.text(4));
        compare({titles.view(), keywords.view(), foldText(query.text(5).substr(0, kBodyBytes)).view()}, candidate);
        if (m_hasLetters) {
            const std::string names = std::string(query.text(3)) + "\n" + std::string(query.text(4));
            readLetters(names, foldText(names), candidate);
        }
        candidate.score += kLetterWeight * candidate.letters;
    }
    if (found) {
        candidate.score *= boost(query.integer(0) != 0, query.text(1), query.text(2));
        candidate.score += candidate.isTitle ? kExactTitle : 0;
    }
    query.reset();
    return found && candidate.score > 0;
}

void ArticleRanking::compare(const Closeness::Texts& texts, Candidate& candidate) const {
    candidate.charsRead = candidate.textTerms == 0 ? m_closeness.charsIn(texts.titles) : std::string();
    candidate.isTitle = isTitle(texts.titles);
    candidate.score = candidate.text + kSpelledWeight * candidate.spelled + kSoundWeight * candidate.sound +
                      kCharWeight * m_closeness.of(texts, bySynonym(candidate));
}

std::vector<std::string> ArticleRanking::why(const Candidate& candidate) const {
    auto why = reasonsFor(m_parsed, m_textPlan, candidate.textTerms, "text");
    const auto add = [&why](const std::vector<std::string>& more) {
        for (const std::string& each : more) {
            if (std::find(why.begin(), why.end(), each) == why.end()) {
                why.push_back(each);
            }
        }
    };
    add(candidate.lettersRead);
    add(reasonsFor(m_parsed, m_spelledPlan, candidate.spelledTerms, "pinyin"));
    if (why.empty()) {
        add(reasonsFor(m_parsed, m_soundPlan, candidate.soundTerms, "pinyin"));
    }
    if (why.empty()) {
        why.push_back("chars:" + candidate.charsRead);
    }
    return why;
}

std::vector<Hit> ArticleRanking::hits() {
    Order order = promising();
    const auto hidden = [this](const auto& entry) { return !weigh(entry.first, *entry.second); };
    order.erase(std::remove_if(order.begin(), order.end(), hidden), order.end());
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
