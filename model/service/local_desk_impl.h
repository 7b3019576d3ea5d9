// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/change_notices.h"
#include "model/service/local_desk.h"
#include "model/service/no_line.h"
#include "model/service/sqlite_desk_reader.h"
#include "model/service/writer_thread.h"

#include <array>
#include <atomic>
#include <mutex>
#include <utility>

/// Internal to LocalDesk: its threads, the ledger, and who is told what. local_desk.cpp has what callers ask for.
namespace zhida::service {

[[nodiscard]] Error errorOf(const std::exception& failure);

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

}  // namespace zhida::service
