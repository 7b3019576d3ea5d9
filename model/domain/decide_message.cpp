// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/utf8.h"
#include "model/domain/decide_article.h"
#include "model/domain/permission.h"

namespace zhida::domain {
namespace {

/// The ticket, and that its caller may be written to by this person.
Status reachable(const MessageFile& file, const SendMessage& send, const UserProfile& actor) {
    if (!file.ticket) {
        return Error("ticket.unknown", {{"ticket", send.ticket.text()}});
    }
    if (!maySee(*file.ticket, actor)) {
        return Error("ticket.outOfScope", {{"ticket", send.ticket.text()}});
    }
    if (isDiscreet(*file.ticket)) {
        return Error("message.discreet");
    }
    if (!maySeeCaller(*file.ticket, actor)) {
        return Error("message.callerHidden");
    }
    return mobileOf(file.ticket->caller).empty() ? Status(Error("message.noMobile", {{"number", file.ticket->number}}))
                                                 : done();
}

Status inForce(const MessageFile& file, const SendMessage& send, const std::string& today) {
    if (send.article.empty()) {
        return done();
    }
    if (!file.article) {
        return Error("article.unknown", {{"article", send.article}});
    }
    if (!isLive(*file.article, today)) {
        return Error("message.notInForce", {{"article", file.article->title}});
    }
    return file.article->version == send.version
               ? done()
               : Status(Error("message.changed", {{"version", std::to_string(send.version)},
                                                  {"live", std::to_string(file.article->version)}}));
}

Status wellWritten(const SendMessage& send, const std::string& signature) {
    if (send.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Error("text.missing", {{"field", "text"}});
    }
    const std::size_t limit = kMostMessage - utf8::length(signedText(signature, ""));
    return utf8::length(send.text) <= limit
               ? done()
               : Status(Error("text.tooLong", {{"field", "text"}, {"limit", std::to_string(limit)}}));
}

}  // namespace

Result<Message> decideMessage(const MessageFile& file, const RecordCommand& command, const Context& context) {
    if (const Status status = checkRecordCommand(command, context); !status) {
        return status.error();
    }
    const auto* send = std::get_if<SendMessage>(&command.act);
    if (send == nullptr) {
        return Error("record.subject", {{"kind", command.kind}});
    }
    const std::string& signature = context.rules->messages.signature;
    if (signature.empty()) {
        return Error("message.off");
    }
    if (file.message || ticketOfMessage(command.key) != send->ticket) {
        return Error("message.key", {{"key", command.key}});
    }
    Status status = reachable(file, *send, context.actor);
    status = status ? inForce(file, *send, formatDay(localDay(context.now, context.rules->calendar.offset()))) : status;
    status = status ? wellWritten(*send, signature) : status;
    if (!status) {
        return status.error();
    }
    Message message;
    message.key = command.key;
    message.ticket = send->ticket;
    message.number = file.ticket->number;
    message.text = send->text;
    message.article = send->article;
    message.version = send->version;
    message.user = context.actor.user;
    message.unit = context.actor.unit;
    message.at = context.now;
    return message;
}

}  // namespace zhida::domain
