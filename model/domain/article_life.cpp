// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/article_life.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <utility>

namespace zhida::domain {

std::string versionKey(const std::string& article, std::uint32_t version) {
    std::string digits = std::to_string(version);
    return article + "#" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string dayAfter(Day today, std::uint32_t days) {
    return days == 0 ? std::string() : formatDay(today.plus(static_cast<int>(days)));
}

namespace {

/// The day from which on the end of the article is near; empty: it has none that can be read.
std::string noticeDay(const Article& article) {
    const std::optional<Day> last = parseDay(article.validTo);
    return last ? formatDay(last->plus(-kExpiryNoticeDays)) : std::string();
}

constexpr std::array<std::string_view, 4> kPublicSteps{"published", "due", "renewed", "withdrawn"};

bool reached(const std::string& day, const std::string& today) { return !day.empty() && day <= today; }

}  // namespace

std::vector<std::string> daysDue(const Article& article, Day today) {
    std::vector<std::string> days;
    if (article.withdrawn) {
        return days;
    }
    const std::string now = formatDay(today);
    if (reached(article.reviewOn, now)) {
        days.push_back(article.reviewOn);
    }
    if (reached(noticeDay(article), now) && article.validTo != article.reviewOn) {
        days.push_back(article.validTo);
    }
    return days;
}

Trust trustOf(const Article& article, Day today) {
    if (article.withdrawn) {
        return Trust::withdrawn;
    }
    if (!article.validTo.empty() && article.validTo < formatDay(today)) {
        return Trust::expired;
    }
    if (!daysDue(article, today).empty()) {
        return Trust::due;
    }
    return article.verifiedAt ? Trust::verified : Trust::unverified;
}

CommandId dueCommand(const Article& article, const std::string& day) {
    return CommandId{Uuid::fromName("article.due|" + article.key + "|" + std::to_string(article.version) + "|" + day)};
}

bool mayReadDraft(const UserProfile& reader, const UnitCode& unit) {
    if (reader.disabled) {
        return false;
    }
    const bool keeps = reader.role == Role::specialist || reader.role == Role::unitHandler;
    return isCentreReviewer(reader.role) || reader.role == Role::system ||
           (keeps && !unit.empty() && reader.unit == unit);
}

bool maySee(const ArticleTask& task, const UserProfile& reader) {
    return mayReadDraft(reader, task.unit) || (!reader.disabled && task.openedBy == reader.user);
}

ArticleTask settledBy(ArticleTask task, TaskState state, const UserCode& user, Instant at) {
    task.state = state;
    task.settledBy = user;
    task.settledAt = at;
    return task;
}

ArticleLife masked(ArticleLife life) {
    ArticleLife shown;
    shown.key = std::move(life.key);
    shown.unit = std::move(life.unit);
    std::copy_if(life.log.begin(), life.log.end(), std::back_inserter(shown.log), [](const ArticleStep& step) {
        return std::find(kPublicSteps.begin(), kPublicSteps.end(), step.act) != kPublicSteps.end();
    });
    return shown;
}

std::optional<ArticleTask> missingArticle(const Ticket& before, const Ticket& after, Instant now) {
    const bool hasArticle = after.directAnswer && !after.directAnswer->article.empty();
    if (after.appealType != AppealType::consult || !isOpen(before.state) || isOpen(after.state) || hasArticle) {
        return std::nullopt;
    }
    const Assignment* const lead = after.lead();
    const bool replied = lead != nullptr && lead->reply.has_value();
    if (!after.directAnswer && !replied) {
        return std::nullopt;
    }
    ArticleTask task;
    task.key = Uuid::fromName("article.missing|" + after.id.text()).text();
    task.kind = TaskKind::missing;
    task.title = after.title;
    task.ticket = after.id;
    task.unit = replied ? lead->unit : after.directAnswer->unit;
    task.openedBy = UserCode{"system"};
    task.openedAt = now;
    return task;
}

Article importedOver(const Article& known, const Article& incoming, Instant now) {
    // What was withdrawn here stays so until its source says something else.
    const bool sameStanding = known.unit == incoming.unit && known.source == incoming.source &&
                              known.sourceId == incoming.sourceId && (known.withdrawn || !incoming.withdrawn);
    if (sameStanding && known.text() == incoming.text()) {
        return known;
    }
    Article next = incoming;
    next.version = std::max(known.version + 1, incoming.version);
    next.publishedAt = now;
    if (next.reviewDays == 0) {
        next.reviewDays = known.reviewDays;
        next.reviewOn = known.reviewOn;
    }
    return next;
}

}  // namespace zhida::domain
