// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_scheduler.h"

#include <charconv>
#include <string_view>

namespace zhida::sync {
namespace {

constexpr std::size_t kAtOnce = 200;
/// The longest that a desk's command waits for timed acts.
constexpr std::int64_t kSliceMs = 10;
constexpr std::string_view kNote = "scheduler.rules";

/// "<mark of the rules> <time of a timer> <its ticket>", or the mark alone when all timers follow them.
std::optional<Timer> timerFrom(std::string_view text) {
    const std::size_t space = text.find(' ');
    const auto ticket = space == std::string_view::npos ? std::nullopt : Uuid::parse(text.substr(space + 1));
    Timer timer;
    if (!ticket || std::from_chars(text.data(), text.data() + space, timer.at.ms).ec != std::errc()) {
        return std::nullopt;
    }
    timer.ticket = TicketId{*ticket};
    return timer;
}

}  // namespace

void EngineScheduler::find() {
    const Instant steady = m_context.ports.steady.now();
    if (steady < m_next || hasWork()) {
        return;
    }
    m_next = steady.plus(m_context.tuning.timersMs);
    noticeRules();
    const Instant now = m_context.ports.clock.now();
    for (const Timer& each : m_context.ports.store.timersAfter(kFirstTimer, kAtOnce)) {
        if (each.at <= now) {
            m_due.push_back(each.ticket);
        }
    }
    m_more = m_due.size() == kAtOnce;
}

void EngineScheduler::noticeRules() {
    const std::string mark = m_reference.rulesMark();
    if (m_rules.empty()) {
        const std::string note = m_context.ports.store.note(kNote);
        const std::size_t space = note.find(' ');
        m_rules = note.substr(0, space);
        m_sweep = space == std::string::npos ? std::nullopt : timerFrom(std::string_view(note).substr(space + 1));
    }
    if (m_rules != mark) {
        m_rules = mark;
        m_sweep = kFirstTimer;
    }
}

bool EngineScheduler::timeIsLeft(Instant until) const { return m_context.ports.steady.now() <= until; }

void EngineScheduler::act() {
    ServerStore& store = m_context.ports.store;
    const Instant until = m_context.ports.steady.now().plus(kSliceMs);
    store.begin();
    try {
        std::size_t left = kAtOnce;
        for (; !m_due.empty() && timeIsLeft(until); m_due.pop_front(), --left) {
            m_judge.actOnTime(m_due.front());
        }
        if (m_sweep && left > 0 && timeIsLeft(until)) {
            sweep(until, left);
        }
        store.commit();
    } catch (...) {
        store.rollback();
        throw;
    }
    ++m_context.stats.commits;
    if (m_due.empty() && m_more) {
        m_next = m_context.ports.steady.now();
    }
}

void EngineScheduler::sweep(Instant until, std::size_t most) {
    ServerStore& store = m_context.ports.store;
    const std::vector<Timer> timers = store.timersAfter(*m_sweep, most);
    for (const Timer& each : timers) {
        if (!timeIsLeft(until)) {
            return keepSweep();
        }
        m_judge.actOnTime(each.ticket);
        m_sweep = each;
    }
    if (timers.size() < most) {
        m_sweep.reset();
    }
    keepSweep();
}

void EngineScheduler::keepSweep() {
    const std::string place = m_sweep ? " " + std::to_string(m_sweep->at.ms) + " " + m_sweep->ticket.text() : "";
    m_context.ports.store.keepNote(kNote, m_rules + place);
}

}  // namespace zhida::sync
