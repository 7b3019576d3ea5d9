// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/deadline_json.h"

#include <nlohmann/json.hpp>

namespace zhida::wire {
namespace {

using Json = nlohmann::json;

Json timeJson(const std::optional<Instant>& at, UtcOffset offset) { return at ? Json(formatIso(*at, offset)) : Json(); }

}  // namespace

Json deadlineJson(const domain::TermClock& clock, const domain::Deadline& deadline, UtcOffset offset) {
    Json segments = Json::array();
    for (const domain::Segment& each : deadline.segments) {
        segments.push_back({{"from", formatIso(each.from, offset)},
                            {"to", formatIso(each.to, offset)},
                            {"counted", each.counted},
                            {"reason", each.reason},
                            {"provisional", each.provisional},
                            {"part", each.part}});
    }
    Json parts = Json::array({{{"term", textOf(clock.term)}, {"due", formatIso(deadline.partDues.front(), offset)}}});
    for (std::size_t i = 0; i < clock.extensions.size(); ++i) {
        parts.push_back(
            {{"term", textOf(clock.extensions[i])}, {"due", formatIso(deadline.partDues.at(i + 1), offset)}});
    }
    return {{"received", formatIso(clock.received, offset)},
            {"due", formatIso(deadline.due, offset)},
            {"provisional", deadline.provisional},
            {"parts", std::move(parts)},
            {"segments", std::move(segments)}};
}

Json stageClockJson(const domain::StageClock& stage, const domain::Calendar& calendar, bool proof) {
    const UtcOffset offset = calendar.offset();
    const bool timed = stage.clock.term.amount > 0;
    Json pauses = Json::array();
    for (const domain::Pause& each : stage.clock.pauses) {
        pauses.push_back({{"from", formatIso(each.from, offset)},
                          {"to", timeJson(each.to, offset)},
                          {"approver", each.approver.value},
                          {"reason", each.reason}});
    }
    Json json{{"stage", codeOf(stage.stage)},
              {"state", codeOf(stage.state)},
              {"received", formatIso(stage.clock.received, offset)},
              {"term", timed ? Json(textOf(stage.clock.term)) : Json()},
              {"due", timeJson(stage.due, offset)},
              {"doneAt", timeJson(stage.doneAt, offset)},
              {"pauses", std::move(pauses)}};
    if (!proof) {
        return json;
    }
    json["proof"] = Json();
    if (!timed) {
        json["why"] = "byHand";
        return json;
    }
    const auto deadline = dueOf(calendar, stage.clock);
    if (deadline) {
        json["proof"] = deadlineJson(stage.clock, *deadline, offset);
    } else {
        json["why"] = deadline.error().code;
    }
    return json;
}

}  // namespace zhida::wire
