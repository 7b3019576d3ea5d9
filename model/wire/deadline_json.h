// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/stage_clocks.h"

#include <nlohmann/json_fwd.hpp>

/// Deadlines with their proofs, for `zhida-admin deadline --json` and the headless desk alike.
namespace zhida::wire {

/// {"received","due","provisional","parts":[{"term","due"}],"segments":[{"from","to","counted","reason","provisional","part"}]}
nlohmann::json deadlineJson(const domain::TermClock& clock, const domain::Deadline& deadline, UtcOffset offset);

/// {"stage","state","received","term","due","doneAt","pauses":[…],"proof"?}: the proof when it is wanted and there is one; "why"
/// tells when there is none: an error's code (nobody can tell while it stands still), or "byHand" (a person set the due time).
nlohmann::json stageClockJson(const domain::StageClock& stage, const domain::Calendar& calendar, bool proof);

}  // namespace zhida::wire
