// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/shown_tickets.h"

#include "model/domain/permission.h"
#include "model/storage/desk_database.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::service {
namespace {

std::optional<domain::Ticket> ticketFrom(const std::optional<std::string>& bytes) {
    if (!bytes) {
        return std::nullopt;
    }
    Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(*bytes);
    return ticket ? std::optional(std::move(*ticket)) : std::nullopt;
}

const domain::Ticket* pointer(const std::optional<domain::Ticket>& ticket) { return ticket ? &*ticket : nullptr; }

}  // namespace

bool ShownTickets::hasBase(const TicketId& ticket) const {
    sqlite::Statement& read = m_database.cached("SELECT 1 FROM base WHERE ticket=?1");
    const bool found = read.bindAll(ticket).step();
    read.reset();
    return found;
}

std::optional<ShownTickets::Base> ShownTickets::baseOf(const TicketId& ticket) const {
    sqlite::Statement& read = m_database.cached("SELECT left, bytes FROM base WHERE ticket=?1");
    if (!read.bindAll(ticket).step()) {
        return std::nullopt;
    }
    Base base{read.integer(0) != 0, read.isNull(1) ? std::nullopt : std::optional(std::string(read.blob(1)))};
    read.reset();
    return base;
}

void ShownTickets::storeBase(const TicketId& ticket, bool left, const std::optional<std::string>& bytes) {
    sqlite::Statement& write = m_database.cached("INSERT OR REPLACE INTO base VALUES(?1, ?2, ?3)");
    write.bindAll(ticket, left);
    if (bytes) {
        write.bind(3, sqlite::Blob{*bytes});
    }
    write.run();
}

void ShownTickets::keepBase(const TicketId& ticket) {
    if (!hasBase(ticket)) {
        storeBase(ticket, false, m_stores.tickets.bytes(ticket));
    }
}

std::uint64_t ShownTickets::confirmedRev(const domain::Ticket& shown) const {
    const std::optional<Base> base = baseOf(shown.id);
    if (!base) {
        return shown.rev;
    }
    const std::optional<domain::Ticket> confirmed = ofCentre(shown.id, base);
    return confirmed ? confirmed->rev : 1;
}

std::vector<domain::Event> ShownTickets::eventsOf(const TicketId& ticket) const {
    std::vector<domain::Event> found;
    for (const std::string& bytes : m_stores.events.of(ticket)) {
        if (Result<domain::Event> event = wire::decode<domain::Event>(bytes)) {
            found.push_back(std::move(*event));
        }
    }
    return found;
}

Result<ShownTickets::Beside> ShownTickets::beside(const domain::Command& command,
                                                  const std::optional<domain::Ticket>& ofCentre,
                                                  const std::vector<domain::Event>& ours) const {
    Beside found;
    if (const auto* merge = std::get_if<domain::MergeTicket>(&command.body)) {
        found.other = m_stores.tickets.get(merge->into);
    }
    const auto* undo = std::get_if<domain::UndoCommand>(&command.body);
    if (undo == nullptr) {
        return found;
    }
    std::vector<domain::Event> history = ours;
    if (ours.empty() && ofCentre) {
        if (!m_stores.events.hasAllUpTo(command.ticket, ofCentre->rev)) {
            return Error("undo.historyMissing", {{"ticket", command.ticket.text()}});
        }
        history = eventsOf(command.ticket);
        std::erase_if(history, [&ofCentre](const domain::Event& each) { return each.rev > ofCentre->rev; });
    }
    const domain::Ticket start = ours.empty() ? domain::Ticket{} : ofCentre.value_or(domain::Ticket{});
    found.before = domain::stateBefore(start, history, undo->command);
    found.undoneBy = found.before ? history.back().user : UserCode{};
    return found;
}

Result<std::vector<domain::Event>> ShownTickets::decide(const std::optional<domain::Ticket>& shown,
                                                        const domain::Command& command, Instant now,
                                                        const Result<Beside>& beside) const {
    if (!beside) {
        return beside.error();
    }
    domain::Context context = m_stores.reference.context(now);
    context.other = pointer(beside->other);
    context.before = pointer(beside->before);
    context.undoneBy = beside->undoneBy;
    return domain::decide(pointer(shown), command, context);
}

Result<std::vector<domain::Event>> ShownTickets::judge(const std::optional<domain::Ticket>& shown,
                                                       const domain::Command& command, Instant now) const {
    const std::optional<Base> base = baseOf(command.ticket);
    const std::optional<domain::Ticket> centre = base ? ticketFrom(base->bytes) : shown;
    std::vector<domain::Event> ours;
    if (base && std::holds_alternative<domain::UndoCommand>(command.body)) {
        ours = eventsOf(command.ticket);
        std::erase_if(ours, [&centre](const domain::Event& each) { return centre && each.rev <= centre->rev; });
    }
    return decide(shown, command, now, beside(command, centre, ours));
}

std::optional<domain::Ticket> ShownTickets::ofCentre(const TicketId& ticket, const std::optional<Base>& base) const {
    return base ? ticketFrom(base->bytes) : m_stores.tickets.get(ticket);
}

bool ShownTickets::applyEvent(const domain::Event& event, std::string_view bytes, Told& told) {
    if (m_stores.outbox.land(event.command)) {
        touch(event.ticket);
    }
    m_stores.events.put(event.ticket, event.rev, bytes);
    const std::optional<Base> base = baseOf(event.ticket);
    std::optional<domain::Ticket> ticket = ofCentre(event.ticket, base);
    const std::uint64_t rev = ticket ? ticket->rev : 0;
    if (event.rev != rev + 1) {
        return event.rev <= rev;
    }
    const bool tells = domain::anyWindowNotices(m_stores.reference.rules());
    const std::optional<domain::Ticket> before = tells ? ticket : std::nullopt;
    const domain::Ticket after = domain::evolve(std::move(ticket).value_or(domain::Ticket()), event);
    tell(before, after, event.user, told);
    write(after, wire::encode(after), base.has_value());
    return true;
}

void ShownTickets::applySnapshot(const domain::Ticket& ticket, std::string_view bytes, bool always, Told& told) {
    const std::optional<Base> base = baseOf(ticket.id);
    if (base && always) {
        m_stores.outbox.landAccepted(ticket.id);  // a fill reads what it sends after it has answered
    }
    const bool unknown = always || (base && base->left);
    const std::optional<domain::Ticket> known = unknown ? std::nullopt : ofCentre(ticket.id, base);
    if (!domain::namesCaller(ticket)) {
        forgetCaller(ticket.id);
    }
    if (!known || known->rev <= ticket.rev) {
        if (!always && (!known || known->rev < ticket.rev)) {
            tell(known, ticket, {}, told);
        }
        write(ticket, bytes, base.has_value());
    }
}

void ShownTickets::tell(const std::optional<domain::Ticket>& before, const domain::Ticket& after, const UserCode& by,
                        Told& told) {
    if (!domain::anyWindowNotices(m_stores.reference.rules())) {
        return;
    }
    const domain::Context context = m_stores.reference.context(told.now);
    if (by == context.actor.user) {
        return;  // what he did himself is no news
    }
    for (domain::Notice& each :
         domain::noticesOf(*context.rules, *context.units, context.actor, pointer(before), after)) {
        told.notices.push_back(std::move(each));
    }
}

/// The centre sends a ticket without its caller to whom he is hidden: what we have of its log loses him as well.
void ShownTickets::forgetCaller(const TicketId& ticket) {
    const std::optional<domain::Ticket> shown = m_stores.tickets.get(ticket);
    if (shown && domain::namesCaller(*shown)) {
        storage::DeskDatabase::wipeLater(m_database);
    }
    for (const std::string& bytes : m_stores.events.of(ticket)) {
        const Result<domain::Event> event = wire::decode<domain::Event>(bytes);
        if (event && domain::namesCaller(*event)) {
            m_stores.events.put(ticket, event->rev, wire::encode(domain::masked(*event)));
            storage::DeskDatabase::wipeLater(m_database);
        }
    }
}

void ShownTickets::forget(const TicketId& ticket) {
    m_stores.tickets.erase(ticket);
    m_stores.events.erase(ticket);
    storage::DeskDatabase::wipeLater(m_database);
}

void ShownTickets::write(const domain::Ticket& ticket, std::string_view bytes, bool aside) {
    if (aside) {
        storeBase(ticket.id, false, std::string(bytes));
        m_stores.tickets.touch(ticket.id);
        touch(ticket.id);
    } else {
        m_stores.tickets.put(ticket, bytes);
    }
}

bool ShownTickets::leave(const TicketId& ticket) {
    if (const std::optional<Base> base = baseOf(ticket)) {
        storeBase(ticket, true, base->bytes);
        touch(ticket);
        return false;
    }
    forget(ticket);
    return true;
}

std::vector<TicketId> ShownTickets::touchAll() {
    std::vector<TicketId> all;
    sqlite::Statement& read = m_database.cached("SELECT ticket FROM base ORDER BY ticket");
    while (read.step()) {
        all.push_back(read.id<TicketId>(0));
    }
    m_touched.insert(all.begin(), all.end());
    return all;
}

std::vector<TicketId> ShownTickets::reshow() {
    std::vector<TicketId> gone;
    for (const TicketId& ticket : std::exchange(m_touched, {})) {
        const std::optional<Base> base = baseOf(ticket);
        if (!base) {
            continue;
        }
        m_stores.events.erasePending(ticket);
        const std::vector<storage::OutboxRow> commands = m_stores.outbox.ofTicket(ticket);
        if (!(commands.empty() ? settle(ticket, *base) : replay(ticket, *base, commands))) {
            gone.push_back(ticket);
        }
    }
    return gone;
}

/// No command of ours waits any more: what the centre says is what is shown. False: nothing is.
bool ShownTickets::settle(const TicketId& ticket, const Base& base) {
    m_database.cached("DELETE FROM base WHERE ticket=?1").bindAll(ticket).run();
    const std::optional<domain::Ticket> stored = base.left ? std::nullopt : ticketFrom(base.bytes);
    if (stored) {
        m_stores.tickets.redraw(*stored, *base.bytes, false);
        return true;
    }
    forget(ticket);
    return false;
}

/// A command that the rules would refuse now is left out: the centre decides. Commands are judged at the moment they were
/// made, so that the same base and commands always show the same ticket.
bool ShownTickets::replay(const TicketId& ticket, const Base& base, const std::vector<storage::OutboxRow>& commands) {
    const std::optional<domain::Ticket> centre = ticketFrom(base.bytes);
    std::optional<domain::Ticket> shown = centre;
    std::vector<domain::Event> ours;
    bool pending = false;
    for (const storage::OutboxRow& row : commands) {
        const Result<domain::Command> command = wire::decode<domain::Command>(row.bytes);
        if (row.landed || !command) {
            continue;
        }
        pending = true;
        const auto events = decide(shown, *command, command->occurredAt, beside(*command, centre, ours));
        if (!events) {
            continue;
        }
        for (const domain::Event& event : *events) {
            shown = domain::evolve(std::move(shown).value_or(domain::Ticket()), event);
            m_stores.events.putPending(ticket, event.rev, wire::encode(event));
            ours.push_back(event);
        }
    }
    if (!shown) {
        m_stores.tickets.erase(ticket);
        return false;
    }
    m_stores.tickets.redraw(*shown, wire::encode(*shown), pending);
    return true;
}

}  // namespace zhida::service
