// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/desk_ledger.h"

#include "model/service/change_notices.h"
#include "model/service/desk_marks.h"
#include "model/service/feed.h"
#include "model/service/shown_tickets.h"
#include "model/service/submission.h"
#include "model/sqlite/transaction.h"
#include "model/storage/article_store.h"
#include "model/storage/draft_table.h"
#include "model/storage/ticket_text.h"
#include "model/wire/codec.h"

#include <sqlite3.h>

#include <utility>

namespace zhida::service {
namespace {

constexpr std::string_view kSettingPrefix = "app.";
/// One slice of indexing: the longest an agent's act waits for it.
constexpr std::size_t kIndexSlice = 50;
constexpr std::size_t kAllArticles = std::size_t{1} << 30U;
constexpr std::size_t kDropSlice = 1000;
/// So many tickets of a fill come into the queues at once.
constexpr std::size_t kFillStep = 20'000;

storage::QueueOwner ownerOf(const std::optional<DeskSignIn>& signIn) {
    return signIn ? storage::QueueOwner{signIn->profile.user, signIn->profile.unit} : storage::QueueOwner{};
}

/// While it lives a commit survives the program, not a power cut: for what the centre still has. Pages and position go
/// together, and the next full commit makes all before it durable too.
class RelaxedSync {
public:
    explicit RelaxedSync(sqlite::Database& database) : m_database(database) {
        m_database.exec("PRAGMA synchronous=NORMAL");
    }
    ~RelaxedSync() { sqlite3_exec(m_database.handle(), "PRAGMA synchronous=FULL", nullptr, nullptr, nullptr); }
    RelaxedSync(const RelaxedSync&) = delete;
    RelaxedSync& operator=(const RelaxedSync&) = delete;

private:
    sqlite::Database& m_database;
};

}  // namespace

class DeskLedger::Impl {
public:
    Impl(storage::DeskDatabase file, const Clock& clockPort, Rng& rngPort)
        : database(std::move(file)), clock(clockPort), rng(rngPort) {
        if (const std::optional<DeskSignIn> known = marks.signIn()) {
            reference.setUser(known->profile);
        }
        setGeneration(marks.generation());
    }

    sqlite::Database& db() { return database.connection(); }

    /// Everything or nothing; a Result with an error undoes what was done as an exception does.
    template <class Work>
    auto inTransaction(Work work) {
        sqlite::Transaction transaction(db());
        try {
            auto outcome = work();
            if (!outcome.ok()) {
                undo();
                return outcome;
            }
            const std::vector<TicketId> gone = shown.reshow();
            fresh.left.insert(fresh.left.end(), gone.begin(), gone.end());
            tickets.flush();
            transaction.commit();
            mergeChanges(changes, std::exchange(fresh, {}));
            return outcome;
        } catch (...) {
            transaction.rollback();
            undo();
            throw;
        }
    }
    /// What is kept in memory beside the file goes back to what the file says.
    void undo() noexcept {
        fresh = {};
        tickets.discard();
        records.discard();
        shown.discard();
        reference.invalidate();
        try {
            tickets.setOwner(ownerOf(marks.signIn()));
            setGeneration(marks.generation());
        } catch (const sqlite::Failure&) {
            // The file cannot even be read: nothing is written any more either.
            fresh = {};
        }
    }
    void setGeneration(std::int64_t generation) {
        tickets.setGeneration(generation);
        records.setGeneration(generation);
    }
    template <class Work>
    void store(Work work) {
        (void)inTransaction([&work]() -> Status {
            work();
            return done();
        });
    }

    Result<Submitted> submit(const Submission& submission, const DeskSignIn& signIn);
    void knowArticle(const domain::TicketCommand& body);
    void recordCommand(const Submission& submission, const domain::Command& command,
                       const std::optional<domain::Ticket>& before, const std::vector<domain::Event>& events);
    void applyAnswer(const CentreAnswer& answer, std::uint64_t cursor);
    void settle(std::uint64_t seq);
    void startGeneration();
    void dropUnfilled();
    Day today() { return localDay(clock.now(), reference.rules().calendar.offset()); }

    storage::DeskDatabase database;
    const Clock& clock;
    Rng& rng;
    DeskMarks marks{db()};
    storage::RecordTable records{db()};
    storage::ArticleStore articles{db()};
    storage::ArticleReader articleReader{db()};
    storage::EventTable events{db()};
    storage::OutboxTable outbox{db()};
    storage::DraftTable drafts{db()};
    storage::TicketTable tickets{db(), {ownerOf(marks.signIn()), {}}};
    storage::TicketText text{db(), tickets};
    ReferenceData reference{records};
    ShownTickets shown{db(), {tickets, events, outbox, reference}};
    Feed feed{db(), shown, records, reference};
    ChangeSet fresh;    ///< of the transaction under way
    ChangeSet changes;  ///< committed, not yet taken
};

Result<Submitted> DeskLedger::Impl::submit(const Submission& submission, const DeskSignIn& signIn) {
    tickets.endBulk();
    const Instant now = clock.now();
    const std::optional<domain::Ticket> before = submission.ticket ? tickets.get(*submission.ticket) : std::nullopt;
    const domain::Ticket* const known = before ? &*before : nullptr;
    const Result<domain::Command> command =
        CommandMaker(marks, articleReader, reference, rng).make(submission, signIn, known, now);
    if (!command) {
        return command.error();
    }
    const auto decided = domain::decide(known, *command, reference.context(now));
    if (!decided) {
        return decided.error();
    }
    recordCommand(submission, *command, before, *decided);
    const auto* registration = std::get_if<domain::RegisterTicket>(&command->body);
    const std::string& number = registration != nullptr ? registration->number : before->number;
    return Submitted{command->ticket, number, command->id};
}

/// Articles are known by their source's id only once they are indexed.
void DeskLedger::Impl::knowArticle(const domain::TicketCommand& body) {
    const auto* answer = std::get_if<domain::AnswerDirectly>(&body);
    if (answer == nullptr || answer->article.empty() || articleReader.find(answer->article)) {
        return;
    }
    if (articleReader.lags(today())) {
        store([this] { articles.catchUp(today(), kAllArticles); });
    }
}

void DeskLedger::Impl::recordCommand(const Submission& submission, const domain::Command& command,
                                     const std::optional<domain::Ticket>& before,
                                     const std::vector<domain::Event>& decided) {
    outbox.add(command.id, command.ticket, command.occurredAt, wire::encode(command));
    shown.keepBase(command.ticket);
    shown.show(before, decided);
    if (!submission.draftKey.empty()) {
        drafts.remove(submission.draftKey);
    }
    fresh.tickets.push_back(command.ticket);
    fresh.outbox = true;
}

void DeskLedger::Impl::applyAnswer(const CentreAnswer& answer, std::uint64_t cursor) {
    const std::optional<storage::OutboxRow> row = outbox.find(answer.command);
    if (!row || row->state == storage::OutboxState::refused) {
        return;
    }
    if (answer.seq == 0) {
        outbox.refuse(answer.command, answer.refusal);
    } else {
        outbox.accept(answer.command, answer.seq);
        settle(cursor);
    }
    shown.touch(row->ticket);
    fresh.tickets.push_back(row->ticket);
    fresh.outbox = true;
}

void DeskLedger::Impl::settle(std::uint64_t seq) {
    for (const TicketId& ticket : outbox.settle(seq)) {
        shown.touch(ticket);
        fresh.tickets.push_back(ticket);
        fresh.outbox = true;
    }
}

void DeskLedger::Impl::startGeneration() {
    const std::int64_t generation = marks.generation() + 1;
    marks.setGeneration(generation);
    setGeneration(generation);
    marks.meta().setNumber("fill.dropLater", tickets.empty() ? 0 : 1);
}

void DeskLedger::Impl::dropUnfilled() {
    const bool nothingOld = marks.meta().number("fill.dropLater") == 0;
    for (bool more = !nothingOld; more;) {
        const std::vector<TicketId> old = tickets.ofOlderGeneration(kDropSlice);
        for (const TicketId& ticket : old) {
            if (shown.hasBase(ticket)) {
                tickets.touch(ticket);
            } else {
                shown.leave(ticket);
            }
        }
        more = !old.empty();
    }
    if (records.dropOlderGenerations()) {
        reference.invalidate();
    }
}

DeskLedger::DeskLedger(storage::DeskDatabase database, const Clock& clock, Rng& rng)
    : m_impl(std::make_unique<Impl>(std::move(database), clock, rng)) {}

DeskLedger::~DeskLedger() = default;

Result<Submitted> DeskLedger::submit(const Submission& submission) {
    const std::optional<DeskSignIn> known = m_impl->marks.signIn();
    if (!known) {
        return Error("desk.notEnrolled");
    }
    m_impl->knowArticle(submission.body);
    return m_impl->inTransaction([&] { return m_impl->submit(submission, *known); });
}

void DeskLedger::saveDraft(const Draft& draft) {
    m_impl->store([&] { m_impl->drafts.put({draft.key, draft.form, draft.fields, draft.savedAt}); });
}

void DeskLedger::discardDraft(std::string_view key) {
    m_impl->store([&] { m_impl->drafts.remove(key); });
}

Status DeskLedger::dismissRefusal(const CommandId& command) {
    return m_impl->inTransaction([&]() -> Status {
        const std::optional<storage::OutboxRow> row = m_impl->outbox.find(command);
        if (!row || row->state != storage::OutboxState::refused) {
            return Error("outbox.notRefused", {{"command", command.text()}});
        }
        m_impl->outbox.remove(command);
        m_impl->fresh.outbox = true;
        return done();
    });
}

FeedCursor DeskLedger::cursor() { return m_impl->marks.cursor(); }

FillProgress DeskLedger::fill() { return m_impl->marks.fill(); }

std::optional<DeskSignIn> DeskLedger::signIn() { return m_impl->marks.signIn(); }

void DeskLedger::saveSignIn(const DeskSignIn& signIn) {
    m_impl->store([&] {
        m_impl->marks.setSignIn(signIn);
        m_impl->fresh.reference = true;
        const storage::QueueOwner owner = ownerOf(signIn);
        if (!(m_impl->tickets.owner() == owner)) {
            m_impl->tickets.rebuildQueues(owner);
            m_impl->fresh.everything = true;
        }
    });
    m_impl->reference.setUser(signIn.profile);
}

std::vector<PendingCommand> DeskLedger::waiting(std::uint64_t after, std::size_t limit) {
    std::vector<PendingCommand> commands;
    for (storage::OutboxRow& row : m_impl->outbox.unanswered(after, limit)) {
        commands.push_back({row.seq, row.command, row.ticket, std::move(row.bytes)});
    }
    return commands;
}

std::size_t DeskLedger::waitingCount() { return m_impl->outbox.unansweredCount(); }

std::size_t DeskLedger::refusedCount() { return m_impl->outbox.refusedCount(); }

void DeskLedger::applyFeed(const std::vector<FeedItem>& items, const FeedCursor& cursor) {
    m_impl->store([&] {
        m_impl->tickets.endBulk();
        m_impl->feed.apply(items, false, m_impl->fresh);
        m_impl->settle(cursor.seq);
        m_impl->marks.setCursor(cursor);
    });
}

void DeskLedger::beginFill(const FillProgress& fill) {
    m_impl->store([&] {
        const FeedCursor known = m_impl->marks.cursor();
        if (known.seq != 0 && known.epoch != fill.epoch) {
            for (const TicketId& ticket : m_impl->outbox.waitAgain()) {
                m_impl->shown.touch(ticket);
            }
        }
        m_impl->tickets.endBulk();
        m_impl->startGeneration();
        m_impl->marks.setFill(fill);
    });
}

void DeskLedger::applyFillPage(const std::vector<FeedItem>& items, const FillProgress& next) {
    const RelaxedSync relaxed(m_impl->db());
    m_impl->store([&] {
        m_impl->tickets.beginBulk();
        m_impl->feed.apply(items, true, m_impl->fresh);
        if (m_impl->tickets.bulkSize() >= kFillStep) {
            m_impl->tickets.endBulk();
        }
        m_impl->marks.setFill(next);
    });
}

void DeskLedger::finishFill(const FeedCursor& cursor) {
    m_impl->store([&] {
        m_impl->tickets.endBulk();
        m_impl->dropUnfilled();
        m_impl->settle(cursor.seq);
        m_impl->marks.setFill({});
        m_impl->marks.setCursor(cursor);
        m_impl->fresh.everything = true;
        m_impl->fresh.articles = true;
        m_impl->fresh.reference = true;
    });
}

void DeskLedger::applyAnswers(const std::vector<CentreAnswer>& answers) {
    m_impl->store([&] {
        m_impl->tickets.endBulk();
        // While a fill runs the cursor still belongs to the history before it.
        const std::uint64_t seq = m_impl->marks.fill().running ? 0 : m_impl->marks.cursor().seq;
        for (const CentreAnswer& answer : answers) {
            m_impl->applyAnswer(answer, seq);
        }
    });
}

void DeskLedger::saveHistory(const TicketId& ticket, const std::vector<std::string>& events) {
    m_impl->store([&] {
        for (const std::string& bytes : events) {
            const Result<domain::Event> event = wire::decode<domain::Event>(bytes);
            if (event && event->ticket == ticket) {
                m_impl->events.put(ticket, event->rev, bytes);
            }
        }
        m_impl->tickets.endBulk();
        m_impl->shown.touch(ticket);
        m_impl->fresh.tickets.push_back(ticket);
    });
}

std::vector<TicketId> DeskLedger::refetchList(std::size_t limit) { return m_impl->feed.refetchList(limit); }

std::optional<std::string> DeskLedger::setting(std::string_view key) {
    return m_impl->marks.meta().get(std::string(kSettingPrefix).append(key));
}

void DeskLedger::saveSetting(std::string_view key, std::string_view value) {
    m_impl->store([&] { m_impl->marks.meta().set(std::string(kSettingPrefix).append(key), value); });
}

bool DeskLedger::catchUpSearch(int milliseconds) {
    const Instant until = m_impl->clock.now().plus(milliseconds);
    bool articles = false;
    bool tickets = false;
    do {
        m_impl->store([&] {
            articles = articles || m_impl->articles.catchUp(m_impl->today(), kIndexSlice);
            tickets = articles && m_impl->text.catchUp(kIndexSlice);
        });
    } while (!tickets && m_impl->clock.now() < until);
    return tickets;
}

ChangeSet DeskLedger::takeChanges() { return std::exchange(m_impl->changes, {}); }

}  // namespace zhida::service
