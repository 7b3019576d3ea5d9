// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/memory_desk.h"

#include "model/domain/permission.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <stdexcept>

namespace zhida::testing {
namespace {

domain::Ticket evolved(const std::optional<domain::Ticket>& ticket, const std::vector<domain::Event>& events) {
    domain::Ticket state = ticket.value_or(domain::Ticket{});
    for (const domain::Event& event : events) {
        state = domain::evolve(std::move(state), event);
    }
    return state;
}

}  // namespace

domain::RegisterTicket registration(const std::string& title, const std::string& content) {
    domain::RegisterTicket command;
    command.title = title;
    command.content = content;
    return command;
}

void MemoryDesk::saveSignIn(const sync::SignIn& signIn) {
    m_faults.pass();
    m_signIn = signIn;
    m_faults.pass();
}

std::vector<sync::WaitingCommand> MemoryDesk::waiting(std::uint64_t after, std::size_t limit) {
    m_faults.pass();
    release(false);
    std::vector<sync::WaitingCommand> out;
    for (auto it = m_outbox.upper_bound(after); it != m_outbox.end() && out.size() < limit; ++it) {
        if (it->second.acceptedAt == 0 && !it->second.restUntil) {
            it->second.sent = true;
            out.push_back(it->second.command);
        }
    }
    return out;
}

/// Those whose rest is over go to the end of the line.
void MemoryDesk::release(bool all) {
    for (auto it = m_outbox.begin(); it != m_outbox.end() && it->first <= m_lastLocalSeq;) {
        const auto here = it++;
        if (!here->second.restUntil || !(all || *here->second.restUntil <= m_clock.now())) {
            continue;
        }
        auto node = m_outbox.extract(here);
        node.key() = ++m_lastLocalSeq;
        node.mapped().command.localSeq = m_lastLocalSeq;
        node.mapped().restUntil.reset();
        m_outbox.insert(std::move(node));
    }
}

std::optional<std::int64_t> MemoryDesk::restMs() {
    std::optional<std::int64_t> least;
    for (const auto& [seq, each] : m_outbox) {
        if (each.restUntil) {
            const std::int64_t left = std::max<std::int64_t>(0, each.restUntil->ms - m_clock.now().ms);
            least = std::min(least.value_or(left), left);
        }
    }
    return least;
}

void MemoryDesk::releaseResting() {
    m_faults.pass();
    release(true);
    m_faults.pass();
}

std::optional<Instant> MemoryDesk::restOf(const TicketId& ticket, const domain::TicketCommand& body) const {
    std::optional<Instant> until;
    for (const auto& [seq, each] : m_outbox) {
        until = each.command.ticket == ticket && each.restUntil ? each.restUntil : until;
    }
    const bool rests =
        std::holds_alternative<domain::DispatchTicket>(body) || std::holds_alternative<domain::SplitTicket>(body);
    return rests ? m_clock.now().plus(m_rules.undoRestSeconds * kSecondMs) : until;
}

Result<CommandId> MemoryDesk::withdrawLast(const TicketId& ticket) {
    const auto last = std::find_if(m_outbox.rbegin(), m_outbox.rend(),
                                   [&ticket](const auto& each) { return each.second.command.ticket == ticket; });
    if (last == m_outbox.rend() || last->second.sent) {
        return Error("outbox.sent");
    }
    const auto command = wire::decode<domain::Command>(last->second.command.bytes);
    if (std::holds_alternative<domain::RegisterTicket>(command->body)) {
        return Error("undo.notLast");
    }
    m_faults.pass();
    const CommandId id = last->second.command.id;
    m_outbox.erase(last->first);
    return id;
}

std::size_t MemoryDesk::waitingCount() {
    std::size_t count = 0;
    for (const auto& [seq, each] : m_outbox) {
        count += each.acceptedAt == 0 ? 1U : 0U;
    }
    return count;
}

void MemoryDesk::applyEvent(const sync::InboxItem& item) {
    const Result<domain::Event> event = wire::decode<domain::Event>(item.body);
    if (!event) {
        throw std::logic_error("an event that cannot be read");
    }
    const auto it = m_base.find(item.ticket);
    const std::uint64_t rev = it == m_base.end() ? 0 : it->second.rev;
    if (event->rev == rev + 1) {
        m_base[item.ticket] = domain::evolve(it == m_base.end() ? domain::Ticket{} : it->second, *event);
    } else if (event->rev > rev) {
        m_refetch.insert(item.ticket);
        ++m_gaps;
    }
}

void MemoryDesk::apply(const sync::InboxItem& item, bool filling) {
    const std::pair<std::string, std::string> key{item.recordKind, item.key};
    switch (item.what) {
        case sync::InboxItem::Kind::event:
            return applyEvent(item);
        case sync::InboxItem::Kind::leave:
            m_base.erase(item.ticket);
            m_histories.erase(item.ticket);
            m_refetch.erase(item.ticket);
            return;
        case sync::InboxItem::Kind::ticket: {
            const Result<domain::Ticket> ticket = wire::decode<domain::Ticket>(item.body);
            const auto it = m_base.find(item.ticket);
            if (filling || it == m_base.end() || it->second.rev <= ticket->rev) {  // equal: what is hidden now is gone
                m_base[item.ticket] = *ticket;
            }
            if (!domain::namesCaller(*ticket)) {
                m_histories.erase(item.ticket);
            }
            m_refetch.erase(item.ticket);
            m_filledTickets.insert(item.ticket);
            return;
        }
        case sync::InboxItem::Kind::record:
            m_filledRecords.insert(key);
            item.body.empty() ? void(m_records.erase(key)) : void(m_records[key] = item.body);
            if (item.recordKind == "unit") {
                m_units.clear();
            }
            return;
    }
}

void MemoryDesk::moveTo(const sync::Cursor& cursor) {
    m_cursor = cursor;
    std::erase_if(m_outbox, [&cursor, this](const auto& each) {
        const bool settled = each.second.acceptedAt != 0 && each.second.acceptedAt <= cursor.seq;
        if (settled) {
            m_settled.insert(each);
        }
        return settled;
    });
}

void MemoryDesk::applyFeed(const std::vector<sync::InboxItem>& items, const sync::Cursor& cursor,
                           const std::vector<sync::AnswerIn>& answers) {
    m_faults.pass();
    store(answers);
    for (const sync::InboxItem& item : items) {
        apply(item, false);
    }
    moveTo(cursor);
    m_faults.pass();
}

void MemoryDesk::askAgain() {
    m_faults.pass();
    for (auto& [seq, each] : m_outbox) {
        each.acceptedAt = 0;
    }
    m_faults.pass();
}

void MemoryDesk::beginFill(const sync::FillState& fill, bool sameHistory) {
    m_faults.pass();
    if (!sameHistory) {
        m_outbox.merge(m_settled);
        for (auto& [seq, each] : m_outbox) {
            each.acceptedAt = 0;
        }
    }
    m_fill = fill;
    m_filledTickets.clear();
    m_filledRecords.clear();
    ++m_fills;
    m_faults.pass();
}

void MemoryDesk::applyFillPage(const std::vector<sync::InboxItem>& items, const sync::FillState& next) {
    m_faults.pass();
    for (const sync::InboxItem& item : items) {
        apply(item, true);
    }
    m_fill = next;
    m_faults.pass();
}

void MemoryDesk::finishFill(const sync::Cursor& cursor) {
    m_faults.pass();
    std::erase_if(m_base, [this](const auto& each) { return !m_filledTickets.contains(each.first); });
    std::erase_if(m_histories, [this](const auto& each) { return !m_filledTickets.contains(each.first); });
    std::erase_if(m_records, [this](const auto& each) { return !m_filledRecords.contains(each.first); });
    m_fill = {};
    moveTo(cursor);
    m_faults.pass();
}

void MemoryDesk::store(const std::vector<sync::AnswerIn>& answers) {
    for (const sync::AnswerIn& answer : answers) {
        for (auto it = m_outbox.begin(); it != m_outbox.end(); ++it) {
            if (it->second.command.id != answer.command) {
                continue;
            }
            it->second.acceptedAt = answer.seq;
            if (answer.seq == 0) {
                m_tray[answer.command] = {it->second.command.bytes, answer.refusal};
                m_outbox.erase(it);
            }
            break;
        }
    }
}

void MemoryDesk::applyAnswers(const std::vector<sync::AnswerIn>& answers) {
    m_faults.pass();
    store(answers);
    if (!m_fill.running) {
        moveTo(m_cursor);
    }
    m_faults.pass();
}

void MemoryDesk::saveHistory(const TicketId& ticket, const std::vector<std::string>& events) {
    m_faults.pass();
    m_histories[ticket] = events;
    m_faults.pass();
}

std::vector<TicketId> MemoryDesk::refetchList(std::size_t limit) {
    m_faults.pass();
    std::vector<TicketId> out(m_refetch.begin(), m_refetch.end());
    out.resize(std::min(out.size(), limit));
    return out;
}

domain::Context MemoryDesk::context() const {
    return {m_clock.now(), m_signIn ? m_signIn->profile : domain::UserProfile{}, &m_rules, &m_units};
}

std::optional<domain::Ticket> MemoryDesk::shown(const TicketId& ticket) const {
    const auto it = m_base.find(ticket);
    std::optional<domain::Ticket> state = it == m_base.end() ? std::nullopt : std::optional(it->second);
    for (const auto& [seq, each] : m_outbox) {
        if (each.command.ticket != ticket) {
            continue;
        }
        const auto command = wire::decode<domain::Command>(each.command.bytes);
        const auto events = domain::decide(state ? &*state : nullptr, *command, context());
        if (events) {
            state = evolved(state, *events);
        }
    }
    return state;
}

Result<domain::Command> MemoryDesk::submit(const TicketId& ticket, domain::TicketCommand body) {
    if (!m_signIn) {
        return Error("desk.notEnrolled");
    }
    if (m_units.empty()) {
        for (const auto& [key, bytes] : m_records) {
            if (key.first == "unit") {
                m_units.push_back(*wire::decode<domain::Unit>(bytes));
            }
        }
    }
    const std::optional<domain::Ticket> before = shown(ticket);
    domain::Command command;
    command.id = CommandId::make(m_clock.now(), m_rng);
    command.ticket = ticket;
    command.user = m_signIn->profile.user;
    command.baseRev = before ? before->rev : 0;
    command.occurredAt = m_clock.now();
    command.body = std::move(body);
    const auto events = domain::decide(before ? &*before : nullptr, command, context());
    if (!events) {
        return events.error();
    }
    m_faults.pass();
    ++m_lastLocalSeq;
    m_outbox[m_lastLocalSeq] = {
        {m_lastLocalSeq, command.id, ticket, wire::encode(command)}, 0, restOf(ticket, command.body), false};
    return command;
}

}  // namespace zhida::testing
