// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/desk_ledger.h"

#include "model/domain/lifecycle.h"
#include "model/service/centre_intake.h"
#include "model/service/record_submission.h"
#include "model/service/submission.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::service {
namespace {

constexpr std::string_view kSettingPrefix = "app.";
/// One slice of indexing: the longest an agent's act waits for it.
constexpr std::size_t kIndexSlice = 50;
/// 2 MiB: a blink of the disk.
constexpr int kTidyPages = 500;
constexpr std::size_t kAllArticles = std::size_t{1} << 30U;
/// Of one act: other acts of the agent wait for it.
constexpr std::size_t kMostBulk = 2'000;

}  // namespace

class DeskLedger::Impl {
public:
    Impl(storage::DeskDatabase database, const Clock& clock, Rng& rng) : file(std::move(database), clock, rng) {}

    Result<domain::Command> prepare(const Submission& submission);
    Result<Submitted> submit(const Submission& submission, const Uuid& batch = {});
    Result<RecordSubmitted> submit(const RecordSubmission& submission, const domain::UserProfile& user);
    Result<Submitted> undo(Submission submission);
    Result<CommandId> lastOwn(const TicketId& ticket);
    Result<Submitted> withdraw(const storage::OutboxRow& row);
    BulkOutcome submitBulk(const BulkSubmission& bulk);
    BulkOutcome undoBulk(const Uuid& batch);
    storage::OutboxWait waitOf(const domain::Command& command, const Uuid& batch);
    void release(std::optional<Instant> now);
    std::string numberOf(const domain::Command& command);
    void knowArticle(const domain::TicketCommand& body);

    LedgerFile file;
    CentreIntake intake{file};
    bool live = false;  ///< there is a line
};

/// A command that may be submitted. Errors as DeskLedger::submit says.
Result<domain::Command> DeskLedger::Impl::prepare(const Submission& submission) {
    const Instant now = file.clock.now();
    if (const Status place = file.reference.onRoster(now); !place) {
        return place.error();
    }
    const std::optional<domain::Ticket> before =
        submission.ticket ? file.tickets.get(*submission.ticket) : std::nullopt;
    const domain::Ticket* const known = before ? &*before : nullptr;
    Result<domain::Command> command = CommandMaker(file.marks, file.articleReader, file.reference, file.rng)
                                          .make(submission, *file.signIn(), known, now);
    if (!command) {
        return command.error();
    }
    if (const auto decided = file.shown.judge(before, *command, now); !decided) {
        return decided.error();
    }
    if (known != nullptr) {
        command->baseRev = file.shown.confirmedRev(*known);  // the centre may have refused what it builds on
    }
    return command;
}

std::string DeskLedger::Impl::numberOf(const domain::Command& command) {
    const auto* registration = std::get_if<domain::RegisterTicket>(&command.body);
    const auto shown = registration == nullptr ? file.tickets.get(command.ticket) : std::nullopt;
    return registration != nullptr ? registration->number : shown ? shown->number : std::string();
}

Result<Submitted> DeskLedger::Impl::submit(const Submission& submission, const Uuid& batch) {
    const Result<domain::Command> command = prepare(submission);
    if (!command) {
        return command.error();
    }
    file.outbox.add(command->id, command->ticket, command->occurredAt, wire::encode(*command), waitOf(*command, batch));
    if (!submission.draftKey.empty()) {
        file.drafts.remove(submission.draftKey);
    }
    file.fresh.outbox = true;
    return Submitted{command->ticket, numberOf(*command), command->id};
}

/// What has not left the desk is withdrawn; the centre takes the rest back.
Result<Submitted> DeskLedger::Impl::undo(Submission submission) {
    auto& body = std::get<domain::UndoCommand>(submission.body);
    if (body.command.isNull()) {
        const auto last = lastOwn(submission.ticket.value_or(TicketId{}));
        if (!last) {
            return last.error();
        }
        body.command = *last;
    }
    const std::optional<storage::OutboxRow> row = file.outbox.find(body.command);
    const bool here = row && row->ticket == submission.ticket && row->state == storage::OutboxState::waiting;
    return here && !row->sent ? withdraw(*row) : submit(submission);
}

Result<CommandId> DeskLedger::Impl::lastOwn(const TicketId& ticket) {
    if (const auto row = file.outbox.lastOf(ticket)) {
        return row->command;
    }
    const std::vector<std::string> events = file.events.of(ticket);
    for (auto each = events.rbegin(); each != events.rend(); ++each) {
        const Result<domain::Event> event = wire::decode<domain::Event>(*each);
        if (event && event->user == file.signIn()->profile.user) {
            return event->command;
        }
    }
    return file.events.hasAllUpTo(ticket, file.tickets.rev(ticket))
               ? Error("undo.nothing")
               : Error("undo.historyMissing", {{"ticket", ticket.text()}});
}

Result<Submitted> DeskLedger::Impl::withdraw(const storage::OutboxRow& row) {
    if (row.state != storage::OutboxState::waiting || row.sent) {
        return Error("outbox.sent", {{"command", row.command.text()}});
    }
    const Result<domain::Command> command = wire::decode<domain::Command>(row.bytes);
    const bool told = command && std::holds_alternative<domain::RegisterTicket>(command->body);
    if (told || file.outbox.ofTicket(row.ticket).back().command != row.command) {
        return Error("undo.notLast");
    }
    const std::optional<domain::Ticket> shown = file.tickets.get(row.ticket);
    file.outbox.remove(row.command);
    file.shown.touch(row.ticket);
    file.fresh.tickets.push_back(row.ticket);
    file.fresh.outbox = true;
    return Submitted{row.ticket, shown ? shown->number : std::string(), row.command, true};
}

/// A ticket that is named twice is one ticket.
BulkOutcome DeskLedger::Impl::submitBulk(const BulkSubmission& bulk) {
    BulkOutcome outcome;
    outcome.batch = bulk.preview ? Uuid{} : Uuid::v7(file.clock.now(), file.rng);
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

BulkOutcome DeskLedger::Impl::undoBulk(const Uuid& batch) {
    BulkOutcome outcome;
    outcome.batch = batch;
    for (const storage::OutboxRow& row : file.outbox.ofBatch(batch)) {
        const Result<Submitted> done = undo({row.ticket, domain::UndoCommand{row.command}, {}});
        done ? outcome.accepted.push_back(*done) : outcome.refused.push_back({row.ticket, done.error()});
    }
    return outcome;
}

storage::OutboxWait DeskLedger::Impl::waitOf(const domain::Command& command, const Uuid& batch) {
    storage::OutboxWait wait;
    wait.batch = batch;
    wait.restUntil = file.outbox.restOf(command.ticket);
    const std::int64_t rest = file.reference.rules().undoRestSeconds * kSecondMs;
    if (rest > 0 && (!batch.isNull() || domain::kLifecycle[command.body.index()].rests)) {
        const Instant until = command.occurredAt.plus(rest);
        wait.restUntil = std::max(wait.restUntil.value_or(until), until);
    }
    wait.sent = live && !wait.restUntil;
    return wait;
}

/// What is released gets a new place in the outbox; if all was shown, it is shown still.
void DeskLedger::Impl::release(std::optional<Instant> now) {
    file.store([&] {
        const bool allShown = file.marks.shownUpTo() == file.outbox.lastSeq();
        if (file.outbox.release(now)) {
            file.fresh.outbox = true;
            if (allShown) {
                file.marks.setShownUpTo(file.outbox.lastSeq());
            }
        }
    });
}

Result<RecordSubmitted> DeskLedger::Impl::submit(const RecordSubmission& submission, const domain::UserProfile& user) {
    const Instant now = file.clock.now();
    RecordOverlay shown(file.records, file.outbox, file.reference,
                        [this](const TicketId& ticket) { return file.tickets.get(ticket); });
    const domain::RecordCommand command = makeRecordCommand(submission, user, shown, now, file.rng);
    if (const Status judged = shown.run(command); !judged) {
        return judged.error();
    }
    file.outbox.addForRecord(command.id, command.kind, now, wire::encode(command));
    if (!submission.draftKey.empty()) {
        file.drafts.remove(submission.draftKey);
    }
    file.fresh.articles = true;
    file.fresh.outbox = true;
    return RecordSubmitted{command.kind, command.key, command.id};
}

/// Articles are known by their source's id only once they are indexed.
void DeskLedger::Impl::knowArticle(const domain::TicketCommand& body) {
    const auto* answer = std::get_if<domain::AnswerDirectly>(&body);
    if (answer == nullptr || answer->article.empty() || file.articleReader.find(answer->article)) {
        return;
    }
    if (file.articleReader.lags(file.today())) {
        file.store([this] { file.articles.catchUp(file.today(), kAllArticles); });
    }
}

DeskLedger::DeskLedger(storage::DeskDatabase database, const Clock& clock, Rng& rng)
    : m_impl(std::make_unique<Impl>(std::move(database), clock, rng)) {}

DeskLedger::~DeskLedger() = default;

Result<Submitted> DeskLedger::submit(const Submission& submission, const std::function<void()>& stored) {
    LedgerFile& file = m_impl->file;
    if (!file.signIn()) {
        return Error("desk.notEnrolled");
    }
    m_impl->knowArticle(submission.body);
    Result<Submitted> outcome = file.inTransaction([&] {
        file.tickets.endBulk();
        const bool undoes = std::holds_alternative<domain::UndoCommand>(submission.body);
        return undoes ? m_impl->undo(submission) : m_impl->submit(submission);
    });
    if (outcome) {
        if (stored) {
            stored();
        }
        file.showSubmitted();
    }
    return outcome;
}

Result<RecordSubmitted> DeskLedger::submit(const RecordSubmission& submission, const std::function<void()>& stored) {
    LedgerFile& file = m_impl->file;
    if (!file.signIn()) {
        return Error("desk.notEnrolled");
    }
    Result<RecordSubmitted> outcome =
        file.inTransaction([&] { return m_impl->submit(submission, file.signIn()->profile); });
    if (outcome && stored) {
        stored();
    }
    return outcome;
}

Result<Submitted> DeskLedger::withdraw(const CommandId& command) {
    return m_impl->file.inTransaction([&]() -> Result<Submitted> {
        m_impl->file.tickets.endBulk();
        const std::optional<storage::OutboxRow> row = m_impl->file.outbox.find(command);
        return row ? m_impl->withdraw(*row) : Error("outbox.sent", {{"command", command.text()}});
    });
}

Result<BulkOutcome> DeskLedger::submitBulk(const BulkSubmission& bulk) {
    LedgerFile& file = m_impl->file;
    const bool single = std::holds_alternative<domain::RegisterTicket>(bulk.body) ||
                        std::holds_alternative<domain::UndoCommand>(bulk.body);
    if (!file.signIn() || single) {
        return file.signIn() ? Error("bulk.notPossible", {{"command", std::string(domain::nameOf(bulk.body))}})
                             : Error("desk.notEnrolled");
    }
    if (bulk.tickets.size() > kMostBulk) {
        return Error("bulk.tooMany", {{"most", std::to_string(kMostBulk)}});
    }
    m_impl->knowArticle(bulk.body);
    Result<BulkOutcome> outcome = file.inTransaction([&]() -> Result<BulkOutcome> {
        file.tickets.endBulk();
        return m_impl->submitBulk(bulk);
    });
    file.showSubmitted();
    return outcome;
}

Result<BulkOutcome> DeskLedger::undoBulk(const Uuid& batch) {
    LedgerFile& file = m_impl->file;
    if (!file.signIn()) {
        return Error("desk.notEnrolled");
    }
    Result<BulkOutcome> outcome = file.inTransaction([&]() -> Result<BulkOutcome> {
        file.tickets.endBulk();
        return m_impl->undoBulk(batch);
    });
    file.showSubmitted();
    return outcome;
}

void DeskLedger::saveDraft(const Draft& draft) {
    m_impl->file.store([&] { m_impl->file.drafts.put({draft.key, draft.form, draft.fields, draft.savedAt}); });
}

void DeskLedger::correct(const Correction& correction) {
    m_impl->file.store([&] {
        storage::CorrectionTable(m_impl->file.db())
            .put({correction.kind, correction.value, correction.wanted, correction.text, m_impl->file.clock.now()});
    });
}

void DeskLedger::discardDraft(std::string_view key) {
    m_impl->file.store([&] { m_impl->file.drafts.remove(key); });
}

Status DeskLedger::dismissRefusal(const CommandId& command) {
    return m_impl->file.inTransaction([&]() -> Status {
        const std::optional<storage::OutboxRow> row = m_impl->file.outbox.find(command);
        if (!row || row->state != storage::OutboxState::refused) {
            return Error("outbox.notRefused", {{"command", command.text()}});
        }
        m_impl->file.outbox.remove(command);
        m_impl->file.fresh.outbox = true;
        return done();
    });
}

FeedCursor DeskLedger::cursor() { return m_impl->file.marks.cursor(); }

FillProgress DeskLedger::fill() { return m_impl->file.marks.fill(); }

std::optional<DeskSignIn> DeskLedger::signIn() { return m_impl->file.signIn(); }

void DeskLedger::saveSignIn(const DeskSignIn& signIn) {
    m_impl->file.store([&] { m_impl->file.adopt(signIn); });
}

std::vector<PendingCommand> DeskLedger::waiting(std::uint64_t after, std::size_t limit) {
    LedgerFile& file = m_impl->file;
    if (restMs() == 0) {
        m_impl->release(file.clock.now());
    }
    std::vector<storage::OutboxRow> rows = file.outbox.unanswered(after, limit);
    if (std::any_of(rows.begin(), rows.end(), [](const storage::OutboxRow& each) { return !each.sent; })) {
        file.store([&] { file.outbox.markSent(rows.front().seq, rows.back().seq); });
    }
    std::vector<PendingCommand> commands;
    for (storage::OutboxRow& row : rows) {
        commands.push_back({row.seq, row.command, row.ticket, std::move(row.bytes)});
    }
    return commands;
}

std::optional<std::int64_t> DeskLedger::restMs() {
    const Instant now = m_impl->file.clock.now();
    const std::optional<Instant> next = m_impl->file.outbox.nextRelease(now);
    return next ? std::optional(std::max<std::int64_t>(0, next->ms - now.ms)) : std::nullopt;
}

void DeskLedger::releaseResting() {
    if (restMs()) {
        m_impl->release(std::nullopt);
    }
}

void DeskLedger::lineIs(bool live) { m_impl->live = live; }

std::size_t DeskLedger::waitingCount() { return m_impl->file.outbox.unansweredCount(); }

std::size_t DeskLedger::refusedCount() { return m_impl->file.outbox.refusedCount(); }

void DeskLedger::applyFeed(const std::vector<FeedItem>& items, const FeedCursor& cursor,
                           const std::vector<CentreAnswer>& answers) {
    m_impl->intake.applyFeed(items, cursor, answers);
}

void DeskLedger::askAgain() { m_impl->intake.askAgain(); }

void DeskLedger::beginFill(const FillProgress& fill, bool sameHistory) { m_impl->intake.beginFill(fill, sameHistory); }

void DeskLedger::applyFillPage(const std::vector<FeedItem>& items, const FillProgress& next) {
    m_impl->intake.applyFillPage(items, next);
}

void DeskLedger::finishFill(const FeedCursor& cursor) { m_impl->intake.finishFill(cursor); }

void DeskLedger::applyAnswers(const std::vector<CentreAnswer>& answers) { m_impl->intake.applyAnswers(answers); }

void DeskLedger::saveHistory(const TicketId& ticket, const std::vector<std::string>& events) {
    m_impl->intake.saveHistory(ticket, events);
}

std::vector<TicketId> DeskLedger::refetchList(std::size_t limit) { return m_impl->intake.refetchList(limit); }

std::optional<std::string> DeskLedger::setting(std::string_view key) {
    return m_impl->file.marks.meta().get(std::string(kSettingPrefix).append(key));
}

void DeskLedger::saveSetting(std::string_view key, std::string_view value) {
    m_impl->file.store([&] { m_impl->file.marks.meta().set(std::string(kSettingPrefix).append(key), value); });
}

bool DeskLedger::catchUpSearch(int milliseconds) {
    const Instant until = m_impl->file.clock.now().plus(milliseconds);
    bool articles = false;
    bool tickets = false;
    do {
        m_impl->file.store([&] {
            articles = articles || m_impl->file.articles.catchUp(m_impl->file.today(), kIndexSlice);
            tickets = articles && m_impl->file.text.catchUp(kIndexSlice);
        });
    } while (!tickets && m_impl->file.clock.now() < until);
    return tickets;
}

bool DeskLedger::mendSearch() {
    const bool articles = !m_impl->file.articles.index().isSound();
    const bool tickets = !m_impl->file.text.index().isSound();
    m_impl->file.store([&] {
        if (articles) {
            m_impl->file.articles.index().rebuild();
        }
        if (tickets) {
            m_impl->file.text.index().rebuild();
        }
    });
    return articles || tickets;
}

void DeskLedger::tidy() {
    if (m_impl->file.db().walPages() >= kTidyPages) {
        m_impl->file.db().checkpoint();
    }
}

ChangeSet DeskLedger::takeChanges() { return m_impl->file.takeChanges(); }

}  // namespace zhida::service
