// SPDX-License-Identifier: GPL-3.0-or-later
// How good the results are: our search and others on the same articles and the same judged queries.
#include "tests/bench/bench.h"
#include "tests/bench/judged_set.h"
#include "tests/bench/search_engines.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <unordered_map>

namespace zhida::bench {
namespace {

constexpr const char* kHelp =
    R"(Quality of search on judged queries: MRR@10, recall@1, recall@5 for every kind and engine.
Without --corpus and --queries: the set that comes with the project, titles and texts alone (the demo's aliases, question
variants and keywords are left out: an article that was imported has none).

Files are JSON lines, a JSON array, or TSV with a header line.
  An article: "id" (or "key"; else the number of its row, from 1), "title", "aliases" and "questions" (texts or lists),
    "keywords", and what it says: "answer", "body", "content", "text", "reply", "conditions", "materials", "steps", ...
  A query: "query", "kind" (any word), and the ids of the articles that answer it in "relevant" (or "ids", "article",
    "expected", "id"; a text or a list). A row without "query" is an article whose other fields are queries of that kind.
Other names: --corpus-fields title=name,body=reply+content ; "only,body=reply" leaves out what is not named.

  bench-search-quality --corpus kb60.jsonl --queries kb60.jsonl --json
  bench-search-quality --corpus consult_qa.jsonl --corpus-fields only,id=id,body=reply
                       --queries consult_qa.jsonl --query-fields query=title,relevant=id --cut-shared 6 --json
)";

struct Settings {
    std::vector<std::string> corpora;
    std::vector<std::string> queries;
    std::string corpusFields;
    std::string queryFields;
    std::string synonyms = ZHIDA_SOURCE_DIR "/resources/search/synonyms.tsv";
    std::string stopPhrases = ZHIDA_SOURCE_DIR "/resources/search/stop_phrases.txt";
    std::string half = "all";
    std::string postgres;
    std::size_t cutShared = 0;
    bool own = false;
    bool misses = false;
    bool json = false;
};

struct Score {
    std::size_t queries = 0;
    double reciprocal = 0;
    double first = 0;
    double five = 0;
    std::vector<double> ms;
};

struct Set {
    std::vector<JudgedArticle> articles;
    std::vector<JudgedQuery> queries;
    std::unordered_map<std::string, std::size_t> rowOf;
};

std::string readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool isWanted(const JudgedQuery& query, const std::string& half) {
    return half == "all" || query.heldOut == (half == "heldOut");
}

Set readSet(const Settings& settings) {
    Set set;
    for (const std::string& file : settings.corpora) {
        auto more = readCorpus(file, FieldNames(settings.corpusFields));
        std::move(more.begin(), more.end(), std::back_inserter(set.articles));
    }
    for (std::size_t i = 0; i < set.articles.size(); ++i) {
        set.rowOf.emplace(set.articles[i].id, i);
    }
    std::size_t unknown = 0;
    for (const std::string& file : settings.queries) {
        for (JudgedQuery& query : readQueries(file, FieldNames(settings.queryFields))) {
            const bool known = std::any_of(query.relevant.begin(), query.relevant.end(),
                                           [&](const std::string& id) { return set.rowOf.count(id) != 0; });
            unknown += known ? 0 : 1;
            if (known && isWanted(query, settings.half)) {
                set.queries.push_back(std::move(query));
            }
        }
    }
    if (unknown > 0) {
        std::fprintf(stderr, "%zu queries name no article of the corpus and are left out\n", unknown);
    }
    if (settings.cutShared > 0) {
        cutShared(set.articles, set.queries, settings.cutShared);
    }
    return set;
}

void judge(const Set& set, const JudgedQuery& query, const std::vector<std::size_t>& found, Score& score) {
    std::size_t best = found.size();
    double first = 0;
    double five = 0;
    for (const std::string& id : query.relevant) {
        const auto row = set.rowOf.find(id);
        const auto at = static_cast<std::size_t>(
            row == set.rowOf.end() ? found.end() - found.begin()
                                   : std::find(found.begin(), found.end(), row->second) - found.begin());
        first += at == 0 && !found.empty() ? 1 : 0;
        five += at < std::min<std::size_t>(5, found.size()) ? 1 : 0;
        best = std::min(best, at);
    }
    ++score.queries;
    score.reciprocal += best < found.size() ? 1.0 / static_cast<double>(best + 1) : 0;
    score.first += first > 0 ? 1 : 0;
    score.five += five / static_cast<double>(std::min<std::size_t>(5, query.relevant.size()));
}

void printMiss(const Set& set, const JudgedQuery& query, const std::vector<std::size_t>& found) {
    const auto wanted = set.rowOf.find(query.relevant.front());
    const auto& article = set.articles[wanted == set.rowOf.end() ? 0 : wanted->second];
    if (!found.empty() && set.articles[found.front()].id == article.id) {
        return;
    }
    const auto at = std::find(found.begin(), found.end(), wanted->second) - found.begin();
    std::printf("%s\t%s\twanted %s %.60s (place %d)\tgot %.60s\n", query.kind.c_str(), query.text.c_str(),
                article.id.c_str(), article.title.c_str(),
                at == static_cast<std::ptrdiff_t>(found.size()) ? 0 : static_cast<int>(at + 1),
                found.empty() ? "nothing" : set.articles[found.front()].title.c_str());
}

std::map<std::string, Score> measure(const Set& set, SearchEngine& engine, bool misses) {
    engine.index(set.articles);
    std::map<std::string, Score> scores;
    for (const JudgedQuery& query : set.queries) {
        std::vector<std::size_t> found;
        const double ms = 1000 * cpuSecondsOf([&] { found = engine.find(query.text); });
        for (const std::string& kind : {query.kind, std::string("all")}) {
            judge(set, query, found, scores[kind]);
            scores[kind].ms.push_back(ms);
        }
        if (misses) {
            printMiss(set, query, found);
        }
    }
    return scores;
}

nlohmann::json report(const std::string& name, std::map<std::string, Score>& scores, bool json) {
    nlohmann::json kinds = nlohmann::json::array();
    for (auto& [kind, score] : scores) {
        const auto n = static_cast<double>(score.queries);
        const double p50 = percentile(score.ms, 0.5);
        const double p99 = percentile(score.ms, 0.99);
        kinds.push_back({{"kind", kind},
                         {"queries", score.queries},
                         {"mrr10", score.reciprocal / n},
                         {"recall1", score.first / n},
                         {"recall5", score.five / n},
                         {"cpuMsP50", p50},
                         {"cpuMsP99", p99}});
        if (!json) {
            std::printf("%-16s %-12s %4zu  MRR@10 %.3f  R@1 %.3f  R@5 %.3f  ms %.2f/%.2f\n", name.c_str(), kind.c_str(),
                        score.queries, score.reciprocal / n, score.first / n, score.five / n, p50, p99);
        }
    }
    return {{"engine", name}, {"kinds", kinds}};
}

int run(const Settings& settings) {
    const Set set = readSet(settings);
    const Folder folder;
    const auto dictionary = search::Dictionary::fromText(readFile(settings.synonyms), readFile(settings.stopPhrases));
    std::vector<std::unique_ptr<SearchEngine>> engines;
    engines.push_back(makeZhida(folder.path("zhida.db"), dictionary));
    if (!settings.own) {
        engines.push_back(makeFts5(folder.path("bigram.db"), Fts5Tokens::bigram));
        engines.push_back(makeFts5(folder.path("trigram.db"), Fts5Tokens::trigram));
        engines.push_back(makeFts5(folder.path("unicode61.db"), Fts5Tokens::unicode61));
        engines.push_back(makeXapian(folder.path("xapian")));
        if (!settings.postgres.empty()) {
            engines.push_back(makePostgres(folder.path("."), settings.postgres));
        }
    }
    nlohmann::json all = nlohmann::json::array();
    for (const auto& engine : engines) {
        if (engine) {
            auto scores = measure(set, *engine, settings.misses && engine == engines.front());
            all.push_back(report(engine->name(), scores, settings.json));
        }
    }
    if (settings.json) {
        const nlohmann::json out{{"bench", "search-quality"},
                                 {"articles", set.articles.size()},
                                 {"queries", set.queries.size()},
                                 {"half", settings.half},
                                 {"engines", all}};
        std::printf("%s\n", out.dump().c_str());
    }
    return 0;
}

int main(int argc, char** argv) {
    Settings settings;
    CLI::App app(kHelp, "bench-search-quality");
    app.add_option("--corpus", settings.corpora, "Articles; may be given several times");
    app.add_option("--queries", settings.queries, "Judged queries; may be given several times");
    app.add_option("--corpus-fields", settings.corpusFields, "Names of columns, see above");
    app.add_option("--query-fields", settings.queryFields, "Names of columns, see above");
    app.add_option("--synonyms", settings.synonyms, "Another dictionary");
    app.add_option("--stop-phrases", settings.stopPhrases, "Another list");
    app.add_option("--half", settings.half, "Queries of one half of the articles: what is tuned on, or what is not")
        ->check(CLI::IsMember({"all", "tuning", "heldOut"}));
    app.add_option("--cut-shared", settings.cutShared,
                   "Cut runs of so many characters that an article has of its query");
    app.add_option("--postgres", settings.postgres, "URI for psql: measures pg_trgm too");
    app.add_flag("--own", settings.own, "Our search alone");
    app.add_flag("--misses", settings.misses, "Print the queries whose first result of ours is another article");
    app.add_flag("--json", settings.json, "One JSON object");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? 0 : 2;
    }
    if (settings.corpora.empty() != settings.queries.empty()) {
        std::fprintf(stderr, "--corpus and --queries go together\n");
        return 2;
    }
    if (settings.corpora.empty()) {
        settings.corpora = {ZHIDA_SOURCE_DIR "/resources/demo/articles.json",
                            ZHIDA_SOURCE_DIR "/tests/data/search/kb60.jsonl"};
        settings.queries = {ZHIDA_SOURCE_DIR "/tests/data/search/queries.jsonl"};
        settings.corpusFields += ",aliases=,keywords=";
    }
    return run(settings);
}

}  // namespace
}  // namespace zhida::bench

int main(int argc, char** argv) { return zhida::bench::main(argc, argv); }
