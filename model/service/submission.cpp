// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/submission.h"

#include "model/service/ticket_number.h"

namespace zhida::service {

Result<domain::Command> CommandMaker::make(const Submission& submission, const DeskSignIn& signIn,
                                           const domain::Ticket* shown, Instant now) {
    domain::Command command;
    command.id = CommandId::make(now, m_rng);
    command.ticket = submission.ticket ? *submission.ticket : TicketId::make(now, m_rng);
    command.user = signIn.profile.user;
    command.baseRev = shown == nullptr ? 0 : shown->rev;
    command.occurredAt = now;
    command.body = submission.body;
    command.schema = domain::schemaOf(command.body);
    Status status = done();
    if (auto* registration = std::get_if<domain::RegisterTicket>(&command.body)) {
        status = complete(*registration, signIn, now);
    } else if (auto* answer = std::get_if<domain::AnswerDirectly>(&command.body)) {
        status = complete(*answer);
    }
    if (!status) {
        return status.error();
    }
    return command;
}

Status CommandMaker::complete(domain::RegisterTicket& body, const DeskSignIn& signIn, Instant now) {
    const domain::Rules& rules = m_reference.rules();
    const Day today = localDay(now, rules.calendar.offset());
    body.number = ticketNumber(rules.region6, today, signIn.station, m_marks.nextOfDay(signIn.station, today));
    return body.number.empty() ? Status(Error("number.exhausted")) : done();
}

Status CommandMaker::complete(domain::AnswerDirectly& body) const {
    if (body.article.empty()) {
        return done();
    }
    const std::optional<domain::Article> article = m_articles.find(body.article);
    if (!article) {
        return Error("article.unknown", {{"article", body.article}});
    }
    body.article = article->key;
    body.articleVersion = body.articleVersion == 0 ? article->version : body.articleVersion;
    if (body.articleVersion == article->version) {
        body.quote = body.text == article->answer ? std::string() : article->answer;
        body.basis = article->basis;
    }
    return done();
}

}  // namespace zhida::service
