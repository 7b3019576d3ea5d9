// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/article_store.h"

#include "model/storage/meta_table.h"
#include "model/wire/codec.h"

#include <string>
#include <vector>

namespace zhida::storage {
namespace {

constexpr std::string_view kStamp = "article.stamp";
constexpr std::string_view kDay = "article.day";
std::string lines(const std::vector<std::string>& first, const std::vector<std::string>& second = {}) {
    std::string text;
    for (const auto* list : {&first, &second}) {
        for (const std::string& each : *list) {
            text += (text.empty() ? "" : "\n") + each;
        }
    }
    return text;
}

/// Everything of an article that may be asked for, apart from title, aliases and keywords.
std::string bodyOf(const domain::Article& article) {
    std::string body = article.answer;
    const std::string lists = lines(article.conditions, article.materials);
    for (const std::string& part :
         {lists, lines(article.steps), article.timeLimit, article.fee, article.place, article.phone, article.hours}) {
        if (!part.empty()) {
            body += "\n" + part;
        }
    }
    for (const domain::LegalBasis& basis : article.basis) {
        body += "\n" + basis.name + " " + basis.number + " " + basis.clause;
    }
    return body;
}

std::optional<domain::Article> articleFrom(const std::optional<StoredRecord>& record) {
    if (!record || record->kind != kArticleKind || record->body.empty()) {
        return std::nullopt;
    }
    Result<domain::Article> article = wire::decode<domain::Article>(record->body);
    return article ? std::optional(std::move(*article)) : std::nullopt;
}

}  // namespace

ArticleReader::ArticleReader(sqlite::Database& database) : m_database(database), m_records(database) {}

std::optional<domain::Article> ArticleReader::find(std::string_view keyOrSourceId) const {
    if (keyOrSourceId.empty()) {
        return std::nullopt;
    }
    if (const std::optional<std::string> body = m_records.get(kArticleKind, keyOrSourceId)) {
        return articleFrom(StoredRecord{0, std::string(kArticleKind), {}, 0, *body});
    }
    sqlite::Statement& read =
        m_database.cached("SELECT row FROM article_fact WHERE source_id=?1 ORDER BY live DESC, row LIMIT 1");
    if (!read.bindAll(keyOrSourceId).step()) {
        return std::nullopt;
    }
    const std::int64_t row = read.integer(0);
    read.reset();
    return byRow(row);
}

std::optional<domain::Article> ArticleReader::byRow(std::int64_t row) const { return articleFrom(m_records.row(row)); }

bool ArticleReader::lags(Day today) const {
    const MetaTable meta(m_database);
    const std::int64_t last = m_records.lastStamp(kArticleKind);
    return last > meta.number(kStamp) || (last > 0 && meta.get(kDay) != formatDay(today));
}

ArticleStore::ArticleStore(sqlite::Database& database) : m_database(database), m_records(database), m_index(database) {}

bool ArticleStore::catchUp(Day today, std::size_t limit) {
    MetaTable meta(m_database);
    const std::string day = formatDay(today);
    if (meta.get(kDay) != day) {
        turnOver(day);
        meta.set(kDay, day);
    }
    const std::vector<StoredRecord> changed = m_records.changedSince(kArticleKind, meta.number(kStamp), limit);
    for (const StoredRecord& each : changed) {
        indexRecord(each, day);
    }
    if (!changed.empty()) {
        meta.setNumber(kStamp, changed.back().stamp);
    }
    const bool finished = changed.size() < limit;
    if (finished && !changed.empty()) {
        m_index.refreshStatisticsIfDue();
    }
    return finished;
}

void ArticleStore::indexRecord(const StoredRecord& record, const std::string& today) {
    const std::optional<domain::Article> article = articleFrom(record);
    if (!article) {
        m_index.remove(record.row);
        m_database.cached("DELETE FROM article_fact WHERE row=?1").bindAll(record.row).run();
        return;
    }
    const std::string aliases = lines(article->aliases, article->questions);
    const std::string keywords = lines(article->keywords);
    const std::string body = bodyOf(*article);
    const bool live = domain::isLive(*article, today);
    m_index.put(
        {record.row, article->title, aliases, keywords, body, article->region.value, article->unit.value, live});
    // A withdrawn article never comes alive again by the calendar: its period is stored as one that has always ended.
    m_database.cached("INSERT OR REPLACE INTO article_fact VALUES(?1, ?2, ?3, ?4, ?5)")
        .bindAll(record.row, std::string_view(article->sourceId), std::string_view(article->validFrom),
                 std::string_view(article->withdrawn ? "0000-00-00" : article->validTo), live)
        .run();
}

void ArticleStore::turnOver(const std::string& today) {
    std::vector<std::int64_t> rows;
    sqlite::Statement& read = m_database.cached(
        "SELECT row FROM article_fact WHERE live<>(valid_from<=?1 AND (valid_to='' OR valid_to>=?1))");
    read.bindAll(std::string_view(today));
    while (read.step()) {
        rows.push_back(read.integer(0));
    }
    for (const std::int64_t row : rows) {
        if (const std::optional<StoredRecord> record = m_records.row(row)) {
            indexRecord(*record, today);
        }
    }
}

}  // namespace zhida::storage
