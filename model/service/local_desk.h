// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"
#include "model/service/desk_ledger.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace zhida::service {

struct LocalDeskOptions {
    std::filesystem::path file;
    const Clock* clock = nullptr;  ///< outlives the desk
    Rng* rng = nullptr;            ///< outlives the desk; used on the writer thread only
    Executor* replies = nullptr;   ///< outlives the desk
    UtcOffset offset;
};

/// The desk on this machine's disk: a writer thread that owns the ledger, two reader threads, a notice thread.
class LocalDesk final : public Desk {
public:
    /// Errors as DeskDatabase::open.
    [[nodiscard]] static Result<std::unique_ptr<LocalDesk>> open(const LocalDeskOptions& options);
    /// Ends the threads; what was submitted is stored first. The sync client must have let go of the desk before.
    ~LocalDesk() override;

    /// A query that the file cannot answer (damaged) is run once more with a reader that finds nothing, and the failure is told
    /// as trouble() and to the listener of onSyncStatus. A query that catches the failure itself is not.
    void read(std::function<void(DeskReader&)> query) override;
    void submit(Submission submission, std::function<void(Result<Submitted>)> reply) override;
    void submit(RecordSubmission submission, std::function<void(Result<RecordSubmitted>)> reply) override;
    void withdraw(CommandId command, std::function<void(Result<Submitted>)> reply) override;
    void submitBulk(BulkSubmission bulk, std::function<void(Result<BulkOutcome>)> reply) override;
    void undoBulk(Uuid batch, std::function<void(Result<BulkOutcome>)> reply) override;
    void saveDraft(Draft draft, std::function<void(Status)> reply) override;
    void correct(Correction correction, std::function<void(Status)> reply) override;
    void discardDraft(std::string key, std::function<void(Status)> reply) override;
    void dismissRefusal(CommandId command, std::function<void(Status)> reply) override;
    void onChange(std::function<void(const ChangeSet&)> listener) override;
    void onSyncStatus(std::function<void(const SyncStatus&)> listener) override;
    [[nodiscard]] SyncGateway& sync() override;
    [[nodiscard]] const domain::UserProfile& user() const override;
    [[nodiscard]] UtcOffset offset() const override;
    [[nodiscard]] Executor& replies() override;

    /// The line to the centre; nullptr: none (the desk then answers as offline). Must outlive its use here.
    void setSync(SyncGateway* gateway);
    /// For the sync client: tells the listener of onSyncStatus. Thread-safe.
    void publishStatus(const SyncStatus& status);
    /// Runs `work` on the writer thread, after whatever the agent has submitted so far. Thread-safe. Changes that it makes
    /// are announced by themselves. An sqlite::Failure that escapes is kept as trouble() and ends this work only.
    void onLedger(std::function<void(DeskLedger&)> work);
    /// The same thread as an executor, for timers and engines that must share it.
    [[nodiscard]] Executor& ledgerThread();
    /// Why the writer or a reader last failed; code empty when none has.
    [[nodiscard]] Error trouble() const;

private:
    class Impl;
    explicit LocalDesk(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace zhida::service
