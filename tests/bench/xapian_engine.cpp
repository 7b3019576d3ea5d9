// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search_engines.h"

#ifdef ZHIDA_XAPIAN
#include <xapian.h>
#endif

namespace zhida::bench {
#ifdef ZHIDA_XAPIAN
namespace {

class XapianEngine final : public SearchEngine {
public:
    explicit XapianEngine(const std::filesystem::path& folder)
        : m_database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE) {}

    [[nodiscard]] std::string name() const override { return "xapian-cjk-or"; }
    void index(const std::vector<JudgedArticle>& articles) override {
        for (const JudgedArticle& each : articles) {
            m_database.add_document(
                documentOf(each.title + "\n" + each.aliases + "\n" + each.keywords + "\n" + each.body));
        }
        m_database.commit();
    }
    /// Xapian's QueryParser joins n-grams with AND and finds nothing for a sentence: the terms are joined here.
    std::vector<std::size_t> find(const std::string& query) override {
        const Xapian::Document terms = documentOf(query);
        Xapian::Enquire enquire(m_database);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.termlist_begin(), terms.termlist_end()));
        std::vector<std::size_t> out;
        const Xapian::MSet found = enquire.get_mset(0, 10);
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            out.push_back(*hit - 1);
        }
        return out;
    }

private:
    static Xapian::Document documentOf(const std::string& text) {
        Xapian::TermGenerator generator;
        generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(text);
        return document;
    }

    Xapian::WritableDatabase m_database;
};

}  // namespace

std::unique_ptr<SearchEngine> makeXapian(const std::filesystem::path& folder) {
    return std::make_unique<XapianEngine>(folder);
}
#else
std::unique_ptr<SearchEngine> makeXapian(const std::filesystem::path& /*folder*/) { return nullptr; }
#endif
}  // namespace zhida::bench
