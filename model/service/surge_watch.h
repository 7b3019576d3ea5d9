// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/surge.h"
#include "model/service/desk.h"

#include <algorithm>
#include <vector>

namespace zhida::service {

/// The surges that go on now among the tickets of this desk: the last of them came within the hours of the rules. Secret tickets,
/// withdrawals and calls without a matter do not count. On a reader thread; reads only the newest tickets.
inline std::vector<domain::Surge> surgesNow(DeskReader& reader, Instant now) {
    constexpr std::size_t kPage = 500;
    constexpr std::size_t kMost = 10'000;
    const domain::SameMatterPolicy policy = reader.rules().sameMatter;
    const Instant oldest = now.plus(-2 * policy.surgeHours * kHourMs);
    std::vector<domain::SurgeCandidate> candidates;
    std::optional<std::string> after;
    bool more = true;
    while (more && candidates.size() < kMost) {
        const QueuePage page = reader.list({}, kPage, after);
        for (const QueueRow& each : page.rows) {
            const bool matter = each.appealType != domain::AppealType::withdraw &&
                                each.appealType != domain::AppealType::harass &&
                                each.appealType != domain::AppealType::invalid;
            if (matter && !each.secret && each.createdAt >= oldest && each.createdAt <= now.plus(kHourMs)) {
                candidates.push_back({each.ticket, each.createdAt, each.title});
            }
        }
        after = page.next;
        more = after.has_value() && !page.rows.empty() && page.rows.back().createdAt >= oldest;
    }
    std::vector<domain::Surge> surges = domain::surgesIn(policy, std::move(candidates));
    std::erase_if(surges,
                  [&](const domain::Surge& each) { return each.last < now.plus(-policy.surgeHours * kHourMs); });
    return surges;
}

}  // namespace zhida::service
