// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/local_desk.h"

#include "model/search/index_tables.h"
#include "model/service/change_notices.h"
#include "model/service/empty_desk_reader.h"
#include "model/service/no_line.h"
#include "model/service/sqlite_desk_reader.h"
#include "model/service/writer_thread.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <utility>

namespace zhida::service {
namespace {

/// The longest that the idle writer indexes in one go.
constexpr int kIdleSliceMs = 20;
/// What a search lets the writer do before it answers, and how long it waits for it.
constexpr int kSearchSliceMs = 250;
constexpr std::chrono::seconds kSearchWait{2};
constexpr std::chrono::seconds kMendWait{60};

Error errorOf(const std::exception& failure) {
    if (const auto* known = dynamic_cast<const sqlite::Failure*>(&failure)) {
        return sqlite::toError(*known);
    }
    return Error("internal", {{"detail", failure.what()}});
}

}  // namespace

class LocalDesk::Impl {
public:
    Impl(const LocalDeskOptions& chosen, storage::DeskDatabase file)
        : options(chosen), ledger(std::move(file), *chosen.clock, *chosen.rng), notices(*chosen.replies) {
        refreshUser();
        refreshCounts();
    }

    Status openReaders();
    /// `work` on the writer thread, then what follows from every change.
    void onWriter(WriterThread::Priority priority, std::function<void()> work) {
        writer.post(priority, [this, work = std::move(work)] {
            work();
            afterWork();
        });
    }
    void afterWork();
    /// afterWork for an act whose outcome stands, whatever becomes of the announcement.
    void announce() noexcept {
        try {
            afterWork();
        } catch (const std::exception& failure) {
            setTrouble(failure);
        }
    }
    /// What has just been stored goes out; whether it does or not, it is stored.
    void push() noexcept {
        try {
            line.load()->push();
        } catch (const std::exception& failure) {
            setTrouble(failure);
        }
    }
    void refreshUser();
    void refreshCounts();
    void indexWhenIdle();
    void catchUpForSearch();
    bool catchUpOrMend(int milliseconds);
    bool mendSearch();
    void answer(const std::function<void(DeskReader&)>& query, DeskReader& reader);
    void tellTrouble();
    void tell(const SyncStatus& status);
    void setTrouble(const std::exception& failure) {
        const std::lock_guard lock(mutex);
        trouble = errorOf(failure);
    }
    /// What `act` returns, or why the disk would not; the reply on the reply executor.
    template <class T>
    void write(std::function<Result<T>(DeskLedger&)> act, std::function<void(Result<T>)> reply) {
        writer.post(WriterThread::Priority::agent, [this, act = std::move(act), reply = std::move(reply)] {
            Result<T> outcome = attempt<T>(act);
            if (reply) {
                options.replies->post([reply, outcome = std::move(outcome)]() mutable { reply(std::move(outcome)); });
            }
        });
    }
    /// Submits; the line takes it as soon as the command is stored.
    template <class T, class What>
    std::function<Result<T>(DeskLedger&)> submitting(What what) {
        return [this, what = std::move(what)](DeskLedger& file) { return file.submit(what, [this] { push(); }); };
    }
    template <class T>
    Result<T> attempt(const std::function<Result<T>(DeskLedger&)>& act) {
        try {
            Result<T> outcome = act(ledger);
            announce();
            return outcome;
        } catch (const std::exception& failure) {
            setTrouble(failure);
            return errorOf(failure);
        }
    }

    struct Reader {
        std::unique_ptr<SqliteDeskReader> queries;
        std::atomic<int> waiting{0};
        std::unique_ptr<ThreadExecutor> thread;
    };
    class LedgerThread final : public Executor {
    public:
        explicit LedgerThread(Impl& owner) : m_owner(owner) {}
        void post(std::function<void()> task) override {
            m_owner.onWriter(WriterThread::Priority::sync, std::move(task));
        }

    private:
        Impl& m_owner;
    };

    LocalDeskOptions options;
    DeskLedger ledger;
    mutable std::mutex mutex;
    Error trouble;
    SyncStatus lastStatus;  ///< of the line
    std::vector<std::unique_ptr<const domain::UserProfile>>
        users;  ///< the last one counts; none goes while the desk lives
    std::shared_ptr<std::function<void(const SyncStatus&)>> statusListener;
    NoLine noLine;
    std::atomic<SyncGateway*> line{&noLine};
    bool indexing = false;  ///< on the writer thread
    ChangeNotices notices;
    LedgerThread ledgerThread{*this};
    WriterThread writer{[this](const std::exception& failure) { setTrouble(failure); }};
    std::array<Reader, 2> readers;  ///< last: they may wait for the writer
};

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

LocalDesk::LocalDesk(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

LocalDesk::~LocalDesk() = default;

Result<std::unique_ptr<LocalDesk>> LocalDesk::open(const LocalDeskOptions& options) {
    Result<storage::DeskDatabase> file = storage::DeskDatabase::open(options.file);
    if (!file) {
        return file.error();
    }
    try {
        auto impl = std::make_unique<Impl>(options, std::move(*file));
        if (const Status status = impl->openReaders(); !status) {
            return status.error();
        }
        return std::unique_ptr<LocalDesk>(new LocalDesk(std::move(impl)));
    } catch (const sqlite::Failure& failure) {
        return sqlite::toError(failure);
    }
}

void LocalDesk::read(std::function<void(DeskReader&)> query) {
    auto& readers = m_impl->readers;
    Impl::Reader& reader = readers[0].waiting <= readers[1].waiting ? readers[0] : readers[1];
    ++reader.waiting;
    reader.thread->post([impl = m_impl.get(), &reader, query = std::move(query)] {
        struct Leave {
            std::atomic<int>& waiting;
            ~Leave() { --waiting; }
        } const leave{reader.waiting};
        impl->answer(query, *reader.queries);
    });
}

void LocalDesk::submit(Submission submission, std::function<void(Result<Submitted>)> reply) {
    m_impl->write<Submitted>(m_impl->submitting<Submitted>(std::move(submission)), std::move(reply));
}

void LocalDesk::submit(RecordSubmission submission, std::function<void(Result<RecordSubmitted>)> reply) {
    m_impl->write<RecordSubmitted>(m_impl->submitting<RecordSubmitted>(std::move(submission)), std::move(reply));
}

void LocalDesk::saveDraft(Draft draft, std::function<void(Status)> reply) {
    m_impl->write<Done>(
        [draft = std::move(draft)](DeskLedger& ledger) {
            ledger.saveDraft(draft);
            return done();
        },
        std::move(reply));
}

void LocalDesk::correct(Correction correction, std::function<void(Status)> reply) {
    m_impl->write<Done>([correction = std::move(correction)](DeskLedger& ledger) { return ledger.correct(correction); },
                        std::move(reply));
}

void LocalDesk::discardDraft(std::string key, std::function<void(Status)> reply) {
    m_impl->write<Done>(
        [key = std::move(key)](DeskLedger& ledger) {
            ledger.discardDraft(key);
            return done();
        },
        std::move(reply));
}

void LocalDesk::dismissRefusal(CommandId command, std::function<void(Status)> reply) {
    m_impl->write<Done>([command](DeskLedger& ledger) { return ledger.dismissRefusal(command); }, std::move(reply));
}

void LocalDesk::onChange(std::function<void(const ChangeSet&)> listener) {
    m_impl->notices.listen(std::move(listener));
}

void LocalDesk::onSyncStatus(std::function<void(const SyncStatus&)> listener) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->statusListener =
        listener ? std::make_shared<std::function<void(const SyncStatus&)>>(std::move(listener)) : nullptr;
}

void LocalDesk::publishStatus(const SyncStatus& status) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->lastStatus = status;
    m_impl->tell(status);
}

SyncGateway& LocalDesk::sync() { return *m_impl->line.load(); }

void LocalDesk::setSync(SyncGateway* gateway) { m_impl->line = gateway == nullptr ? &m_impl->noLine : gateway; }

const domain::UserProfile& LocalDesk::user() const {
    const std::lock_guard lock(m_impl->mutex);
    return *m_impl->users.back();
}

UtcOffset LocalDesk::offset() const { return m_impl->options.offset; }

Executor& LocalDesk::replies() { return *m_impl->options.replies; }

void LocalDesk::onLedger(std::function<void(DeskLedger&)> work) {
    m_impl->onWriter(WriterThread::Priority::sync,
                     [impl = m_impl.get(), work = std::move(work)] { work(impl->ledger); });
}

Executor& LocalDesk::ledgerThread() { return m_impl->ledgerThread; }

Error LocalDesk::trouble() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->trouble;
}

}  // namespace zhida::service
