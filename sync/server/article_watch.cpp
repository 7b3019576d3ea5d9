// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/article_watch.h"

#include "model/domain/article_life.h"
#include "model/wire/codec.h"

namespace zhida::sync {
namespace {

/// A few milliseconds of decoding.
constexpr std::size_t kWatchRows = 200;
constexpr std::size_t kWatchBytes = 512U << 10U;
constexpr std::string_view kWatched = "article";

}  // namespace

std::vector<ArticleDue> ArticleWatch::step(Day today) {
    if (m_day != today) {
        m_day = today;
        m_at.emplace();
    }
    std::vector<ArticleDue> due;
    if (!m_at) {
        return due;
    }
    const std::vector<RecordRow> rows =
        m_store.recordsAfter({std::string(kWatched), *m_at, {}}, kWatchRows, kWatchBytes);
    for (const RecordRow& row : rows) {
        const auto article = row.kind == kWatched ? wire::decode<domain::Article>(row.body)
                                                  : Result<domain::Article>(Error("wire.malformed"));
        const std::vector<std::string> days = article ? domain::daysDue(*article, today) : std::vector<std::string>{};
        for (const std::string& day : days) {
            if (!m_store.answer(domain::dueCommand(*article, day))) {
                due.push_back({row.key, day});
            }
        }
    }
    if (rows.empty() || rows.back().kind != kWatched) {
        m_at.reset();
    } else {
        m_at = rows.back().key;
    }
    return due;
}

}  // namespace zhida::sync
