// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/rng.h"
#include "model/service/desk_marks.h"
#include "model/service/reference_data.h"
#include "model/service/shown_tickets.h"
#include "model/service/views.h"
#include "model/sqlite/transaction.h"
#include "model/storage/article_store.h"
#include "model/storage/desk_database.h"
#include "model/storage/draft_table.h"
#include "model/storage/ticket_text.h"

#include <vector>

namespace zhida::service {

/// The file of a desk with what is kept in memory beside it, and transactions over both. One thread at a time.
struct LedgerFile {
    /// `clock` and `rng` must outlive it.
    LedgerFile(storage::DeskDatabase file, const Clock& clock, Rng& rng);

    sqlite::Database& db() { return database.connection(); }
    Day today() { return localDay(clock.now(), reference.rules().calendar.offset()); }

    /// Everything or nothing; a Result with an error undoes what was done as an exception does.
    template <class Work>
    auto inTransaction(Work work) {
        sqlite::Transaction transaction(db());
        try {
            showWhatWaits();
            auto outcome = work();
            if (!outcome.ok()) {
                transaction.rollback();
                undo();
                return outcome;
            }
            beforeCommit();
            transaction.commit();
            afterCommit();
            return outcome;
        } catch (...) {
            transaction.rollback();
            undo();
            throw;
        }
    }
    /// For work that either succeeds or throws.
    template <class Work>
    void store(Work work) {
        (void)inTransaction([&work]() -> Status {
            work();
            return done();
        });
    }
    /// Brings what a command just stored shows. Never throws: what fails here is made good in the next transaction.
    void showSubmitted() noexcept;
    void setGeneration(std::int64_t generation);
    /// Who has signed in, as stored.
    [[nodiscard]] const std::optional<DeskSignIn>& signIn() const { return m_signIn; }
    /// Stores who has signed in; the queues follow. In a transaction.
    void adopt(const DeskSignIn& signIn);
    /// The queues are those of the unit for which the user works today. In a transaction.
    void followUnit();
    /// What has been committed since the last call.
    [[nodiscard]] ChangeSet takeChanges();

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
    storage::TicketTable tickets{db(), {{}, {}}};
    storage::TicketText text{db(), tickets};
    ReferenceData reference{records};
    ShownTickets shown{db(), {tickets, events, outbox, reference}};
    ChangeSet fresh;  ///< of the transaction under way

private:
    void showWhatWaits();
    void reshow();
    void beforeCommit();
    void afterCommit();
    void undo() noexcept;
    void remember();

    ChangeSet changes;
    std::optional<DeskSignIn> m_signIn;
    bool m_behind = false;  ///< the outbox has commands that are not in what is shown
};

}  // namespace zhida::service
