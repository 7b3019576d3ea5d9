// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/executor.h"
#include "model/base/result.h"
#include "model/domain/org.h"
#include "model/domain/record_command.h"
#include "model/domain/roster.h"
#include "model/domain/rules.h"
#include "model/service/views.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::service {

/// Queries on one read-only connection. One thread at a time; every answer is one consistent state of the file.
class DeskReader {
public:
    virtual ~DeskReader() = default;

    [[nodiscard]] virtual QueuePage list(const QueueFilter& filter, std::size_t limit,
                                         const std::optional<std::string>& after) = 0;
    [[nodiscard]] virtual std::optional<QueueRow> row(const TicketId& ticket) = 0;
    [[nodiscard]] virtual QueueCounts counts() = 0;
    /// By UUID text or by number.
    [[nodiscard]] virtual std::optional<TicketView> ticket(std::string_view idOrNumber) = 0;
    [[nodiscard]] virtual std::vector<domain::Event> history(const TicketId& ticket) = 0;
    /// Progress look-up, the second commonest call: a ticket number (whole or its tail) or a phone number; newest first.
    [[nodiscard]] virtual std::vector<QueueRow> lookUp(std::string_view phoneOrNumber, std::size_t limit) = 0;
    [[nodiscard]] virtual std::vector<QueueRow> searchTickets(std::string_view text, std::size_t limit) = 0;

    /// Nothing, and at once, when it is asked to stop: nobody waits for the answer any more.
    [[nodiscard]] virtual ArticleResults searchArticles(std::string_view text, const RegionCode& callerRegion,
                                                        std::size_t limit, const std::stop_token& stop) = 0;
    [[nodiscard]] ArticleResults searchArticles(std::string_view text, const RegionCode& callerRegion,
                                                std::size_t limit) {
        return searchArticles(text, callerRegion, limit, {});
    }
    /// By key or by the source's id.
    [[nodiscard]] virtual std::optional<domain::Article> article(std::string_view keyOrSourceId) = 0;

    /// While a call is typed: what may be the same matter, and what the fields may be. Some milliseconds.
    [[nodiscard]] virtual SameMatterHints sameMatter(const TypedTicket& typed) = 0;
    [[nodiscard]] virtual TicketSuggestions suggest(const TypedTicket& typed) = 0;
    /// Records (docs/data-model.md) whose key begins so, in order of key, with our waiting commands applied. What a person may
    /// see of them is the caller's to ask (knowledge.h).
    [[nodiscard]] virtual std::vector<RecordView> records(std::string_view kind, std::string_view keyPrefix) = 0;
    /// Tickets of this desk whose direct answer was given since then and rests on that article, or cites that document number.
    [[nodiscard]] virtual std::vector<domain::Ticket> answersOn(std::string_view articleOrNumber, Instant since) = 0;

    [[nodiscard]] virtual std::vector<OutboxItem> outbox() = 0;
    [[nodiscard]] virtual std::vector<Draft> drafts() = 0;
    [[nodiscard]] virtual std::vector<domain::Unit> units() = 0;
    [[nodiscard]] virtual std::vector<domain::UserProfile> users() = 0;
    [[nodiscard]] virtual std::vector<domain::Category> categories() = 0;
    [[nodiscard]] virtual std::vector<domain::Region> regions() = 0;
    [[nodiscard]] virtual std::vector<domain::RosterEntry> roster() = 0;
    [[nodiscard]] virtual domain::Rules rules() = 0;
    /// The text of the procedure file that the rules were read from, as the centre keeps it; empty before it has come.
    [[nodiscard]] virtual std::string procedure() = 0;
    /// Tickets of which the user holds something (domain/holding.h).
    [[nodiscard]] virtual std::vector<domain::Ticket> heldBy(const UserCode& user, Instant now) = 0;
    [[nodiscard]] virtual std::vector<WorkloadDay> workload(Day from, Day to) = 0;
};

/// What a person submits; the desk adds id, revision, time and number.
struct Submission {
    std::optional<TicketId> ticket;  ///< none: a new one
    domain::TicketCommand body;
    std::string draftKey;  ///< the draft that this settles; removed in the same transaction
};

struct Submitted {
    TicketId ticket;
    std::string number;
    CommandId command;
    bool withdrawn = false;  ///< of an undo: `command` had not left this desk and is gone without a trace
};

/// The same command on many tickets. It rests before it leaves, like a dispatch.
struct BulkSubmission {
    std::vector<TicketId> tickets;
    domain::TicketCommand body;
    bool preview = false;  ///< only what would be refused, and why
};

struct BulkOutcome {
    Uuid batch;                       ///< names it for undoBulk; null: a preview
    std::vector<Submitted> accepted;  ///< without commands in a preview
    std::vector<std::pair<TicketId, Error>> refused;
};

/// The same on a record: an article, a task, a campaign.
struct RecordSubmission {
    std::string key;  ///< empty: a new one
    domain::RecordAct act;
    std::optional<CommandId>
        base;  ///< the command that had changed it last when the person began; none: as it is shown now
    std::string draftKey;
};

struct RecordSubmitted {
    std::string kind;
    std::string key;
    CommandId command;
};

/// The line to the centre, as the desk sees it. Implemented by sync/client, joined by app. Thread-safe.
class SyncGateway {
public:
    virtual ~SyncGateway() = default;
    /// Something waits in the outbox.
    virtual void wake() = 0;
    /// As wake, on the ledger's own thread and outside of any call of the gateway: it goes out before this returns.
    virtual void push() { wake(); }
    /// Pulls (false) or plugs in (true) the cable.
    virtual void setOnline(bool online) = 0;
    /// Asks for the ticket's whole history; arrives as a change of the ticket.
    virtual void fetchHistory(const TicketId& ticket) = 0;
    /// Connects at once, and calls `reply` (on the sync thread) with the status when the outbox is empty and the cursor is at
    /// the server's head, or with error timeout.
    virtual void whenCaughtUp(std::int64_t milliseconds, std::function<void(Result<SyncStatus>)> reply) = 0;
    [[nodiscard]] virtual SyncStatus status() = 0;
    /// Accounts, units and devices, for administrators and only with a line: an operation of the server by name
    /// ("user.list", "user.add" …) with JSON arguments; \p reply gets its JSON (on the sync thread). Error net.offline.
    virtual void administer(std::string operation, std::string arguments,
                            std::function<void(Result<std::string>)> reply) = 0;
};

/// One user's desk on this machine. The same object serves the window and the headless desk.
/// Threads: every method may be called from any thread; replies and notices arrive on the executor given to open.
class Desk {
public:
    virtual ~Desk() = default;

    /// Runs `query` on a reader thread; it hands its result over by capturing what it needs and posting it itself or,
    /// simpler, through the template `ask`.
    virtual void read(std::function<void(DeskReader&)> query) = 0;

    /// Decides locally, stores the command durably, sends it, stores what it shows, then replies: a kill or power cut loses
    /// nothing any more, and every reader sees it.
    /// An undo of what has not left the desk withdraws it; error undo.historyMissing{ticket}: the history is fetched, try again.
    virtual void submit(Submission submission, std::function<void(Result<Submitted>)> reply) = 0;
    virtual void submit(RecordSubmission submission, std::function<void(Result<RecordSubmitted>)> reply) = 0;
    /// Takes a command that has not left this desk out of the outbox, without a trace. Errors: outbox.sent{command}, undo.notLast:
    /// something of ours waits behind it on the ticket, or it is a registration, whose number has been told.
    virtual void withdraw(CommandId command, std::function<void(Result<Submitted>)> reply) = 0;
    /// All its commands in one transaction; errors: desk.notEnrolled bulk.tooMany{most} bulk.notPossible{command}.
    virtual void submitBulk(BulkSubmission bulk, std::function<void(Result<BulkOutcome>)> reply) = 0;
    /// Takes all of it back: what has not left without a trace, the rest by its inverse.
    virtual void undoBulk(Uuid batch, std::function<void(Result<BulkOutcome>)> reply) = 0;
    virtual void saveDraft(Draft draft, std::function<void(Status)> reply) = 0;
    virtual void discardDraft(std::string key, std::function<void(Status)> reply) = 0;
    /// "This one" or "not this" of a suggestion: counts here at once, at every other desk when it has come there.
    /// Errors: field.value{field,value,allowed} for another kind; suggestion.noWords: the text has none to know it by.
    virtual void correct(Correction correction, std::function<void(Status)> reply) = 0;
    /// Takes a refused command out of the tray (its words have been used or given up).
    virtual void dismissRefusal(CommandId command, std::function<void(Status)> reply) = 0;

    /// Notices of change, merged to at most one in 20 ms. One listener; empty to stop.
    virtual void onChange(std::function<void(const ChangeSet&)> listener) = 0;
    virtual void onSyncStatus(std::function<void(const SyncStatus&)> listener) = 0;

    [[nodiscard]] virtual SyncGateway& sync() = 0;
    [[nodiscard]] virtual const domain::UserProfile& user() const = 0;
    [[nodiscard]] virtual UtcOffset offset() const = 0;
    [[nodiscard]] virtual Executor& replies() = 0;

    /// `query` on a reader thread, its result to `reply` on the reply executor.
    template <class Query, class Reply>
    void ask(Query query, Reply reply) {
        read([this, query = std::move(query), reply = std::move(reply)](DeskReader& reader) mutable {
            replies().post([reply = std::move(reply), result = query(reader)]() mutable { reply(std::move(result)); });
        });
    }
};

}  // namespace zhida::service
