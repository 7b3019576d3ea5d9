// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/stage_clocks.h"

#include <algorithm>
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
                                         {Stage::firstContact, &StageTimes::withLead, &StageTimes::contacted},
                                         {Stage::sign, &StageTimes::withLead, &StageTimes::signedFor},
                                         {Stage::returnRequest, &StageTimes::withLead, &StageTimes::returnRequested},
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

/// Pauses of the ticket's clock stop the other stages too.
std::vector<Pause> pausesOf(const Ticket& ticket) { return ticket.clock ? ticket.clock->pauses : std::vector<Pause>{}; }

/// As it really runs.
StageClock mainClock(const Ticket& ticket, Stage stage, std::optional<Instant> doneAt, Instant now) {
    StageClock main{stage,
                    ticket.clock.value_or(TermClock{ticket.redoneAt.value_or(ticket.createdAt), {}, {}, {}}),
                    ticket.due,
                    doneAt,
                    {}};
    main.state = stateOf(main, now);
    return main;
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

StageTimes stageTimesOf(const Ticket& ticket) {
    StageTimes times;
    times.received = ticket.createdAt;
    times.accepted = ticket.acceptedAt;
    times.dispatched = ticket.dispatchedAt;
    times.submitted = ticket.submittedAt;
    times.calledBack = ticket.calledBackAt >= ticket.submittedAt ? ticket.calledBackAt : std::nullopt;
    times.redoStarted = ticket.redoneAt;
    times.solved = ticket.submittedAt ? ticket.submittedAt : ticket.closedAt;
    times.redoSubmitted = ticket.redoneAt ? times.solved : std::nullopt;
    const Assignment* lead = ticket.lead();
    if (lead == nullptr) {
        return times;
    }
    times.withLead = lead->dispatchedAt;
    times.signedFor = lead->signedAt;
    for (const Contact& each : ticket.contacts) {
        if (!times.contacted && each.unit == lead->unit && each.at >= lead->dispatchedAt) {
            times.contacted = each.at;
        }
    }
    if (lead->returnRequest) {
        times.returnRequested = lead->returnRequest->at;
    } else if (lead->reply) {
        times.returnRequested = lead->reply->at;  // whoever answers has taken it
    }
    return times;
}

std::vector<StageClock> stageClocksOf(const Ticket& ticket, const Rules& rules, Instant now) {
    const StageTimes times = stageTimesOf(ticket);
    const Stage main = ticket.redoneAt ? Stage::redo : Stage::solve;
    std::vector<StageClock> clocks = stageClocks(rules, matterOf(ticket), times, pausesOf(ticket), now);
    std::erase_if(clocks,
                  [](const StageClock& each) { return each.stage == Stage::solve || each.stage == Stage::redo; });
    if (ticket.due || ticket.clock) {
        const auto after =
            std::find_if(clocks.begin(), clocks.end(), [main](const StageClock& each) { return each.stage > main; });
        clocks.insert(after, mainClock(ticket, main, times.solved, now));
    }
    return clocks;
}

}  // namespace zhida::domain
