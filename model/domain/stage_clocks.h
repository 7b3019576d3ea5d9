// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules.h"
#include "model/domain/ticket.h"

#include <optional>
#include <vector>

/// Every stage of a ticket has its own clock: 天平 accepts in a minute, dispatches in fifteen, solves in 24 hours; 白银 phones
/// within half an hour. Which stages a city times, and how long, is its deadline table.
namespace zhida::domain {

/// When what happened; nothing: not yet. Begin and end of the stages.
struct StageTimes {
    Instant received;
    std::optional<Instant> accepted = {};
    std::optional<Instant> dispatched = {};
    std::optional<Instant> withLead = {};   ///< the unit that leads now has had it since
    std::optional<Instant> contacted = {};  ///< that unit's first call to the caller
    std::optional<Instant> signedFor = {};
    std::optional<Instant> returnRequested = {};
    std::optional<Instant> submitted = {};
    std::optional<Instant> calledBack = {};
    std::optional<Instant> redoStarted = {};
    std::optional<Instant> redoSubmitted = {};
    std::optional<Instant> solved = {};
};

enum class StageState : std::uint8_t {
    running = 1,
    paused,   ///< stands still: no due time until it runs again
    overdue,  ///< not done, and late
    done,
    doneLate,
};

struct StageClock {
    Stage stage = Stage::solve;
    TermClock clock;
    std::optional<Instant> due;  ///< nothing while it stands still
    std::optional<Instant> doneAt;
    StageState state = StageState::running;
    bool operator==(const StageClock&) const = default;
};

/// The stages that have begun and that `rules` give a term for such a matter, in the order of Stage. A pause stops them all.
/// The due time itself is still in time. Its proof: dueOf(rules.calendar, clock).
std::vector<StageClock> stageClocks(const Rules& rules, const Matter& matter, const StageTimes& times,
                                    const std::vector<Pause>& pauses, Instant now);

/// Of a ticket that is done anew: those of the redo, its receipt apart.
StageTimes stageTimesOf(const Ticket& ticket);

/// The clocks of one ticket. Solving (or its redo, which takes its place) runs as the ticket's own clock does, with extensions;
/// a due time that a person has set has no clock: its term is empty, and there is no proof.
std::vector<StageClock> stageClocksOf(const Ticket& ticket, const Rules& rules, Instant now);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::StageState, 5, {running, "running"}, {paused, "paused"}, {overdue, "overdue"},
            {done, "done"}, {doneLate, "doneLate"});
