// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/record_sight.h"

#include "model/domain/article_life.h"
#include "model/domain/campaign.h"
#include "model/domain/message.h"
#include "model/domain/permission.h"
#include "model/domain/search_miss.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zhida::wire {
namespace {

using domain::UserProfile;
using Shown = std::optional<std::string>;

Shown lifeFor(std::string body, const UserProfile& reader) {
    Result<domain::ArticleLife> life = decode<domain::ArticleLife>(body);
    if (!life) {
        return std::nullopt;
    }
    return domain::mayReadDraft(reader, life->unit) ? std::move(body) : encode(domain::masked(std::move(*life)));
}

Shown taskFor(std::string body, const UserProfile& reader) {
    const Result<domain::ArticleTask> task = decode<domain::ArticleTask>(body);
    return task && domain::maySee(*task, reader) ? Shown(std::move(body)) : std::nullopt;
}

Shown campaignFor(std::string body, const UserProfile& reader) {
    return domain::heedsVeils(reader) || reader.disabled ? std::nullopt : Shown(std::move(body));
}

Shown missFor(std::string body, const UserProfile& reader) {
    const Result<domain::SearchMiss> miss = decode<domain::SearchMiss>(body);
    const bool shown = miss && !reader.disabled && (domain::isCentreReviewer(reader.role) || miss->user == reader.user);
    return shown ? Shown(std::move(body)) : std::nullopt;
}

/// Of the centre's people those who see its tickets.
Shown messageFor(std::string body, const UserProfile& reader) {
    const Result<domain::Message> message = decode<domain::Message>(body);
    const bool theirs = !domain::heedsVeils(reader) && reader.role != domain::Role::administrator;
    const bool shown = message && !reader.disabled && (theirs || message->user == reader.user);
    return shown ? Shown(std::move(body)) : std::nullopt;
}

/// None: nobody is sent it.
using Guard = Shown (*)(std::string body, const UserProfile& reader);
constexpr std::array<std::pair<std::string_view, Guard>, 6> kGuards{{{domain::kArticleLifeKind, &lifeFor},
                                                                     {domain::kArticleTaskKind, &taskFor},
                                                                     {domain::kCampaignKind, &campaignFor},
                                                                     {domain::kSearchMissKind, &missFor},
                                                                     {domain::kMessageKind, &messageFor},
                                                                     {domain::kMessageQueueKind, nullptr}}};

const Guard* guardOf(std::string_view kind) {
    const auto* const found =
        std::find_if(kGuards.begin(), kGuards.end(), [kind](const auto& each) { return each.first == kind; });
    return found == kGuards.end() ? nullptr : &found->second;
}

}  // namespace

bool isGuarded(std::string_view kind) { return guardOf(kind) != nullptr; }

Shown recordFor(std::string_view kind, std::string_view key, std::string body, const UserProfile& reader) {
    if (body.empty()) {
        const bool theirs = domain::isCentreReviewer(reader.role) || key.starts_with(reader.user.value + "/");
        const bool hidden = kind == domain::kMessageQueueKind || (kind == domain::kSearchMissKind && !theirs);
        return hidden ? std::nullopt : Shown(std::move(body));
    }
    const Guard* const guard = guardOf(kind);
    if (guard == nullptr) {
        return Shown(std::move(body));
    }
    return *guard == nullptr ? std::nullopt : (*guard)(std::move(body), reader);
}

}  // namespace zhida::wire
