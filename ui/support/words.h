// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/article_life.h"
#include "model/domain/event.h"
#include "model/domain/learned_suggestion.h"
#include "model/domain/terms.h"

#include <QString>

#include <string_view>

/// Codes in words, in the language of the window. Everything a person reads about a code comes from here.
namespace zhida::ui::words {

QString of(domain::Role role);
QString of(domain::AppealType type);
QString of(domain::Channel channel);
QString of(domain::Urgency urgency);
QString of(domain::TicketState state);
QString of(domain::AssignmentState state);
QString of(domain::Duty duty);
QString of(domain::NoteKind kind);
QString of(domain::LinkKind kind);
QString of(domain::Solved solved);
QString of(domain::Satisfied satisfied);
QString of(domain::Secrecy secrecy);
QString of(domain::RequestKind kind);
QString of(domain::RequestState state);
QString of(domain::SupervisionLevel level);
QString of(domain::SupervisionState state);
QString of(domain::TicketFlag flag);
QString of(domain::LookBackOutcome outcome);
QString of(domain::TermUnit unit);
QString of(domain::ArticleStage stage);
QString of(domain::Trust trust);
QString of(domain::TaskKind kind);
QString of(domain::TaskState state);
QString of(domain::SuggestionKind kind);
/// "3 working days".
QString of(const domain::Term& term);

/// "ticket.dispatch" -> "Dispatch".
QString ofCommand(std::string_view name);
/// "unitApproved" -> "Approved by the unit": what was done to an article.
QString ofArticleStep(std::string_view act);
/// "phone.areaCode" -> what is wrong with an article.
QString ofLint(std::string_view rule);
bool knowsLint(std::string_view rule);
/// The name of a field of a command or record, as error arguments carry it.
QString ofField(std::string_view name);
/// Why a card, a supervision or a due time came: the scheduler's own reasons are codes, a person's are his words.
QString ofReason(std::string_view reason);

/// What went wrong and what to do, as one sentence. Codes are turned into words in the arguments, too.
QString ofError(const Error& error);
/// Whether the table holds the code itself (otherwise ofError() names the code).
bool knowsError(std::string_view code);

}  // namespace zhida::ui::words
