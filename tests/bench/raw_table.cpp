// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/raw_table.h"

#include "model/sqlite/transaction.h"
#include "tests/bench/bench.h"

#include <algorithm>

namespace zhida::bench {

double insertRaw(const std::filesystem::path& file, const RawRows& rows, std::size_t batch) {
    sqlite::Database database(file, sqlite::Mode::readWriteCreate);
    database.exec("CREATE TABLE raw(row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)");
    return secondsOf([&] {
        auto& insert = database.cached("INSERT INTO raw(id, bytes) VALUES(?, ?)");
        for (std::size_t i = 0; i < rows.size(); i += batch) {
            sqlite::Transaction transaction(database);
            for (std::size_t j = i; j < std::min(rows.size(), i + batch); ++j) {
                insert.bindAll(sqlite::Blob{rows[j].first}, sqlite::Blob{rows[j].second}).run();
                insert.reset();
            }
            transaction.commit();
        }
    });
}

RawCommits::RawCommits(const std::filesystem::path& file) : m_database(file, sqlite::Mode::readWriteCreate) {
    m_database.exec("CREATE TABLE raw(row INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
}

void RawCommits::once() {
    static const std::string bytes(1000, 'x');
    sqlite::Transaction transaction(m_database);
    m_database.cached("INSERT INTO raw(bytes) VALUES(?)").bindAll(sqlite::Blob{bytes}).run();
    transaction.commit();
}

double commitRaw(const std::filesystem::path& file, std::size_t count) {
    RawCommits commits(file);
    std::vector<double> samples;
    for (std::size_t i = 0; i < count; ++i) {
        samples.push_back(secondsOf([&commits] { commits.once(); }));
    }
    return percentile(samples, 0.5);
}

}  // namespace zhida::bench
