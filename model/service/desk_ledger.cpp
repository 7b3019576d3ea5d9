// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/desk_ledger.h"

#include "model/search/word_set.h"
#include "model/service/article_search.h"
#include "model/service/centre_intake.h"
#include "model/service/learned_suggestions.h"
#include "model/service/record_submission.h"
#include "model/service/ticket_acts.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <iterator>
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

    Result<RecordSubmitted> submit(const RecordSubmission& submission, const domain::UserProfile& user);
    void release(std::optional<Instant> now);
    void knowArticle(const domain::TicketCommand& body);

    LedgerFile file;
    LearnedSuggestions learned{file.db()};
    CentreIntake intake{file};
    TicketActs acts{file};
};

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
    const domain::RecordCommand command =
        makeRecordCommand(submission, user, shown, {now, file.reference.rules().calendar.offset()}, file.rng);
    if (const Status judged = shown.run(command); !judged) {
        return judged.error();
    }
    file.outbox.addForRecord(command.id, command.kind, now, wire::encode(command));
    if (!submission.draftKey.empty()) {
        file.drafts.remove(submission.draftKey);
    }
    file.fresh.articles = file.fresh.articles || !isSilent(command.kind);
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
        return undoes ? m_impl->acts.undo(submission) : m_impl->acts.submit(submission);
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
        return row ? m_impl->acts.withdraw(*row) : Error("outbox.sent", {{"command", command.text()}});
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
        return m_impl->acts.submitBulk(bulk);
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
        return m_impl->acts.undoBulk(batch);
    });
    file.showSubmitted();
    return outcome;
}

void DeskLedger::saveDraft(const Draft& draft) {
    m_impl->file.store([&] { m_impl->file.drafts.put({draft.key, draft.form, draft.fields, draft.savedAt}); });
}

Status DeskLedger::correct(const Correction& correction, const std::function<void()>& stored) {
    const auto kind = enumFrom<domain::SuggestionKind>(correction.kind);
    if (!kind) {
        return Error("field.value",
                     {{"field", "kind"}, {"value", correction.kind}, {"allowed", "category unit article"}});
    }
    domain::LearnSuggestion said{*kind, correction.value, correction.wanted,
                                 search::wordNumbers(correction.text, shippedDictionary())};
    if (said.words.empty() || !m_impl->file.signIn()) {
        return m_impl->file.signIn() ? Error("suggestion.noWords") : Error("desk.notEnrolled");
    }
    const UserCode& user = m_impl->file.signIn()->profile.user;
    std::vector<domain::LearnedSuggestion> own;
    const auto& all = m_impl->learned.now(user);
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [&user](const domain::LearnedSuggestion& each) { return each.user == user; });
    std::string key = domain::placeFor(said, user, own);
    const Result<RecordSubmitted> submitted = submit(RecordSubmission{std::move(key), std::move(said), {}, {}}, stored);
    return submitted ? done() : Status(submitted.error());
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

void DeskLedger::lineIs(bool live) { m_impl->acts.setLive(live); }

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
