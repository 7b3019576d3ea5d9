// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

struct Fts5Context;
struct Fts5ExtensionApi;

namespace zhida::search {

/// One phrase of the FTS5 expression, in its order.
struct RankTerm {
    double weight = 0;
    /// Which parts of the query it stands for: bits of RankInput::slotWeights.
    std::uint64_t slots = 0;
    /// Another word for them: worth less where the word itself is found, too.
    bool synonym = false;
};

struct RankInput {
    std::vector<RankTerm> terms;
    std::vector<double> slotWeights;
    std::span<const double> columnWeights;
    /// How many of the best are kept.
    std::size_t limit = 100;
    /// Leaves the length of a document out: reading it is the whole cost of a single frequent term.
    bool ignoreLength = false;
    /// Looked at every few hundred rows.
    std::stop_token stop{};
};

struct Ranked {
    std::int64_t rowid = 0;
    double score = 0;
    /// Bits of the terms that were found.
    std::uint64_t matched = 0;
    /// Sum of what the columns weigh for term 0; for the second step after `ignoreLength`.
    double firstFrequency = 0;
};

/// Scores the rows an FTS5 query visits and keeps the best: BM25F with k1 0.9, b 0.9, times (0.2 + 0.8 coverage)^0.5.
/// A row whose upper bound cannot reach the last of the kept ones is dropped before its length is read.
/// Handed to the SQL function `zhida_rank(table, ?)` by pointer.
class Ranker {
public:
    static constexpr std::size_t kMostTerms = 64;
    static constexpr const char* kPointerType = "zhida::search::Ranker";

    explicit Ranker(RankInput input);

    /// The row the FTS5 cursor stands on. Returns an SQLite code: SQLITE_INTERRUPT when it is to stop.
    int visit(const Fts5ExtensionApi& api, Fts5Context* context);
    /// Best first; equal scores: the newer row (greater rowid) first.
    [[nodiscard]] std::vector<Ranked> take();
    /// Rows visited.
    [[nodiscard]] std::size_t visited() const { return m_visited; }
    /// The score of one term found with this weighted frequency in a document of `length` tokens.
    static double termScore(double weight, double frequency, double lengthRatio);
    /// The highest score a document can have.
    [[nodiscard]] double best() const;
    [[nodiscard]] double averageLength() const { return m_averageLength; }

private:
    int readFrequencies(const Fts5ExtensionApi& api, Fts5Context* context, std::uint64_t& matched);
    int readAverage(const Fts5ExtensionApi& api, Fts5Context* context);
    [[nodiscard]] double score(std::uint64_t matched, double lengthRatio) const;
    [[nodiscard]] double worthOf(std::uint64_t slots) const;
    [[nodiscard]] double addedBy(const RankTerm& term, std::uint64_t own) const;
    void keep(const Ranked& row);

    RankInput m_input;
    double m_slotTotal = 0;
    double m_averageLength = 0;
    std::size_t m_visited = 0;
    std::vector<double> m_frequency;
    std::vector<Ranked> m_heap;
};

}  // namespace zhida::search
