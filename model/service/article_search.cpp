// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/article_search.h"

#include "model/domain/org.h"
#include "model/search/highlight.h"
#include "zhida_search_words_embedded.h"

#include <algorithm>
#include <chrono>

namespace zhida::service {
namespace {

constexpr std::size_t kCounty = 6;
constexpr std::size_t kCity = 4;

std::string_view fileNamed(std::string_view name) {
    for (const EmbeddedFile& file : words::files()) {
        if (file.name == name) {
            return file.text;
        }
    }
    return {};
}

/// How many digits of the caller's region the article's region shares; an article without one speaks for everybody.
std::size_t nearness(const domain::Article& article, const RegionCode& callerRegion) {
    if (article.region.empty()) {
        return callerRegion.value.size();
    }
    const std::string prefix = domain::significantPrefix(article.region);
    return !prefix.empty() && callerRegion.value.starts_with(prefix) ? prefix.size() : 0;
}

}  // namespace

const search::Dictionary& shippedDictionary() {
    static const search::Dictionary kDictionary =
        search::Dictionary::fromText(fileNamed("synonyms.tsv"), fileNamed("stop_phrases.txt"));
    return kDictionary;
}

ArticleSearch::ArticleSearch(sqlite::Database& database)
    : m_index(database), m_articles(database), m_records(database) {}

const search::Dictionary& ArticleSearch::dictionary() const {
    const std::int64_t stamp = m_records.lastStamp("search");
    if (stamp != m_stamp) {
        m_stamp = stamp;
        const auto synonyms = m_records.get("search", "synonyms");
        const auto stopPhrases = m_records.get("search", "stopPhrases");
        m_dictionary.reset();
        if (synonyms || stopPhrases) {
            m_dictionary =
                search::Dictionary::fromText(synonyms.value_or(std::string(fileNamed("synonyms.tsv"))),
                                             stopPhrases.value_or(std::string(fileNamed("stop_phrases.txt"))));
        }
    }
    return m_dictionary ? *m_dictionary : shippedDictionary();
}

ArticleResults ArticleSearch::find(std::string_view text, const RegionCode& callerRegion, const UnitCode& ownUnit,
                                   Day today, std::size_t limit, const std::stop_token& stop) const {
    const auto start = std::chrono::steady_clock::now();
    const std::string day = formatDay(today);
    const search::Dictionary& words = dictionary();
    search::ArticleQuery query;
    query.text = text;
    query.region = callerRegion.value;
    query.unit = ownUnit.value;
    query.limit = static_cast<int>(std::min<std::size_t>(limit, 1000));
    query.stop = stop;
    ArticleResults results;
    for (search::Hit& found : m_index.search(query, words)) {
        std::optional<domain::Article> article = m_articles.byRow(found.rowid);
        if (!article) {
            continue;
        }
        search::Marks marks = search::highlight(text, words, article->title, article->answer);
        const bool live = domain::isLive(*article, day);
        const domain::Trust trust = domain::trustOf(*article, today);
        results.hits.push_back({std::move(*article), live, trust, found.score, std::move(found.why),
                                std::move(marks.title), std::move(marks.body)});
    }
    results.regionNote = regionNote(results.hits, callerRegion);
    results.ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return results;
}

std::string regionNote(const std::vector<ArticleHit>& hits, const RegionCode& callerRegion) {
    std::size_t nearest = 0;
    for (const ArticleHit& hit : hits) {
        nearest = hit.live ? std::max(nearest, nearness(hit.article, callerRegion)) : nearest;
    }
    if (nearest == 0 || nearest >= kCounty) {
        return {};
    }
    return nearest >= kCity ? "city" : "province";
}

}  // namespace zhida::service
