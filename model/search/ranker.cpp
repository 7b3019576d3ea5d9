// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/ranker.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace zhida::search {
namespace {

constexpr double kK1 = 0.9;
constexpr double kB = 0.9;
constexpr double kSynonymBesideItsWord = 0.5;
constexpr std::size_t kRowsBetweenLooks = 256;

bool better(const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.rowid > b.rowid; }

}  // namespace

Ranker::Ranker(RankInput input) : m_input(std::move(input)) {
    m_input.terms.resize(std::min(m_input.terms.size(), kMostTerms));
    m_frequency.resize(m_input.terms.size());
    for (const double weight : m_input.slotWeights) {
        m_slotTotal += weight;
    }
}

double Ranker::termScore(double weight, double frequency, double lengthRatio) {
    const double normed = frequency / (1 - kB + kB * lengthRatio);
    return weight * normed * (kK1 + 1) / (normed + kK1);
}

double Ranker::best() const { return m_slotTotal * (kK1 + 1); }

double Ranker::worthOf(std::uint64_t slots) const {
    double worth = 0;
    for (; slots != 0; slots &= slots - 1) {
        const auto slot = static_cast<std::size_t>(std::countr_zero(slots));
        worth += slot < m_input.slotWeights.size() ? m_input.slotWeights[slot] : 0;
    }
    return worth;
}

/// `own`: slots that are found by themselves.
double Ranker::addedBy(const RankTerm& term, std::uint64_t own) const {
    const std::uint64_t found = term.synonym ? term.slots & own : 0;
    return found == 0 ? 1 : 1 - (1 - kSynonymBesideItsWord) * worthOf(found) / worthOf(term.slots);
}

double Ranker::score(std::uint64_t matched, double lengthRatio) const {
    std::uint64_t own = 0;
    std::uint64_t covered = 0;
    for (std::uint64_t left = matched; left != 0; left &= left - 1) {
        const RankTerm& term = m_input.terms[static_cast<std::size_t>(std::countr_zero(left))];
        covered |= term.slots;
        own |= term.synonym ? 0 : term.slots;
    }
    double sum = 0;
    for (std::uint64_t left = matched; left != 0; left &= left - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(left));
        const RankTerm& term = m_input.terms[i];
        sum += termScore(term.weight, m_frequency[i], lengthRatio) * addedBy(term, own);
    }
    const double coverage = m_slotTotal > 0 ? worthOf(covered) / m_slotTotal : 1;
    return sum * std::sqrt(0.2 + 0.8 * coverage);
}

int Ranker::readFrequencies(const Fts5ExtensionApi& api, Fts5Context* context, std::uint64_t& matched) {
    const int count = std::min(api.xPhraseCount(context), static_cast<int>(m_input.terms.size()));
    for (int phrase = 0; phrase < count; ++phrase) {
        Fts5PhraseIter hits;
        int column = -1;
        int offset = -1;
        double frequency = 0;
        if (const int code = api.xPhraseFirst(context, phrase, &hits, &column, &offset); code != SQLITE_OK) {
            return code;
        }
        for (; column >= 0; api.xPhraseNext(context, &hits, &column, &offset)) {
            const auto at = static_cast<std::size_t>(column);
            frequency += at < m_input.columnWeights.size() ? m_input.columnWeights[at] : 1;
        }
        m_frequency[static_cast<std::size_t>(phrase)] = frequency;
        matched |= frequency > 0 ? std::uint64_t{1} << phrase : 0;
    }
    return SQLITE_OK;
}

int Ranker::readAverage(const Fts5ExtensionApi& api, Fts5Context* context) {
    sqlite3_int64 rows = 0;
    sqlite3_int64 tokens = 0;
    int code = api.xRowCount(context, &rows);
    if (code == SQLITE_OK) {
        code = api.xColumnTotalSize(context, -1, &tokens);
    }
    m_averageLength = rows > 0 && tokens > 0 ? static_cast<double>(tokens) / static_cast<double>(rows) : 1;
    return code;
}

int Ranker::visit(const Fts5ExtensionApi& api, Fts5Context* context) {
    if (m_visited++ == 0) {
        if (const int code = readAverage(api, context); code != SQLITE_OK) {
            return code;
        }
    }
    if (m_visited % kRowsBetweenLooks == 0 && m_input.stop.stop_requested()) {
        return SQLITE_INTERRUPT;
    }
    Ranked row;
    row.rowid = api.xRowid(context);
    if (const int code = readFrequencies(api, context, row.matched); code != SQLITE_OK) {
        return code;
    }
    row.firstFrequency = m_frequency.empty() ? 0 : m_frequency.front();
    row.score = score(row.matched, m_input.ignoreLength ? 1 : 0);
    const bool full = m_heap.size() >= m_input.limit;
    if (m_input.limit == 0 || (full && !better(row, m_heap.front()))) {
        return SQLITE_OK;
    }
    if (!m_input.ignoreLength) {
        int length = 0;
        if (const int code = api.xColumnSize(context, -1, &length); code != SQLITE_OK) {
            return code;
        }
        row.score = score(row.matched, length / m_averageLength);
    }
    keep(row);
    return SQLITE_OK;
}

void Ranker::keep(const Ranked& row) {
    if (m_heap.size() >= m_input.limit) {
        if (!better(row, m_heap.front())) {
            return;
        }
        std::pop_heap(m_heap.begin(), m_heap.end(), better);
        m_heap.pop_back();
    }
    m_heap.push_back(row);
    std::push_heap(m_heap.begin(), m_heap.end(), better);
}

std::vector<Ranked> Ranker::take() {
    std::sort(m_heap.begin(), m_heap.end(), better);
    return std::move(m_heap);
}

}  // namespace zhida::search
