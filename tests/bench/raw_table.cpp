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

double commitRaw(const std::filesystem::path& file, std::size_t count) {
    sqlite::Database database(file, sqlite::Mode::readWriteCreate);
    database.exec("CREATE TABLE raw(row INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
    auto& insert = database.cached("INSERT INTO raw(bytes) VALUES(?)");
    const std::string bytes(1000, 'x');
    std::vector<double> samples;
    for (std::size_t i = 0; i < count; ++i) {
        samples.push_back(secondsOf([&] {
            sqlite::Transaction transaction(database);
            insert.bindAll(sqlite::Blob{bytes}).run();
            insert.reset();
            transaction.commit();
        }));
    }
    return percentile(samples, 0.5);
}

}  // namespace zhida::bench
