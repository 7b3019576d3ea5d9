// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/record_watch.h"

#include "model/domain/article_life.h"
#include "model/domain/message.h"
#include "model/domain/search_miss.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace zhida::sync {
namespace {

/// A few milliseconds of decoding.
constexpr std::size_t kWatchRows = 200;
constexpr std::size_t kWatchBytes = 512U << 10U;
/// In the order of the round.
constexpr std::array<std::string_view, 3> kWatched{"article", domain::kSearchMissKind, domain::kMessageKind};

RecordRow beginOf(std::string_view kind) { return {std::string(kind), {}, {}}; }

/// The round goes on with the kind after this one.
std::optional<RecordRow> afterKind(std::string_view kind) {
    const auto* const at = std::find(kWatched.begin(), kWatched.end(), kind);
    const auto* const next = at == kWatched.end() ? at : std::next(at);
    return next == kWatched.end() ? std::nullopt : std::optional(beginOf(*next));
}

}  // namespace

std::vector<RecordDue> RecordWatch::step(Day today) {
    if (m_day != today) {
        m_day = today;
        m_at = beginOf(kWatched.front());
    }
    std::vector<RecordDue> due;
    if (!m_at) {
        return due;
    }
    const std::string kind = m_at->kind;
    const std::vector<RecordRow> rows = m_store.recordsAfter(*m_at, kWatchRows, kWatchBytes);
    for (const RecordRow& row : rows) {
        if (row.kind == kind) {
            find(row, today, due);
        }
    }
    m_at = rows.empty() || rows.back().kind != kind ? afterKind(kind)
                                                    : std::optional(RecordRow{kind, rows.back().key, {}});
    return due;
}

void RecordWatch::find(const RecordRow& row, Day today, std::vector<RecordDue>& due) {
    if (row.kind == domain::kSearchMissKind) {
        const std::optional<Day> day = domain::dayOfMiss(row.key);
        if (!day || *day < today.plus(-domain::kSearchMissDays)) {
            due.push_back({row.kind, row.key, {}});
        }
        return;
    }
    if (row.kind == domain::kMessageKind) {
        const auto message = wire::decode<domain::Message>(row.body);
        if (message && localDay(message->at, UtcOffset{}) < today.plus(-domain::kMessageDays)) {
            due.push_back({row.kind, row.key, {}});
        }
        return;
    }
    const auto article = wire::decode<domain::Article>(row.body);
    for (const std::string& day : article ? domain::daysDue(*article, today) : std::vector<std::string>{}) {
        if (!m_store.answer(domain::dueCommand(*article, day))) {
            due.push_back({row.kind, row.key, day});
        }
    }
}

}  // namespace zhida::sync
