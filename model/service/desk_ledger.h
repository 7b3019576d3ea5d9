// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/rng.h"
#include "model/service/desk.h"
#include "model/service/ledger_types.h"
#include "model/storage/desk_database.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::service {

/// The writing half of a desk: what the agent does, what the centre sends, in one file. Owns the write connection.
/// One thread at a time. Every call is one FULL transaction: done wholly and durably, or not at all; submit has a second one.
/// A failure of the disk (full, damaged, locked) is thrown as sqlite::Failure; sqlite::toError makes the Error of it.
class DeskLedger {
public:
    /// `clock` and `rng` must outlive the ledger.
    DeskLedger(storage::DeskDatabase database, const Clock& clock, Rng& rng);
    ~DeskLedger();
    DeskLedger(const DeskLedger&) = delete;
    DeskLedger& operator=(const DeskLedger&) = delete;

    /// Decides locally and stores the command; then, in a transaction of its own, what it shows. Once the command is stored
    /// `stored` is called, which may send what waits and must not throw; from there on nothing can fail: an effect that the disk
    /// refuses, or that a power cut takes, is made good with the next call or at the next opening.
    /// Errors: desk.notEnrolled, article.unknown{article}, number.exhausted, roster.* and those of domain::decide; then nothing has been
    /// stored.
    [[nodiscard]] Result<Submitted> submit(const Submission& submission, const std::function<void()>& stored = {});

    /// The same for a record. Errors: desk.notEnrolled and those of wire::judgeRecord.
    [[nodiscard]] Result<RecordSubmitted> submit(const RecordSubmission& submission,
                                                 const std::function<void()>& stored = {});

    /// As Desk says.
    [[nodiscard]] Result<Submitted> withdraw(const CommandId& command);
    [[nodiscard]] Result<BulkOutcome> submitBulk(const BulkSubmission& bulk);
    [[nodiscard]] Result<BulkOutcome> undoBulk(const Uuid& batch);

    void saveDraft(const Draft& draft);
    /// Every desk learns it. Errors: field.value{field,value,allowed} for another kind, suggestion.noWords, those of submit.
    Status correct(const Correction& correction, const std::function<void()>& stored = {});
    void discardDraft(std::string_view key);
    /// Takes a refused command out of the tray. Error outbox.notRefused for anything that is not refused.
    [[nodiscard]] Status dismissRefusal(const CommandId& command);

    [[nodiscard]] FeedCursor cursor();
    [[nodiscard]] FillProgress fill();
    [[nodiscard]] std::optional<DeskSignIn> signIn();
    /// Queues follow the user's unit: they are rebuilt when it has changed, here or by a record of the feed.
    void saveSignIn(const DeskSignIn& signIn);

    /// Commands without an answer and with localSeq > `after`, in the order in which they may leave; without those that rest.
    /// What is returned counts as sent from then on.
    [[nodiscard]] std::vector<PendingCommand> waiting(std::uint64_t after, std::size_t limit);
    /// Milliseconds until a resting command may leave; nothing: none rests.
    [[nodiscard]] std::optional<std::int64_t> restMs();
    /// Ends all rests: whoever waits for the centre, or leaves the desk, wants everything to go.
    void releaseResting();
    /// While there is a line, a command that need not rest counts as sent when it is submitted. Not stored.
    void lineIs(bool live);
    [[nodiscard]] std::size_t waitingCount();
    [[nodiscard]] std::size_t refusedCount();

    /// What was accepted and is not confirmed by the feed waits again.
    void askAgain();
    /// Stores the answers, applies the items in order and moves the cursor.
    void applyFeed(const std::vector<FeedItem>& items, const FeedCursor& cursor,
                   const std::vector<CentreAnswer>& answers = {});
    void beginFill(const FillProgress& fill, bool sameHistory);
    /// The one call that a power cut may undo (page and position together); a crash of the program may not. New tickets come
    /// into the queues in steps of thousands, at the latest with finishFill or the next thing that the agent does.
    void applyFillPage(const std::vector<FeedItem>& items, const FillProgress& next);
    void finishFill(const FeedCursor& cursor);
    void applyAnswers(const std::vector<CentreAnswer>& answers);
    void saveHistory(const TicketId& ticket, const std::vector<std::string>& events);

    /// Tickets of which an event is missing or unreadable: to be fetched whole (they arrive as a feed item `ticket`).
    [[nodiscard]] std::vector<TicketId> refetchList(std::size_t limit);

    /// Small values of the program around the ledger (keys "app.…"), e.g. a verifier for unlocking without a line.
    [[nodiscard]] std::optional<std::string> setting(std::string_view key);
    void saveSetting(std::string_view key, std::string_view value);

    /// Brings the search indexes up to what is stored, for about `milliseconds`; true when nothing is left to do.
    bool catchUpSearch(int milliseconds);
    /// Makes a search index anew from the texts when it is damaged; false when none was. Some 10 s for 100,000 texts.
    bool mendSearch();

    /// In a quiet moment: what many small transactions have left in the WAL goes to its place, so that no act has to wait for it.
    void tidy();

    /// What has changed since the last call.
    [[nodiscard]] ChangeSet takeChanges();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace zhida::service
