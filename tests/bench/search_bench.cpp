// SPDX-License-Identifier: GPL-3.0-or-later
// Speed and size of the knowledge base's index, beside what SQLite does at best with the same texts in the same run.
// Times are processor times of the one thread.
#include "model/search/article_index.h"
#include "model/search/dictionary.h"
#include "model/search/fold.h"
#include "model/search/registration.h"
#include "model/sqlite/transaction.h"
#include "tests/bench/article_texts.h"
#include "tests/bench/bench.h"
#include "tests/bench/judged_set.h"
#ifdef ZHIDA_BENCH_WINDOW
#include "tests/bench/ui/window_figures.h"
#endif

#include <fstream>
#include <iterator>

namespace zhida::bench {
namespace {

constexpr std::size_t kQueries = 200;

std::string readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct QuerySet {
    std::string name;
    std::vector<std::string> texts;
};

/// A run of Han characters from somewhere in the texts.
std::string someRun(const ArticleTexts& texts, Rng& rng, std::size_t length) {
    while (true) {
        const auto made = texts.article(rng.below(100'000));
        const std::string text = rng.below(3) == 0 ? made.title : made.body;
        const auto folded = search::foldText(text);
        const auto runs = search::runsOf(folded.view());
        const search::Run& run = runs[rng.below(runs.size())];
        if (run.kind == search::CharKind::han && run.length() >= length) {
            const std::size_t at = run.begin + rng.below(run.length() - length + 1);
            return text.substr(folded.at[at], folded.at[at + length] - folded.at[at]);
        }
    }
}

std::vector<QuerySet> querySets(const ArticleTexts& texts) {
    SeededRng rng(4);
    std::vector<QuerySet> sets{{"1 character", {}},
                               {"2 characters", {}},
                               {"4 characters", {}},
                               {"a spoken sentence", {}},
                               {"pinyin initials and syllables", {}}};
    for (std::size_t i = 0; i < kQueries; ++i) {
        sets[0].texts.push_back(someRun(texts, rng, 1));
        sets[1].texts.push_back(someRun(texts, rng, 2));
        sets[2].texts.push_back(someRun(texts, rng, 4));
    }
    for (const JudgedQuery& each : readQueries(ZHIDA_SOURCE_DIR "/tests/data/search/queries.jsonl", FieldNames(""))) {
        const bool spoken = each.kind == "spoken" || each.kind == "colloquial";
        const bool letters = each.kind == "initials" || each.kind == "pinyin";
        if (spoken || letters) {
            sets[spoken ? 3 : 4].texts.push_back(each.text);
        }
    }
    return sets;
}

class SearchBench {
public:
    SearchBench(std::size_t count, const ArticleTexts& texts) : m_count(count), m_texts(texts) {
        const std::string root = ZHIDA_SOURCE_DIR;
        m_dictionary = search::Dictionary::fromText(readFile(root + "/resources/search/synonyms.tsv"),
                                                    readFile(root + "/resources/search/stop_phrases.txt"));
        m_database.exec(
            "CREATE TABLE plain(title TEXT, body TEXT);"
            "CREATE VIRTUAL TABLE bare USING fts5(title, keywords, body, content='', tokenize='zhida_cjk')");
    }
    std::vector<Figure> run() {
        build();
        for (const QuerySet& set : querySets(m_texts)) {
            query(set);
        }
        save();
#ifdef ZHIDA_BENCH_WINDOW
        typeSearch(
            m_count, [this](std::size_t i) { return article(i); }, typedQuestions(), m_figures);
#endif
        return std::move(m_figures);
    }

private:
    void add(const std::string& name, double value, const std::string& unit, const std::string& limit = "",
             double atBest = 0) {
        m_figures.push_back({std::to_string(m_count) + " articles: " + name, value, unit, limit, atBest});
    }
#ifdef ZHIDA_BENCH_WINDOW
    [[nodiscard]] domain::Article article(std::size_t i) const {
        const MadeArticle made = m_texts.article(i);
        domain::Article article;
        article.key = "m" + std::to_string(i);
        article.title = made.title;
        article.keywords = {made.keywords};
        article.answer = made.body;
        article.version = 1;
        return article;
    }
    /// Twenty words and twenty spoken questions.
    [[nodiscard]] std::vector<std::string> typedQuestions() const {
        constexpr std::size_t kOfEach = 20;
        const std::vector<QuerySet> sets = querySets(m_texts);
        std::vector<std::string> questions(sets[2].texts.begin(), sets[2].texts.begin() + kOfEach);
        questions.insert(questions.end(), sets[3].texts.begin(), sets[3].texts.begin() + kOfEach);
        return questions;
    }
#endif
    void put(std::size_t i) {
        const MadeArticle made = m_texts.article(i);
        m_index.put({.rowid = static_cast<std::int64_t>(i) + 1,
                     .title = made.title,
                     .keywords = made.keywords,
                     .body = made.body});
    }
    /// Seconds to take all articles by `store` in one transaction, without the making of their texts.
    template <class Store>
    double fill(Store store) {
        const double texts = cpuSecondsOf([&] {
            for (std::size_t i = 0; i < m_count; ++i) {
                (void)m_texts.article(i);
            }
        });
        return cpuSecondsOf([&] {
                   sqlite::Transaction transaction(m_database);
                   for (std::size_t i = 0; i < m_count; ++i) {
                       store(i);
                   }
                   transaction.commit();
               }) -
               texts;
    }
    void build() {
        const auto count = static_cast<double>(m_count);
        const double bare = fill([&](std::size_t i) {
            const MadeArticle made = m_texts.article(i);
            m_database.cached("INSERT INTO bare(rowid, title, keywords, body) VALUES(?1, ?2, ?3, ?4)")
                .bindAll(static_cast<std::int64_t>(i) + 1, made.title, made.keywords, made.body)
                .run();
        });
        (void)fill([&](std::size_t i) {
            const MadeArticle made = m_texts.article(i);
            m_database.cached("INSERT INTO plain VALUES(?1, ?2)").bindAll(made.title, made.body).run();
        });
        const double own = fill([&](std::size_t i) { put(i); });
        add("indexed", count / own, "/s", "FTS5 of pairs alone", count / bare);
        add("counting frequent terms", 1000 * cpuSecondsOf([&] { m_index.refreshStatistics(); }), "ms");
        add("index of each", bytesOf("kb_fts") + bytesOf("kb_py"), "bytes", "FTS5 of pairs alone", bytesOf("bare"));
        auto text = m_database.prepare(
            "SELECT avg(length(cast(title AS BLOB)) + length(cast(keywords AS BLOB)) + length(cast(body AS BLOB))) "
            "FROM kb_text");
        add("text of each", text.step() ? text.real(0) : 0, "bytes");
    }
    double bytesOf(const std::string& table) {
        auto sum = m_database.prepare("SELECT (SELECT sum(length(block)) FROM " + table +
                                      "_data) + (SELECT sum(length(sz) + 4) FROM " + table + "_docsize)");
        return (sum.step() ? sum.real(0) : 0) / static_cast<double>(m_count);
    }
    void query(const QuerySet& set) {
        std::vector<double> samples;
        for (int round = 0; round < 3; ++round) {
            for (const std::string& text : set.texts) {
                samples.push_back(1000 * cpuSecondsOf([&] { (void)m_index.search({.text = text}, m_dictionary); }));
            }
        }
        std::vector<double> scans;
        for (std::size_t i = 0; i < set.texts.size(); i += 20) {
            scans.push_back(1000 * cpuSecondsOf([&] { scan(set.texts[i]); }));
        }
        const double like = percentile(scans, 0.5);
        add(set.name + ", p50", percentile(samples, 0.5), "ms", "LIKE scan", like);
        add(set.name + ", p99", percentile(samples, 0.99), "ms", "LIKE scan", like);
    }
    void scan(const std::string& text) {
        auto& rows = m_database.cached("SELECT count(*) FROM plain WHERE title LIKE ?1 OR body LIKE ?1");
        rows.bindAll("%" + text + "%");
        rows.step();
        rows.reset();
    }
    void save() {
        std::vector<double> saves;
        for (std::size_t i = 0; i < 50; ++i) {
            saves.push_back(1000 * secondsOf([&] {
                                sqlite::Transaction transaction(m_database);
                                put(m_count + i);
                                transaction.commit();
                                m_index.refreshStatisticsIfDue();
                            }));
        }
        add("one saved and findable, p50 (wall)", percentile(saves, 0.5), "ms");
        add("one saved and findable, slowest of 50 (wall)", percentile(saves, 1), "ms");
    }

    std::size_t m_count;
    const ArticleTexts& m_texts;
    Folder m_folder;
    sqlite::Database m_database{m_folder.path("search.db"), sqlite::Mode::readWriteCreate};
    search::ArticleIndex m_index{m_database};
    search::Dictionary m_dictionary;
    std::vector<Figure> m_figures;
};

}  // namespace
}  // namespace zhida::bench

int main(int argc, char** argv) {
    using namespace zhida::bench;
    const Arguments arguments(argc, argv, {"articles", "texts"});
    const std::string file = arguments.text("texts", "");
    const ArticleTexts texts(file.empty() ? std::vector<std::string>() : std::vector<std::string>{file});
    print("search", SearchBench(arguments.number("articles", 50'000), texts).run(), arguments.json());
}
