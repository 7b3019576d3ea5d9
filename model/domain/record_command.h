// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article_command.h"
#include "model/domain/command.h"
#include "model/domain/learned_suggestion.h"
#include "model/domain/message.h"
#include "model/domain/search_miss.h"

#include <string>
#include <string_view>
#include <variant>

/// Commands whose subject is a record (kind, key) instead of a ticket: docs/adr/0009-record-commands.md.
namespace zhida::domain {

/// The position in this list is the act's number on the wire: append only.
using RecordAct = std::variant<DraftArticle, DiscardDraft, SubmitArticle, ReviewArticle, RenewArticle, WithdrawArticle,
                               ReportArticle, ArticleFellDue, SettleTask, StartCampaign, CampaignDone, NoteSearch,
                               LearnSuggestion, AskForArticle, SendMessage>;

/// The acts up to campaign.done, and those up to article.ask, go to older centres as before.
constexpr std::uint32_t schemaOf(const RecordAct& act) {
    return act.index() <= 10 ? 2 : act.index() <= 13 ? 3 : kCommandSchema;
}
std::string_view nameOf(const RecordAct& act);
/// Kind of the record that the act is about.
std::string_view kindOf(const RecordAct& act);

/// A centre that only knows tickets leaves it waiting at the desk.
/// Numbers of id, user, occurredAt and schema are those of Command: see CommandHead.
struct RecordCommand {
    CommandId id;
    UserCode user;
    Instant occurredAt;
    std::uint32_t schema = 2;  ///< schemaOf(act)
    std::string kind;
    std::string key;
    RecordAct act;
    CommandId base;  ///< the command that had changed the record last when the person saw it; none: it was new

    bool operator==(const RecordCommand&) const = default;
    static constexpr auto fields() {
        using C = RecordCommand;
        return std::tuple{
            field(1, "id", &C::id),         field(3, "user", &C::user), field(5, "occurredAt", &C::occurredAt),
            field(6, "schema", &C::schema), field(8, "kind", &C::kind), field(9, "key", &C::key),
            field(10, "act", &C::act),      field(11, "base", &C::base)};
    }
};

/// What can be read of every command, whatever its subject.
struct CommandHead {
    CommandId id;
    UserCode user;
    std::uint32_t schema = kCommandSchema;
    std::string kind;  ///< of its record; empty: about a ticket

    static constexpr auto fields() {
        using C = CommandHead;
        return std::tuple{field(1, "id", &C::id), field(3, "user", &C::user), field(6, "schema", &C::schema),
                          field(8, "kind", &C::kind)};
    }
};

}  // namespace zhida::domain
