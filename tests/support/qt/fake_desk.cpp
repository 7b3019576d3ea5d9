// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"

#include "model/domain/lifecycle.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <stdexcept>
#include <utility>

namespace zhida::test {

FakeDesk::FakeDesk(const Clock& clock) : m_clock(clock) {
    m_status.line = service::SyncStatus::Line::live;
    m_status.asOf = clock.now();
    m_rules.claimLeaseMinutes = 15;
    m_units = {{UnitCode{"centre"}, "Centre", "centre", {}, {}, 0, {}, false},
               {UnitCode{"u1"}, "Unit One", "bureau", {}, {}, 1, {}, false},
               {UnitCode{"u2"}, "Unit Two", "bureau", {}, {}, 2, {}, false}};
    m_users = {{UserCode{"ct"}, "Ann", domain::Role::callTaker, UnitCode{"centre"}, {}, false},
               {UserCode{"sp"}, "Bob", domain::Role::specialist, UnitCode{"u1"}, {}, false},
               {UserCode{"sp2"}, "Cid", domain::Role::specialist, UnitCode{"u2"}, {}, false},
               {UserCode{"sv"}, "Sue", domain::Role::supervisor, UnitCode{"centre"}, {}, false}};
    m_user = m_users[1];
}

const domain::UserProfile* FakeDesk::profile(const std::string& user) const {
    const auto found =
        std::find_if(m_users.begin(), m_users.end(), [&](const auto& each) { return each.user.value == user; });
    return found == m_users.end() ? nullptr : &*found;
}

void FakeDesk::signInAs(const std::string& user) {
    if (const auto* found = profile(user)) {
        m_user = *found;
    }
}

void FakeDesk::disable(const std::string& user) {
    for (domain::UserProfile& each : m_users) {
        each.disabled = each.disabled || each.user.value == user;
    }
}

std::string FakeDesk::nextNumber() {
    char text[40];
    std::snprintf(text, sizeof text, "370902%sA1%04d", "261122", ++m_sequence);
    return text;
}

TicketId FakeDesk::registerTicket(const std::string& title, domain::AppealType type, const std::string& unit) {
    const TicketId id = TicketId::make(m_clock.now(), m_rng);
    domain::RegisterTicket facts;
    facts.title = title;
    facts.content = title;
    facts.appealType = type;
    facts.callerPhone = "19900000001";
    facts.number = nextNumber();
    const auto taker = std::find_if(m_users.begin(), m_users.end(),
                                    [](const auto& each) { return each.role == domain::Role::callTaker; });
    if (const Status registered = apply(id, *taker, facts, m_clock.now()); !registered) {
        throw std::runtime_error("cannot register: " + registered.error().code);
    }
    if (!unit.empty()) {
        m_lives[id].ticket.proposedUnit = UnitCode{unit};
    }
    return id;
}

Status FakeDesk::act(const TicketId& ticket, const std::string& user, domain::TicketCommand body) {
    return apply(ticket, *profile(user), std::move(body), m_clock.now());
}

void FakeDesk::remove(const TicketId& ticket) { m_lives.erase(ticket); }

Status FakeDesk::apply(const TicketId& id, const domain::UserProfile& actor, domain::TicketCommand body, Instant at) {
    const auto found = m_lives.find(id);
    const domain::Ticket* before = found == m_lives.end() ? nullptr : &found->second.ticket;
    domain::Command command{CommandId::make(at, m_rng),
                            id,
                            actor.user,
                            before == nullptr ? 0 : before->rev,
                            at,
                            domain::kCommandSchema,
                            std::move(body)};
    domain::Context context{at, actor, &m_rules, &m_units};
    std::optional<domain::Ticket> undone;
    if (const auto* undo = std::get_if<domain::UndoCommand>(&command.body); undo != nullptr && before != nullptr) {
        undone = domain::stateBefore(found->second.events, undo->command);
        context.before = undone ? &*undone : nullptr;
        context.undoneBy = found->second.events.back().user;
    }
    if (const auto* merge = std::get_if<domain::MergeTicket>(&command.body)) {
        const auto other = m_lives.find(merge->into);
        context.other = other == m_lives.end() ? nullptr : &other->second.ticket;
    }
    auto events = domain::decide(before, command, context);
    if (!events) {
        return events.error();
    }
    Life& life = m_lives[id];
    for (const domain::Event& event : *events) {
        life.ticket = domain::evolve(std::move(life.ticket), event);
        life.events.push_back(event);
    }
    return done();
}

void FakeDesk::announce(service::ChangeSet change) {
    m_executor.post([weak = std::weak_ptr(m_onChange), change = std::move(change)] {
        if (const auto listener = weak.lock(); listener && *listener) {
            (*listener)(change);
        }
    });
}

void FakeDesk::setStatus(const service::SyncStatus& status) {
    m_status = status;
    m_executor.post([weak = std::weak_ptr(m_onStatus), status] {
        if (const auto listener = weak.lock(); listener && *listener) {
            (*listener)(status);
        }
    });
}

std::vector<domain::Ticket> FakeDesk::answersOn(std::string_view articleOrNumber, Instant since) {
    std::vector<domain::Ticket> found;
    for (const auto& [id, life] : m_lives) {
        const auto& answer = life.ticket.directAnswer;
        const auto cites = [&](const domain::LegalBasis& each) { return each.number == articleOrNumber; };
        if (answer && answer->at >= since &&
            (answer->article == articleOrNumber || std::any_of(answer->basis.begin(), answer->basis.end(), cites))) {
            found.push_back(life.ticket);
        }
    }
    return found;
}

void FakeDesk::announceTickets(std::vector<TicketId> tickets) {
    service::ChangeSet change;
    change.tickets = std::move(tickets);
    change.outbox = rests;
    announce(std::move(change));
}

Result<service::Submitted> FakeDesk::doOne(const TicketId& id, const domain::TicketCommand& body, bool bulk) {
    if (const auto* undo = std::get_if<domain::UndoCommand>(&body)) {
        return undoOne(id, undo->command);
    }
    const auto found = m_lives.find(id);
    Life before = found == m_lives.end() ? Life{} : found->second;
    const Status status = apply(id, m_user, body, m_clock.now());
    if (!status) {
        return status.error();
    }
    const Life& life = m_lives[id];
    const CommandId command = life.events.back().command;
    if (rests && (bulk || domain::kLifecycle[body.index()].rests)) {
        service::OutboxItem item;
        item.command = command;
        item.ticket = id;
        item.number = life.ticket.number;
        item.name = domain::nameOf(body);
        item.createdAt = m_clock.now();
        item.restsUntil = m_clock.now().plus(m_rules.undoRestSeconds * kSecondMs);
        tray.push_back(std::move(item));
        m_before.emplace(command, std::move(before));
    }
    return service::Submitted{id, life.ticket.number, command};
}

Result<service::Submitted> FakeDesk::undoOne(const TicketId& id, const CommandId& command) {
    if (const auto held = m_before.find(command); held != m_before.end()) {
        m_lives[id] = held->second;
        m_before.erase(held);
        std::erase_if(tray, [&command](const auto& each) { return each.command == command; });
        return service::Submitted{id, m_lives[id].ticket.number, command, true};
    }
    if (historyMissing.contains(id)) {
        fetched.push_back(id);
        return Error("undo.historyMissing", {{"ticket", id.text()}});
    }
    const Status status = apply(id, m_user, domain::UndoCommand{command}, m_clock.now());
    return status ? Result<service::Submitted>(
                        service::Submitted{id, m_lives[id].ticket.number, m_lives[id].events.back().command})
                  : status.error();
}

void FakeDesk::arriveHistory(const TicketId& ticket) {
    historyMissing.erase(ticket);
    announceTickets({ticket});
}

void FakeDesk::leave() {
    m_before.clear();
    std::erase_if(tray, [](const auto& each) { return each.restsUntil.has_value(); });
    announceTickets({});
}

void FakeDesk::submit(service::Submission submission, std::function<void(Result<service::Submitted>)> reply) {
    const TicketId id = submission.ticket ? *submission.ticket : TicketId::make(m_clock.now(), m_rng);
    if (auto* facts = std::get_if<domain::RegisterTicket>(&submission.body)) {
        facts->number = nextNumber();
    }
    domain::Command command;
    command.ticket = id;
    command.body = submission.body;
    const Result<service::Submitted> result = nextRefusal.code.empty()
                                                  ? doOne(id, submission.body, false)
                                                  : Result<service::Submitted>(std::exchange(nextRefusal, {}));
    if (result) {
        submitted.push_back(command);
        draftsByKey.erase(submission.draftKey);
        announceTickets({id});
    }
    m_executor.post([reply = std::move(reply), result] { reply(result); });
}

void FakeDesk::saveDraft(service::Draft draft, std::function<void(Status)> reply) {
    if (draftsFail) {
        m_executor.post([reply = std::move(reply)] { reply(Error("db.full")); });
        return;
    }
    draft.savedAt = m_clock.now();
    draftsByKey[draft.key] = std::move(draft);
    m_executor.post([reply = std::move(reply)] { reply(done()); });
}

void FakeDesk::discardDraft(std::string key, std::function<void(Status)> reply) {
    draftsByKey.erase(key);
    m_executor.post([reply = std::move(reply)] { reply(done()); });
}

void FakeDesk::withdraw(CommandId command, std::function<void(Result<service::Submitted>)> reply) {
    const auto item = std::find_if(tray.begin(), tray.end(), [&](const auto& each) { return each.command == command; });
    Result<service::Submitted> result = Error("outbox.sent", {{"command", command.text()}});
    if (item != tray.end() && m_before.contains(command)) {
        const TicketId id = item->ticket;
        result = undoOne(id, command);
        announceTickets({id});
    }
    m_executor.post([reply = std::move(reply), result] { reply(result); });
}

/// A preview is the same judgement, and nothing stays of it.
void FakeDesk::submitBulk(service::BulkSubmission bulk, std::function<void(Result<service::BulkOutcome>)> reply) {
    service::BulkOutcome outcome;
    const auto lives = m_lives;
    const auto waiting = tray;
    const auto before = m_before;
    for (const TicketId& each : bulk.tickets) {
        const auto one = doOne(each, bulk.body, true);
        one ? outcome.accepted.push_back(*one) : outcome.refused.push_back({each, one.error()});
    }
    if (bulk.preview) {
        m_lives = lives;
        tray = waiting;
        m_before = before;
    } else {
        outcome.batch = Uuid::v7(m_clock.now(), m_rng);
        m_batches[outcome.batch] = outcome.accepted;
        announceTickets(bulk.tickets);
    }
    m_executor.post([reply = std::move(reply), outcome] { reply(outcome); });
}

void FakeDesk::undoBulk(Uuid batch, std::function<void(Result<service::BulkOutcome>)> reply) {
    service::BulkOutcome outcome;
    outcome.batch = batch;
    std::vector<TicketId> tickets;
    for (const service::Submitted& each : m_batches[batch]) {
        const auto one = undoOne(each.ticket, each.command);
        one ? outcome.accepted.push_back(*one) : outcome.refused.push_back({each.ticket, one.error()});
        tickets.push_back(each.ticket);
    }
    announceTickets(std::move(tickets));
    m_executor.post([reply = std::move(reply), outcome] { reply(outcome); });
}

void FakeDesk::dismissRefusal(CommandId command, std::function<void(Status)> reply) {
    std::erase_if(tray, [&](const auto& each) { return each.command == command; });
    m_executor.post([reply = std::move(reply)] { reply(done()); });
}

void FakeDesk::setOnline(bool online) {
    m_status.line = online ? service::SyncStatus::Line::live : service::SyncStatus::Line::offline;
    m_status.offlineSince = online ? std::nullopt : std::optional(m_clock.now());
    setStatus(m_status);
}

void FakeDesk::whenCaughtUp(std::int64_t, std::function<void(Result<service::SyncStatus>)> reply) { reply(m_status); }

void FakeDesk::administer(std::string operation, std::string arguments,
                          std::function<void(Result<std::string>)> reply) {
    administered.push_back(operation + " " + arguments);
    const auto refused = administerRefusals.find(operation);
    const auto found = administerAnswers.find(operation);
    if (refused != administerRefusals.end()) {
        reply(refused->second);
    } else if (found == administerAnswers.end()) {
        reply(Error("net.offline"));
    } else {
        reply(found->second);
    }
}

}  // namespace zhida::test
