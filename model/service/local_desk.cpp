// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/local_desk_impl.h"

#include <algorithm>
#include <utility>

namespace zhida::service {
namespace {

constexpr std::string_view kHistoryMissing = "undo.historyMissing";

}  // namespace

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
    m_impl->write<Submitted>(
        [impl = m_impl.get(), submission = std::move(submission)](DeskLedger& ledger) {
            Result<Submitted> outcome = ledger.submit(submission, [impl] { impl->push(); });
            if (!outcome && outcome.error().code == kHistoryMissing) {
                impl->line.load()->fetchHistory(*submission.ticket);
            }
            return outcome;
        },
        std::move(reply));
}

void LocalDesk::submit(RecordSubmission submission, std::function<void(Result<RecordSubmitted>)> reply) {
    m_impl->write<RecordSubmitted>(
        [impl = m_impl.get(), submission = std::move(submission)](DeskLedger& ledger) {
            return ledger.submit(submission, [impl] { impl->push(); });
        },
        std::move(reply));
}

void LocalDesk::withdraw(CommandId command, std::function<void(Result<Submitted>)> reply) {
    m_impl->write<Submitted>([command](DeskLedger& ledger) { return ledger.withdraw(command); }, std::move(reply));
}

void LocalDesk::submitBulk(BulkSubmission bulk, std::function<void(Result<BulkOutcome>)> reply) {
    m_impl->write<BulkOutcome>(
        [impl = m_impl.get(), bulk = std::move(bulk)](DeskLedger& ledger) {
            Result<BulkOutcome> outcome = ledger.submitBulk(bulk);
            impl->line.load()->wake();
            return outcome;
        },
        std::move(reply));
}

void LocalDesk::undoBulk(Uuid batch, std::function<void(Result<BulkOutcome>)> reply) {
    m_impl->write<BulkOutcome>(
        [impl = m_impl.get(), batch](DeskLedger& ledger) {
            Result<BulkOutcome> outcome = ledger.undoBulk(batch);
            for (const auto& [ticket, why] : outcome ? outcome->refused : std::vector<std::pair<TicketId, Error>>{}) {
                if (why.code == kHistoryMissing) {
                    impl->line.load()->fetchHistory(ticket);
                }
            }
            impl->line.load()->wake();
            return outcome;
        },
        std::move(reply));
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
    m_impl->write<Done>([impl = m_impl.get(), correction = std::move(correction)](
                            DeskLedger& ledger) { return ledger.correct(correction, [impl] { impl->push(); }); },
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
