// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/decide.h"
#include "model/domain/record_command.h"
#include "sync/server/engine_reference.h"
#include "sync/server/server_store.h"
#include "sync/server/sessions.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace zhida::sync {

struct Verdict {
    CommandAnswer answer;
    bool later = false;  ///< not judged and not stored: this build does not know such a command
};

/// Judges commands inside the store's transaction: once each, with the rights of now.
class EngineJudge {
public:
    EngineJudge(EngineContext& context, EngineReference& reference) : m_context(context), m_reference(reference) {}

    /// At the start of a transaction.
    void newBatch() { m_accounts.clear(); }
    /// A command as a desk pushed it. `theirSchema`: of that desk's commands.
    Verdict judge(const CommandId& id, std::string_view body, const UserCode& user, const DeviceId& device,
                  std::uint32_t theirSchema);
    /// 认领到期: gives the ticket back when its claim ran out before now. The command's id follows from ticket and time, so it
    /// happens once however often it is tried.
    void releaseExpired(const TicketId& ticket);
    /// 待复核: opens the task of an article that is due on that day, once for article, version and day.
    void articleFellDue(const std::string& article, const std::string& day);

private:
    /// Who cannot see a ticket cannot act on it; but words written on a revision that was in his sight are kept as a late
    /// answer (which brings the ticket back to him).
    bool hadInSight(const domain::Command& command, const domain::UserProfile& actor);
    CommandAnswer decideAndAppend(const domain::Command& command, const domain::UserProfile& actor);
    /// What a command names besides its own ticket.
    struct Beside {
        std::optional<domain::Ticket> other;   ///< of a merge, if the actor may see it
        std::optional<domain::Ticket> before;  ///< of an undo
        UserCode undoneBy;
    };
    Beside besideOf(const domain::Command& command, const domain::UserProfile& actor);
    CommandAnswer decideRecord(const domain::RecordCommand& command, const domain::UserProfile& actor);
    /// A consultation that was closed without an article: its unit is asked for one.
    void askForArticle(const std::optional<domain::Ticket>& before, const domain::Ticket& after);
    /// With the rights of today.
    Result<domain::UserProfile> actorOf(const UserCode& user);
    Status mayTakeOver(const domain::HandOver& command, const domain::Ticket& ticket);
    CommandAnswer store(CommandAnswer answer, const DeviceId& device);

    EngineContext& m_context;
    EngineReference& m_reference;
    std::map<UserCode, std::optional<Account>> m_accounts;
};

}  // namespace zhida::sync
