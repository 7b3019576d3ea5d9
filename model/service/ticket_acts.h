// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"
#include "model/service/ledger_file.h"

#include <string>

namespace zhida::service {

/// What the agent does to tickets, and takes back. It goes into the outbox alone: what it shows follows from there
/// (LedgerFile::showSubmitted). In the caller's transaction, by a user who has signed in. Errors as DeskLedger says.
class TicketActs {
public:
    explicit TicketActs(LedgerFile& file) : m_file(file) {}

    Result<Submitted> submit(const Submission& submission, const Uuid& batch = {});
    Result<Submitted> undo(Submission submission);
    Result<Submitted> withdraw(const storage::OutboxRow& row);
    BulkOutcome submitBulk(const BulkSubmission& bulk);
    BulkOutcome undoBulk(const Uuid& batch);
    /// There is a line: what need not rest may leave as soon as it is stored.
    void setLive(bool live) { m_live = live; }

private:
    Result<domain::Command> prepare(const Submission& submission);
    Result<CommandId> lastOwn(const TicketId& ticket);
    storage::OutboxWait waitOf(const domain::Command& command, const Uuid& batch);
    std::string numberOf(const domain::Command& command);

    LedgerFile& m_file;
    bool m_live = false;
};

}  // namespace zhida::service
