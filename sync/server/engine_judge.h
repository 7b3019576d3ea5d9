// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/decide.h"
#include "model/domain/record_command.h"
#include "model/domain/timed_acts.h"
#include "sync/server/engine_reference.h"
#include "sync/server/record_watch.h"
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
    /// 待复核: opens the task of an article that is due on that day, once for article, version and day. Anything else goes.
    void recordFellDue(const RecordDue& due);
    /// Does to the ticket what is due of its timed acts, as the system, each once however often it is tried; then sets its timer.
    void actOnTime(const TicketId& ticket);

private:
    /// Who cannot see a ticket cannot act on it; but words written on a revision that was in his sight are kept as a late
    /// answer (which brings the ticket back to him).
    bool hadInSight(const domain::Command& command, const domain::UserProfile& actor);
    /// What a command looks at besides its own ticket, and whoever does it.
    struct Beside {
        std::optional<domain::Ticket> other;
        std::optional<domain::Ticket> before;
        UserCode undoneBy;
    };
    Beside lookBeside(const domain::Command& command, const domain::UserProfile& actor);
    void actAsSystem(const domain::TimedAct& act, const CommandId& id, const domain::Ticket& ticket);
    CommandAnswer decideAndAppend(const domain::Command& command, const domain::UserProfile& actor);
    CommandAnswer decideRecord(const domain::RecordCommand& command, const domain::UserProfile& actor);
    /// A consultation that was closed without an article: its unit is asked for one.
    void askForArticle(const std::optional<domain::Ticket>& before, const domain::Ticket& after);
    /// 短信通知: what the rules send by message for this change goes into the gateway's work list.
    void writeMessages(const std::optional<domain::Ticket>& before, const domain::Ticket& after, const CommandId& id);
    /// With the rights of today.
    Result<domain::UserProfile> actorOf(const UserCode& user);
    Status mayTakeOver(const domain::HandOver& command, const domain::Ticket& ticket);
    CommandAnswer store(CommandAnswer answer, const DeviceId& device);

    EngineContext& m_context;
    EngineReference& m_reference;
    std::map<UserCode, std::optional<Account>> m_accounts;
};

}  // namespace zhida::sync
