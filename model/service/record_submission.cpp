// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/record_submission.h"

#include "model/storage/article_store.h"
#include "model/wire/codec.h"

namespace zhida::service {
namespace {

/// The version that the person looks at, unless he says so himself.
void nameVersion(domain::RecordAct& act, std::uint32_t live) {
    if (auto* draft = std::get_if<domain::DraftArticle>(&act)) {
        draft->basedOn = draft->basedOn == 0 ? live : draft->basedOn;
    } else if (auto* renew = std::get_if<domain::RenewArticle>(&act)) {
        renew->version = renew->version == 0 ? live : renew->version;
    } else if (auto* withdraw = std::get_if<domain::WithdrawArticle>(&act)) {
        withdraw->version = withdraw->version == 0 ? live : withdraw->version;
    } else if (auto* report = std::get_if<domain::ReportArticle>(&act)) {
        report->version = report->version == 0 ? live : report->version;
    }
}

/// A message out of an article names the version that the person looks at, and has its words unless he wrote his own.
void write(domain::SendMessage& send, const RecordOverlay& shown) {
    const auto body = send.article.empty() ? std::nullopt : shown.get(storage::kArticleKind, send.article);
    const auto article = wire::decode<domain::Article>(body.value_or(std::string()));
    if (body && article) {
        send.version = send.version == 0 ? article->version : send.version;
        send.text = send.text.empty() ? domain::messageText(*article, domain::kMostMessage - domain::kMostSignature)
                                      : send.text;
    }
}

/// What is noted of a search names its record itself, a message its ticket; else a new one.
std::string newKey(const domain::RecordAct& act, const domain::UserProfile& user, Instant now, UtcOffset offset,
                   Rng& rng) {
    if (const auto* send = std::get_if<domain::SendMessage>(&act)) {
        return domain::messageKey(send->ticket, Uuid::v7(now, rng).text());
    }
    const auto* note = std::get_if<domain::NoteSearch>(&act);
    return note != nullptr ? domain::searchMissKey(user.user, localDay(now, offset), note->text)
                           : Uuid::v7(now, rng).text();
}

}  // namespace

domain::RecordCommand makeRecordCommand(const RecordSubmission& submission, const domain::UserProfile& user,
                                        const RecordOverlay& shown, const RecordMoment& moment, Rng& rng) {
    const Instant now = moment.now;
    domain::RecordCommand command;
    command.id = CommandId::make(now, rng);
    command.user = user.user;
    command.occurredAt = now;
    command.act = submission.act;
    command.schema = domain::schemaOf(command.act);
    command.kind = domain::kindOf(command.act);
    command.key = submission.key.empty() ? newKey(command.act, user, now, moment.offset, rng) : submission.key;
    command.base = submission.base ? *submission.base : wire::lastOf(command.kind, command.key, shown.source());
    const auto body = shown.get(storage::kArticleKind, command.key);
    const auto live = wire::decode<domain::Article>(body.value_or(std::string()));
    nameVersion(command.act, body && live ? live->version : 0);
    if (auto* send = std::get_if<domain::SendMessage>(&command.act)) {
        write(*send, shown);
    }
    return command;
}

}  // namespace zhida::service
