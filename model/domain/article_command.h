// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article_life.h"
#include "model/domain/campaign.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// What a person wants of an article, of a task that belongs to one, of a campaign. `kKind`: of the record that is its subject;
/// `kSubject`: what a person calls the subject's key; `kMakes`: the subject may be new.
namespace zhida::domain {

/// Writes the version under way, whole: what is left out is empty.
struct DraftArticle : ArticleText {
    static constexpr std::string_view kName = "article.draft";
    static constexpr std::string_view kKind = "article";
    static constexpr std::string_view kSubject = "article";
    static constexpr bool kMakes = true;
    std::uint32_t reviewDays = 0;  ///< 0: as before, or the usual interval
    std::string why;
    TicketId ticket;            ///< that it was made from
    std::uint32_t basedOn = 0;  ///< version that it revises, as the person saw it
    std::string task;           ///< that asked for it: settled when it is published

    bool operator==(const DraftArticle&) const = default;
    static constexpr auto fields() {
        using A = DraftArticle;
        return std::tuple_cat(
            ArticleText::fields(),
            std::tuple{field(19, "reviewDays", &A::reviewDays), field(20, "why", &A::why),
                       field(21, "ticket", &A::ticket, FieldUse::internal),
                       field(22, "basedOn", &A::basedOn, FieldUse::internal), field(23, "task", &A::task)});
    }
    [[nodiscard]] const ArticleText& text() const { return *this; }
    [[nodiscard]] ArticleText& text() { return *this; }
};

/// Gives the version under way up.
struct DiscardDraft {
    static constexpr std::string_view kName = "article.discard";
    static constexpr std::string_view kKind = "article";
    static constexpr std::string_view kSubject = "article";
    static constexpr bool kMakes = false;
    std::string why;
    bool operator==(const DiscardDraft&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "why", &DiscardDraft::why)}; }
};

struct SubmitArticle {
    static constexpr std::string_view kName = "article.submit";
    static constexpr std::string_view kKind = "article";
    static constexpr std::string_view kSubject = "article";
    static constexpr bool kMakes = false;
    std::string why;
    bool operator==(const SubmitArticle&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "why", &SubmitArticle::why)}; }
};

/// The unit's review, then the centre's: its approval publishes.
struct ReviewArticle {
    static constexpr std::string_view kName = "article.review";
    static constexpr std::string_view kKind = "article";
    static constexpr std::string_view kSubject = "article";
    static constexpr bool kMakes = false;
    bool approve = false;
    std::string opinion;  ///< a rejection needs one
    bool operator==(const ReviewArticle&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "approve", &ReviewArticle::approve, FieldUse::required),
                          field(2, "opinion", &ReviewArticle::opinion)};
    }
};

/// 续期: somebody has looked at the published text and vouches for it.
struct RenewArticle {
    static constexpr std::string_view kName = "article.renew";
    static constexpr std::string_view kKind = "article";
    static constexpr std::string_view kSubject = "article";
    static constexpr bool kMakes = false;
    std::string why;
    std::uint32_t reviewDays = 0;  ///< 0: as before
    std::string validTo;           ///< a new last day; empty: as before
    std::uint32_t version = 0;     ///< that was looked at
    bool operator==(const RenewArticle&) const = default;
    static constexpr auto fields() {
        using R = RenewArticle;
        return std::tuple{field(1, "why", &R::why), field(2, "reviewDays", &R::reviewDays),
                          field(3, "validTo", &R::validTo), field(4, "version", &R::version, FieldUse::internal)};
    }
};

/// 下架
struct WithdrawArticle {
    static constexpr std::string_view kName = "article.withdraw";
    static constexpr std::string_view kKind = "article";
    static constexpr std::string_view kSubject = "article";
    static constexpr bool kMakes = false;
    std::string reason;
    std::uint32_t version = 0;
    bool operator==(const WithdrawArticle&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &WithdrawArticle::reason, FieldUse::required),
                          field(2, "version", &WithdrawArticle::version, FieldUse::internal)};
    }
};

/// 纠错, in a call: opens a task of the article's unit.
struct ReportArticle {
    static constexpr std::string_view kName = "article.report";
    static constexpr std::string_view kKind = "article";
    static constexpr std::string_view kSubject = "article";
    static constexpr bool kMakes = false;
    std::string text;
    std::uint32_t version = 0;  ///< that was read out; 0: the published one
    std::optional<TicketId> ticket;
    bool operator==(const ReportArticle&) const = default;
    static constexpr auto fields() {
        using R = ReportArticle;
        return std::tuple{field(1, "text", &R::text, FieldUse::required), field(2, "version", &R::version),
                          field(3, "ticket", &R::ticket)};
    }
};

/// By the scheduler alone.
struct ArticleFellDue {
    static constexpr std::string_view kName = "article.fellDue";
    static constexpr std::string_view kKind = "article";
    static constexpr std::string_view kSubject = "article";
    static constexpr bool kMakes = false;
    std::uint32_t version = 0;
    std::string day;
    bool operator==(const ArticleFellDue&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "version", &ArticleFellDue::version, FieldUse::internal),
                          field(2, "day", &ArticleFellDue::day, FieldUse::internal)};
    }
};

/// Fixed by a version, or rejected with a reason: one of the two.
struct SettleTask {
    static constexpr std::string_view kName = "article.settle";
    static constexpr std::string_view kKind = "articleTask";
    static constexpr std::string_view kSubject = "task";
    static constexpr bool kMakes = false;
    std::uint32_t version = 0;
    std::string reason;
    std::string article;  ///< of a missing one: which it is now
    bool operator==(const SettleTask&) const = default;
    static constexpr auto fields() {
        using S = SettleTask;
        return std::tuple{field(1, "version", &S::version), field(2, "reason", &S::reason),
                          field(3, "article", &S::article)};
    }
};

/// Asks a unit for an article that is not there: what was searched for in vain, what was handed down again and again.
struct AskForArticle {
    static constexpr std::string_view kName = "article.ask";
    static constexpr std::string_view kKind = "articleTask";
    static constexpr std::string_view kSubject = "task";
    static constexpr bool kMakes = true;
    std::string title;  ///< what people ask
    std::string text;   ///< what the article ought to say
    UnitCode unit;
    std::optional<TicketId> ticket;  ///< that shows the need
    bool operator==(const AskForArticle&) const = default;
    static constexpr auto fields() {
        using A = AskForArticle;
        return std::tuple{field(1, "title", &A::title, FieldUse::required), field(2, "text", &A::text),
                          field(3, "unit", &A::unit, FieldUse::required), field(4, "ticket", &A::ticket)};
    }
};

/// Makes the list of those who were told what no longer holds into a campaign. The desk fills in the tickets.
struct StartCampaign {
    static constexpr std::string_view kName = "campaign.start";
    static constexpr std::string_view kKind = kCampaignKind;
    static constexpr std::string_view kSubject = "campaign";
    static constexpr bool kMakes = true;
    std::string article;  ///< or
    std::string basis;    ///< document number that was repealed
    std::uint32_t days = 30;
    std::string why;
    std::vector<TicketId> tickets;
    bool operator==(const StartCampaign&) const = default;
    static constexpr auto fields() {
        using S = StartCampaign;
        return std::tuple{field(1, "article", &S::article), field(2, "basis", &S::basis), field(3, "days", &S::days),
                          field(4, "why", &S::why, FieldUse::required),
                          field(5, "tickets", &S::tickets, FieldUse::internal)};
    }
};

/// One of its callers has been phoned.
struct CampaignDone {
    static constexpr std::string_view kName = "campaign.done";
    static constexpr std::string_view kKind = kCampaignKind;
    static constexpr std::string_view kSubject = "campaign";
    static constexpr bool kMakes = false;
    TicketId ticket;
    std::string text;
    bool operator==(const CampaignDone&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "ticket", &CampaignDone::ticket, FieldUse::required),
                          field(2, "text", &CampaignDone::text, FieldUse::required)};
    }
};

}  // namespace zhida::domain
