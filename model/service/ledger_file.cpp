// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/ledger_file.h"

#include "model/service/change_notices.h"

#include <utility>

namespace zhida::service {

namespace {

/// The unit whose queues the file holds.
constexpr std::string_view kQueueUnit = "queue.unit";

}  // namespace

LedgerFile::LedgerFile(storage::DeskDatabase file, const Clock& clockPort, Rng& rngPort)
    : database(std::move(file)), clock(clockPort), rng(rngPort) {
    remember();
}

void LedgerFile::setGeneration(std::int64_t generation) {
    tickets.setGeneration(generation);
    records.setGeneration(generation);
}

void LedgerFile::adopt(const DeskSignIn& signIn) {
    marks.setSignIn(signIn);
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
    const std::optional<DeskSignIn> known = marks.signIn();
    reference.setUser(known ? known->profile : domain::UserProfile());
    const UnitCode unit{marks.meta().get(kQueueUnit).value_or(known ? known->profile.unit.value : "")};
    tickets.setOwner(known ? storage::QueueOwner{known->profile.user, unit} : storage::QueueOwner{});
    setGeneration(marks.generation());
}

ChangeSet LedgerFile::takeChanges() { return std::exchange(changes, {}); }

void LedgerFile::beforeCommit() {
    if (fresh.reference) {
        const std::vector<TicketId> judgedAnew = shown.touchAll();
        fresh.tickets.insert(fresh.tickets.end(), judgedAnew.begin(), judgedAnew.end());
    }
    const std::vector<TicketId> gone = shown.reshow();
    fresh.left.insert(fresh.left.end(), gone.begin(), gone.end());
    tickets.flush();
}

void LedgerFile::afterCommit() { mergeChanges(changes, std::exchange(fresh, {})); }

/// After the rollback: what is kept in memory beside the file goes back to what the file says.
void LedgerFile::undo() noexcept {
    fresh = {};
    tickets.discard();
    records.discard();
    shown.discard();
    reference.invalidate();
    try {
        remember();
    } catch (const sqlite::Failure&) {
        // The file cannot even be read: nothing is written any more either.
        fresh = {};
    }
}

}  // namespace zhida::service
