// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/ledger_file.h"

#include "model/service/change_notices.h"

#include <utility>

namespace zhida::service {

storage::QueueOwner ownerOf(const std::optional<DeskSignIn>& signIn) {
    return signIn ? storage::QueueOwner{signIn->profile.user, signIn->profile.unit} : storage::QueueOwner{};
}

LedgerFile::LedgerFile(storage::DeskDatabase file, const Clock& clockPort, Rng& rngPort)
    : database(std::move(file)), clock(clockPort), rng(rngPort) {
    storage::CorrectionTable(db()).make();
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
    if (const storage::QueueOwner owner = ownerOf(signIn); !(tickets.owner() == owner)) {
        tickets.rebuildQueues(owner);
        fresh.everything = true;
    }
}

void LedgerFile::remember() {
    const std::optional<DeskSignIn> known = marks.signIn();
    reference.setUser(known ? known->profile : domain::UserProfile());
    tickets.setOwner(ownerOf(known));
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
