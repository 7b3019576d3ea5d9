// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/domain/article.h"
#include "model/domain/org.h"
#include "model/domain/ticket.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What belongs to an article beside its published text: the version under way, who did what and why, and what its unit still
/// has to settle. Sources: domain handbook 4.3 (草稿 -> 单位审核 -> 中心审核 -> 发布 -> 待复核 -> 续期 | 下架).
namespace zhida::domain {

/// Kinds of records. An article's published text is "article"/key; a text that a newer one has replaced is
/// "articleVersion"/versionKey(key, n).
inline constexpr std::string_view kArticleVersionKind = "articleVersion";
inline constexpr std::string_view kArticleLifeKind = "articleLife";
inline constexpr std::string_view kArticleTaskKind = "articleTask";

/// Of the version under way; the published one goes on being read meanwhile.
enum class ArticleStage : std::uint8_t {
    none = 1,  ///< nothing under way
    draft,
    unitReview,
    centreReview,
};

/// How far a text can be relied on, today.
enum class Trust : std::uint8_t {
    unverified = 1,  ///< nobody here has vouched for it: an import
    verified,
    due,        ///< its review is due, or its last valid day is near
    expired,    ///< beyond its last valid day
    withdrawn,  ///< 下架
};

enum class TaskKind : std::uint8_t {
    correction = 1,  ///< 纠错: somebody found a mistake in a call
    missing,         ///< a consultation was answered without an article
    review,          ///< 待复核
};

enum class TaskState : std::uint8_t {
    open = 1,
    fixed,     ///< by a version
    rejected,  ///< with a reason
    settled,   ///< the article was renewed, withdrawn or replaced
};

/// Who, when, why. The words of the act are those of its command.
struct ArticleStep {
    std::string
        act;  ///< "draft" "submitted" "unitApproved" "rejected" "published" "due" "renewed" "withdrawn" "discarded" "imported"
    UserCode user;
    UnitCode unit;
    Instant at;
    std::uint32_t version = 0;  ///< published when it was done
    std::string why;
    CommandId command;

    bool operator==(const ArticleStep&) const = default;
    static constexpr auto fields() {
        using S = ArticleStep;
        return std::tuple{field(1, "act", &S::act),        field(2, "user", &S::user),       field(3, "unit", &S::unit),
                          field(4, "at", &S::at),          field(5, "version", &S::version), field(6, "why", &S::why),
                          field(7, "command", &S::command)};
    }
};

struct ArticleLife {
    std::string key;
    UnitCode unit;
    ArticleStage stage = ArticleStage::none;
    Article draft;                  ///< the version under way; its `version` means nothing yet
    std::uint32_t basedOn = 0;      ///< version that it revises; 0: a new article
    std::vector<UserCode> authors;  ///< of the version under way: none of them reviews it
    UserCode unitReviewer;
    TicketId ticket;   ///< that the draft was made from
    std::string task;  ///< that asked for the draft
    CommandId last;    ///< the command that changed the draft last: what a person must have seen to act on it
    std::vector<ArticleStep> log;

    bool operator==(const ArticleLife&) const = default;
    static constexpr auto fields() {
        using L = ArticleLife;
        return std::tuple{field(1, "key", &L::key),
                          field(2, "unit", &L::unit),
                          field(3, "stage", &L::stage),
                          field(4, "draft", &L::draft),
                          field(5, "basedOn", &L::basedOn),
                          field(6, "authors", &L::authors),
                          field(7, "unitReviewer", &L::unitReviewer),
                          field(8, "ticket", &L::ticket),
                          field(9, "last", &L::last),
                          field(10, "log", &L::log),
                          field(11, "task", &L::task)};
    }
};

/// Something that the unit of an article must settle.
struct ArticleTask {
    std::string key;
    TaskKind kind = TaskKind::correction;
    std::string article;  ///< key; of a missing one empty until there is one
    std::uint32_t version = 0;
    std::string title;  ///< of the article, or of the ticket that lacks one
    std::string text;   ///< what is wrong with it
    TicketId ticket;
    UnitCode unit;  ///< that must settle it
    UserCode openedBy;
    Instant openedAt;
    std::string dueOn;  ///< yyyy-mm-dd, of a review
    TaskState state = TaskState::open;
    std::uint32_t fixedVersion = 0;
    std::string reason;
    UserCode settledBy;
    std::optional<Instant> settledAt;

    bool operator==(const ArticleTask&) const = default;
    static constexpr auto fields() {
        using T = ArticleTask;
        return std::tuple{field(1, "key", &T::key),
                          field(2, "kind", &T::kind),
                          field(3, "article", &T::article),
                          field(4, "version", &T::version),
                          field(5, "title", &T::title),
                          field(6, "text", &T::text),
                          field(7, "ticket", &T::ticket),
                          field(8, "unit", &T::unit),
                          field(9, "openedBy", &T::openedBy),
                          field(10, "openedAt", &T::openedAt),
                          field(11, "dueOn", &T::dueOn),
                          field(12, "state", &T::state),
                          field(13, "fixedVersion", &T::fixedVersion),
                          field(14, "reason", &T::reason),
                          field(15, "settledBy", &T::settledBy),
                          field(16, "settledAt", &T::settledAt)};
    }
};

/// Key of a kept version: rises with it.
std::string versionKey(const std::string& article, std::uint32_t version);

/// Interval of review of an article whose author names none, in days.
inline constexpr std::uint32_t kReviewDays = 180;
/// So many days before its last valid day an article is to be looked at.
inline constexpr int kExpiryNoticeDays = 15;

Trust trustOf(const Article& article, Day today);
/// The days ("yyyy-mm-dd") for which a look at the article is due `today`: its review, its end; none of a withdrawn one.
std::vector<std::string> daysDue(const Article& article, Day today);
/// The scheduler's command for a day that is due, and the task that it opens: the same however often it is made.
CommandId dueCommand(const Article& article, const std::string& day);
/// The day after so many days; empty for 0.
std::string dayAfter(Day today, std::uint32_t days);

/// Drafts are for their unit and for those who review for the centre.
bool mayReadDraft(const UserProfile& reader, const UnitCode& unit);
/// Supervisors and administrators review for the centre.
constexpr bool isCentreReviewer(Role role) { return role == Role::supervisor || role == Role::administrator; }
/// Whoever may read the drafts of its unit, and who opened it.
bool maySee(const ArticleTask& task, const UserProfile& reader);
ArticleTask settledBy(ArticleTask task, TaskState state, const UserCode& user, Instant at);
/// What became of the published text is for everybody: without the version under way and what was done with it.
ArticleLife masked(ArticleLife life);

/// The task for an article that the answer of a consultation ought to have had, when `after` is the end of a life that `before`
/// was not; none when there is nothing to ask for (a province's rule: whoever has closed a consultation feeds the knowledge base).
std::optional<ArticleTask> missingArticle(const Ticket& before, const Ticket& after, Instant now);

/// What an import makes of an article that is known: the same text is no change, another one is the next version and keeps
/// its review interval.
Article importedOver(const Article& known, const Article& incoming, Instant now);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::ArticleStage, 4, {none, "none"}, {draft, "draft"}, {unitReview, "unitReview"},
            {centreReview, "centreReview"});
ZHIDA_CODES(zhida::domain::Trust, 5, {unverified, "unverified"}, {verified, "verified"}, {due, "due"},
            {expired, "expired"}, {withdrawn, "withdrawn"});
ZHIDA_CODES(zhida::domain::TaskKind, 3, {correction, "correction"}, {missing, "missing"}, {review, "review"});
ZHIDA_CODES(zhida::domain::TaskState, 4, {open, "open"}, {fixed, "fixed"}, {rejected, "rejected"},
            {settled, "settled"});
