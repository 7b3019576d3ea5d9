// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_queue.h"

#include "sync/protocol/convert.h"

#include <algorithm>
#include <utility>

namespace zhida::sync {

bool EngineQueue::push(const DeskSession& session, pb::Push push) {
    const auto mine = std::count_if(m_pushes.begin(), m_pushes.end(),
                                    [&session](const Waiting& each) { return each.connection == session.connection; });
    if (static_cast<std::size_t>(mine) >= 2 * m_context.tuning.pushWindow) {
        return false;
    }
    m_pushes.push_back(
        {session.connection, session.profile.user, session.device, session.hello.schema(), std::move(push)});
    return true;
}

void EngineQueue::drop(ConnectionId connection) {
    std::erase_if(m_pushes, [connection](const Waiting& each) { return each.connection == connection; });
}

std::vector<EngineQueue::Waiting> EngineQueue::take() {
    std::vector<Waiting> taken;
    std::size_t commands = 0;
    while (!m_pushes.empty() && (taken.empty() || commands < m_context.tuning.commitCommands)) {
        commands += static_cast<std::size_t>(m_pushes.front().push.commands_size());
        taken.push_back(std::move(m_pushes.front()));
        m_pushes.pop_front();
    }
    return taken;
}

pb::Frame EngineQueue::judge(const Waiting& waiting) {
    pb::Frame frame;
    for (const pb::PushedCommand& each : waiting.push.commands()) {
        const Verdict verdict =
            m_judge.judge(idOf<CommandId>(each.id()), each.body(), waiting.user, waiting.device, waiting.schema);
        pb::Answer& answer = *frame.mutable_answers()->add_answers();
        answer.set_command(each.id());
        answer.set_seq(verdict.answer.seq);
        answer.set_later(verdict.later);
        if (!verdict.answer.refusal.code.empty()) {
            toPb(verdict.answer.refusal, *answer.mutable_refusal());
        }
    }
    return frame;
}

void EngineQueue::commit() {
    const std::vector<Waiting> taken = take();
    const std::vector<RecordDue> due = std::exchange(m_due, {});
    std::vector<pb::Frame> answers;
    ServerStore& store = m_context.ports.store;
    store.begin();
    try {
        m_judge.newBatch();
        std::transform(taken.begin(), taken.end(), std::back_inserter(answers),
                       [this](const Waiting& each) { return judge(each); });
        for (const RecordDue& each : due) {
            m_judge.recordFellDue(each);
        }
        store.commit();
    } catch (...) {
        store.rollback();
        throw;
    }
    ++m_context.stats.commits;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (DeskSession* session = m_context.find(taken[i].connection)) {
            (void)session->protocol.send(answers[i]);
        }
    }
}

}  // namespace zhida::sync
