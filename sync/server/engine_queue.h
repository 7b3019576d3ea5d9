// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/engine_judge.h"
#include "sync/server/record_watch.h"
#include "sync/server/sessions.h"

#include <deque>
#include <functional>
#include <vector>

namespace zhida::sync {

/// What waits for the next transaction: pushes in the order in which they came. Group commit without waiting:
/// whatever is there when commit() is called goes together.
class EngineQueue {
public:
    EngineQueue(EngineContext& context, EngineReference& reference) : m_context(context), m_judge(context, reference) {}

    /// False, and nothing has been taken, when the desk has more unanswered than its window and a reserve allow.
    [[nodiscard]] bool push(const DeskSession& session, pb::Push push);
    void fellDue(RecordDue due) { m_due.push_back(std::move(due)); }
    /// What these sessions have queued is not judged: it stays with the desk.
    void drop(ConnectionId connection);
    [[nodiscard]] bool empty() const { return m_pushes.empty() && m_due.empty(); }

    /// One transaction for as much as commitCommands allows; then the answers go out.
    void commit();

private:
    struct Waiting {
        ConnectionId connection = 0;
        UserCode user;
        DeviceId device;
        std::uint32_t schema = 0;
        pb::Push push;
    };

    std::vector<Waiting> take();
    pb::Frame judge(const Waiting& waiting);

    EngineContext& m_context;
    EngineJudge m_judge;
    std::deque<Waiting> m_pushes;
    std::vector<RecordDue> m_due;
};

}  // namespace zhida::sync
