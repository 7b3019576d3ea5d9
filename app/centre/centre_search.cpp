// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/centre_search.h"

#include "model/domain/event.h"
#include "model/search/index_tables.h"
#include "model/search/registration.h"
#include "model/sqlite/transaction.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <system_error>

namespace zhida::centre {
namespace {

constexpr std::size_t kStepEntries = 2'000;
constexpr std::size_t kStepBytes = 8U << 20U;

void append(std::string& out, const std::vector<std::string>& lines) {
    for (const std::string& each : lines) {
        out += each;
        out += '\n';
    }
}

std::string linesOf(const std::vector<std::string>& lines) {
    std::string out;
    append(out, lines);
    return out;
}

std::string bodyOf(const domain::Article& article) {
    std::string out = article.answer + "\n";
    for (const auto* list : {&article.conditions, &article.materials, &article.steps}) {
        append(out, *list);
    }
    append(out, {article.timeLimit, article.fee, article.place, article.phone, article.hours});
    for (const domain::LegalBasis& each : article.basis) {
        append(out, {each.name, each.number, each.clause});
    }
    return out;
}

/// What an event says of the searchable text; the rest of a life changes nothing of it.
struct Text {
    std::string number;
    std::string title;
    std::string content;
};
std::optional<Text> textOf(const domain::EventBody& body) {
    if (const auto* registered = std::get_if<domain::TicketRegistered>(&body)) {
        return Text{registered->facts.number, registered->facts.title, registered->facts.content};
    }
    if (const auto* imported = std::get_if<domain::TicketImported>(&body)) {
        return Text{imported->ticket.number, imported->ticket.title, imported->ticket.content};
    }
    return std::nullopt;
}

constexpr auto kAll = static_cast<std::size_t>(std::numeric_limits<int>::max());
constexpr std::size_t kMoreAtOnce = 4;

/// 0 is all of them.
int limitOf(std::size_t limit) { return static_cast<int>(limit == 0 ? kAll : std::min(limit, kAll)); }

}  // namespace

CentreSearch::CentreSearch(const std::filesystem::path& file, sync::SqliteServerStore& store)
    : m_file(file), m_store(store) {
    try {
        openFile(file);
        if (belongsToThisHistory()) {
            return;
        }
    } catch (const sqlite::Failure& failure) {
        if (failure.isLocked()) {
            throw;
        }
    }
    makeAnew();
}

/// The file holds nothing that the log has not.
void CentreSearch::makeAnew() {
    m_tickets.reset();
    m_articles.reset();
    m_database.reset();
    sqlite::removeDatabase(m_file);
    openFile(m_file);
}

void CentreSearch::openFile(const std::filesystem::path& file) {
    sqlite::Options options;
    options.durability = sqlite::Durability::normal;
    options.busyTimeoutMs = 60'000;
    m_database = std::make_unique<sqlite::Database>(file, sqlite::Mode::readWriteCreate, options);
    search::registerSearch(*m_database);
    sqlite::Transaction transaction(*m_database);
    m_database->exec(
        "CREATE TABLE IF NOT EXISTS place (of INTEGER PRIMARY KEY, epoch BLOB, seq INTEGER,"
        " chain BLOB);"
        "CREATE TABLE IF NOT EXISTS article_row (row INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);");
    m_database->exec(search::TicketIndex::schemaSql());
    m_database->exec(search::ArticleIndex::schemaSql());
    transaction.commit();
    m_tickets = std::make_unique<search::TicketIndex>(*m_database);
    m_articles = std::make_unique<search::ArticleIndex>(*m_database);
}

/// As it is in the store now: somebody may have edited it.
const search::Dictionary& CentreSearch::dictionary() {
    std::string synonyms = m_store.record("search", "synonyms").value_or("");
    std::string stopPhrases = m_store.record("search", "stopPhrases").value_or("");
    if (synonyms != m_synonyms || stopPhrases != m_stopPhrases) {
        m_synonyms = std::move(synonyms);
        m_stopPhrases = std::move(stopPhrases);
        m_dictionary = search::Dictionary::fromText(m_synonyms, m_stopPhrases);
    }
    return m_dictionary;
}

bool CentreSearch::belongsToThisHistory() {
    auto row = m_database->prepare("SELECT epoch, seq, chain FROM place");
    bool belongs = true;
    while (row.step()) {
        const std::string chain = m_store.chainAt(static_cast<std::uint64_t>(row.integer(1)));
        belongs = belongs && row.blob(0) == m_store.epoch().raw() && row.blob(2) == chain;
    }
    return belongs;
}

std::uint64_t CentreSearch::position(Index index) {
    auto row = m_database->prepare("SELECT seq FROM place WHERE of = ?1");
    row.bindAll(static_cast<int>(index));
    return row.step() ? static_cast<std::uint64_t>(row.integer(0)) : 0;
}

void CentreSearch::setPosition(Index index, std::uint64_t seq) {
    const Uuid epoch = m_store.epoch();
    const std::string chain = m_store.chainAt(seq);
    m_database->cached("INSERT OR REPLACE INTO place (of, epoch, seq, chain) VALUES (?1, ?2, ?3, ?4)")
        .bindAll(static_cast<int>(index), sqlite::Blob{epoch.raw()}, seq, sqlite::Blob{chain})
        .run();
}

bool CentreSearch::catchUp(Index index) {
    bool any = false;
    while (step(index)) {
        any = true;
    }
    return any;
}

bool CentreSearch::step(Index index) {
    sqlite::Transaction transaction(*m_database);
    const auto entries = m_store.entriesAfter(position(index), kStepEntries, kStepBytes);
    for (const sync::LogEntry& each : entries) {
        if (index == Index::tickets && !each.isRecord) {
            indexTicket(each);
        } else if (index == Index::articles && each.isRecord && each.kind == "article") {
            indexArticle(each);
        }
    }
    if (!entries.empty()) {
        setPosition(index, entries.back().seq);
    }
    transaction.commit();
    return !entries.empty();
}

void CentreSearch::indexTicket(const sync::LogEntry& entry) {
    const auto event = wire::decode<domain::Event>(entry.body);
    const auto text = event ? textOf(event->body) : std::nullopt;
    if (text) {
        const auto row = static_cast<std::int64_t>(m_store.firstSeqOf(entry.ticket));
        m_tickets->put(row, text->number, text->title, text->content);
    }
}

std::int64_t CentreSearch::rowOf(const std::string& articleKey) {
    m_database->cached("INSERT INTO article_row (key) VALUES (?1) ON CONFLICT DO NOTHING").bindAll(articleKey).run();
    auto& row = m_database->cached("SELECT row FROM article_row WHERE key = ?1");
    row.bindAll(articleKey);
    const std::int64_t number = row.step() ? row.integer(0) : 0;
    row.reset();
    return number;
}

void CentreSearch::indexArticle(const sync::LogEntry& entry) {
    const std::int64_t row = rowOf(entry.key);
    const auto article = wire::decode<domain::Article>(entry.body);
    if (entry.body.empty() || !article) {
        m_articles->remove(row);
        return;
    }
    std::vector<std::string> names = article->aliases;
    names.insert(names.end(), article->questions.begin(), article->questions.end());
    const std::string aliases = linesOf(names);
    const std::string keywords = linesOf(article->keywords);
    const std::string body = bodyOf(*article);
    search::ArticleText text;
    text.rowid = row;
    text.title = article->title;
    text.aliases = aliases;
    text.keywords = keywords;
    text.body = body;
    text.region = article->region.value;
    text.unit = article->unit.value;
    text.live = !article->withdrawn;
    m_articles->put(text);
}

template <class Search>
auto CentreSearch::orAnew(Search search) -> decltype(search()) {
    try {
        return search();
    } catch (const sqlite::Failure& failure) {
        if (!search::isDamage(failure)) {
            throw;
        }
    }
    makeAnew();
    return search();
}

std::vector<FoundTicket> CentreSearch::tickets(std::string_view query, std::size_t limit, bool exact) {
    return orAnew([&] { return findTickets(query, limit, exact); });
}

std::vector<FoundArticle> CentreSearch::articles(std::string_view query, std::size_t limit, bool exact,
                                                 const std::string& today) {
    return orAnew([&] { return findArticles(query, limit, exact, today); });
}

std::vector<FoundTicket> CentreSearch::findTickets(std::string_view query, std::size_t limit, bool exact) {
    if (catchUp(Index::tickets)) {
        m_tickets->refreshStatisticsIfDue();
    }
    std::vector<FoundTicket> found;
    for (search::Hit& hit : m_tickets->search(query, limitOf(limit), exact)) {
        const auto entries = m_store.entriesAfter(static_cast<std::uint64_t>(hit.rowid) - 1, 1, 1);
        auto ticket = entries.empty() ? std::nullopt : m_store.ticket(entries.front().ticket);
        if (ticket) {
            found.push_back({std::move(*ticket), hit.score, std::move(hit.why)});
        }
    }
    return found;
}

std::vector<FoundArticle> CentreSearch::findArticles(std::string_view query, std::size_t limit, bool exact,
                                                     const std::string& today) {
    if (catchUp(Index::articles)) {
        m_articles->refreshStatisticsIfDue();
    }
    search::ArticleQuery ask;
    ask.text = query;
    ask.exact = exact;
    const auto wanted = static_cast<std::size_t>(limitOf(limit));
    std::vector<FoundArticle> found;
    // The index does not know what day it is: what is not valid today takes no place of what is.
    for (std::size_t most = wanted; true; most = std::min(most * kMoreAtOnce, kAll)) {
        ask.limit = static_cast<int>(most);
        auto hits = m_articles->search(ask, dictionary());
        const bool wasAll = hits.size() < most;
        found = liveOf(std::move(hits), query, exact, today);
        if (wasAll || found.size() >= wanted) {
            break;
        }
    }
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), wanted)), found.end());
    return found;
}

std::vector<FoundArticle> CentreSearch::liveOf(std::vector<search::Hit> hits, std::string_view query, bool exact,
                                               const std::string& today) {
    const search::Dictionary asWritten;
    std::vector<FoundArticle> found;
    for (search::Hit& hit : hits) {
        auto& key = m_database->cached("SELECT key FROM article_row WHERE row = ?1");
        key.bindAll(hit.rowid);
        const auto body = key.step() ? m_store.record("article", key.text(0)) : std::nullopt;
        key.reset();
        auto article = body ? wire::decode<domain::Article>(*body) : Error("wire.malformed");
        if (article && domain::isLive(*article, today)) {
            const domain::Trust trust = domain::trustOf(*article, parseDay(today).value_or(Day{}));
            auto marks = search::highlight(query, exact ? asWritten : dictionary(), article->title, article->answer);
            found.push_back({std::move(*article), hit.score, std::move(hit.why), std::move(marks), trust});
        }
    }
    return found;
}

}  // namespace zhida::centre
