// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article.h"
#include "model/domain/kpi.h"

#include <map>
#include <string>
#include <vector>

/// 知识缺口: what was handed down and could have been answered on the spot.
namespace zhida::domain {

/// Why nobody had to hand it down.
enum class GapKind : std::uint8_t {
    article,    ///< an article that holds good answers it: it was not found, or not trusted
    elsewhere,  ///< somebody answered the like on the spot, without an article
    missing     ///< an enquiry that nothing answers: an article is to be written
};

/// One matter, out of the tickets that were handed down for it.
struct Gap {
    GapKind kind = GapKind::missing;
    std::string title;               ///< of its oldest ticket
    std::vector<TicketId> tickets;   ///< handed down; the oldest first
    std::vector<TicketId> answered;  ///< the like, answered on the spot
    std::string article;             ///< key of the article that answers it
    std::int64_t waitedMinutes = 0;  ///< of all its callers, from the call to the answer; who has none yet: to now
    std::optional<TicketId> model;   ///< whose answer a draft can begin with: answered on the spot, else answered last
};

/// What a unit, or the whole centre, answered and could have answered.
struct GapRates {
    std::size_t direct = 0;
    std::size_t handedDown = 0;
    std::size_t couldHaveBeen = 0;  ///< of those handed down
    Spread minutesToAnswer;

    /// 现场直答率
    [[nodiscard]] Ratio directRate() const {
        return {static_cast<std::int64_t>(direct), static_cast<std::int64_t>(direct + handedDown)};
    }
    /// 本可直答率
    [[nodiscard]] Ratio couldHaveBeenRate() const {
        return {static_cast<std::int64_t>(couldHaveBeen), static_cast<std::int64_t>(handedDown)};
    }
};

/// What an article was good for.
struct ArticleUse {
    std::size_t direct = 0;      ///< answers that cite it
    std::size_t handedDown = 0;  ///< tickets it answers that were handed down all the same
    Spread minutesToAnswer;      ///< of the answers that cite it
};

struct GapReport {
    std::vector<Gap> gaps;  ///< most tickets first, then the longest wait
    GapRates all;
    std::map<UnitCode, GapRates> units;  ///< by the unit that answered, or was given it as its lead
    std::map<UserCode, GapRates> desks;  ///< by who answered on the spot, else by who registered what was handed down
    std::map<std::string, ArticleUse> articles;
};

/// A ticket that was answered on the spot or handed down, as far as gaps are mined from it.
struct GapTicket {
    TicketId ticket;
    std::string title;
    UnitCode unit;  ///< that answered on the spot, or was given it as its lead
    UserCode user;  ///< who answered on the spot, else who registered it; empty: an import
    Instant at;
    bool direct = false;  ///< at a desk of ours: how another system came to its answers is not known
    bool enquiry = false;
    std::string cited;                ///< article of a direct answer
    std::optional<Instant> answered;  ///< answeredAt
};
/// Nothing for what does not count (countsForKpi), while nobody has decided how it is answered, and for what the report must not lead
/// to: reports of a violation (举报) and restricted tickets.
std::optional<GapTicket> gapTicketOf(const Ticket& ticket);

/// Tickets against each other and against the articles that hold good. Matters are told apart by their titles: likenessOf, by
/// `similarPercent` of the same-matter rule.
GapReport gapsIn(int similarPercent, Instant now, const std::vector<Article>& live, std::vector<GapTicket> tickets);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::GapKind, 3, {article, "article"}, {elsewhere, "elsewhere"}, {missing, "missing"});
