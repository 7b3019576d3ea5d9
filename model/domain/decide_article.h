// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/decide.h"
#include "model/domain/record_command.h"

#include <optional>
#include <vector>

namespace zhida::domain {

/// What a decision about an article may look at, as it is now.
struct ArticleFile {
    std::optional<Article> live;  ///< the published text, also a withdrawn one
    std::optional<ArticleLife> life;
    std::optional<ArticleTask> task;       ///< that the command names
    std::optional<ArticleTask> asked;      ///< that asked for the version under way
    std::vector<ArticleTask> reviewTasks;  ///< of the days on which the published version was or is due
};

/// What is to be written; what has no value stays.
struct ArticleChanges {
    std::optional<Article> live;
    std::optional<Article> kept;  ///< the text that `live` replaces
    std::optional<ArticleLife> life;
    std::vector<ArticleTask> tasks;
};

/// What follows from a command on an article. Pure; the same at desk and centre. Denied unless a row of
/// kRecordRules and the guards allow it.
/// Errors: article.unknown{article} article.wrongStage{stage,command} article.notYourUnit{unit} article.fourEyes{user}
/// article.stale{by,at} article.overtaken{base,live} article.notPublished{article} article.withdrawn{article} article.badDay{field}
/// article.ended{validTo} task.unknown{task} task.settled{by} task.review task.notNewer{version,least} task.outcome
/// user.mayNot{role,command} user.disabled text.missing{field} text.tooLong{field,limit}
Result<ArticleChanges> decideArticle(const ArticleFile& file, const RecordCommand& command, const Context& context);

/// The same for a command on a task (kArticleTaskKind).
Result<ArticleChanges> decideArticleTask(const ArticleFile& file, const RecordCommand& command, const Context& context);

/// What a campaign may look at.
struct CampaignFile {
    std::optional<Campaign> campaign;
    std::vector<Ticket> tickets;  ///< of StartCampaign: those it names, as far as there are such
};

/// Errors: campaign.unknown campaign.noAnswers campaign.tooMany{limit} campaign.notTold{ticket} campaign.notListed{ticket}
/// campaign.doneAlready{by} campaign.subject and those of everybody.
Result<Campaign> decideCampaign(const CampaignFile& file, const RecordCommand& command, const Context& context);
/// As many as a campaign holds.
inline constexpr std::size_t kMostCampaignItems = 2'000;

/// `before`: what has been noted of the same person, day and text. Errors: search.notNotable search.key{key} and those of everybody.
Result<SearchMiss> decideSearchNote(const std::optional<SearchMiss>& before, const RecordCommand& command,
                                    const Context& context);
/// Errors: suggestion.key{key} text.missing{field} and those of everybody.
Result<LearnedSuggestion> decideLearned(const RecordCommand& command, const Context& context);

/// What a message may look at: its ticket, its article as it is published, and one that has its key already.
struct MessageFile {
    std::optional<Ticket> ticket;
    std::optional<Article> article;
    std::optional<Message> message;
};
/// Nothing that is no longer in force leaves the centre, also when the desk was offline. Errors: message.off message.key{key}
/// message.callerHidden message.discreet message.noMobile{number} message.notInForce{article} message.changed{version,live}
/// ticket.unknown{ticket} ticket.outOfScope{ticket} article.unknown{article} and those of everybody.
Result<Message> decideMessage(const MessageFile& file, const RecordCommand& command, const Context& context);

/// The row of kRecordRules lets this actor do it, and the texts are within bounds; what every kind of record checks first.
Status checkRecordCommand(const RecordCommand& command, const Context& context);

}  // namespace zhida::domain
