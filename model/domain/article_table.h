// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/lifecycle.h"
#include "model/domain/record_command.h"

#include <array>

/// Which act on a record is whose, and in which stage of the version under way; what a row cannot say is a guard in
/// decide_article.cpp. Who is not named may not. Source: domain handbook 1.4, 4.3; the unit reviews first, the centre last.
namespace zhida::domain {

using ArticleStageSet = EnumSet<ArticleStage>;

struct RecordRule {
    std::string_view command;
    ArticleStageSet stages;    ///< empty: the act is not about an article
    bool onPublished = false;  ///< there must be a published text
    RoleSet roles;
};

namespace articles {
/// Those who may write and review for their own unit.
inline constexpr RoleSet kKeepers{Role::specialist, Role::unitHandler, Role::supervisor, Role::administrator};
inline constexpr RoleSet kReaders{Role::callTaker,     Role::specialist, Role::dispatcher,   Role::unitHandler,
                                  Role::callbackAgent, Role::supervisor, Role::administrator};
/// Those who speak with callers.
inline constexpr RoleSet kTellers{Role::callTaker,   Role::specialist,    Role::dispatcher,
                                  Role::unitHandler, Role::callbackAgent, Role::supervisor};
inline constexpr ArticleStageSet kAnyStage{ArticleStage::none, ArticleStage::draft, ArticleStage::unitReview,
                                           ArticleStage::centreReview};
}  // namespace articles

/// In the order of RecordAct.
inline constexpr std::array<RecordRule, std::variant_size_v<RecordAct>> kRecordRules{{
    {DraftArticle::kName, {ArticleStage::none, ArticleStage::draft}, false, articles::kKeepers},
    {DiscardDraft::kName, {ArticleStage::draft}, false, articles::kKeepers},
    {SubmitArticle::kName, {ArticleStage::draft}, false, articles::kKeepers},
    {ReviewArticle::kName, {ArticleStage::unitReview, ArticleStage::centreReview}, false, articles::kKeepers},
    {RenewArticle::kName, articles::kAnyStage, true, articles::kKeepers},
    {WithdrawArticle::kName, articles::kAnyStage, true, articles::kKeepers},
    {ReportArticle::kName, articles::kAnyStage, true, articles::kReaders},
    {ArticleFellDue::kName, articles::kAnyStage, true, {Role::system}},
    {SettleTask::kName, {}, false, articles::kKeepers},
    {StartCampaign::kName, {}, false, {Role::supervisor}},
    {CampaignDone::kName, {}, false, {Role::callbackAgent, Role::supervisor}},
    {NoteSearch::kName, {}, false, articles::kReaders},
    {LearnSuggestion::kName, {}, false, articles::kReaders},
    {AskForArticle::kName, {}, false, articles::kKeepers},
    {SendMessage::kName, {}, false, articles::kTellers},
}};

}  // namespace zhida::domain
