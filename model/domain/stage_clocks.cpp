// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/stage_clocks.h"

#include <array>

namespace zhida::domain {
namespace {

struct Bounds {
    Stage stage;
    std::optional<Instant> StageTimes::*begin;  ///< null: receipt
    std::optional<Instant> StageTimes::*end;
};

/// As Stage says it.
constexpr std::array<Bounds, 8> kBounds{{{Stage::accept, nullptr, &StageTimes::accepted},
                                         {Stage::dispatch, nullptr, &StageTimes::dispatched},
                                         {Stage::firstContact, &StageTimes::dispatched, &StageTimes::contacted},
                                         {Stage::sign, &StageTimes::dispatched, &StageTimes::signedFor},
                                         {Stage::returnRequest, &StageTimes::dispatched, &StageTimes::returnRequested},
                                         {Stage::solve, nullptr, &StageTimes::solved},
                                         {Stage::callback, &StageTimes::submitted, &StageTimes::calledBack},
                                         {Stage::redo, &StageTimes::redoStarted, &StageTimes::redoSubmitted}}};

StageState stateOf(const StageClock& stage, Instant now) {
    if (!stage.due) {
        return stage.doneAt ? StageState::done : StageState::paused;
    }
    if (stage.doneAt) {
        return *stage.doneAt <= *stage.due ? StageState::done : StageState::doneLate;
    }
    return now <= *stage.due ? StageState::running : StageState::overdue;
}

}  // namespace

std::vector<StageClock> stageClocks(const Rules& rules, const Matter& matter, const StageTimes& times,
                                    const std::vector<Pause>& pauses, Instant now) {
    std::vector<StageClock> clocks;
    for (const Bounds& each : kBounds) {
        const auto begin = each.begin == nullptr ? std::optional(times.received) : times.*each.begin;
        const auto choice = begin ? rules.termOf(each.stage, matter) : std::nullopt;
        if (!choice) {
            continue;
        }
        StageClock stage{each.stage, {*begin, choice->term, {}, pauses}, {}, times.*each.end, {}};
        if (const auto deadline = dueOf(rules.calendar, stage.clock)) {
            stage.due = deadline->due;
        }
        stage.state = stateOf(stage, now);
        clocks.push_back(std::move(stage));
    }
    return clocks;
}

}  // namespace zhida::domain
