// SPDX-License-Identifier: GPL-3.0-or-later
// While a call is typed: near-duplicates, repeat callers, group appeals and suggestions out of many tickets; processor time.
#include "model/search/word_set.h"
#include "model/service/sqlite_desk_reader.h"
#include "model/sqlite/transaction.h"
#include "model/storage/desk_database.h"
#include "model/storage/record_table.h"
#include "model/storage/ticket_table.h"
#include "model/storage/ticket_text.h"
#include "model/wire/codec.h"
#include "tests/bench/article_texts.h"
#include "tests/bench/bench.h"

#include <algorithm>
#include <cstdio>

namespace zhida::bench {
namespace {

constexpr std::size_t kBatch = 5'000;
constexpr std::size_t kTyped = 200;
constexpr std::size_t kArticles = 5'000;
constexpr std::size_t kCorrections = 5'000;  ///< of some eighty people

/// A ticket with words as uneven as in a knowledge base, a building, and for every fifth the number of a frequent caller. A
/// thousandth of all came within the last day.
domain::Ticket ticketOf(std::size_t index, std::size_t count, const ArticleTexts& texts, Instant now) {
    SeededRng rng(index * 7 + 3);
    domain::Ticket ticket = makeTicket(index);
    const MadeArticle made = texts.article(index);
    ticket.title = made.title;
    ticket.content = made.body;
    ticket.address = "阳光小区" + std::to_string(rng.below(40)) + "号楼2单元" + std::to_string(101 + rng.below(500));
    ticket.category.value = "C" + std::to_string(rng.below(200));
    ticket.createdAt =
        Instant{now.ms - static_cast<std::int64_t>(count - index) * kDayMs * 1000 / static_cast<std::int64_t>(count)};
    if (index % 5 == 0) {
        ticket.caller.phone = "1380538" + std::to_string(1000 + rng.below(500));
    }
    return ticket;
}

void fill(storage::DeskDatabase& desk, std::size_t count, const ArticleTexts& texts, Instant now) {
    auto& database = desk.connection();
    const storage::QueueOwner owner{{"sp01"}, {"wsjk"}};
    storage::TicketTable table(database, {owner, UtcOffset{480}});
    table.rebuildQueues(owner);
    storage::TicketText text(database, table);
    storage::RecordTable records(database);
    for (std::size_t i = 0; i < count; i += kBatch) {
        sqlite::Transaction transaction(database);
        for (std::size_t j = i; j < std::min(count, i + kBatch); ++j) {
            const domain::Ticket ticket = ticketOf(j, count, texts, now);
            table.put(ticket, wire::encode(ticket));
        }
        table.flush();
        (void)text.catchUp(2 * kBatch);
        transaction.commit();
    }
    search::ArticleIndex knowledge(database);
    sqlite::Transaction transaction(database);
    for (std::size_t i = 0; i < kArticles; ++i) {
        const MadeArticle made = texts.article(i);
        knowledge.put({.rowid = static_cast<std::int64_t>(i) + 1,
                       .title = made.title,
                       .keywords = made.keywords,
                       .body = made.body});
    }
    for (std::size_t i = 0; i < kCorrections; ++i) {
        const UserCode user{"t" + std::to_string(i / domain::kMostLearned)};
        const domain::LearnedSuggestion learned{
            domain::learnedKey(user, static_cast<std::uint32_t>(i % domain::kMostLearned)),
            user,
            now,
            {domain::SuggestionKind::category, "C" + std::to_string(i % 200), i % 2 == 0,
             search::wordNumbers(texts.article(count + i).body, service::shippedDictionary())}};
        records.put(domain::kLearnedKind, learned.key, wire::encode(learned));
    }
    transaction.commit();
}

class HintsBench {
public:
    HintsBench(std::size_t count, const ArticleTexts& texts) : m_count(count), m_texts(texts) {
        const auto file = m_folder.path("desk.db");
        auto desk = storage::DeskDatabase::open(file);
        if (!desk) {
            std::fprintf(stderr, "%s\n", desk.error().code.c_str());
            std::exit(1);
        }
        fill(*desk, count, texts, m_clock.now());
        auto connection = storage::DeskDatabase::openReader(file);
        m_reader = std::make_unique<service::SqliteDeskReader>(
            std::move(*connection), service::SqliteDeskReader::Ports{&m_clock, UtcOffset{480}, {}});
    }
    std::vector<Figure> run() {
        measure("same matter hints", [this](const service::TypedTicket& typed) { (void)m_reader->sameMatter(typed); });
        measure("suggestions", [this](const service::TypedTicket& typed) { (void)m_reader->suggest(typed); });
        return std::move(m_figures);
    }

private:
    /// What has been typed after some keys: a beginning of a text like those that are there.
    [[nodiscard]] service::TypedTicket typed(std::size_t i) const {
        const domain::Ticket like = ticketOf(i * 31 % m_count, m_count, m_texts, m_clock.now());
        const std::size_t end = std::min(like.content.size(), 30 + 3 * (i % 60));
        return {"", like.content.substr(0, end), "1380538" + std::to_string(1000 + i), like.address, {}};
    }
    template <class Ask>
    void measure(const std::string& name, Ask ask) {
        std::vector<double> samples;
        for (int round = 0; round < 2; ++round) {
            for (std::size_t i = 0; i < kTyped; ++i) {
                const service::TypedTicket what = typed(i);
                samples.push_back(1000 * cpuSecondsOf([&] { ask(what); }));
            }
        }
        const std::string title = std::to_string(m_count) + " tickets: " + name;
        for (const auto& [at, share] : {std::pair("p50", 0.5), std::pair("p95", 0.95), std::pair("p99", 0.99)}) {
            m_figures.push_back({title + ", " + at, percentile(samples, share), "ms", "", 0});
        }
    }

    std::size_t m_count;
    const ArticleTexts& m_texts;
    FakeClock m_clock{Instant{1'763'700'000'000}};
    Folder m_folder;
    std::unique_ptr<service::SqliteDeskReader> m_reader;
    std::vector<Figure> m_figures;
};

}  // namespace
}  // namespace zhida::bench

int main(int argc, char** argv) {
    using namespace zhida::bench;
    const Arguments arguments(argc, argv, {"tickets", "texts"});
    const std::string file = arguments.text("texts", "");
    const ArticleTexts texts(file.empty() ? std::vector<std::string>() : std::vector<std::string>{file});
    print("hints", HintsBench(arguments.number("tickets", 100'000), texts).run(), arguments.json());
}
