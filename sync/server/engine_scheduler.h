// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/engine_judge.h"
#include "sync/server/engine_reference.h"
#include "sync/server/sessions.h"

#include <deque>
#include <optional>
#include <string>

namespace zhida::sync {

/// Time acts: the system does as commands what is due, each once, also after a downtime (model/domain/timed_acts.h). The work
/// list is the store's timers; a turn takes a bounded slice of it, so that desks never wait for a backlog. When rules or
/// calendar have changed, every timer is worked out anew, a slice at a time; a restart goes on where it was.
class EngineScheduler {
public:
    EngineScheduler(EngineContext& context, EngineReference& reference)
        : m_context(context), m_reference(reference), m_judge(context, reference) {}

    /// Looks for work, now and then.
    void find();
    [[nodiscard]] bool hasWork() const { return !m_due.empty() || m_sweep.has_value(); }
    /// One slice in a transaction of its own.
    void act();
    /// When find() wants to be called, by the steady clock.
    [[nodiscard]] Instant next() const { return m_next; }

private:
    void noticeRules();
    void sweep(Instant until, std::size_t most);
    void keepSweep();
    [[nodiscard]] bool timeIsLeft(Instant until) const;

    EngineContext& m_context;
    EngineReference& m_reference;
    EngineJudge m_judge;
    Instant m_next;
    std::deque<TicketId> m_due;
    bool m_more = false;           ///< more is due than m_due took
    std::string m_rules;           ///< mark of the rules that all timers up to m_sweep follow
    std::optional<Timer> m_sweep;  ///< where working out anew goes on
};

}  // namespace zhida::sync
