// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/desk_audit.h"

#include "model/service/desk_marks.h"
#include "model/storage/meta_table.h"
#include "model/storage/outbox_table.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <limits>
#include <string>

namespace zhida::simulation {
namespace {

using domain::Ticket;
using service::QueueFilter;
using service::QueueOrder;
using service::QueueView;

constexpr std::size_t kPage = 7;
constexpr std::size_t kPlenty = 1'000;

QueueFilter filterOf(std::uint64_t which) {
    QueueFilter filter;
    filter.view = static_cast<QueueView>(which % 3);
    filter.order = which / 3 % 2 == 0 ? QueueOrder::newest : QueueOrder::due;
    filter.openOnly = which / 6 % 2 == 0;
    return filter;
}

std::int64_t sortOf(const Ticket& ticket, QueueOrder order) {
    if (order == QueueOrder::newest) {
        return -ticket.createdAt.ms;
    }
    return ticket.due ? ticket.due->ms : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

DeskAudit::DeskAudit(sqlite::Database& look, service::SqliteDeskReader& reader) : m_look(look), m_reader(reader) {
    if (const auto signIn = service::DeskMarks(look).signIn()) {
        m_owner = m_user = signIn->profile;
    }
    for (const domain::UserProfile& each : reader.users()) {
        m_user = each.user == m_owner.user ? each : m_user;
    }
    m_owner.unit = UnitCode{storage::MetaTable(look).get("queue.unit").value_or(m_owner.unit.value)};
    m_rules = reader.rules();
    m_units = reader.units();
    auto mark = look.prepare("SELECT 1 FROM meta WHERE key='bulk.mark'");
    m_bulk = mark.step();
    readTickets();
}

void DeskAudit::readTickets() {
    for (auto row = m_look.prepare("SELECT id, bytes, pending FROM ticket"); row.step();) {
        auto ticket = wire::decode<Ticket>(row.blob(1));
        require(ticket.ok(), "a shown ticket that cannot be read");
        m_tickets.emplace(row.id<TicketId>(0), Shown{std::move(*ticket), row.integer(2) != 0});
    }
}

domain::Context DeskAudit::contextAt(Instant at) const {
    const Day day = localDay(at, m_rules.calendar.offset());
    return {at, domain::actorOn(day, m_user, m_reader.roster(), m_rules), &m_rules, &m_units};
}

/// Only a desk that has the whole history, or whose own waiting command is the last, knows what was before.
DeskAudit::Before DeskAudit::beforeUndo(const domain::Command& command, const std::optional<Ticket>& centre,
                                        const std::vector<domain::Event>& ours) {
    const auto* undo = std::get_if<domain::UndoCommand>(&command.body);
    if (undo == nullptr) {
        return {};
    }
    std::vector<domain::Event> history = ours;
    if (ours.empty() && centre) {
        auto rows = m_look.prepare("SELECT bytes FROM event WHERE ticket=?1 AND pending=0 AND rev<=?2 ORDER BY rev");
        for (rows.bindAll(command.ticket, centre->rev); rows.step();) {
            history.push_back(wire::decode<domain::Event>(rows.blob(0)).value());
        }
    }
    const Ticket start = ours.empty() ? Ticket{} : centre.value_or(Ticket{});
    Before before{domain::stateBefore(start, history, undo->command), {}};
    before.by = before.ticket ? history.back().user : UserCode{};
    return before;
}

void DeskAudit::projection() {
    std::set<TicketId> aside;
    for (auto row = m_look.prepare("SELECT ticket FROM base"); row.step();) {
        aside.insert(row.id<TicketId>(0));
    }
    std::set<TicketId> all = aside;
    for (const auto& [id, shown] : m_tickets) {
        all.insert(id);
    }
    for (const auto& row : storage::OutboxTable(m_look).all()) {
        if (row.state != storage::OutboxState::refused) {
            all.insert(row.ticket);
        }
    }
    for (const TicketId& id : all) {
        project(id, aside);
    }
}

void DeskAudit::project(const TicketId& id, const std::set<TicketId>& aside) {
    const auto commands = storage::OutboxTable(m_look).ofTicket(id);
    const auto it = m_tickets.find(id);
    // Commands that are offered again to another history are in what is shown already: nothing is kept aside for them.
    const bool allLanded = std::all_of(commands.begin(), commands.end(), [](const auto& row) { return row.landed; });
    require(aside.contains(id) ? !commands.empty() : allLanded,
            "ticket " + id.text() + " and its commands are at odds");
    if (!aside.contains(id)) {
        require(it == m_tickets.end() || !it->second.pending, "ticket " + id.text() + " waits for nothing");
        return;
    }
    auto base = m_look.prepare("SELECT bytes FROM base WHERE ticket=?1");
    base.bindAll(id).step();
    std::optional<Ticket> expected;
    if (!base.isNull(0)) {
        expected = wire::decode<Ticket>(base.blob(0)).value();
    }
    const std::optional<Ticket> centre = expected;
    std::vector<domain::Event> ours;
    bool pending = false;
    for (const storage::OutboxRow& row : commands) {
        if (row.landed) {
            continue;
        }
        pending = true;
        const auto command = wire::decode<domain::Command>(row.bytes).value();
        const Before before = beforeUndo(command, centre, ours);
        domain::Context context = contextAt(command.occurredAt);
        context.before = before.ticket ? &*before.ticket : nullptr;
        context.undoneBy = before.by;
        const auto events = domain::decide(expected ? &*expected : nullptr, command, context);
        for (const domain::Event& event : events ? *events : std::vector<domain::Event>{}) {
            ours.push_back(event);
            expected = domain::evolve(std::move(expected).value_or(Ticket{}), event);
        }
    }
    require(expected.has_value() == (it != m_tickets.end()), "ticket " + id.text() + " is shown or not, wrongly");
    require(!expected || *expected == it->second.ticket, "ticket " + id.text() + " is shown as it is not");
    require(!expected || it->second.pending == pending, "ticket " + id.text() + " is marked as waiting wrongly");
}

bool DeskAudit::isMine(const Ticket& ticket) const {
    return (ticket.claim && ticket.claim->user == m_owner.user) ||
           (ticket.registeredBy == m_owner.user && domain::isOpen(ticket.state));
}

bool DeskAudit::isOfUnit(const Ticket& ticket) const {
    const bool assigned =
        std::any_of(ticket.assignments.begin(), ticket.assignments.end(),
                    [this](const domain::Assignment& each) { return each.active() && each.unit == m_owner.unit; });
    return !m_owner.unit.empty() && (assigned || domain::responsibleUnit(ticket) == m_owner.unit);
}

void DeskAudit::counts() {
    if (m_bulk) {
        return;
    }
    service::QueueCounts expected;
    for (const auto& [id, shown] : m_tickets) {
        const std::int64_t open = domain::isOpen(shown.ticket.state) ? 1 : 0;
        expected.allOpen += open;
        ++expected.allTotal;
        expected.unitOpen += isOfUnit(shown.ticket) ? open : 0;
        expected.unitTotal += isOfUnit(shown.ticket) ? 1 : 0;
        expected.mineOpen += isMine(shown.ticket) ? open : 0;
        expected.mineTotal += isMine(shown.ticket) ? 1 : 0;
        ++expected.byState[shown.ticket.state];
    }
    require(m_reader.counts() == expected, "the counts of a desk are not what a recount gives");
}

std::vector<TicketId> DeskAudit::pages(const QueueFilter& filter) {
    std::vector<TicketId> found;
    std::optional<std::string> after;
    do {
        service::QueuePage page = m_reader.list(filter, kPage, after);
        for (const service::QueueRow& row : page.rows) {
            checkRow(row);
            found.push_back(row.ticket);
        }
        after = page.next;
    } while (after);
    return found;
}

void DeskAudit::checkRow(const service::QueueRow& row) {
    const auto it = m_tickets.find(row.ticket);
    require(it != m_tickets.end(), "a queue shows a ticket that is not there");
    const Ticket& ticket = it->second.ticket;
    require(row.number == ticket.number && row.state == ticket.state && row.due == ticket.due &&
                row.createdAt == ticket.createdAt && row.unit == domain::responsibleUnit(ticket) &&
                row.claimedBy == (ticket.claim ? ticket.claim->user : UserCode{}) && row.pending == it->second.pending,
            "the row of ticket " + row.ticket.text() + " differs from it");
}

void DeskAudit::queue(std::uint64_t which) {
    if (m_bulk) {
        return;
    }
    const QueueFilter filter = filterOf(which);
    std::set<TicketId> expected;
    for (const auto& [id, shown] : m_tickets) {
        const bool in = filter.view == QueueView::all ||
                        (filter.view == QueueView::unit ? isOfUnit(shown.ticket) : isMine(shown.ticket));
        if (in && (!filter.openOnly || domain::isOpen(shown.ticket.state))) {
            expected.insert(id);
        }
    }
    const std::vector<TicketId> found = pages(filter);
    require(found.size() == expected.size() && std::set<TicketId>(found.begin(), found.end()) == expected,
            "queue " + std::to_string(which % kQueues) + " has other tickets than it should");
    const auto inOrder = [&](const TicketId& a, const TicketId& b) {
        return sortOf(m_tickets.at(a).ticket, filter.order) < sortOf(m_tickets.at(b).ticket, filter.order);
    };
    require(std::is_sorted(found.begin(), found.end(), inOrder), "queue " + std::to_string(which) + " is out of order");
}

void DeskAudit::finding() {
    for (const auto& [id, shown] : m_tickets) {
        const auto isIt = [&id = id](const service::QueueRow& row) { return row.ticket == id; };
        const auto byNumber = m_reader.lookUp(shown.ticket.number, kPlenty);
        require(std::any_of(byNumber.begin(), byNumber.end(), isIt), "not found by its number: " + shown.ticket.number);
        const auto byWords = m_reader.searchTickets(shown.ticket.content, kPlenty);
        require(std::any_of(byWords.begin(), byWords.end(), isIt), "not found by its words: " + shown.ticket.content);
    }
    for (auto row = m_look.prepare("SELECT key, body FROM record WHERE kind='article' AND body<>x''"); row.step();) {
        const auto article = wire::decode<domain::Article>(row.blob(1));
        const auto found = m_reader.article(row.text(0));
        require(!article || (found && *found == *article), "article " + std::string(row.text(0)) + " is not found");
    }
}

}  // namespace zhida::simulation
