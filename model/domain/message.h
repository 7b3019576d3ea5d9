// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"
#include "model/base/result.h"
#include "model/base/time.h"
#include "model/domain/article.h"
#include "model/domain/org.h"
#include "model/domain/rules.h"
#include "model/domain/ticket.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// 短信: what a caller or a unit is sent by text message. Zhida writes it down; a city's gateway takes it from the centre, sends
/// it, and says what came of it (docs/administration.md). Pure.
namespace zhida::domain {

/// Messages are records of this kind, with keys "<ticket>/<id>".
inline constexpr std::string_view kMessageKind = "message";
/// Beside each message that waits, under the same key: the gateway's work list. Goes to no desk.
inline constexpr std::string_view kMessageQueueKind = "messageQueue";
/// Its bodies: sent at any time; by a rule to a caller, which waits out the quiet hours.
inline constexpr std::string_view kQueued = "1";
inline constexpr std::string_view kQueuedByRule = "rule";
/// So long they are kept (个人信息保护法 §19: as short as the purpose needs).
inline constexpr int kMessageDays = 90;
/// In characters, with the signature: what Chinese networks join to one long message with room to spare.
inline constexpr std::size_t kMostMessage = 500;
inline constexpr std::size_t kMostSignature = 30;

/// Sends the caller of a ticket what he needs to have in hand.
struct SendMessage {
    static constexpr std::string_view kName = "message.send";
    static constexpr std::string_view kKind = kMessageKind;
    static constexpr std::string_view kSubject = "message";
    static constexpr bool kMakes = true;
    TicketId ticket;
    std::string article;        ///< key of what it is taken from; empty: words of one's own
    std::uint32_t version = 0;  ///< of it, as the person saw it
    std::string text;           ///< the desk writes it out of the article when it is left out
    bool operator==(const SendMessage&) const = default;
    static constexpr auto fields() {
        using S = SendMessage;
        return std::tuple{field(1, "ticket", &S::ticket, FieldUse::required), field(2, "article", &S::article),
                          field(3, "version", &S::version), field(4, "text", &S::text)};
    }
};

enum class MessageState : std::uint8_t { waiting = 1, sent, failed };

/// One message. It has no telephone: the gateway is given the one that stands in the ticket when it is sent.
struct Message {
    std::string key;
    TicketId ticket;
    std::string number;  ///< of the ticket
    UnitCode toUnit;     ///< empty: to the caller
    std::string text;
    std::string article;
    std::uint32_t version = 0;
    UserCode user;  ///< who sent it; empty: a rule did (rules.notifications)
    UnitCode unit;
    Instant at;
    MessageState state = MessageState::waiting;
    std::optional<Instant> settledAt;
    std::string outcome;  ///< of the gateway: its receipt, or why it failed

    bool operator==(const Message&) const = default;
    static constexpr auto fields() {
        using M = Message;
        return std::tuple{field(1, "key", &M::key),
                          field(2, "ticket", &M::ticket),
                          field(3, "toUnit", &M::toUnit),
                          field(4, "text", &M::text),
                          field(5, "article", &M::article),
                          field(6, "version", &M::version),
                          field(7, "user", &M::user),
                          field(8, "unit", &M::unit),
                          field(9, "at", &M::at),
                          field(10, "state", &M::state),
                          field(11, "settledAt", &M::settledAt),
                          field(12, "outcome", &M::outcome),
                          field(13, "number", &M::number)};
    }
};

std::string messageKey(const TicketId& ticket, std::string_view id);
/// The ticket of a key; nothing for any other text.
std::optional<TicketId> ticketOfMessage(std::string_view key);

/// The digits of a Chinese mobile number, without +86, blanks and strokes; empty: it is none, and no message reaches it.
std::string mobileNumber(std::string_view phone);
/// The caller's mobile: how he wants to be reached goes before where he called from. Empty: he has none.
std::string mobileOf(const Caller& caller);

/// Nobody is sent a message about a report or a restricted ticket: whoever holds the telephone would read it (济南条例 §16, §32).
bool isDiscreet(const Ticket& ticket);

/// What to bring and where to go, out of an article: title, materials, place, hours, telephone, time limit, fee; its answer when it
/// names no materials. At most `most` characters: time limit and fee go first, then the last materials, with a word that there are
/// more.
std::string messageText(const ArticleText& article, std::size_t most);
/// As it is sent: 【signature】 goes before it.
std::string signedText(const std::string& signature, const std::string& text);
/// So many single messages the network makes of it: 70 characters alone, 67 each when joined (3GPP TS 23.040, UCS-2).
std::size_t messageParts(std::string_view signedText);

/// The number a message goes to now. Errors: message.noMobile{number} message.discreet ticket.unknown
Result<std::string> recipientOf(const Message& message, const Ticket* ticket, const std::vector<Unit>& units);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::MessageState, 3, {waiting, "waiting"}, {sent, "sent"}, {failed, "failed"});
