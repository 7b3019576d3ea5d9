// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/ticket_acts.h"

#include "model/domain/lifecycle.h"
#include "model/service/submission.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <set>
#include <utility>

namespace zhida::service {

/// A command that may be submitted. Errors as DeskLedger::submit says.
Result<domain::Command> TicketActs::prepare(const Submission& submission) {
    const Instant now = m_file.clock.now();
    if (const Status place = m_file.reference.onRoster(now); !place) {
        return place.error();
    }
    const std::optional<domain::Ticket> before =
        submission.ticket ? m_file.tickets.get(*submission.ticket) : std::nullopt;
    const domain::Ticket* const known = before ? &*before : nullptr;
    Result<domain::Command> command = CommandMaker(m_file.marks, m_file.articleReader, m_file.reference, m_file.rng)
                                          .make(submission, *m_file.signIn(), known, now);
    if (!command) {
        return command.error();
    }
    if (const auto decided = m_file.shown.judge(before, *command, now); !decided) {
        return decided.error();
    }
    if (known != nullptr) {
        command->baseRev = m_file.shown.confirmedRev(*known);  // the centre may have refused what it builds on
    }
    return command;
}

std::string TicketActs::numberOf(const domain::Command& command) {
    const auto* registration = std::get_if<domain::RegisterTicket>(&command.body);
    const auto shown = registration == nullptr ? m_file.tickets.get(command.ticket) : std::nullopt;
    return registration != nullptr ? registration->number : shown ? shown->number : std::string();
}

Result<Submitted> TicketActs::submit(const Submission& submission, const Uuid& batch) {
    const Result<domain::Command> command = prepare(submission);
    if (!command) {
        return command.error();
    }
    m_file.outbox.add(command->id, command->ticket, command->occurredAt, wire::encode(*command),
                      waitOf(*command, batch));
    if (!submission.draftKey.empty()) {
        m_file.drafts.remove(submission.draftKey);
    }
    m_file.fresh.outbox = true;
    return Submitted{command->ticket, numberOf(*command), command->id};
}

/// What has not left the desk is withdrawn; the centre takes the rest back.
Result<Submitted> TicketActs::undo(Submission submission) {
    auto& body = std::get<domain::UndoCommand>(submission.body);
    if (body.command.isNull()) {
        const auto last = lastOwn(submission.ticket.value_or(TicketId{}));
        if (!last) {
            return last.error();
        }
        body.command = *last;
    }
    const std::optional<storage::OutboxRow> row = m_file.outbox.find(body.command);
    const bool here = row && row->ticket == submission.ticket && row->state == storage::OutboxState::waiting;
    return here && !row->sent ? withdraw(*row) : submit(submission);
}

Result<CommandId> TicketActs::lastOwn(const TicketId& ticket) {
    if (const auto row = m_file.outbox.lastOf(ticket)) {
        return row->command;
    }
    const std::vector<std::string> events = m_file.events.of(ticket);
    for (auto each = events.rbegin(); each != events.rend(); ++each) {
        const Result<domain::Event> event = wire::decode<domain::Event>(*each);
        if (event && event->user == m_file.signIn()->profile.user) {
            return event->command;
        }
    }
    return m_file.events.hasAllUpTo(ticket, m_file.tickets.rev(ticket))
               ? Error("undo.nothing")
               : Error("undo.historyMissing", {{"ticket", ticket.text()}});
}

Result<Submitted> TicketActs::withdraw(const storage::OutboxRow& row) {
    if (row.state != storage::OutboxState::waiting || row.sent) {
        return Error("outbox.sent", {{"command", row.command.text()}});
    }
    const Result<domain::Command> command = wire::decode<domain::Command>(row.bytes);
    const bool told = command && std::holds_alternative<domain::RegisterTicket>(command->body);
    if (told || m_file.outbox.ofTicket(row.ticket).back().command != row.command) {
        return Error("undo.notLast");
    }
    const std::optional<domain::Ticket> shown = m_file.tickets.get(row.ticket);
    m_file.outbox.remove(row.command);
    m_file.shown.touch(row.ticket);
    m_file.fresh.tickets.push_back(row.ticket);
    m_file.fresh.outbox = true;
    return Submitted{row.ticket, shown ? shown->number : std::string(), row.command, true};
}

/// A ticket that is named twice is one ticket.
BulkOutcome TicketActs::submitBulk(const BulkSubmission& bulk) {
    BulkOutcome outcome;
    outcome.batch = bulk.preview ? Uuid{} : Uuid::v7(m_file.clock.now(), m_file.rng);
    std::set<TicketId> met;
    for (const TicketId& ticket : bulk.tickets) {
        if (!met.insert(ticket).second) {
            continue;
        }
        const Submission submission{ticket, bulk.body, {}};
        Result<Submitted> done = Error("internal");
        if (bulk.preview) {
            const Result<domain::Command> looked = prepare(submission);
            done = looked ? Result<Submitted>(Submitted{ticket, numberOf(*looked), {}}) : looked.error();
        } else {
            done = submit(submission, outcome.batch);
        }
        done ? outcome.accepted.push_back(*done) : outcome.refused.push_back({ticket, done.error()});
    }
    return outcome;
}

BulkOutcome TicketActs::undoBulk(const Uuid& batch) {
    BulkOutcome outcome;
    outcome.batch = batch;
    for (const storage::OutboxRow& row : m_file.outbox.ofBatch(batch)) {
        const Result<Submitted> done = undo({row.ticket, domain::UndoCommand{row.command}, {}});
        done ? outcome.accepted.push_back(*done) : outcome.refused.push_back({row.ticket, done.error()});
    }
    return outcome;
}

storage::OutboxWait TicketActs::waitOf(const domain::Command& command, const Uuid& batch) {
    storage::OutboxWait wait;
    wait.batch = batch;
    wait.restUntil = m_file.outbox.restOf(command.ticket);
    const std::int64_t rest = m_file.reference.rules().undoRestSeconds * kSecondMs;
    if (rest > 0 && (!batch.isNull() || domain::kLifecycle[command.body.index()].rests)) {
        const Instant until = command.occurredAt.plus(rest);
        wait.restUntil = std::max(wait.restUntil.value_or(until), until);
    }
    wait.sent = m_live && !wait.restUntil;
    return wait;
}

}  // namespace zhida::service
