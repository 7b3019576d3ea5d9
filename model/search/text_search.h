// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/query_plan.h"
#include "model/search/ranker.h"
#include "model/search/term_statistics.h"

#include <stop_token>
#include <vector>

namespace zhida::search {

/// Runs plans against one FTS5 table.
class TextSearch {
public:
    TextSearch(sqlite::Database& database, IndexNames names, std::vector<double> columnWeights);

    struct Outcome {
        /// Best first; scores are shares of the highest possible one, some 0 to 1.
        std::vector<Ranked> rows;
        /// How many rows matched.
        std::size_t matched = 0;
    };
    /// Throws a sqlite::Failure for which isInterrupt() holds once `stop` is asked for.
    [[nodiscard]] Outcome run(const QueryPlan& plan, std::size_t limit, const std::stop_token& stop = {});
    void endIf(const std::stop_token& stop) const;
    [[nodiscard]] TermStatistics& statistics() { return m_statistics; }
    /// Merges the segments of the index into one.
    void optimize();

private:
    void show(const QueryPlan& plan, Ranker& ranker);
    [[nodiscard]] std::vector<Ranked> withLength(std::vector<Ranked> rows, double weight, double average,
                                                 std::size_t limit);

    sqlite::Database& m_database;
    TermStatistics m_statistics;
    std::vector<double> m_columnWeights;
};

}  // namespace zhida::search
