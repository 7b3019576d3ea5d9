// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"
#include "model/domain/calendar.h"
#include "model/domain/deadline.h"
#include "model/domain/terms.h"

#include <optional>
#include <string>
#include <vector>

/// What differs from city to city, read from resources/procedures and the calendar; see docs/data-model.md.
namespace zhida::domain {

struct DeadlineRule {
    std::optional<AppealType> appealType;  ///< none: any
    std::optional<Urgency> urgency;        ///< none: any
    Term term;
};

/// A code with its words, as the rules name reasons.
struct CodedText {
    std::string code;
    std::string zh;
    std::string en;
};

struct RoutingRule {
    std::string categoryPrefix;
    UnitCode unit;
};

struct OpinionPreset {
    UnitCode unit;  ///< empty: for all
    std::string categoryPrefix;
    std::string text;
};

struct Rules {
    std::string centreName;
    std::string region6;  ///< first six digits of the ticket number
    Calendar calendar;
    std::vector<DeadlineRule> deadlines;  ///< the first that fits counts
    int claimLeaseMinutes = 15;
    int callbackAttempts = 3;    ///< unanswered calls until a ticket may close as unreachable
    bool wholeCallback = false;  ///< 全量回访: direct answers are called back too
    std::vector<CodedText> returnReasons;
    std::vector<RoutingRule> routing;
    std::vector<OpinionPreset> opinionPresets;

    /// When a ticket of this kind received at `received` is due; nothing when no rule fits.
    [[nodiscard]] std::optional<Instant> dueOf(AppealType type, Urgency urgency, Instant received) const;
    /// The unit that the longest fitting category prefix names; empty when none fits.
    [[nodiscard]] UnitCode proposedUnit(const CategoryCode& category) const;
    [[nodiscard]] bool knowsReturnReason(std::string_view code) const;
};

}  // namespace zhida::domain
