// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/sqlite_desk_reader.h"

#include "model/domain/holding.h"
#include "model/service/desk_marks.h"
#include "model/service/outbox_view.h"
#include "model/service/record_overlay.h"
#include "model/service/reference_data.h"
#include "model/storage/draft_table.h"
#include "model/storage/event_table.h"
#include "model/storage/ticket_lookup.h"
#include "model/storage/ticket_text.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::service {
namespace {

/// All statements of one answer see one state of the file.
class ReadScope {
public:
    explicit ReadScope(sqlite::Database& database) : m_database(database) { m_database.cached("BEGIN").run(); }
    ~ReadScope() {
        try {
            m_database.cached("COMMIT").run();
        } catch (const sqlite::Failure&) {
            // Nothing was written: the connection ends its read by itself.
            m_database.interrupt();
        }
    }
    ReadScope(const ReadScope&) = delete;
    ReadScope& operator=(const ReadScope&) = delete;

private:
    sqlite::Database& m_database;
};

}  // namespace

QueueRow queueRow(storage::TicketRow from) {
    QueueRow row;
    row.ticket = from.ticket;
    row.number = std::move(from.number);
    row.title = std::move(from.title);
    row.state = from.state;
    row.appealType = from.appealType;
    row.urgency = from.urgency;
    row.secret = from.secret;
    row.unit = std::move(from.unit);
    row.region = std::move(from.region);
    row.claimedBy = std::move(from.claimedBy);
    row.claimedUntil = from.claimedUntil;
    row.due = from.due;
    row.createdAt = from.createdAt;
    row.redoCount = from.redoCount;
    row.pending = from.pending;
    return row;
}

namespace {

std::vector<QueueRow> queueRows(std::vector<storage::TicketRow> from) {
    std::vector<QueueRow> rows;
    rows.reserve(from.size());
    for (storage::TicketRow& each : from) {
        rows.push_back(queueRow(std::move(each)));
    }
    return rows;
}

storage::TicketFilter ticketFilter(const QueueFilter& filter) {
    storage::TicketFilter plain;
    plain.kind = filter.view == QueueView::all    ? storage::ListKind::all
                 : filter.view == QueueView::unit ? storage::ListKind::unit
                                                  : storage::ListKind::mine;
    plain.order = filter.order == QueueOrder::due ? storage::ListOrder::due : storage::ListOrder::newest;
    plain.openOnly = filter.openOnly;
    plain.state = filter.state;
    plain.appealType = filter.appealType;
    return plain;
}

}  // namespace

SqliteDeskReader::SqliteDeskReader(std::unique_ptr<sqlite::Database> database, Ports ports)
    : m_database(std::move(database)),
      m_ports(std::move(ports)),
      m_queue(*m_database),
      m_records(*m_database),
      m_articles(*m_database),
      m_articleSearch(*m_database),
      m_ticketIndex(*m_database),
      m_hints(*m_database, m_ticketIndex),
      m_learned(*m_database) {}

Day SqliteDeskReader::today() const { return localDay(m_ports.clock->now(), m_ports.offset); }

void SqliteDeskReader::catchUpIf(bool lags) {
    if (lags && m_ports.catchUp) {
        m_ports.catchUp();
    }
}

bool SqliteDeskReader::isPosition(std::string_view after) { return storage::QueuePosition::parse(after).has_value(); }

QueuePage SqliteDeskReader::list(const QueueFilter& filter, std::size_t limit,
                                 const std::optional<std::string>& after) {
    std::optional<storage::QueuePosition> position;
    if (after) {
        position = storage::QueuePosition::parse(*after);
        if (!position) {
            return {};
        }
    }
    const ReadScope scope(*m_database);
    storage::TicketPage page = m_queue.page(ticketFilter(filter), limit, position);
    return {queueRows(std::move(page.rows)), page.next ? std::optional(page.next->text()) : std::nullopt};
}

std::optional<QueueRow> SqliteDeskReader::row(const TicketId& ticket) {
    std::optional<storage::TicketRow> row = m_queue.row(ticket);
    return row ? std::optional(queueRow(std::move(*row))) : std::nullopt;
}

QueueCounts SqliteDeskReader::counts() {
    const storage::TicketCounts kept = m_queue.counts();
    const auto total = [&kept](std::size_t kind) { return kept.open[kind] + kept.closed[kind]; };
    return {kept.open[0], total(0), kept.open[1], total(1), kept.open[2], total(2), kept.byState};
}

std::optional<TicketView> SqliteDeskReader::ticket(std::string_view idOrNumber) {
    const ReadScope scope(*m_database);
    const std::optional<Uuid> uuid = Uuid::parse(idOrNumber);
    const std::optional<TicketId> id =
        uuid ? std::optional(TicketId{*uuid}) : storage::TicketLookup(*m_database).byNumber(idOrNumber);
    sqlite::Statement& read = m_database->cached("SELECT pending, bytes FROM ticket WHERE id=?1");
    if (!id || !read.bindAll(*id).step()) {
        return std::nullopt;
    }
    Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(read.blob(1));
    const bool pending = read.integer(0) != 0;
    read.reset();
    if (!ticket) {
        return std::nullopt;
    }
    const bool complete = storage::EventTable(*m_database).hasAllUpTo(*id, ticket->rev);
    return TicketView{std::move(*ticket), pending, complete};
}

std::vector<domain::Event> SqliteDeskReader::history(const TicketId& ticket) {
    std::vector<domain::Event> events;
    for (const std::string& bytes : storage::EventTable(*m_database).of(ticket)) {
        if (Result<domain::Event> event = wire::decode<domain::Event>(bytes)) {
            events.push_back(std::move(*event));
        }
    }
    return events;
}

std::vector<QueueRow> SqliteDeskReader::lookUp(std::string_view phoneOrNumber, std::size_t limit) {
    const ReadScope scope(*m_database);
    return queueRows(storage::TicketLookup(*m_database).find(phoneOrNumber, limit));
}

std::vector<QueueRow> SqliteDeskReader::searchTickets(std::string_view text, std::size_t limit) {
    catchUpIf(storage::TicketText::lags(*m_database));
    const ReadScope scope(*m_database);
    std::vector<QueueRow> rows;
    const int most = static_cast<int>(std::min<std::size_t>(limit, 1000));
    for (const search::Hit& hit : m_ticketIndex.search(text, most, false)) {
        if (std::optional<storage::TicketRow> row = m_queue.row(hit.rowid)) {
            rows.push_back(queueRow(std::move(*row)));
        }
    }
    return rows;
}

ArticleResults SqliteDeskReader::searchArticles(std::string_view text, const RegionCode& callerRegion,
                                                std::size_t limit, const std::stop_token& stop) {
    if (stop.stop_requested()) {
        return {};
    }
    catchUpIf(m_articles.lags(today()));
    try {
        const ReadScope scope(*m_database);
        const std::optional<DeskSignIn> signIn = DeskMarks(*m_database).signIn();
        const UnitCode unit = signIn ? signIn->profile.unit : UnitCode();
        return m_articleSearch.find(text, callerRegion, unit, today(), limit, stop);
    } catch (const sqlite::Failure& failure) {
        // A damaged index is told all the same: it is made anew before the next search.
        if (!failure.isInterrupt() || !stop.stop_requested()) {
            throw;
        }
        return {};
    }
}

std::optional<domain::Article> SqliteDeskReader::article(std::string_view keyOrSourceId) {
    std::optional<domain::Article> found = m_articles.find(keyOrSourceId);
    if (!found && m_articles.lags(today())) {
        catchUpIf(true);
        found = m_articles.find(keyOrSourceId);
    }
    return found;
}

SameMatterHints SqliteDeskReader::sameMatter(const TypedTicket& typed) {
    catchUpIf(storage::TicketText::lags(*m_database));
    const ReadScope scope(*m_database);
    return m_hints.sameMatter(typed, rulesOf(m_records).sameMatter, m_ports.clock->now());
}

TicketSuggestions SqliteDeskReader::suggest(const TypedTicket& typed) {
    const std::string text = TicketHints::textOf(typed);
    ArticleResults articles = searchArticles(text, typed.region, TicketHints::kArticles);
    catchUpIf(storage::TicketText::lags(*m_database));
    const ReadScope scope(*m_database);
    const std::optional<DeskSignIn> signIn = DeskMarks(*m_database).signIn();
    const UserCode user = signIn ? signIn->profile.user : UserCode();
    return m_hints.suggest(typed, std::move(articles), {m_learned.now(user), user});
}

std::optional<domain::Ticket> SqliteDeskReader::stored(const TicketId& id) {
    sqlite::Statement& read = m_database->cached("SELECT bytes FROM ticket WHERE id=?1");
    if (!read.bindAll(id).step()) {
        return std::nullopt;
    }
    Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(read.blob(0));
    read.reset();
    return ticket ? std::optional(std::move(*ticket)) : std::nullopt;
}

std::vector<RecordView> SqliteDeskReader::records(std::string_view kind, std::string_view keyPrefix) {
    const ReadScope scope(*m_database);
    ReferenceData reference(m_records);
    const std::optional<DeskSignIn> signIn = DeskMarks(*m_database).signIn();
    reference.setUser(signIn ? signIn->profile : domain::UserProfile());
    const RecordOverlay shown(m_records, storage::OutboxTable(*m_database), reference,
                              [this](const TicketId& id) { return stored(id); });
    std::vector<RecordView> found;
    shown.eachBeginning(kind, keyPrefix, [&found](std::string_view key, std::string_view body, bool pending) {
        found.push_back({std::string(key), std::string(body), pending});
    });
    return found;
}

/// The bytes are looked through before any is decoded: few tickets of many rest on one article.
std::vector<domain::Ticket> SqliteDeskReader::answersOn(std::string_view articleOrNumber, Instant since) {
    std::vector<domain::Ticket> found;
    sqlite::Statement read =
        m_database->prepare("SELECT bytes FROM ticket WHERE instr(bytes, ?1)>0 ORDER BY created_at, row");
    read.bindAll(sqlite::Blob{articleOrNumber});
    while (read.step()) {
        Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(read.blob(0));
        if (!ticket || !ticket->directAnswer || ticket->directAnswer->at < since) {
            continue;
        }
        const domain::DirectAnswer& answer = *ticket->directAnswer;
        const bool cites = std::any_of(answer.basis.begin(), answer.basis.end(),
                                       [&](const domain::LegalBasis& each) { return each.number == articleOrNumber; });
        if (answer.article == articleOrNumber || cites) {
            found.push_back(std::move(*ticket));
        }
    }
    return found;
}

std::vector<OutboxItem> SqliteDeskReader::outbox() {
    const ReadScope scope(*m_database);
    std::vector<OutboxItem> items;
    for (const storage::OutboxRow& each : storage::OutboxTable(*m_database).all()) {
        const auto ticket = each.aboutRecord() ? std::nullopt : m_queue.row(each.ticket);
        items.push_back(outboxItem(each, ticket ? ticket->number : std::string()));
    }
    return items;
}

std::vector<Draft> SqliteDeskReader::drafts() {
    std::vector<Draft> drafts;
    for (storage::DraftRow& row : storage::DraftTable(*m_database).all()) {
        drafts.push_back({std::move(row.key), std::move(row.form), std::move(row.fields), row.savedAt});
    }
    return drafts;
}

std::vector<domain::Unit> SqliteDeskReader::units() { return recordsOf<domain::Unit>(m_records, "unit"); }

std::vector<domain::UserProfile> SqliteDeskReader::users() { return recordsOf<domain::UserProfile>(m_records, "user"); }

std::vector<domain::Category> SqliteDeskReader::categories() {
    return recordsOf<domain::Category>(m_records, "category");
}

std::vector<domain::Region> SqliteDeskReader::regions() { return recordsOf<domain::Region>(m_records, "region"); }

std::vector<domain::RosterEntry> SqliteDeskReader::roster() {
    return recordsOf<domain::RosterEntry>(m_records, "roster");
}

std::vector<domain::Ticket> SqliteDeskReader::heldBy(const UserCode& user, Instant now) {
    std::vector<domain::Ticket> held;
    // Whoever holds something of a ticket is named in it: the rest need not be read.
    sqlite::Statement& rows = m_database->cached("SELECT bytes FROM ticket WHERE instr(bytes, ?1) > 0 ORDER BY row");
    rows.bindAll(sqlite::Blob{user.value});
    while (rows.step()) {
        Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(rows.blob(0));
        if (ticket && domain::holdingOf(*ticket, user, now).any()) {
            held.push_back(std::move(*ticket));
        }
    }
    return held;
}

domain::Rules SqliteDeskReader::rules() {
    const ReadScope scope(*m_database);
    return rulesOf(m_records);
}

std::string SqliteDeskReader::procedure() {
    std::string text;
    m_records.each("rules", [&text](std::string_view, std::string_view body) { text = body; });
    return text;
}

std::vector<WorkloadDay> SqliteDeskReader::workload(Day from, Day to) {
    const std::map<Day, storage::DayCounts> counted = m_queue.days(from, to);
    std::vector<WorkloadDay> days;
    for (Day day = from; day <= to; day = day.plus(1)) {
        const auto found = counted.find(day);
        const storage::DayCounts counts = found == counted.end() ? storage::DayCounts() : found->second;
        days.push_back({day, counts.registered, counts.closed, counts.directAnswered});
    }
    return days;
}

}  // namespace zhida::service
