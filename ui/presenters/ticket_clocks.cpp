// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/ticket_clocks.h"

#include "model/domain/stage_clocks.h"
#include "ui/support/rules_words.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>

namespace zhida::ui {
namespace {

struct ClockWords {
    Q_DECLARE_TR_FUNCTIONS(Clocks)
};

struct ShownState {
    QString text;
    Light light;
};

ShownState shownOf(domain::StageState state) {
    switch (state) {
        case domain::StageState::running:
            return {ClockWords::tr("● Running"), Light::green};
        case domain::StageState::paused:
            return {ClockWords::tr("◐ Stands still"), Light::grey};
        case domain::StageState::overdue:
            return {ClockWords::tr("■ Overdue"), Light::red};
        case domain::StageState::done:
            return {ClockWords::tr("✓ Done in time"), Light::green};
        case domain::StageState::doneLate:
            return {ClockWords::tr("▲ Done late"), Light::amber};
    }
    return {{}, Light::grey};
}

/// A due time that a person set has no term, and a calendar may have no year for it.
void prove(ClockLine& line, const domain::StageClock& stage, const domain::Rules& rules, Instant now,
           UtcOffset offset) {
    if (stage.clock.term.amount == 0) {
        line.why = ClockWords::tr("A person set the due time: there is nothing to count.");
        return;
    }
    const auto deadline = domain::dueOf(rules.calendar, stage.clock);
    if (!deadline) {
        line.why = words::ofError(deadline.error());
        return;
    }
    line.proof = proofOf(stage.clock, *deadline, now, offset);
    if (stage.due && *stage.due != deadline->due) {
        line.why = ClockWords::tr("The ticket is due %1: the calendar has changed since it was counted.")
                       .arg(momentText(*stage.due, now, offset));
    }
}

}  // namespace

std::vector<ClockLine> clocksOf(const domain::Ticket& ticket, const domain::Rules& rules, Instant now,
                                UtcOffset offset) {
    std::vector<ClockLine> lines;
    for (const domain::StageClock& each : domain::stageClocksOf(ticket, rules, now)) {
        const ShownState state = shownOf(each.state);
        ClockLine line;
        line.stage = words::ofRulesCode("stage", codeOf(each.stage));
        line.state = state.text;
        line.light = state.light;
        line.term = each.clock.term.amount == 0 ? QStringLiteral("–") : words::of(each.clock.term);
        line.due = each.due ? momentText(*each.due, now, offset) : QStringLiteral("–");
        line.done = each.doneAt ? momentText(*each.doneAt, now, offset) : QStringLiteral("–");
        line.main = each.stage == domain::Stage::solve || each.stage == domain::Stage::redo;
        prove(line, each, rules, now, offset);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace zhida::ui
