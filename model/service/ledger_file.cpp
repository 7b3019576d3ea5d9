// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/ledger_file.h"

#include "model/service/change_notices.h"
#include "model/sqlite/relaxed_sync.h"

#include <utility>

namespace zhida::service {

namespace {

/// The unit whose queues the file holds.
constexpr std::string_view kQueueUnit = "queue.unit";

}  // namespace

LedgerFile::LedgerFile(storage::DeskDatabase file, const Clock& clockPort, Rng& rngPort)
    : database(std::move(file)), clock(clockPort), rng(rngPort) {
    remember();
    if (m_behind) {
        store([] {});  // the power went between a command and what it shows
    }
}

/// In every transaction: commands whose effect is not in the shown tickets. There are none but after a failure, and the one
/// that has just been stored.
void LedgerFile::showWhatWaits() {
    if (!std::exchange(m_behind, false)) {
        return;
    }
    tickets.endBulk();
    for (const TicketId& ticket : outbox.ticketsAfter(marks.shownUpTo())) {
        shown.keepBase(ticket);
        shown.touch(ticket);
        fresh.tickets.push_back(ticket);
    }
    marks.setShownUpTo(outbox.lastSeq());
    reshow();
}

void LedgerFile::showSubmitted() noexcept {
    m_behind = true;
    try {
        const sqlite::RelaxedSync relaxed(db());
        store([] {});
    } catch (const std::exception&) {
        // The command itself is safe. Whatever is written next meets the same disk and says so.
    }
}

void LedgerFile::setGeneration(std::int64_t generation) {
    tickets.setGeneration(generation);
    records.setGeneration(generation);
}

void LedgerFile::adopt(const DeskSignIn& signIn) {
    marks.setSignIn(signIn);
    m_signIn = signIn;
    reference.setUser(signIn.profile);
    fresh.reference = true;
    followUnit();
}

void LedgerFile::followUnit() {
    const domain::UserProfile user = reference.context(clock.now()).actor;
    const storage::QueueOwner owner{user.user, user.unit};
    if (!(tickets.owner() == owner)) {
        tickets.rebuildQueues(owner);
        marks.meta().set(kQueueUnit, owner.unit.value);
        fresh.everything = true;
    }
}

void LedgerFile::remember() {
    m_signIn = marks.signIn();
    reference.setUser(m_signIn ? m_signIn->profile : domain::UserProfile());
    const UnitCode unit{marks.meta().get(kQueueUnit).value_or(m_signIn ? m_signIn->profile.unit.value : "")};
    tickets.setOwner(m_signIn ? storage::QueueOwner{m_signIn->profile.user, unit} : storage::QueueOwner{});
    setGeneration(marks.generation());
    m_behind = marks.shownUpTo() < outbox.lastSeq();
}

ChangeSet LedgerFile::takeChanges() { return std::exchange(changes, {}); }

void LedgerFile::beforeCommit() {
    if (fresh.reference) {
        const std::vector<TicketId> judgedAnew = shown.touchAll();
        fresh.tickets.insert(fresh.tickets.end(), judgedAnew.begin(), judgedAnew.end());
    }
    reshow();
    tickets.flush();
}

void LedgerFile::reshow() {
    const std::vector<TicketId> gone = shown.reshow();
    fresh.left.insert(fresh.left.end(), gone.begin(), gone.end());
}

void LedgerFile::afterCommit() { mergeChanges(changes, std::exchange(fresh, {})); }

/// After the rollback: what is kept in memory beside the file goes back to what the file says.
void LedgerFile::undo() noexcept {
    fresh = {};
    tickets.discard();
    records.discard();
    shown.discard();
    reference.invalidate();
    m_behind = true;
    try {
        remember();
    } catch (const sqlite::Failure&) {
        // The file cannot even be read: nothing is written any more either.
        fresh = {};
    }
}

}  // namespace zhida::service
