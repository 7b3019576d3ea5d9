// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::domain {

/// Campaigns are records of this kind.
inline constexpr std::string_view kCampaignKind = "campaign";

/// One caller to be phoned again.
struct CampaignItem {
    TicketId ticket;
    std::uint32_t version = 0;  ///< of the article that the caller was told
    UserCode doneBy;            ///< empty: open
    std::optional<Instant> doneAt;
    std::string text;  ///< what came of it

    [[nodiscard]] bool done() const { return !doneBy.empty(); }
    bool operator==(const CampaignItem&) const = default;
    static constexpr auto fields() {
        using C = CampaignItem;
        return std::tuple{field(1, "ticket", &C::ticket), field(2, "version", &C::version),
                          field(3, "doneBy", &C::doneBy), field(4, "doneAt", &C::doneAt), field(5, "text", &C::text)};
    }
};

/// 回访专案: the callers who were told what no longer holds, with what has been done about each.
struct Campaign {
    std::string key;
    std::string article;  ///< key; empty: about a basis
    std::string basis;    ///< document number that was repealed; empty: about an article
    std::string why;
    UserCode startedBy;
    UnitCode unit;
    std::optional<Instant> startedAt;
    std::vector<CampaignItem> items;
    CommandId last;  ///< the command that changed it last

    bool operator==(const Campaign&) const = default;
    static constexpr auto fields() {
        using C = Campaign;
        return std::tuple{field(1, "key", &C::key),
                          field(2, "article", &C::article),
                          field(3, "basis", &C::basis),
                          field(4, "why", &C::why),
                          field(5, "startedBy", &C::startedBy),
                          field(6, "unit", &C::unit),
                          field(7, "startedAt", &C::startedAt),
                          field(8, "items", &C::items),
                          field(9, "last", &C::last, FieldUse::internal)};
    }
};

}  // namespace zhida::domain
