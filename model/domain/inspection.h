// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules_policies.h"
#include "model/domain/ticket.h"

#include <optional>

#include <string>
#include <vector>

/// 质检: which tickets of a day are looked at, and what a filled sheet is worth.
namespace zhida::domain {

/// A ticket of the day and who handled it.
struct InspectionCandidate {
    TicketId ticket;
    UserCode person;
};

/// A ticket that was done on that day, for whoever answered it last: the specialist, else who replied for the lead unit, else who
/// registered it. Nothing for another day's.
std::optional<InspectionCandidate> inspectionCandidateOf(const Ticket& ticket, Day day, UtcOffset offset);

/// The drawn ones, in the order given: so many per cent of the day (rounded up) and at least so many of every person, as far as
/// there are any. The same seed, day and tickets give the same sample, in whatever order they come.
std::vector<InspectionCandidate> drawInspection(const InspectionPolicy& policy, Day day,
                                                const std::vector<InspectionCandidate>& candidates);

struct InspectionMark {
    std::string item;
    int points = 0;
    std::string remark = {};
    bool operator==(const InspectionMark&) const = default;
};

struct InspectionScore {
    int points = 0;
    int of = 0;
    bool passed = false;
    bool operator==(const InspectionScore&) const = default;
};

/// Errors: inspection.unknownItem{item} inspection.twice{item} inspection.points{item,most} inspection.missing{item}
Result<InspectionScore> scoreOf(const InspectionPolicy& policy, const std::vector<InspectionMark>& marks);

}  // namespace zhida::domain
