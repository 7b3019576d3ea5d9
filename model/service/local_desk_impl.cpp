// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/local_desk_impl.h"

#include "model/search/index_tables.h"
#include "model/service/empty_desk_reader.h"

#include <chrono>
#include <future>

namespace zhida::service {
namespace {

/// The longest that the idle writer indexes in one go.
constexpr int kIdleSliceMs = 20;
/// What a search lets the writer do before it answers, and how long it waits for it.
constexpr int kSearchSliceMs = 250;
constexpr std::chrono::seconds kSearchWait{2};
constexpr std::chrono::seconds kMendWait{60};

}  // namespace

Error errorOf(const std::exception& failure) {
    if (const auto* known = dynamic_cast<const sqlite::Failure*>(&failure)) {
        return sqlite::toError(*known);
    }
    return Error("internal", {{"detail", failure.what()}});
}

Status LocalDesk::Impl::openReaders() {
    for (Reader& reader : readers) {
        Result<std::unique_ptr<sqlite::Database>> connection = storage::DeskDatabase::openReader(options.file);
        if (!connection) {
            return connection.error();
        }
        SqliteDeskReader::Ports ports{options.clock, options.offset, [this] { catchUpForSearch(); }};
        reader.queries = std::make_unique<SqliteDeskReader>(std::move(*connection), std::move(ports));
        reader.thread =
            std::make_unique<ThreadExecutor>([this](const std::exception& failure) { setTrouble(failure); });
    }
    writer.post(WriterThread::Priority::sync, [this] { indexWhenIdle(); });
    return done();
}

void LocalDesk::Impl::afterWork() {
    const ChangeSet changes = ledger.takeChanges();
    if (isEmpty(changes)) {
        return;
    }
    if (changes.reference || changes.everything) {
        refreshUser();
    }
    refreshCounts();
    notices.add(changes);
    indexWhenIdle();
}

void LocalDesk::Impl::refreshUser() {
    const std::optional<DeskSignIn> signIn = ledger.signIn();
    const domain::UserProfile profile = signIn ? signIn->profile : domain::UserProfile();
    const std::lock_guard lock(mutex);
    if (users.empty() || !(*users.back() == profile)) {
        users.push_back(std::make_unique<const domain::UserProfile>(profile));
    }
}

void LocalDesk::Impl::refreshCounts() {
    noLine.waiting = static_cast<std::int64_t>(ledger.waitingCount());
    noLine.refused = static_cast<std::int64_t>(ledger.refusedCount());
}

/// On the writer thread. A fill is not slowed down: its end announces everything.
void LocalDesk::Impl::indexWhenIdle() {
    if (indexing || ledger.fill().running) {
        return;
    }
    indexing = true;
    writer.post(WriterThread::Priority::idle, [this] {
        indexing = false;
        if (catchUpOrMend(kIdleSliceMs)) {
            ledger.tidy();
        } else {
            indexWhenIdle();
        }
    });
}

/// On a reader's thread.
void LocalDesk::Impl::catchUpForSearch() {
    const auto caughtUp = std::make_shared<std::promise<void>>();
    std::future<void> waits = caughtUp->get_future();
    writer.post(WriterThread::Priority::agent, [this, caughtUp] {
        try {
            (void)catchUpOrMend(kSearchSliceMs);
        } catch (const std::exception& failure) {
            setTrouble(failure);  // the search answers from what is indexed
        }
        caughtUp->set_value();
    });
    waits.wait_for(kSearchWait);
}

/// On the writer thread. An index that is damaged is made anew before it grows.
bool LocalDesk::Impl::catchUpOrMend(int milliseconds) {
    try {
        return ledger.catchUpSearch(milliseconds);
    } catch (const sqlite::Failure& failure) {
        if (!search::isDamage(failure) || !ledger.mendSearch()) {
            throw;
        }
    }
    return ledger.catchUpSearch(milliseconds);
}

/// On a reader's thread. True when a search index was damaged and has been made anew: the query may be put again.
bool LocalDesk::Impl::mendSearch() {
    const auto mended = std::make_shared<std::promise<bool>>();
    std::future<bool> waits = mended->get_future();
    writer.post(WriterThread::Priority::agent, [this, mended] {
        bool done = false;
        try {
            done = ledger.mendSearch();
        } catch (const std::exception& failure) {
            setTrouble(failure);  // more than an index is damaged
        }
        mended->set_value(done);
    });
    return waits.wait_for(kMendWait) == std::future_status::ready && waits.get();
}

/// On a reader's thread. A damaged index is mended; a query that meets a damaged file is put again to a reader that finds
/// nothing. What has been moved out of it at the first attempt is still in the copy.
void LocalDesk::Impl::answer(const std::function<void(DeskReader&)>& query, DeskReader& reader) {
    for (const bool mayMend : {true, false}) {
        const std::function<void(DeskReader&)> attempt = query;
        try {
            attempt(reader);
            return;
        } catch (const sqlite::Failure& failure) {
            if (mayMend && search::isDamage(failure) && mendSearch()) {
                continue;
            }
            setTrouble(failure);
        } catch (const std::exception& failure) {
            setTrouble(failure);
        }
        break;
    }
    tellTrouble();
    EmptyDeskReader nothing;
    query(nothing);
}

void LocalDesk::Impl::tellTrouble() {
    const std::lock_guard lock(mutex);
    SyncStatus status = lastStatus;
    status.trouble = trouble;
    tell(status);
}

/// With the mutex held.
void LocalDesk::Impl::tell(const SyncStatus& status) {
    options.replies->post([weak = std::weak_ptr(statusListener), status] {
        if (const auto listener = weak.lock()) {
            (*listener)(status);
        }
    });
}

}  // namespace zhida::service
