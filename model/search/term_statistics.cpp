// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/term_statistics.h"

#include "model/search/fold.h"
#include "model/sqlite/transaction.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace zhida::search {
namespace {

constexpr int kFrequent = 50;
/// After a character, in place of the second one of a pair. In no token.
constexpr std::string_view kAnyPair = "*";
/// The number of documents when they were counted.
constexpr std::string_view kRowsCounted = "*";
constexpr double kTolerance = 0.1;
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

/// Record 1 ("averages") in the data table of FTS5: the number of rows, then the tokens of each column.
void TermStatistics::readAverages() {
    sqlite::Statement& query = m_database.cached("SELECT block FROM " + m_names.fts + "_data WHERE id = 1");
    std::string_view block = query.step() ? query.blob(0) : std::string_view();
    m_rows = static_cast<double>(takeVarint(block));
    double tokens = 0;
    while (!block.empty()) {
        tokens += static_cast<double>(takeVarint(block));
    }
    m_averageLength = m_rows > 0 ? std::max(1.0, tokens / m_rows) : 1;
    query.reset();
}

double TermStatistics::rows() {
    if (m_rows < 0) {
        readAverages();
    }
    return m_rows;
}

double TermStatistics::averageLength() {
    (void)rows();
    return m_averageLength;
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

double TermStatistics::sumOfPairs(const std::string& character) {
    sqlite::Statement& query =
        m_database.cached("SELECT sum(doc) FROM " + m_names.vocabulary + " WHERE term >= ?1 AND term < ?2");
    std::string end = character;
    end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
    const double sum = query.bindAll(character, end).step() ? query.real(0) : 0;
    query.reset();
    return sum;
}

/// Documents with one of some terms, of which each is in so many; as if they met by chance.
double TermStatistics::withOneOf(double documents) {
    return rows() > 0 ? rows() * (1 - std::exp(-documents / rows())) : 0;
}

double TermStatistics::documentsWithChar(char32_t folded) {
    const std::string character = toUtf8(std::u32string_view(&folded, 1));
    const std::string key = character + std::string(kAnyPair);
    const auto known = m_documents.find(key);
    if (known != m_documents.end()) {
        return withOneOf(known->second);
    }
    sqlite::Statement& query = m_database.cached("SELECT n FROM " + m_names.frequent + " WHERE term = ?1");
    const bool counted = query.bindAll(key).step();
    const double count = counted ? query.real(0) : sumOfPairs(character);
    query.reset();
    m_documents.emplace(key, count);
    return withOneOf(count);
}

double TermStatistics::idfOfChar(char32_t folded) {
    const double count = documentsWithChar(folded);
    return std::log1p((rows() - count + 0.5) / (count + 0.5));
}

double TermStatistics::idf(const std::string& term) {
    const double count = std::min(documents(term), rows());
    return std::log1p((rows() - count + 0.5) / (count + 0.5));
}

bool TermStatistics::isRecountDue() {
    m_rows = -1;
    sqlite::Statement& query = m_database.cached("SELECT n FROM " + m_names.frequent + " WHERE term = ?1");
    const double counted = query.bindAll(kRowsCounted).step() ? query.real(0) : 0;
    query.reset();
    return std::abs(rows() - counted) > kTolerance * counted + static_cast<double>(kFrequent);
}

void TermStatistics::recount() {
    m_database.exec("DELETE FROM " + m_names.frequent);
    sqlite::Statement insert = m_database.prepare("INSERT INTO " + m_names.frequent + " SELECT term, doc FROM " +
                                                  m_names.vocabulary + " WHERE doc >= ?1");
    insert.bindAll(kFrequent).run();
    sqlite::Statement chars =
        m_database.prepare("INSERT INTO " + m_names.frequent + " SELECT substr(term, 1, 1) || ?1, sum(doc) FROM " +
                           m_names.vocabulary + " WHERE unicode(term) >= 0x2E80 GROUP BY 1 HAVING sum(doc) >= ?2");
    chars.bindAll(kAnyPair, kFrequent).run();
    m_rows = -1;
    m_database.prepare("INSERT OR REPLACE INTO " + m_names.frequent + " VALUES(?1, ?2)")
        .bindAll(kRowsCounted, static_cast<std::int64_t>(rows()))
        .run();
    m_documents.clear();
}

}  // namespace zhida::search
