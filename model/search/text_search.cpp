// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/text_search.h"

#include <sqlite3.h>

#include <algorithm>

namespace zhida::search {
namespace {

/// Of one term's rows so many get their length read; see RankInput::ignoreLength.
constexpr std::size_t kSecondStep = 200;

}  // namespace

TextSearch::TextSearch(sqlite::Database& database, IndexNames names, std::vector<double> columnWeights)
    : m_database(database), m_statistics(database, std::move(names)), m_columnWeights(std::move(columnWeights)) {}

/// One step visits all rows: the function keeps what it likes and lets none through.
void TextSearch::show(const QueryPlan& plan, Ranker& ranker) {
    const std::string& table = m_statistics.names().fts;
    sqlite::Statement& query =
        m_database.cached("SELECT 1 FROM " + table + " WHERE " + table + " MATCH ?1 AND zhida_rank(" + table + ", ?2)");
    query.bind(1, plan.expression());
    sqlite3_bind_pointer(query.handle(), 2, &ranker, Ranker::kPointerType, nullptr);
    query.step();
    query.reset();
}

void TextSearch::endIf(const std::stop_token& stop) const {
    if (stop.stop_requested()) {
        throw sqlite::Failure(SQLITE_INTERRUPT, SQLITE_INTERRUPT, m_database.path().string(), "the search was stopped");
    }
}

TextSearch::Outcome TextSearch::run(const QueryPlan& plan, std::size_t limit, const std::stop_token& stop) {
    endIf(stop);
    if (plan.empty() || limit == 0) {
        return {};
    }
    RankInput input;
    for (const PlanTerm& term : plan.terms) {
        input.terms.push_back({term.weight, term.slots, !term.synonym.empty()});
    }
    input.slotWeights = plan.slotWeights;
    input.columnWeights = m_columnWeights;
    input.ignoreLength = plan.terms.size() == 1 && limit <= kSecondStep;
    input.limit = input.ignoreLength ? kSecondStep : limit;
    input.stop = stop;
    const bool twoSteps = input.ignoreLength;
    Ranker ranker(std::move(input));
    show(plan, ranker);
    Outcome out{ranker.take(), ranker.visited()};
    if (twoSteps) {
        out.rows = withLength(std::move(out.rows), plan.terms.front().weight, ranker.averageLength(), limit);
    }
    const double best = ranker.best();
    for (Ranked& row : out.rows) {
        row.score = best > 0 ? row.score / best : 0;
    }
    return out;
}

std::vector<Ranked> TextSearch::withLength(std::vector<Ranked> rows, double weight, double average, std::size_t limit) {
    for (Ranked& row : rows) {
        const double ratio = average > 0 ? m_statistics.length(row.rowid) / average : 1;
        row.score = Ranker::termScore(weight, row.firstFrequency, ratio);
    }
    const auto better = [](const Ranked& a, const Ranked& b) {
        return a.score != b.score ? a.score > b.score : a.rowid > b.rowid;
    };
    std::sort(rows.begin(), rows.end(), better);
    rows.resize(std::min(rows.size(), limit));
    return rows;
}

void TextSearch::optimize() {
    const std::string& table = m_statistics.names().fts;
    m_database.exec("INSERT INTO " + table + "(" + table + ") VALUES('optimize')");
}

}  // namespace zhida::search
