// SPDX-License-Identifier: GPL-3.0-or-later
// The results on the judged set that comes with the project never get worse than this. Both halves: a floor, no praise.
#include "tests/bench/bench.h"
#include "tests/bench/judged_set.h"
#include "tests/bench/search_engines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <unordered_map>

namespace zhida::bench {
namespace {

const std::string kRoot = ZHIDA_SOURCE_DIR;

std::string readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class SearchQuality : public testing::Test {
protected:
    SearchQuality() {
        for (const char* file : {"/resources/demo/articles.json", "/tests/data/search/kb60.jsonl"}) {
            auto more = readCorpus(kRoot + file, FieldNames("aliases=,keywords="));
            std::move(more.begin(), more.end(), std::back_inserter(m_articles));
        }
    }
    std::map<std::string, double> mrr(SearchEngine& engine) {
        engine.index(m_articles);
        std::unordered_map<std::string, std::size_t> rowOf;
        for (std::size_t i = 0; i < m_articles.size(); ++i) {
            rowOf.emplace(m_articles[i].id, i);
        }
        std::map<std::string, double> sums;
        std::map<std::string, double> counts;
        for (const JudgedQuery& query : readQueries(kRoot + "/tests/data/search/queries.jsonl", FieldNames(""))) {
            const auto found = engine.find(query.text);
            const auto answers = [&](std::size_t row) {
                return std::any_of(query.relevant.begin(), query.relevant.end(),
                                   [&](const std::string& id) { return rowOf.at(id) == row; });
            };
            const auto first = std::find_if(found.begin(), found.end(), answers) - found.begin();
            ++counts[query.kind];
            sums[query.kind] += first < std::ssize(found) ? 1.0 / static_cast<double>(first + 1) : 0;
        }
        for (auto& [kind, sum] : sums) {
            sum /= counts[kind];
        }
        return sums;
    }

    Folder m_folder;
    std::vector<JudgedArticle> m_articles;
};

TEST_F(SearchQuality, holdsItsFloorsAndBeatsPlainPairs) {
    const auto dictionary = search::Dictionary::fromText(readFile(kRoot + "/resources/search/synonyms.tsv"),
                                                         readFile(kRoot + "/resources/search/stop_phrases.txt"));
    auto own = mrr(*makeZhida(m_folder.path("own.db"), dictionary));
    auto plain = mrr(*makeFts5(m_folder.path("plain.db"), Fts5Tokens::bigram));
    const std::map<std::string, double> floors{{"spoken", .95}, {"keyword", .96}, {"typo", .94},      {"initials", .86},
                                               {"pinyin", .95}, {"synonym", .78}, {"colloquial", .60}};
    for (const auto& [kind, floor] : floors) {
        EXPECT_GE(own[kind], floor) << kind;
        EXPECT_GT(own[kind], plain[kind]) << kind;
    }
}

}  // namespace
}  // namespace zhida::bench
