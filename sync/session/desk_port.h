// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/wire/feed.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {

using feed::AnswerIn;
using feed::Cursor;
using feed::FillState;
using feed::InboxItem;
using feed::SignIn;
using feed::WaitingCommand;

/// What the client engine needs of the desk's disk. One thread calls it. Each call is one durable transaction; failures of
/// the disk are exceptions. model/service's ledger is behind it (see sync/store).
class DeskPort {
public:
    virtual ~DeskPort() = default;

    [[nodiscard]] virtual Cursor cursor() = 0;
    [[nodiscard]] virtual FillState fill() = 0;
    [[nodiscard]] virtual std::optional<SignIn> signIn() = 0;
    virtual void saveSignIn(const SignIn& signIn) = 0;

    /// Waiting commands with localSeq > `after`, in the order in which they may leave; those that rest are left out, and get a
    /// localSeq of their own when their rest is over. What is returned counts as sent: from then on only its inverse takes it back.
    [[nodiscard]] virtual std::vector<WaitingCommand> waiting(std::uint64_t after, std::size_t limit) = 0;
    /// Milliseconds until a resting command may leave; nothing: none rests.
    [[nodiscard]] virtual std::optional<std::int64_t> restMs() = 0;
    /// Ends all rests.
    virtual void releaseResting() = 0;
    /// There is a session, or there is none any more. Not stored, never fails.
    virtual void lineIs(bool live) = 0;
    [[nodiscard]] virtual std::size_t waitingCount() = 0;

    /// A new line: an answer that the feed has not confirmed was perhaps given by a history that is lost (a centre out of a
    /// copy of its file). Accepted commands wait again; the centre keeps its answers, so asking again does no harm.
    virtual void askAgain() = 0;
    /// Takes `answers` as applyAnswers does, applies the items in order and moves the cursor to `cursor`, in one transaction:
    /// an act of ours and its answer come home together. An event whose revision the desk
    /// already has changes nothing; one that leaves a gap marks the ticket for refetch and never stops the rest.
    virtual void applyFeed(const std::vector<InboxItem>& items, const Cursor& cursor,
                           const std::vector<AnswerIn>& answers) = 0;
    /// Begins a fill: the base is rebuilt; the outbox, drafts and refusals stay. What is shown stays until finishFill.
    /// Not `sameHistory`: what we know as accepted and confirmed may be lost there, too, and waits again.
    virtual void beginFill(const FillState& fill, bool sameHistory) = 0;
    virtual void applyFillPage(const std::vector<InboxItem>& items, const FillState& next) = 0;
    /// Drops tickets that the fill did not bring (except ours waiting) and sets the cursor.
    virtual void finishFill(const Cursor& cursor) = 0;
    /// Accepted: the command waits no longer once the cursor has reached its seq. Refused: it goes to the tray with its words.
    virtual void applyAnswers(const std::vector<AnswerIn>& answers) = 0;
    /// History that was asked for: wire bytes of the ticket's events.
    virtual void saveHistory(const TicketId& ticket, const std::vector<std::string>& events) = 0;
    /// Tickets of which an event is missing: they are asked for whole and come as an item `ticket` with the cursor as it is.
    [[nodiscard]] virtual std::vector<TicketId> refetchList(std::size_t limit) = 0;
};

}  // namespace zhida::sync
