// SPDX-License-Identifier: GPL-3.0-or-later
// Searching a knowledge base, beside a LIKE scan of the same texts.
#include "model/search/article_index.h"
#include "model/search/dictionary.h"
#include "model/sqlite/transaction.h"
#include "tests/bench/bench.h"

#include <fstream>
#include <iterator>

namespace zhida::bench {
namespace {

struct Query {
    const char* name;
    std::vector<std::string> texts;
};

std::vector<Query> queries() {
    return {{"1 or 2 characters",
             {"停水", "供暖", "医保", "噪音", "低保", "公交", "学区", "井盖", "欠薪", "电梯", "健", "暖"}},
            {"4 characters",
             {"健康体检", "养老保险", "异地就医", "夜间施工", "小学入学", "消防通道", "垃圾清运", "农民工资"}},
            {"a spoken sentence",
             {"省庄镇哪里能就近办健康证,需要带什么材料", "我家已经停水三天了,请问什么时候能恢复供水",
              "外地来的孩子在这边上小学怎么报名", "工地半夜还在施工吵得睡不着觉该找谁",
              "灵活就业人员养老保险断缴了怎么补"}},
            {"pinyin initials", {"jkz", "ylbx", "ydjy", "gjj"}}};
}

std::string readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

double likeMs(sqlite::Database& database, const std::vector<std::string>& texts) {
    std::vector<double> samples;
    for (const std::string& text : texts) {
        samples.push_back(1000 * secondsOf([&] {
                              auto& scan =
                                  database.cached("SELECT count(*) FROM plain WHERE title LIKE ?1 OR body LIKE ?1");
                              scan.bindAll("%" + text + "%");
                              scan.step();
                              scan.reset();
                          }));
    }
    return percentile(samples, 0.5);
}

void measure(std::size_t count, std::vector<Figure>& figures) {
    const Folder folder;
    sqlite::Database database(folder.path("search.db"), sqlite::Mode::readWriteCreate);
    search::ArticleIndex index(database);
    database.exec("CREATE TABLE plain(title TEXT, body TEXT)");
    const std::string root = ZHIDA_SOURCE_DIR;
    const auto dictionary = search::Dictionary::fromText(readFile(root + "/resources/search/synonyms.tsv"),
                                                         readFile(root + "/resources/search/stop_phrases.txt"));
    const double seconds = secondsOf([&] {
        sqlite::Transaction transaction(database);
        for (std::size_t i = 0; i < count; ++i) {
            const domain::Ticket t = makeTicket(i);
            index.put({static_cast<std::int64_t>(i) + 1, t.title, "", "", t.content, t.region.value,
                       t.proposedUnit.value, true});
            database.cached("INSERT INTO plain VALUES(?, ?)").bindAll(t.title, t.content).run();
        }
        transaction.commit();
        index.refreshStatistics();
    });
    const std::string n = std::to_string(count) + " articles: ";
    figures.push_back(
        {n + "indexed (with the texts made and stored)", static_cast<double>(count) / seconds, "/s", "", 0});
    for (const Query& query : queries()) {
        std::vector<double> samples;
        for (int round = 0; round < 20; ++round) {
            for (const std::string& text : query.texts) {
                samples.push_back(1000 * secondsOf([&] {
                                      (void)index.search({text, "370902100000", "wsjk", 10, false}, dictionary);
                                  }));
            }
        }
        const double like = likeMs(database, query.texts);
        figures.push_back({n + query.name + ", p50", percentile(samples, 0.5), "ms", "LIKE scan", like});
        figures.push_back({n + query.name + ", p99", percentile(samples, 0.99), "ms", "LIKE scan", like});
    }
    std::vector<double> saves;
    for (std::size_t i = 0; i < 50; ++i) {
        const domain::Ticket t = makeTicket(count + i);
        saves.push_back(
            1000 * secondsOf([&] {
                sqlite::Transaction transaction(database);
                index.put({static_cast<std::int64_t>(count + i) + 1, t.title, "", "", t.content, "", "", true});
                transaction.commit();
            }));
    }
    figures.push_back({n + "one saved and findable, p50", percentile(saves, 0.5), "ms", "", 0});
    figures.push_back({n + "one saved and findable, slowest of 50", percentile(saves, 1), "ms", "", 0});
}

}  // namespace
}  // namespace zhida::bench

int main(int argc, char** argv) {
    const zhida::bench::Arguments arguments(argc, argv, {"articles"});
    std::vector<zhida::bench::Figure> figures;
    zhida::bench::measure(arguments.number("articles", 50'000), figures);
    zhida::bench::print("search", figures, arguments.json());
}
