// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/inspection.h"

#include "model/domain/draw.h"

#include <algorithm>
#include <map>
#include <set>

namespace zhida::domain {
namespace {

std::vector<std::string> textsOf(const std::vector<InspectionCandidate>& candidates,
                                 const std::vector<std::size_t>& which) {
    std::vector<std::string> texts;
    for (const std::size_t i : which) {
        texts.push_back(candidates[i].ticket.text());
    }
    return texts;
}

const InspectionMark* markOf(const std::vector<InspectionMark>& marks, const std::string& item) {
    const auto it = std::find_if(marks.begin(), marks.end(), [&](const InspectionMark& m) { return m.item == item; });
    return it == marks.end() ? nullptr : &*it;
}

Status checkMarks(const InspectionPolicy& policy, const std::vector<InspectionMark>& marks) {
    std::set<std::string> seen;
    for (const InspectionMark& mark : marks) {
        const auto item = std::find_if(policy.items.begin(), policy.items.end(),
                                       [&mark](const InspectionItem& each) { return each.code == mark.item; });
        if (item == policy.items.end()) {
            return Error("inspection.unknownItem", {{"item", mark.item}});
        }
        if (!seen.insert(mark.item).second) {
            return Error("inspection.twice", {{"item", mark.item}});
        }
        if (mark.points < 0 || mark.points > item->points) {
            return Error("inspection.points", {{"item", mark.item}, {"most", std::to_string(item->points)}});
        }
    }
    return done();
}

UserCode answeredBy(const Ticket& ticket) {
    if (ticket.directAnswer) {
        return ticket.directAnswer->user;
    }
    const Assignment* const lead = ticket.lead();
    return lead != nullptr && lead->reply ? lead->reply->user : ticket.registeredBy;
}

}  // namespace

std::optional<InspectionCandidate> inspectionCandidateOf(const Ticket& ticket, Day day, UtcOffset offset) {
    const bool done = !isOpen(ticket.state) && ticket.closedAt && localDay(*ticket.closedAt, offset) == day;
    return done ? std::optional(InspectionCandidate{ticket.id, answeredBy(ticket)}) : std::nullopt;
}

std::vector<InspectionCandidate> drawInspection(const InspectionPolicy& policy, Day day,
                                                const std::vector<InspectionCandidate>& candidates) {
    std::vector<std::size_t> everyone;
    std::map<UserCode, std::vector<std::size_t>> byPerson;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        everyone.push_back(i);
        byPerson[candidates[i].person].push_back(i);
    }
    std::set<std::size_t> drawn;
    const auto take = [&](const std::vector<std::size_t>& from, std::size_t count) {
        for (const std::size_t at : draw(policy.seed, day, textsOf(candidates, from), count)) {
            drawn.insert(from[at]);
        }
    };
    take(everyone, shareOf(candidates.size(), policy.samplePercent));
    for (const auto& [person, tickets] : byPerson) {
        take(tickets, static_cast<std::size_t>(std::max(0, policy.atLeast)));
    }
    std::vector<InspectionCandidate> sample;
    for (const std::size_t i : drawn) {
        sample.push_back(candidates[i]);
    }
    return sample;
}

Result<InspectionScore> scoreOf(const InspectionPolicy& policy, const std::vector<InspectionMark>& marks) {
    if (const Status fit = checkMarks(policy, marks); !fit) {
        return fit.error();
    }
    InspectionScore score;
    bool mustPassLost = false;
    for (const InspectionItem& item : policy.items) {
        const InspectionMark* mark = markOf(marks, item.code);
        if (mark == nullptr) {
            return Error("inspection.missing", {{"item", item.code}});
        }
        score.points += mark->points;
        score.of += item.points;
        mustPassLost = mustPassLost || (item.mustPass && mark->points == 0);
    }
    score.passed = !mustPassLost && score.points >= policy.passPoints;
    return score;
}

}  // namespace zhida::domain
