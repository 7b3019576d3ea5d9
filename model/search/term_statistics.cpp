// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/term_statistics.h"

#include "model/sqlite/transaction.h"

#include <cmath>
#include <optional>

namespace zhida::search {
namespace {

constexpr int kFrequent = 50;
constexpr std::size_t kMostKept = 20'000;

/// Takes one SQLite varint (big-endian, 7 bits a byte, at most 9 bytes) from the front.
std::uint64_t takeVarint(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < 9 && !bytes.empty(); ++i) {
        const auto byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        if (i == 8) {
            return (value << 8U) | byte;
        }
        value = (value << 7U) | (byte & 0x7FU);
        if ((byte & 0x80U) == 0) {
            break;
        }
    }
    return value;
}

}  // namespace

TermStatistics::TermStatistics(sqlite::Database& database, IndexNames names)
    : m_database(database), m_names(std::move(names)) {}

void TermStatistics::refresh() {
    sqlite::Statement& query = m_database.cached("PRAGMA data_version");
    const std::int64_t version = query.step() ? query.integer(0) : 0;
    query.reset();
    m_rows = -1;
    if (version != m_version || m_documents.size() > kMostKept) {
        m_documents.clear();
        m_version = version;
    }
}

/// The first number of the record 1 ("averages") in the data table of FTS5.
double TermStatistics::rows() {
    if (m_rows < 0) {
        sqlite::Statement& query = m_database.cached("SELECT block FROM " + m_names.fts + "_data WHERE id = 1");
        std::string_view block = query.step() ? query.blob(0) : std::string_view();
        m_rows = static_cast<double>(takeVarint(block));
        query.reset();
    }
    return m_rows;
}

double TermStatistics::length(std::int64_t rowid) {
    sqlite::Statement& query = m_database.cached("SELECT sz FROM " + m_names.fts + "_docsize WHERE id = ?1");
    std::string_view sizes = query.bindAll(rowid).step() ? query.blob(0) : std::string_view();
    double sum = 0;
    while (!sizes.empty()) {
        sum += static_cast<double>(takeVarint(sizes));
    }
    query.reset();
    return sum;
}

double TermStatistics::lookUp(const std::string& term) {
    const auto ask = [&](const std::string& sql) -> std::optional<double> {
        sqlite::Statement& query = m_database.cached(sql);
        const bool found = query.bindAll(term).step();
        const auto count = found ? std::optional<double>(query.real(0)) : std::nullopt;
        query.reset();
        return count;
    };
    if (!m_names.frequent.empty()) {
        if (const auto count = ask("SELECT n FROM " + m_names.frequent + " WHERE term = ?1")) {
            return *count;
        }
    }
    return ask("SELECT doc FROM " + m_names.vocabulary + " WHERE term = ?1").value_or(0);
}

double TermStatistics::documents(const std::string& term) {
    const auto known = m_documents.find(term);
    if (known != m_documents.end()) {
        return known->second;
    }
    const double count = lookUp(term);
    m_documents.emplace(term, count);
    return count;
}

double TermStatistics::idf(const std::string& term) {
    const double count = std::min(documents(term), rows());
    return std::log1p((rows() - count + 0.5) / (count + 0.5));
}

void TermStatistics::recount() {
    m_database.exec("DELETE FROM " + m_names.frequent);
    sqlite::Statement insert = m_database.prepare("INSERT INTO " + m_names.frequent + " SELECT term, doc FROM " +
                                                  m_names.vocabulary + " WHERE doc >= ?1");
    insert.bindAll(kFrequent).run();
    m_documents.clear();
}

}  // namespace zhida::search
