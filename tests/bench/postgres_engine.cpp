// SPDX-License-Identifier: GPL-3.0-or-later
// Through psql, so that nothing has to be linked for a measurement that few machines can take.
#include "tests/bench/search_engines.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace zhida::bench {
namespace {

/// Between quotes, each quote inside as `quote`.
std::string between(const std::string& text, const char* quote) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? quote : std::string(c == '\0' ? 0 : 1, c);
    }
    return out + "'";
}
std::string sqlText(const std::string& text) { return between(text, "''"); }
std::string shellText(const std::string& text) { return between(text, "'\\''"); }

class PostgresEngine final : public SearchEngine {
public:
    PostgresEngine(const std::filesystem::path& folder, std::string uri)
        : m_script(folder / "psql.sql"), m_uri(std::move(uri)) {}
    ~PostgresEngine() override { (void)run("DROP TABLE IF EXISTS zhida_search_quality;"); }
    PostgresEngine(const PostgresEngine&) = delete;
    PostgresEngine& operator=(const PostgresEngine&) = delete;

    [[nodiscard]] std::string name() const override { return "pg_trgm"; }
    void index(const std::vector<JudgedArticle>& articles) override {
        std::string sql =
            "CREATE EXTENSION IF NOT EXISTS pg_trgm; DROP TABLE IF EXISTS zhida_search_quality;"
            "CREATE TABLE zhida_search_quality(id int PRIMARY KEY, text text);\n";
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const JudgedArticle& each = articles[i];
            sql += "INSERT INTO zhida_search_quality VALUES(" + std::to_string(i) + "," +
                   sqlText(each.title + "\n" + each.aliases + "\n" + each.keywords + "\n" + each.body) + ");\n";
        }
        (void)run(sql);
    }
    std::vector<std::size_t> find(const std::string& query) override {
        return run("SELECT id FROM zhida_search_quality WHERE word_similarity(" + sqlText(query) +
                   ", text) > 0 ORDER BY word_similarity(" + sqlText(query) + ", text) DESC, id LIMIT 10;");
    }

private:
    /// The numbers that psql prints, one a line; ends the program when psql fails.
    std::vector<std::size_t> run(const std::string& sql) {
        std::ofstream(m_script, std::ios::binary) << sql;
        const std::string command =
            "psql -X -q -t -A -v ON_ERROR_STOP=1 " + shellText(m_uri) + " -f " + shellText(m_script.string());
        FILE* const pipe = popen(command.c_str(), "r");
        std::vector<std::size_t> out;
        std::array<char, 64> line{};
        while (pipe != nullptr && fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr) {
            out.push_back(std::strtoull(line.data(), nullptr, 10));
        }
        if (pipe == nullptr || pclose(pipe) != 0) {
            std::fprintf(stderr, "psql failed\n");
            std::exit(1);
        }
        return out;
    }

    std::filesystem::path m_script;
    std::string m_uri;
};

}  // namespace

std::unique_ptr<SearchEngine> makePostgres(const std::filesystem::path& folder, const std::string& uri) {
    return std::make_unique<PostgresEngine>(folder, uri);
}

}  // namespace zhida::bench
